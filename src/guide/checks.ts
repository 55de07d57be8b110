import { findingText } from '../plan/finding.ts';
import { checkRules } from '../plan/rules.ts';
import type { FieldSlot } from './agenda.ts';
import type { Move } from './move.ts';

/** Most findings told at once: more do not fit a phone. */
const TOLD = 6;

/**
 * What the plan's own data show to be mended, errors before warnings, each with the answer to correct.
 * @returns undefined when the rules find nothing.
 */
export function tellChecks(move: Move): string | undefined {
  const findings = checkRules(move.plan).toSorted((a, b) => a.severity.localeCompare(b.severity));
  if (findings.length === 0) return undefined;
  const lines = findings.slice(0, TOLD).map((finding) => {
    const text = findingText(finding, move.texts);
    const slot = slotAt(move, finding.path);
    return slot ? `- ${move.t('engine.checks.line', { text, label: move.label(slot) })}` : `- ${text}`;
  });
  const more = findings.length - lines.length;
  return [
    move.t('engine.checks.title', { count: findings.length }),
    ...lines,
    ...(more > 0 ? [move.t('engine.checks.more', { more })] : []),
  ].join('\n');
}

/** The question that fills the place a finding points at: a finding may point deeper than a question does. */
function slotAt(move: Move, path: string): FieldSlot | undefined {
  return move
    .slots()
    .filter((s): s is FieldSlot => s.kind === 'field' && `${path}.`.startsWith(`${s.key}.`))
    .toSorted((a, b) => b.key.length - a.key.length)[0];
}

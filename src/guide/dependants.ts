import { type Finding, findingText } from '../plan/finding.ts';
import { checkRules } from '../plan/rules.ts';
import type { Plan } from '../plan/schema.ts';
import { formatList } from '../text/format.ts';
import type { FieldSlot } from './agenda.ts';
import { sameName } from './describe.ts';
import { slotAt } from './gaps.ts';
import type { Move } from './move.ts';

/** Most findings told about one change: more do not fit a phone. */
const TOLD = 3;
/** A shorter name stands in other words by chance. */
const TELLING = 4;

/**
 * Says what of the rest of the plan a changed answer leaves out of place: nothing of it is changed or deleted.
 * @param before the plan as it was before the answer changed
 * @param was the answer as it was shown, `now` as it is
 * @returns whether the rules had something to say, so that the field's own remark would repeat it
 */
export function flagDependants(
  move: Move,
  slot: FieldSlot,
  before: Plan,
  change: { was: unknown; now: unknown },
): boolean {
  if (move.workflow.aside) return false;
  const told = flagFindings(move, before);
  for (const name of namesGone(change)) sayMentions(move, slot, name);
  return told;
}

/**
 * Says what the rules find in the plan that they did not find before.
 * @returns whether they found something
 */
export function flagFindings(move: Move, before: Plan): boolean {
  const known = new Set(checkRules(before).map(idOf));
  const fresh = checkRules(move.plan).filter((finding) => !known.has(idOf(finding)));
  if (fresh.length > 0)
    move.script.say(
      [
        move.t('engine.depends.findings', { count: fresh.length }),
        ...fresh.slice(0, TOLD).map((finding) => line(move, finding)),
      ].join('\n'),
    );
  return fresh.length > 0;
}

function idOf({ rule, path }: Finding): string {
  return `${rule} ${path}`;
}

function line(move: Move, finding: Finding): string {
  const text = findingText(finding, move.texts);
  const slot = slotAt(move.slots(), finding.path);
  return slot ? `- ${move.t('engine.depends.line', { text, label: move.label(slot) })}` : `- ${text}`;
}

/** Names that an answer had and has no more: of an entity, or of the elements of a list. */
function namesGone({ was, now }: { was: unknown; now: unknown }): string[] {
  const stays = new Set(namesIn(now).map(sameName));
  return namesIn(was).filter((name) => name.length >= TELLING && !stays.has(sameName(name)));
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  if (typeof value === 'object' && value !== null && 'name' in value) return namesIn(value.name);
  return [];
}

/** Where a name that is gone is still written: «Plan de Acción Internacional de San Jacinto». */
function sayMentions(move: Move, changed: FieldSlot, name: string): void {
  const wanted = ` ${sameName(name)} `;
  const labels = move
    .slots()
    .filter((slot): slot is FieldSlot => slot.kind === 'field' && slot.key !== changed.key)
    .filter((slot) => ` ${sameName(move.shown(slot) ?? '')} `.includes(wanted))
    .map((slot) => move.label(slot));
  const [first] = labels;
  if (first === undefined) return;
  const where = formatList(labels.slice(0, TOLD), move.texts.language);
  move.script.say(move.t('engine.depends.mentions', { name, where, first, count: labels.length }));
}

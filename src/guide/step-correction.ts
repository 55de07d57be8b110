import type { StepNamed } from '../understanding/index.ts';
import { type FieldSlot, isFilled, onRoute, wordsOf } from './agenda.ts';
import type { Step } from './definition.ts';
import { sameName } from './describe.ts';
import type { Move } from './move.ts';

/** Answers of a step shown at once, and the longest value in full, in characters. */
const SHOWN = 10;
const LONGEST = 90;

/**
 * «Volvamos al paso 3»: shows what was answered in a step and lets one be corrected; a step with nothing answered
 * yet is gone to. What was answered elsewhere stays.
 */
export function goToStep(move: Move, { step: named, open }: StepNamed): void {
  const step = stepNamed(move, named);
  if (!step) {
    const last = move.workflow.steps.at(-1)?.number ?? 0;
    move.script.say(move.t('engine.step.unknown', { step: named, last }));
    return move.restate();
  }
  const slots = move
    .slots()
    .filter((slot): slot is FieldSlot => slot.kind === 'field' && slot.step.id === step.id);
  const filled = slots.filter((slot) => move.shown(slot) !== undefined && slot.field !== slot.of?.create);
  const pending = slots.filter((slot) => onRoute(slot, move.state) && !isFilled(slot, move));
  const [next] = pending;
  if (next && (open || filled.length === 0)) return enter(move, next, pending);
  if (filled.length === 0) {
    move.script.say(move.t('engine.step.nothing', { title: wordsOf(move, `step.${step.id}.title`) }));
    return move.restate();
  }
  offerAnswers(move, step, filled, pending.length);
}

/** Goes to the first pending question of a step; those put off in it are asked again. */
function enter(move: Move, next: FieldSlot, pending: FieldSlot[]): void {
  const keys = new Set(pending.map(({ key }) => key));
  move.state.skipped = move.state.skipped.filter((key) => !keys.has(key));
  move.state.status = 'running';
  move.state.misses = 0;
  delete move.state.resumeAt;
  move.ask(next, { heading: true });
}

function offerAnswers(move: Move, step: Step, filled: FieldSlot[], pending: number): void {
  const title = wordsOf(move, `step.${step.id}.title`);
  const lines = filled.slice(0, SHOWN).map((slot) => {
    const value = (move.shown(slot) ?? '').replaceAll('\n', ' ');
    const short = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
    return `- **${move.label(slot)}:** ${short}`;
  });
  const choices = filled.slice(0, SHOWN).map((slot) => {
    const label = move.label(slot);
    return { label, value: move.t('engine.correct.command', { label }) };
  });
  const complete = move.t('engine.step.complete', { number: step.number });
  move.state.pending = { kind: 'correct' };
  move.script.say(
    [move.t('engine.step.answers', { number: step.number, title, pending }), ...lines].join('\n'),
  );
  move.script.ask(
    move.t('engine.step.which', { more: Math.max(0, filled.length - SHOWN) }),
    move.state.current,
    [...choices, ...(pending > 0 ? [{ label: complete, value: complete }] : []), ...move.offers(['go-on'])],
  );
}

/** The step of a number, or the one whose title or other names have the words. */
function stepNamed(move: Move, named: number | string): Step | undefined {
  const { steps } = move.workflow;
  if (typeof named === 'number') return steps.find(({ number }) => number === named);
  const wanted = sameName(named).split(' ');
  return steps.find((step) => {
    const also = `${move.workflow.id}.step.${step.id}.also`;
    const names = [wordsOf(move, `step.${step.id}.title`), ...(move.texts.has(also) ? [move.t(also)] : [])];
    const known = ` ${names.map(sameName).join(' ')} `;
    return wanted.every((word) => known.includes(` ${word} `) || known.includes(` ${word}s `));
  });
}

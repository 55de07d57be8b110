import { readChoices, readYesNo } from '../understanding/index.ts';
import type { Gift } from './definition.ts';
import { sameText } from './describe.ts';
import type { Move } from './move.ts';

/** Longest answer to what is to be written, in words; a longer message tells something of its own. */
const LONGEST = 8;
/** Most buttons for single things: more do not fit a phone, and each can be written by its name. */
const BUTTONS = 6;

/** What the workflow has to give to the plan now: what was given before is in the plan, and offered no more. */
function giftsOf({ workflow, plan, texts, today, state }: Move): Gift[] {
  return workflow.gives?.({ plan, texts, today, answers: state.answers }) ?? [];
}

/** At the end of a workflow beside the plan: offers to write in the plan what was told newly, if there is any. */
export function offerGifts(move: Move): void {
  delete move.state.pending;
  if (giftsOf(move).length === 0) return;
  move.state.status = 'running';
  move.decide({ kind: 'give' });
}

/** Says what can be written in the plan, and asks which of it. */
export function askToGive(move: Move): void {
  const gifts = giftsOf(move);
  const lines = gifts.map(({ label, shown }) => `- ${move.t('engine.give.line', { label, value: shown })}`);
  const each = gifts.length > 1 ? gifts.slice(0, BUTTONS) : [];
  move.script.ask([move.t('engine.give', { count: gifts.length }), ...lines].join('\n'), move.waiting(), [
    ...move.offers([gifts.length > 1 ? 'give-all' : 'give-one']),
    ...each.map(({ label }) => ({ label, value: label })),
    ...move.offers(['give-none']),
  ]);
}

/**
 * Settles which of it is written in the plan: all, some by name or number, or none.
 * @param declines the message puts the question off
 * @returns false when the message is about something else
 */
export function settleGifts(move: Move, text: string, declines: boolean): boolean {
  const gifts = giftsOf(move);
  const reading = { language: move.texts.language, today: move.today };
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  if (text.trim().split(/\s+/).length > LONGEST) return false;
  const answer = readYesNo(text, reading);
  if (declines || is('give-none') || (answer.ok && !answer.value)) return close(move, 'engine.give.none');
  const named = readChoices(
    text,
    reading,
    gifts.map(({ label, shown }, n) => ({ value: `${n}`, label, also: [shown] })),
  );
  const all = is('give-all') || is('give-one') || (answer.ok && answer.value);
  const chosen = all ? gifts : named.ok ? gifts.filter((_, n) => named.value.includes(`${n}`)) : [];
  if (chosen.length === 0) return false;
  for (const { label, shown, patch } of chosen) {
    const refused = move.apply(patch, { how: 'shared' });
    if (refused === undefined) move.script.say(move.t('engine.give.done', { label, value: shown }));
    else move.script.say(move.t('engine.refused', { label, reason: refused }));
  }
  if (giftsOf(move).length === 0) return close(move, 'engine.give.undo');
  move.decide({ kind: 'give' });
  return true;
}

function close(move: Move, key: string): true {
  delete move.state.pending;
  move.state.status = 'done';
  move.script.say(move.t(key));
  return true;
}

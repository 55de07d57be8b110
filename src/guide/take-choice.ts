import { type ReadingContext, readChoice, readYesNo } from '../understanding/index.ts';
import type { Slot } from './agenda.ts';
import type { Move } from './move.ts';
import { sayProblem } from './stuck.ts';

/** The route chosen. @returns whether the answer was one */
export function takeRoute(move: Move, text: string): boolean {
  const options = (['quick', 'full'] as const).map((value) => ({
    value,
    label: move.t(`engine.route.${value}`),
    also: move.t(`engine.route.${value}.also`).split('|'),
  }));
  const route = readChoice(text, reading(move), options);
  if (!route.ok) {
    sayProblem(move, 'route', move.t('engine.route.unread'));
    return false;
  }
  move.state.route = route.value;
  move.advance('route');
  return true;
}

/** Whether a list goes on. @returns whether the answer was a yes or a no */
export function takeMore(move: Move, slot: Extract<Slot, { kind: 'more' }>, text: string): boolean {
  const answer = readYesNo(text, reading(move));
  if (!answer.ok) {
    sayProblem(move, slot.key, move.t(answer.problem, answer.params));
    return false;
  }
  if (answer.value) move.state.creating = slot.group.each;
  else move.state.closed = [...move.state.closed, slot.group.each];
  const create = move.slots().find(({ key }) => answer.value && key === slot.group.create?.id);
  move.state.misses = 0;
  if (create) move.ask(create);
  else move.advance(slot.key);
  return true;
}

function reading({ texts, today }: Move): ReadingContext {
  return { language: texts.language, today };
}

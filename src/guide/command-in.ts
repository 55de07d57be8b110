import type { Texts } from '../text/locales.ts';
import { rememberedWith } from '../text/remembered.ts';
import { type Command, readCommand, readLooseRemoval } from '../understanding/index.ts';
import { contextOf, type Slot } from './agenda.ts';
import { findFields } from './correction.ts';
import { sameName, sameText } from './describe.ts';
import { isOrder } from './element-orders.ts';
import type { Move } from './move.ts';
import { proposalChoices, proposalsOf } from './proposals.ts';

/** The command that a message is in this plan: of what only looks like one, the plan tells whether it is meant. */
export function commandIn(move: Move, text: string): Command | undefined {
  const command =
    readCommand(text, { language: move.texts.language, today: move.today }) ??
    // «Quite a la emisora»; an answer of a workflow beside the plan is never one.
    (move.workflow.aside ? undefined : readLooseRemoval(text));
  if (command?.type === 'correct' && command.loose && findFields(move, command.target ?? '').length === 0)
    return undefined;
  // «¿Cómo quedó…?» is meant of what the plan has.
  if (command?.type === 'showAnswer' && findFields(move, command.target).length === 0) return undefined;
  return command?.type === 'element' && !isOrder(move, command) ? undefined : command;
}

/** Whether the waiting question offers these words as an answer, or claims them for one. */
export function isOwnAnswer(move: Move, slot: Slot | undefined, text: string): boolean {
  if (slot?.kind !== 'field' || move.state.status !== 'running' || move.state.pending) return false;
  const context = contextOf(slot, move);
  const choices = slot.field.choices?.(context) ?? [];
  const offered = [...choices, ...proposalChoices(proposalsOf(slot, move), move.texts)];
  return offered.some(({ value }) => sameText(text, value)) || slot.field.claims?.(text, context) === true;
}

/** The engine's own buttons, by their keys; of two with the same words the first counts. */
const BUTTONS: readonly [key: string, command: Command][] = [
  ['help', { type: 'help' }],
  ['draft', { type: 'draft' }],
  ['skip', { type: 'skip' }],
  ['keep', { type: 'resume' }],
  ['example', { type: 'example' }],
  ['city-example', { type: 'cityExample' }],
  ['full-route', { type: 'resume' }],
  ['show', { type: 'showPlan' }],
  ['export', { type: 'export' }],
  ['pending', { type: 'resume' }],
  ['go-on', { type: 'resume' }],
  ['gaps', { type: 'missing' }],
  ['more-gaps', { type: 'moreGaps' }],
  ['next-gap', { type: 'nextGap' }],
  ['done-choosing', { type: 'resume' }],
];

const buttonsIn = rememberedWith(
  (texts: Texts) =>
    new Map(
      BUTTONS.toReversed().map(([key, command]) => [sameName(texts.t(`engine.choice.${key}`)), command]),
    ),
);

/** The order of the engine's own buttons, told by the words it shows. */
export function buttonOf({ texts }: Move, text: string): Command | undefined {
  return buttonsIn(texts).get(sameName(text));
}

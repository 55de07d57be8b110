import { isQuestion } from '../understanding/index.ts';
import type { Workflow } from './definition.ts';
import { Move, type Session } from './move.ts';
import { initialState } from './state.ts';
import { takeSeveral } from './take-several.ts';

/** Values that a message must hold to be more than an order or a question. */
export const MIXED = 2;

/** Whether a message from someone without a plan tells of one: «somos Mitú, Vaupés, 30 mil habitantes». */
export function tellsOfPlan(workflow: Workflow, session: Omit<Session, 'state'>, text: string): boolean {
  const move = new Move(workflow, { ...session, state: initialState(workflow.id) });
  return (
    !isQuestion(text, { language: session.texts.language, today: session.today }) &&
    takeSeveral(move, undefined, text, MIXED)
  );
}

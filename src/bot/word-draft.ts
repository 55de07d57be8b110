import { restate, reword } from '../guide/engine.ts';
import type { DraftRequest, Output } from '../guide/output.ts';
import type { Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';

/** Puts the draft that waits: in a model's words where there is one and what it writes stands, else as the pattern has it. */
export async function wordDraft(
  { type: _type, ...task }: DraftRequest,
  draft: Draft,
  services: Services,
): Promise<Output[]> {
  const { guide, language, withoutModel: here = false } = draft.conversation;
  if (!guide || !draft.plan) return [];
  draft.begins?.('draft');
  const worded = await services.answerer.word({ ...task, language, here });
  const session = {
    state: guide,
    plan: draft.plan,
    texts: services.texts[language],
    today: todayIn(services.clock),
  };
  const turn =
    worded === undefined ? restate(services.workflow, session) : reword(services.workflow, session, worded);
  draft.conversation.guide = turn.state;
  return turn.outputs;
}

import { hasSteps, type Workflow } from '../guide/definition.ts';
import type { GuideState } from '../guide/state.ts';
import type { Conversation } from './conversation.ts';

/** Puts away every workflow beside the plan; what was told in them is kept. */
export function shelve(conversation: Conversation, asides: readonly Workflow[]): void {
  for (const state of conversation.asides ?? []) keep(state, conversation, asides);
  delete conversation.asides;
}

/**
 * Keeps where a workflow beside the plan stands, in the place of an earlier run of it. A question or two, or one
 * that was told nothing, is not kept.
 */
export function keep(state: GuideState, conversation: Conversation, asides: readonly Workflow[]): void {
  const workflow = asides.find(({ id }) => id === state.workflow);
  if (!workflow || !hasSteps(workflow) || Object.keys(state.answers ?? {}).length === 0) return;
  const others = (conversation.kept ?? []).filter((one) => one.workflow !== state.workflow);
  conversation.kept = [...others, { ...state, status: state.status === 'done' ? 'done' : 'left' }];
}

/** The run of a workflow that stands beside the plan or was kept. */
export function runOf(workflow: string, { asides, kept }: Conversation): GuideState | undefined {
  return [...(asides ?? []), ...(kept ?? [])].find((state) => state.workflow === workflow);
}

/** Takes the run of a workflow out of where it is. */
export function unshelve(workflow: string, conversation: Conversation): GuideState | undefined {
  const found = runOf(workflow, conversation);
  const others = (states: GuideState[] | undefined) => (states ?? []).filter((state) => state !== found);
  const [asides, kept] = [others(conversation.asides), others(conversation.kept)];
  delete conversation.asides;
  delete conversation.kept;
  if (asides.length > 0) conversation.asides = asides;
  if (kept.length > 0) conversation.kept = kept;
  return found;
}

import { mendState } from '../guide/mend.ts';
import { type GuideState, STATE_VERSION } from '../guide/state.ts';
import { emptyPlan } from '../plan/schema.ts';
import { CONVERSATION_VERSION, type Conversation, type Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';

/** A newer version of the service wrote this conversation: it is left as it is. */
export class NewerConversationError extends Error {
  override name = 'NewerConversationError';
}

/** What every version of a conversation has. */
interface Stored {
  version?: unknown;
  guide?: { version?: unknown };
  asides?: { version?: unknown }[];
  kept?: { version?: unknown }[];
}

/**
 * Brings a conversation as it was stored to the present version. Version 1 is the only shape there has been, with more
 * in it from time to time; when `CONVERSATION_VERSION` rises, the steps from each older one are taken here.
 * @throws {NewerConversationError} when it, or a state in it, is of a version that this build does not know
 */
export function readConversation(json: unknown): Conversation {
  const stored = json as Stored;
  const states = [stored.guide, ...(stored.asides ?? []), ...(stored.kept ?? [])];
  if (
    isNewer(stored.version, CONVERSATION_VERSION) ||
    states.some((one) => isNewer(one?.version, STATE_VERSION))
  )
    throw new NewerConversationError(`a conversation of a newer version than ${CONVERSATION_VERSION}`);
  return json as Conversation;
}

/** Puts where a person stands right, in the guide and beside it, after a deploy that renamed or dropped questions. */
export function mendStates({ conversation, plan }: Draft, services: Services): void {
  const { workflow, asides, texts } = services;
  const { language } = conversation;
  const mended = (state: GuideState): GuideState => {
    const own = [workflow, ...asides].find(({ id }) => id === state.workflow);
    if (!own) return state;
    const session = {
      state,
      plan: plan ?? emptyPlan('none', language),
      texts: texts[language],
      today: todayIn(services.clock),
    };
    return mendState(own, session);
  };
  if (conversation.guide) conversation.guide = mended(conversation.guide);
  if (conversation.asides)
    // What runs beside the plan and is no longer known cannot go on; what was told in it stays where it was kept.
    conversation.asides = conversation.asides
      .filter((state) => asides.some(({ id }) => id === state.workflow))
      .map(mended);
  if (conversation.kept) conversation.kept = conversation.kept.map(mended);
}

function isNewer(version: unknown, known: number): boolean {
  return typeof version === 'number' && version > known;
}

import type { Message } from '../../messages/message.ts';
import type { Draft } from '../conversation.ts';
import type { Services } from '../services.ts';

/** What a workflow beside the plan was told, by field id. */
export type Answers = Readonly<Record<string, unknown>>;

/** Tells what the answers of one workflow come to; it may change the draft. */
export type Conclude = (answers: Answers, draft: Draft, services: Services) => Message[] | Promise<Message[]>;

/**
 * Attends a message that asks for something of what a workflow came to: its report, a note in the plan.
 * @param fresh it was the last thing told, so that «en PDF» can mean nothing else
 * @returns undefined when the message is about something else
 */
export type GoOn = (
  text: string,
  fresh: boolean,
  answers: Answers,
  draft: Draft,
  services: Services,
) => Promise<Message[] | undefined>;

/** One that can be gone on with is kept when something else is said, until another of its kind begins. */
export interface Outcome {
  conclude: Conclude;
  goOn?: GoOn;
}

import type { Message } from '../../messages/message.ts';
import type { ExportFormat } from '../../understanding/index.ts';
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

/** Hands over the document that the answers of one workflow make so far, in the format asked for. */
export type Hand = (
  answers: Answers,
  format: ExportFormat | undefined,
  draft: Draft,
  services: Services,
) => Promise<Message[]>;

/** What a workflow comes to; one that can be gone on with hears what is asked of it later too. */
export interface Outcome {
  conclude: Conclude;
  goOn?: GoOn;
  hand?: Hand;
}

import type { Message } from '../../messages/message.ts';
import type { Draft } from '../conversation.ts';
import type { Services } from '../services.ts';

/** What a workflow beside the plan was told, by field id. */
export type Answers = Readonly<Record<string, unknown>>;

/** Tells what the answers of one workflow come to; it may change the draft. */
export type Conclude = (answers: Answers, draft: Draft, services: Services) => Message[] | Promise<Message[]>;

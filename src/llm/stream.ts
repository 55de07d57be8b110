import type { ChatOpenAI } from '@langchain/openai';
import type { BaseMessage } from 'langchain';
import { ModelError } from './faults.ts';

/** What a model streamed. */
export interface Streamed {
  text: string;
  /** Why it ended, in the words of the service: `stop`, `length`, `content_filter`; undefined when it broke off. */
  finish: string | undefined;
  /** Whether the service said that the model will not answer. */
  refused: boolean;
  /** Tokens as the service counts them; undefined when it does not say. */
  usage: { input: number; output: number } | undefined;
}

/** Characters after which a model that does not end is cut off. */
const MOST = 40_000;

/**
 * Reads a reply as it is written. `onText` hears how many characters have come, also of a reply that then fails.
 * @param idleMs longest silence between two pieces, once the first has come
 * @throws ModelError `timed-out` after a longer silence; what the client throws; the reason of `signal`
 */
export async function readStream(
  chat: ChatOpenAI,
  messages: BaseMessage[],
  { signal, idleMs, onText }: { signal: AbortSignal; idleMs: number; onText(length: number): void },
): Promise<Streamed> {
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  let timer: NodeJS.Timeout | undefined;
  const said: Streamed = { text: '', finish: undefined, refused: false, usage: undefined };
  try {
    for await (const piece of await chat.stream(messages, { signal: either })) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(new ModelError({ kind: 'timed-out' })), idleMs);
      said.text += piece.text;
      said.finish ??= finishOf(piece.response_metadata);
      said.refused ||= Boolean(piece.additional_kwargs.refusal);
      if (piece.usage_metadata) {
        const { input_tokens: input, output_tokens: output } = piece.usage_metadata;
        said.usage = { input, output };
      }
      onText(said.text.length);
      if (said.text.length > MOST) throw new ModelError({ kind: 'malformed' });
    }
  } catch (error) {
    throw either.aborted ? either.reason : error;
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
  if (either.reason instanceof ModelError) throw either.reason;
  return said;
}

function finishOf(metadata: Record<string, unknown>): string | undefined {
  const { finish_reason: reason } = metadata;
  return typeof reason === 'string' ? reason : undefined;
}

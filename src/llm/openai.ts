import { setTimeout as wait } from 'node:timers/promises';
import { ChatOpenAI } from '@langchain/openai';
import { type BaseMessage, countTokensApproximately, HumanMessage, SystemMessage } from 'langchain';
import { TokenBudget, type TokenLimits } from './budget.ts';
import { ModelError, modelErrorOf } from './faults.ts';
import { firstObject } from './json.ts';
import { readStream, type Streamed } from './stream.ts';
import type { Generation, LanguageModel, StructuredRequest, TokenUsage } from './types.ts';

export interface OpenAIOptions {
  apiKey: string;
  model: string;
  /** Any OpenAI-compatible service; OpenAI's own when left out. */
  baseURL?: string | undefined;
  limits: TokenLimits;
  /** Longest wait for a result in milliseconds, all attempts together. */
  timeoutMs: number;
  /** Longest silence between two pieces of a reply in milliseconds. */
  idleMs?: number | undefined;
  /** Attempts after the first one. */
  retries?: number | undefined;
  /** Wait before the second attempt in milliseconds, doubled before each further one. */
  backOffMs?: number | undefined;
  /** Asks for `response_format: json_object`, which not every service knows. */
  jsonMode?: boolean | undefined;
  clock: () => Date;
}

/** A request leaves at least this many tokens for the reply, or is not made. */
const LEAST_REPLY = 300;
/** LangChain counts four characters a token, which is right for English; Spanish takes a few more. */
const SPANISH = 1.25;
/** Models that think before they write take no temperature. */
const THINKING = /^(?:o\d|gpt-[56](?!-chat))/;

/**
 * A model of an OpenAI-compatible service, read as it streams. Attempts are repeated here and not by LangChain, which
 * would not repeat a reply that breaks off and waits for as long as the service says, past the time that is left.
 */
export class OpenAIModel implements LanguageModel {
  readonly #options: OpenAIOptions;
  readonly #budget: TokenBudget;

  constructor(options: OpenAIOptions) {
    this.#options = options;
    this.#budget = new TokenBudget(options.limits, options.clock);
  }

  async generate<T>({ system, user, schema, signal }: StructuredRequest<T>): Promise<Generation<T>> {
    const messages = [new SystemMessage(system), new HumanMessage(user)];
    const meter = new Meter(Math.ceil(countTokensApproximately(messages) * SPANISH));
    const deadline = new AbortController();
    const timer = setTimeout(
      () => deadline.abort(new ModelError({ kind: 'timed-out' })),
      this.#options.timeoutMs,
    );
    const cancel = () => deadline.abort(new ModelError({ kind: 'cancelled' }));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const reply = await this.#attempts(messages, meter, deadline.signal);
      return { ok: true, value: read(reply, schema), usage: meter.usage };
    } catch (error) {
      return { ok: false, fault: modelErrorOf(error, this.#now()).fault, usage: meter.usage };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Asks until a reply comes whole, an attempt fails for good, or none is left. */
  async #attempts(messages: BaseMessage[], meter: Meter, signal: AbortSignal): Promise<Streamed> {
    const { retries = 2, backOffMs = 500, timeoutMs } = this.#options;
    const until = performance.now() + timeoutMs;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#attempt(messages, meter, signal);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        const failed = modelErrorOf(error, this.#now());
        const pause = failed.retryAfterMs ?? backOffMs * 2 ** attempt * (0.75 + Math.random() / 2);
        if (!failed.passing || attempt >= retries || performance.now() + pause >= until) throw failed;
        await wait(pause, undefined, { signal }).catch(() => {
          throw signal.reason;
        });
      }
    }
  }

  async #attempt(messages: BaseMessage[], meter: Meter, signal: AbortSignal): Promise<Streamed> {
    signal.throwIfAborted();
    const left = this.#options.limits.perRequest - meter.total - meter.prompt;
    const settle = left < LEAST_REPLY ? undefined : this.#budget.reserve();
    if (!settle) throw new ModelError({ kind: 'over-budget' });
    const before = meter.total;
    let length: number | undefined;
    let reply: Streamed | undefined;
    try {
      reply = await readStream(this.#chat(left), messages, {
        signal,
        idleMs: this.#options.idleMs ?? 10_000,
        onText: (characters) => {
          length = characters;
        },
      });
      if (reply.refused || reply.finish === 'content_filter') throw new ModelError({ kind: 'refused' });
      // A reply without an end broke off, unless what came is whole: not every service says that it is done.
      if (reply.finish === undefined && firstObject(reply.text) === undefined)
        throw new ModelError({ kind: 'unavailable' }, { passing: true });
      return reply;
    } catch (error) {
      // A service that was left while it worked counts what it read.
      if (signal.aborted || (error instanceof ModelError && error.fault.kind === 'timed-out')) length ??= 0;
      throw error;
    } finally {
      meter.add(reply?.usage, length);
      settle(meter.total - before);
    }
  }

  #chat(maxTokens: number): ChatOpenAI {
    const { apiKey, model, baseURL, timeoutMs, jsonMode } = this.#options;
    return new ChatOpenAI({
      apiKey,
      model,
      maxTokens,
      timeout: timeoutMs,
      maxRetries: 0,
      ...(THINKING.test(model) ? {} : { temperature: 0 }),
      ...(jsonMode ? { modelKwargs: { response_format: { type: 'json_object' } } } : {}),
      ...(baseURL ? { configuration: { baseURL } } : {}),
    });
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}

/** Adds up what the attempts of a request took. */
class Meter {
  /** Estimated tokens of the prompt. */
  readonly prompt: number;
  usage: TokenUsage = { input: 0, output: 0 };

  constructor(prompt: number) {
    this.prompt = prompt;
  }

  get total(): number {
    return this.usage.input + this.usage.output;
  }

  /** @param length characters that came, for a service that does not count tokens; undefined when none began to */
  add(counted: TokenUsage | undefined, length: number | undefined): void {
    if (!counted && length === undefined) return;
    const { input, output } = counted ?? {
      input: this.prompt,
      output: Math.ceil(((length ?? 0) / 4) * SPANISH),
    };
    this.usage = { input: this.usage.input + input, output: this.usage.output + output };
  }
}

function read<T>({ text }: Streamed, schema: StructuredRequest<T>['schema']): T {
  const parsed = schema.safeParse(firstObject(text));
  if (!parsed.success) throw new ModelError({ kind: 'malformed' });
  return parsed.data;
}

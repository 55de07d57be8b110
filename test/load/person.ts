import { ask } from '../support/http.ts';

/** A message of a person, as their channel delivers it: the same id however often. */
export interface Message {
  id: string;
  text: string;
  /** When it was written, in ms since 1970. */
  at: number;
}

/** Where the service is; asked before each request, so that another replica may be named. */
export type Address = () => string;

/** How the sentences begin that people get when the service cannot do its work. */
const APOLOGY = /^(?:Ocurrió un error de nuestro lado|En este momento no puedo guardar)/;
/** How long a channel waits before it delivers again what was not taken, in ms. */
const AGAIN_MS = 150;
/** How long to wait to be told something before the count is looked at again, in ms. */
const LOOK_AGAIN_MS = 5_000;
/** Longest wait for an answer, in ms. */
export const PATIENCE_MS = 240_000;

/** Somebody who talks with the service over one of its channels, from outside. */
export abstract class Person {
  /** Text of every message of the assistant, in the order in which the channel took them. */
  readonly heard: string[] = [];
  /** What it said besides when something of its own failed. */
  readonly apologies: string[] = [];
  /** Whether the channel may hand over several messages in one delivery, in any order. */
  readonly deliversTogether: boolean = false;
  /** Deliveries that were refused or broken off, and made again. */
  redeliveries = 0;
  /** Told when something is heard. */
  #waiting: (() => void) | undefined;

  /** Comes in. Resolves when a welcome was said, where the channel has one. */
  abstract open(): Promise<void>;

  /** Delivers messages in the order given, again until they are taken. Resolves then: they may still be unanswered. */
  abstract deliver(...messages: Message[]): Promise<void>;

  /**
   * Waits until the assistant has said so much in all.
   * @throws when it does not within minutes.
   */
  async until(count: number): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (let tries = 0; this.heard.length < count; tries += 1) {
      if (Date.now() > end)
        throw new Error(`${this.constructor.name}: ${this.heard.length} of ${count} messages were heard`);
      await this.listen(tries);
    }
  }

  /** Waits until an answer that has begun is most likely whole; on most channels all of it comes at once. */
  async settle(): Promise<void> {}

  /** Waits until everything that answers what was delivered has been heard, however slow it all is. */
  async hearOut(): Promise<void> {}

  /** Looks or waits once for something said. @param tries how often it was looked in vain */
  protected abstract listen(tries: number): Promise<void>;

  protected hear(text: string): void {
    if (APOLOGY.test(text)) this.apologies.push(text);
    else this.heard.push(text);
    this.#waiting?.();
  }

  /** Resolves when something is heard, or when nothing was for long: who is told need not look again and again. */
  protected async told(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_AGAIN_MS);
      this.#waiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#waiting = undefined;
  }

  /** Makes a delivery until the service takes it. @param attempt whether it was taken; it may throw */
  protected async insist(attempt: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await attempt().catch(() => false))) {
      if (Date.now() > end) throw new Error(`${this.constructor.name}: a message was not taken`);
      this.redeliveries += 1;
      await pause(AGAIN_MS);
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Posts JSON; the answer's status and parsed body. */
export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const sent = { 'content-type': 'application/json', ...headers };
  const { status, text } = await ask('POST', url, sent, JSON.stringify(body));
  return { status, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
}

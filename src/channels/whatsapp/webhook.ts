import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { StoreUnavailable } from '../../storage/store.ts';
import { DEEPEST_JSON, nestsDeeper } from '../../text/nesting.ts';
import type { Address } from './contact.ts';
import type { Inbox } from './inbox.ts';
import { received } from './receive.ts';
import type { Log, SendQueue } from './send-queue.ts';

export interface WebhookOptions {
  appSecret: string;
  verifyToken: string;
  /** The numbers of this service: what is for others of the same app is let be. */
  phoneNumberIds: readonly string[];
  inbox: Inbox;
  queue: SendQueue;
  /** Tells people that their messages cannot be kept just now: Meta will bring them again. Returns at once. */
  apologise(addresses: readonly Address[]): void;
  log: Log;
}

/** What Meta is answered. */
export interface WebhookResponse {
  status: number;
  /** Plain text. */
  body: string;
}

/** The address that Meta calls, apart from any HTTP library (webhooks/create-webhook-endpoint). */
export class Webhook {
  readonly #options: WebhookOptions;
  readonly #key: KeyObject;

  constructor(options: WebhookOptions) {
    this.#options = options;
    this.#key = createSecretKey(options.appSecret, 'utf8');
  }

  /** GET: whoever knows the word that was agreed upon gets the challenge back. */
  verify(query: URLSearchParams): WebhookResponse {
    const word = query.get('hub.verify_token') ?? '';
    if (query.get('hub.mode') !== 'subscribe' || !sameWord(word, this.#options.verifyToken))
      return { status: 403, body: 'the verify token is another one' };
    return { status: 200, body: query.get('hub.challenge') ?? '' };
  }

  /**
   * POST: answers as soon as what came is kept; the work is done after.
   * @param body the bytes as they came: the signature is over them.
   * @throws what the store throws; Meta then sends it again.
   */
  async receive(body: Buffer, signature: string | undefined): Promise<WebhookResponse> {
    const { phoneNumberIds, inbox, queue, log } = this.#options;
    if (!isSigned(body, signature, this.#key))
      return { status: 401, body: 'the signature is not that of the app' };
    const parsed = parse(body);
    if (parsed === undefined) return { status: 400, body: 'the body is not JSON in UTF-8' };
    const { arrivals, statuses } = received(parsed);
    const ours = arrivals.filter(({ address }) => phoneNumberIds.includes(address.phoneNumberId));
    if (ours.length < arrivals.length)
      log.warn({ count: arrivals.length - ours.length }, 'WhatsApp messages for a number that is not ours');
    try {
      await inbox.take(ours);
    } catch (error) {
      if (error instanceof StoreUnavailable) this.#options.apologise(ours.map(({ address }) => address));
      throw error;
    }
    for (const status of statuses)
      queue.status(status).catch((error: unknown) => {
        log.error({ err: error }, 'a status of WhatsApp could not be attended');
      });
    return { status: 200, body: '' };
  }
}

/** Whether `X-Hub-Signature-256` is that of a body (webhooks/create-webhook-endpoint). */
function isSigned(body: Buffer, signature: string | undefined, key: KeyObject): boolean {
  const given = Buffer.from(/^sha256=([0-9a-f]{64})$/i.exec(signature ?? '')?.[1] ?? '', 'hex');
  const right = createHmac('sha256', key).update(body).digest();
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Compares in the same time whatever the words are. */
function sameWord(one: string, other: string): boolean {
  const digest = (word: string) => createHash('sha256').update(word).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function parse(body: Buffer): unknown {
  try {
    if (nestsDeeper(body, DEEPEST_JSON)) return undefined;
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

import { type KeyObject, randomBytes } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder';
import { INBOX, inboxKey, type Mark, openMarks, tombstoneOf } from '../../storage/marks.ts';
import { RevisionConflict, type Store } from '../../storage/store.ts';
import { DirectLineError } from './errors.ts';
import { Inbox, type InboxOptions } from './inbox.ts';
import {
  arrival,
  asTold,
  CONVERSATIONS,
  envelope,
  incoming,
  isLocale,
  isRecord,
  uploaded,
  type WebConversation,
} from './incoming.ts';
import { REFRESH_WINDOW, signToken, TOKEN_LIFETIME, type TokenClaims, verifyToken } from './token.ts';
import { readTranscript, transcriptStream } from './transcript.ts';

/** What the protocol needs of an HTTP request. */
export interface DirectLineRequest {
  /** The `Authorization` header. */
  authorization?: string | undefined;
  /** The conversation in the path. */
  conversationId?: string | undefined;
  watermark?: string | undefined;
  /** The parsed JSON body; of an upload `{ activity, files }`. */
  body?: unknown;
}

export interface DirectLineResponse {
  status: number;
  body: unknown;
}

export interface DirectLineOptions extends InboxOptions {
  store: Store;
  /** Signs the tokens: see `loadSecret`. */
  secret: KeyObject;
  /** Address of the service, as activities carry it. */
  serviceUrl: string;
  clock(): Date;
}

/** A conversation as a token opens it; `erased` where its person had it deleted and is back. */
interface Opened {
  claims: TokenClaims;
  kept: WebConversation;
  erased: boolean;
}

export type DirectLineOperation = 'generate' | 'refresh' | 'start' | 'reconnect' | 'post' | 'upload' | 'poll';

/**
 * The service's own Direct Line 3.0 endpoint, apart from any HTTP library: what `botframework-directlinejs`
 * asks for over polling. A token opens the one conversation it was made for.
 */
export class DirectLine {
  readonly #options: DirectLineOptions;
  readonly #inbox: Inbox;
  #marks: Mark | undefined;

  constructor(options: DirectLineOptions) {
    this.#options = options;
    this.#inbox = new Inbox(options);
  }

  /**
   * Attends a request. Faults of the request become the protocol's error bodies.
   * @throws what the store throws: the caller answers 500.
   */
  async handle(operation: DirectLineOperation, request: DirectLineRequest): Promise<DirectLineResponse> {
    try {
      return await this[operation](request);
    } catch (error) {
      if (!(error instanceof DirectLineError)) throw error;
      return { status: error.status, body: { error: { code: error.code, message: error.message } } };
    }
  }

  /** Takes the turns that were cut short: at the start all of them, later those that have waited for long. */
  async resume(atStart: boolean): Promise<void> {
    await this.#inbox.resume(atStart);
  }

  /** Resolves when no turn is running. */
  async idle(): Promise<void> {
    await this.#inbox.idle();
  }

  /** POST /v3/directline/tokens/generate: a token for a conversation still to be started. */
  private async generate(): Promise<DirectLineResponse> {
    return { status: 200, body: this.#grant(newClaims()) };
  }

  /** POST /v3/directline/tokens/refresh: a fresh token for the same conversation and person. */
  private async refresh(request: DirectLineRequest): Promise<DirectLineResponse> {
    const { secret, clock } = this.#options;
    return {
      status: 200,
      body: this.#grant(verifyToken(secret, request.authorization, clock(), REFRESH_WINDOW)),
    };
  }

  /** POST /v3/directline/conversations: starts the token's conversation, or gives it back when it has begun. */
  private async start(request: DirectLineRequest): Promise<DirectLineResponse> {
    const { secret, clock, serviceUrl, store } = this.#options;
    const { authorization } = request;
    const asking = authorization === undefined ? newClaims() : verifyToken(secret, authorization, clock());
    // Who comes back after a deletion begins anew: nothing ties the new conversation to the erased one.
    const known = await store.read(CONVERSATIONS, asking.conversation);
    const claims = !known && (await this.#wasErased(asking.conversation)) ? newClaims() : asking;
    const asked = isRecord(request.body) ? request.body.locale : undefined;
    const kept: WebConversation = { user: claims.user, ...(isLocale(asked) && { locale: asked }) };
    const key = claims.conversation;
    try {
      await this.#inbox.take(arrival(envelope(key, kept, serviceUrl)), {
        writes: [{ collection: CONVERSATIONS, key, value: kept, expected: 0 }],
      });
      return { status: 201, body: this.#grant(claims) };
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      return { status: 200, body: this.#grant(claims) };
    }
  }

  /** GET /v3/directline/conversations/:id: back in a conversation that was begun before. */
  private async reconnect(request: DirectLineRequest): Promise<DirectLineResponse> {
    const { claims } = await this.#open(request);
    readWatermark(request.watermark);
    return { status: 200, body: this.#grant(claims) };
  }

  /** POST /v3/directline/conversations/:id/activities: what the person says. Answers as soon as it is kept. */
  private async post(request: DirectLineRequest): Promise<DirectLineResponse> {
    const opened = await this.#open(request);
    const { claims, kept } = opened;
    const common = envelope(claims.conversation, kept, this.#options.serviceUrl);
    const activity = incoming(request.body, common);
    const id = activity.id ?? '';
    if (activity.type === ActivityTypes.Typing) return { status: 200, body: { id } };
    return await this.#take(activity, opened);
  }

  /** POST /v3/directline/conversations/:id/upload: a file that the person sends. Answers as soon as it is kept. */
  private async upload(request: DirectLineRequest): Promise<DirectLineResponse> {
    const opened = await this.#open(request);
    const { claims, kept } = opened;
    const common = envelope(claims.conversation, kept, this.#options.serviceUrl);
    return await this.#take(uploaded(request.body, common), opened);
  }

  /** GET /v3/directline/conversations/:id/activities: what was said after the watermark, or from the start. */
  private async poll(request: DirectLineRequest): Promise<DirectLineResponse> {
    const { claims } = await this.#open(request);
    const after = readWatermark(request.watermark);
    return { status: 200, body: await readTranscript(this.#options.store, claims.conversation, after) };
  }

  /** The conversation of a request, if its token opens it. */
  async #open(request: DirectLineRequest): Promise<Opened> {
    const { secret, clock, store } = this.#options;
    const claims = verifyToken(secret, request.authorization, clock());
    const conversation = await store.read<WebConversation>(CONVERSATIONS, request.conversationId ?? '');
    if (!conversation && !(await this.#wasErased(request.conversationId ?? '')))
      throw new DirectLineError(404, 'ConversationNotFound', 'there is no such conversation');
    if (claims.conversation !== request.conversationId)
      throw new DirectLineError(403, 'OtherConversation', 'the token belongs to another conversation');
    const kept = conversation?.value ?? { user: claims.user };
    return { claims, kept, erased: conversation === undefined };
  }

  /** Keeps what the person says, once: what was attended and comes again must not bring back what was erased. */
  async #take(
    activity: Partial<Activity>,
    { claims: { conversation }, kept, erased }: Opened,
  ): Promise<DirectLineResponse> {
    const id = activity.id ?? '';
    const taken = inboxKey(await this.#mark(), keyOf(conversation), id);
    if (await this.#options.store.read(INBOX, taken)) return { status: 200, body: { id } };
    const stream = transcriptStream(conversation);
    await this.#inbox.take(activity, {
      writes: erased ? [{ collection: CONVERSATIONS, key: conversation, value: kept }] : [],
      appends: [{ stream, key: id, value: asTold(activity) }],
    });
    return { status: 200, body: { id } };
  }

  async #wasErased(conversation: string): Promise<boolean> {
    return (await tombstoneOf(this.#options.store, await this.#mark(), keyOf(conversation))) !== undefined;
  }

  async #mark(): Promise<Mark> {
    this.#marks ??= await openMarks(this.#options.store);
    return this.#marks;
  }

  #grant(claims: TokenClaims): object {
    const { secret, clock } = this.#options;
    const token = signToken(secret, claims, clock());
    return { conversationId: claims.conversation, token, expires_in: TOKEN_LIFETIME };
  }
}

/** What the bot knows a conversation by. */
function keyOf(conversation: string): string {
  return `webchat/${conversation}`;
}

function newClaims(): TokenClaims {
  const random = () => randomBytes(16).toString('hex');
  return { conversation: random(), user: `dl_${random()}` };
}

/** @throws {DirectLineError} 400 for what is no position. */
function readWatermark(watermark: string | undefined): number {
  if (watermark === undefined || watermark === '') return 0;
  if (!/^\d{1,15}$/.test(watermark))
    throw new DirectLineError(400, 'BadWatermark', 'the watermark must be one that this service gave');
  return Number(watermark);
}

import { randomBytes } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder';
import { RevisionConflict, type Store } from '../../storage/store.ts';
import { DirectLineError } from './errors.ts';
import { Inbox, type InboxOptions } from './inbox.ts';
import {
  arrival,
  asTold,
  envelope,
  incoming,
  isLocale,
  isRecord,
  uploaded,
  type WebConversation,
} from './incoming.ts';
import { REFRESH_WINDOW, signToken, TOKEN_LIFETIME, type TokenClaims, verifyToken } from './token.ts';
import { readTranscript, transcriptStream } from './transcript.ts';

const CONVERSATIONS = 'webchat-conversations';

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
  secret: Buffer;
  /** Address of the service, as activities carry it. */
  serviceUrl: string;
  clock(): Date;
}

export type DirectLineOperation = 'generate' | 'refresh' | 'start' | 'reconnect' | 'post' | 'upload' | 'poll';

/**
 * The service's own Direct Line 3.0 endpoint, apart from any HTTP library: what `botframework-directlinejs`
 * asks for over polling. A token opens the one conversation it was made for.
 */
export class DirectLine {
  readonly #options: DirectLineOptions;
  readonly #inbox: Inbox;

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
    const { secret, clock, serviceUrl } = this.#options;
    const { authorization } = request;
    const claims = authorization === undefined ? newClaims() : verifyToken(secret, authorization, clock());
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
    const { claims, kept } = await this.#open(request);
    const common = envelope(claims.conversation, kept, this.#options.serviceUrl);
    const activity = incoming(request.body, common);
    const id = activity.id ?? '';
    if (activity.type === ActivityTypes.Typing) return { status: 200, body: { id } };
    return await this.#take(activity, claims);
  }

  /** POST /v3/directline/conversations/:id/upload: a file that the person sends. Answers as soon as it is kept. */
  private async upload(request: DirectLineRequest): Promise<DirectLineResponse> {
    const { claims, kept } = await this.#open(request);
    const common = envelope(claims.conversation, kept, this.#options.serviceUrl);
    return await this.#take(uploaded(request.body, common), claims);
  }

  /** GET /v3/directline/conversations/:id/activities: what was said after the watermark, or from the start. */
  private async poll(request: DirectLineRequest): Promise<DirectLineResponse> {
    const { claims } = await this.#open(request);
    const after = readWatermark(request.watermark);
    return { status: 200, body: await readTranscript(this.#options.store, claims.conversation, after) };
  }

  /** The conversation of a request, if its token opens it. */
  async #open(request: DirectLineRequest): Promise<{ claims: TokenClaims; kept: WebConversation }> {
    const { secret, clock, store } = this.#options;
    const claims = verifyToken(secret, request.authorization, clock());
    const conversation = await store.read<WebConversation>(CONVERSATIONS, request.conversationId ?? '');
    if (!conversation)
      throw new DirectLineError(404, 'ConversationNotFound', 'there is no such conversation');
    if (claims.conversation !== request.conversationId)
      throw new DirectLineError(403, 'OtherConversation', 'the token belongs to another conversation');
    return { claims, kept: conversation.value };
  }

  async #take(activity: Partial<Activity>, claims: TokenClaims): Promise<DirectLineResponse> {
    const id = activity.id ?? '';
    const stream = transcriptStream(claims.conversation);
    await this.#inbox.take(activity, { appends: [{ stream, key: id, value: asTold(activity) }] });
    return { status: 200, body: { id } };
  }

  #grant(claims: TokenClaims): object {
    const { secret, clock } = this.#options;
    const token = signToken(secret, claims, clock());
    return { conversationId: claims.conversation, token, expires_in: TOKEN_LIFETIME };
  }
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

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf } from './http.ts';

export interface Sent {
  method: string;
  path: string;
  /** Bytes of the request's body. */
  bytes: number;
  type: string;
  text?: string;
  entities?: ({ type: string } & Record<string, unknown>)[];
  channelData?: Record<string, unknown>;
  suggestedActions?: { actions: { title: string }[] };
  /** When it came and when it was answered, in milliseconds. */
  at: number;
  answeredAt?: number;
  /** The id that was given to the stream that it began. */
  streamId?: string;
  attachments?: { name: string; contentType: string; contentUrl: string; content?: unknown }[];
}

/** The network edge of Bot Framework: a connector on this machine that keeps what the bot sends. */
export class LocalConnector {
  readonly sent: Sent[] = [];
  /** Hears of everything that the bot sends. */
  onSent: ((sent: Sent) => void) | undefined;
  /** What was refused as `refuse` says. */
  readonly refused: Sent[] = [];
  /** How long an answer takes, in milliseconds; none by default. */
  takes: ((sent: Sent) => number) | undefined;
  readonly #failures: number[] = [];
  #refusal: { when: (sent: Sent) => boolean; status: number; error: object } | undefined;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      // Who breaks off is gone: there is nobody to answer.
      const body = await bodyOf(request).catch(() => undefined);
      if (!body) return;
      const activity = (body.length === 0 ? {} : JSON.parse(body.toString())) as Sent;
      const { method = '', url: path = '' } = request;
      response.setHeader('content-type', 'application/json');
      const failure = activity.type === 'typing' ? undefined : this.#failures.shift();
      if (failure !== undefined) {
        response.statusCode = failure;
        return void response.end(JSON.stringify({ error: { code: 'Failed', message: 'as the test wants' } }));
      }
      const sent: Sent = { ...activity, method, path, bytes: body.length, at: performance.now() };
      const refusal = this.#refusal?.when(sent) ? this.#refusal : undefined;
      (refusal ? this.refused : this.sent).push(sent);
      const id = `sent-${this.sent.length}`;
      if (!refusal) this.onSent?.(sent);
      const wait = this.takes?.(sent) ?? 0;
      if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      sent.answeredAt = performance.now();
      if (refusal) {
        response.statusCode = refusal.status;
        return void response.end(JSON.stringify({ error: refusal.error }));
      }
      // Teams tells the id of a stream when it begins, and then no more.
      const stream = streamInfo(sent);
      if (stream && stream.streamId === undefined) sent.streamId = id;
      if (stream) response.statusCode = stream.streamId === undefined ? 201 : 202;
      response.end(JSON.stringify(stream?.streamId === undefined ? { id } : {}));
    });
  }

  static async open(): Promise<LocalConnector> {
    const connector = new LocalConnector();
    connector.#server.listen(0, '127.0.0.1');
    await once(connector.#server, 'listening');
    return connector;
  }

  /** The next requests, but for those that tell of typing, are answered with these HTTP statuses. */
  fail(...statuses: number[]): void {
    this.#failures.push(...statuses);
  }

  /** Whatever was to fail yet does not. */
  recover(): void {
    this.#failures.length = 0;
  }

  /** What `when` says is refused from now on, with an error as Teams gives it; without it, nothing more. */
  refuse(when?: (sent: Sent) => boolean, status = 403, code = 'ContentStreamNotAllowed', message = ''): void {
    this.#refusal = when && { when, status, error: { code, message } };
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** What an activity tells of the stream that it is part of. */
export interface StreamInfo {
  type: 'streaminfo';
  streamId?: string;
  streamType?: string;
  streamSequence?: number;
}

/** The part of a stream that an activity is. */
export function streamInfo({ entities = [] }: Sent): StreamInfo | undefined {
  return entities.find(({ type }) => type === 'streaminfo') as StreamInfo | undefined;
}

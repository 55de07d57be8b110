import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  attachments?: { name: string; contentType: string; contentUrl: string; content?: unknown }[];
}

/** The network edge of Bot Framework: a connector on this machine that keeps what the bot sends. */
export class LocalConnector {
  readonly sent: Sent[] = [];
  /** Hears of everything that the bot sends. */
  onSent: ((sent: Sent) => void) | undefined;
  readonly #failures: number[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const activity = (body === '' ? {} : JSON.parse(body)) as Sent;
      const { method = '', url: path = '' } = request;
      response.setHeader('content-type', 'application/json');
      const failure = activity.type === 'typing' ? undefined : this.#failures.shift();
      if (failure !== undefined) {
        response.statusCode = failure;
        return void response.end(JSON.stringify({ error: { code: 'Failed', message: 'as the test wants' } }));
      }
      const sent = { ...activity, method, path, bytes: Buffer.byteLength(body) };
      this.sent.push(sent);
      this.onSent?.(sent);
      response.end(JSON.stringify({ id: `sent-${this.sent.length}` }));
    });
  }

  static async open(): Promise<LocalConnector> {
    const connector = new LocalConnector();
    connector.#server.listen(0, '127.0.0.1');
    await once(connector.#server, 'listening');
    return connector;
  }

  /** The next requests are answered with these HTTP statuses. */
  fail(...statuses: number[]): void {
    this.#failures.push(...statuses);
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

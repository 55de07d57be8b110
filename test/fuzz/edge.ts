import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** All that the service calls, on this machine: takes every message, and hands over one file whatever is asked for. */
export class Edge {
  file: Buffer = Buffer.alloc(0);
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      for await (const _ of request);
      if (request.url?.endsWith('plan.json')) return void response.end(this.file);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          id: 'sent',
          success: true,
          messages: [{ id: 'wamid.sent' }],
          url: `${this.url}/plan.json`,
          mime_type: 'application/json',
          file_size: this.file.length,
        }),
      );
    });
  }

  static async open(): Promise<Edge> {
    const edge = new Edge();
    edge.#server.listen(0, '127.0.0.1');
    await once(edge.#server, 'listening');
    return edge;
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

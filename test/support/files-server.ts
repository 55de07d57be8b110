import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The network edge where Teams keeps files: hands over what it was given, and keeps what is put. */
export class FilesServer {
  readonly put = new Map<string, { content: Buffer; range: string }>();
  readonly given = new Map<string, { status: number; content: Buffer; location?: string }>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const path = request.url ?? '';
      if (request.method === 'PUT') {
        this.put.set(path, {
          content: Buffer.concat(chunks),
          range: request.headers['content-range'] ?? '',
        });
        response.statusCode = path.startsWith('/refused') ? 403 : 201;
        response.end();
        return;
      }
      const { status, content, location } = this.given.get(path) ?? { status: 404, content: Buffer.alloc(0) };
      response.statusCode = status;
      if (location !== undefined) response.setHeader('location', location);
      response.end(content);
    });
  }

  static async open(): Promise<FilesServer> {
    const files = new FilesServer();
    files.#server.listen(0, '127.0.0.1');
    await once(files.#server, 'listening');
    return files;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Hands a file over from now on; its address. */
  give(path: string, content: string | Buffer, status = 200, location?: string): string {
    const bytes = Buffer.from(content);
    this.given.set(path, { status, content: bytes, ...(location !== undefined && { location }) });
    return `${this.url}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the service gets it. */
export interface ChatRequest {
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    stream?: boolean;
    temperature?: number;
    max_tokens?: number;
    response_format?: { type: string };
    messages: { role: string; content: string }[];
  };
}

/** What the service does with one request. */
export type Behaviour = (response: ServerResponse, request: ChatRequest) => void | Promise<void>;

/** An OpenAI-compatible chat service on this machine that does as it is told, right or wrong. */
export class OpenAIServer {
  readonly requests: ChatRequest[] = [];
  readonly #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const asked: ChatRequest = { headers: request.headers, body: JSON.parse(body) };
    this.requests.push(asked);
    const behaviour = this.#queue.length > 1 ? this.#queue.shift() : this.#queue[0];
    if (!behaviour) throw new Error('the model was asked and no behaviour is set');
    await behaviour(response, asked);
  });
  #queue: Behaviour[] = [];

  static async start(): Promise<OpenAIServer> {
    const service = new OpenAIServer();
    service.#server.listen(0, '127.0.0.1');
    await once(service.#server, 'listening');
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** What it does with the next requests, one after another; the last one goes on. Forgets what was asked so far. */
  will(...behaviours: Behaviour[]): void {
    this.#queue = behaviours;
    this.requests.length = 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

export interface Said {
  /** Characters of each piece; all at once by default. */
  pieces?: number;
  /** Milliseconds before each piece. */
  every?: number;
  /** Why it ends; `null` leaves it out. */
  finish?: string | null;
  /** Tokens that it says it took; `null` leaves it out. */
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
}

const USAGE = { prompt_tokens: 900, completion_tokens: 100 };

/** Streams a text and ends. */
export function says(text: string, options: Said = {}): Behaviour {
  return async (response) => {
    await write(response, text, options);
    const { finish = 'stop', usage = USAGE } = options;
    if (finish !== null) send(response, { choices: [{ index: 0, delta: {}, finish_reason: finish }] });
    if (usage !== null) {
      const total_tokens = usage.prompt_tokens + usage.completion_tokens;
      send(response, { choices: [], usage: { ...usage, total_tokens } });
    }
    response.end('data: [DONE]\n\n');
  };
}

/** Streams a text made of the request. */
export function answers(text: (request: ChatRequest) => string, options: Said = {}): Behaviour {
  return (response, request) => says(text(request), options)(response, request);
}

/** Streams a text and then breaks the connection. */
export function breaksOff(text: string): Behaviour {
  return async (response) => {
    await write(response, text, { pieces: 10, every: 1 });
    response.destroy();
  };
}

/** Streams a text and then says nothing more, with the connection open. */
export function stalls(text: string): Behaviour {
  return (response) => write(response, text, {});
}

/** Takes the request and never answers. */
export function staysSilent(): Behaviour {
  return () => undefined;
}

/** Fails with a status. Like many services, its message repeats what it was asked. */
export function fails(status: number, headers: Record<string, string> = {}, code?: string): Behaviour {
  return (response, { body }) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message: body.messages.at(-1)?.content, code } }));
  };
}

/** Answers with a page, as a proxy before the service does. */
export function servesPage(): Behaviour {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Bad gateway</title><p>Bad gateway</p>');
  };
}

async function write(response: ServerResponse, text: string, { pieces, every = 0 }: Said): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const size = pieces ?? Math.max(1, text.length);
  for (let at = 0; at < text.length; at += size) {
    if (every > 0) await new Promise((resolve) => setTimeout(resolve, every));
    if (response.destroyed) return;
    send(response, {
      choices: [
        { index: 0, delta: { role: 'assistant', content: text.slice(at, at + size) }, finish_reason: null },
      ],
    });
  }
}

function send(response: ServerResponse, data: object): void {
  const event = { id: 'chat-1', object: 'chat.completion.chunk', created: 1, model: 'local', ...data };
  response.write(`data: ${JSON.stringify(event)}\n\n`);
}

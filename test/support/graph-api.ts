import { createHmac, createSecretKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brokenRule, type Fields, fields, type GraphRequest } from './graph-rules.ts';
import { ask, bodyOf } from './http.ts';

export const TOKEN = 'EAAtesttoken0123456789secret';
export const APP_SECRET = 'app-secret-of-the-tests';
const SIGNING_KEY = createSecretKey(APP_SECRET, 'utf8');
export const VERIFY_TOKEN = 'palabra acordada';
export const NUMBER = '106540352242922';
export const SECOND_NUMBER = '106540352242933';

/** A message that the API took, as Meta got it. */
export interface Taken {
  id: string;
  phoneNumberId: string;
  to: string;
  body: Fields;
}

/** An error that the next requests get, whatever they ask for. */
export interface Failure {
  code: number;
  /** HTTP status; 0 breaks the connection off without an answer. */
  status?: number;
  headers?: Record<string, string>;
  /** Only for requests of this kind; messages by default. */
  kind?: GraphRequest['kind'] | 'media';
  /** Only for messages to this number, and for all of them. */
  alwaysTo?: string;
}

/**
 * Meta's Graph API on this machine, by the table of rules. What Meta would refuse is refused, and is a violation that
 * the suite must find empty.
 */
export class GraphApi {
  readonly numbers: readonly string[];
  readonly taken: Taken[] = [];
  readonly read: string[] = [];
  /** Messages under which it was shown that an answer is being written. */
  readonly typed: string[] = [];
  readonly uploads: { name: string; type: string; content: Buffer }[] = [];
  readonly violations: string[] = [];
  /** The requests that were refused as a test wanted, and every one that came. */
  readonly refused: number[] = [];
  /** How long each webhook took to be answered, in ms. */
  readonly latencies: number[] = [];
  /** Address to which webhooks go; without one people can write, but nobody is told. */
  webhook = '';
  /** Takes webhooks in the place of an address. */
  receiver: { receive(body: Buffer, signature: string): Promise<{ status: number }> } | undefined;
  /** Hears of every message that the API took. */
  onTaken: ((taken: Taken) => void) | undefined;
  /** Whether statuses of messages are told. */
  tellsStatuses = true;
  now: () => number = Date.now;
  readonly #server = createServer((request, response) => void this.#attend(request, response));
  readonly #failures: Failure[] = [];
  readonly #heard = new Map<string, number>();
  readonly #received = new Set<string>();
  readonly #media = new Map<string, { type: string; content: Buffer; name?: string; url?: string }>();
  readonly #pairs = new Map<string, number[]>();
  readonly #deliveries = new Set<Promise<unknown>>();
  #count = 0;

  /** @param numbers the service's own, by their ids */
  private constructor(numbers: readonly string[]) {
    this.numbers = numbers;
  }

  static async start(numbers: readonly string[] = [NUMBER, SECOND_NUMBER]): Promise<GraphApi> {
    const api = new GraphApi(numbers);
    api.#server.listen(0, '127.0.0.1');
    await once(api.#server, 'listening');
    return api;
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.#deliveries);
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What configures the service for this API. */
  get environment(): Record<string, string> {
    return {
      PUBLIC_URL: 'https://plan.example.gov.co',
      WHATSAPP_TOKEN: TOKEN,
      WHATSAPP_APP_SECRET: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN: VERIFY_TOKEN,
      WHATSAPP_PHONE_NUMBER_ID: this.numbers.join(', '),
      WHATSAPP_TEMPLATE: 'retomar_plan',
      WHATSAPP_API_URL: this.url,
    };
  }

  /** The next requests fail, one after another. */
  fail(...failures: Failure[]): void {
    this.#failures.push(...failures);
  }

  nextId(): string {
    this.#count += 1;
    return `wamid.${Buffer.from(`test ${this.#count}`).toString('base64')}`;
  }

  /** Keeps a file that a person sends; its media id. */
  hold(type: string, content: Buffer, url?: string): string {
    this.#count += 1;
    const id = `90${this.#count}`;
    this.#media.set(id, { type, content, ...(url !== undefined && { url }) });
    return id;
  }

  /** A file that was uploaded or is held. @throws for an id that is not known. */
  media(id: string): { name: string; type: string; content: Buffer } {
    const kept = this.#media.get(id);
    if (!kept) throw new Error(`there is no media ${id}`);
    return { name: '', ...kept };
  }

  /** Notes that a person wrote, which opens the window. */
  heard(phoneNumberId: string, person: string, messageId: string, at: number): void {
    this.#heard.set(`${phoneNumberId} ${person}`, at);
    this.#received.add(messageId);
  }

  /** Sends a webhook with its signature; the status of the answer. */
  async deliver(body: unknown): Promise<number> {
    const content = JSON.stringify(body);
    const signature = `sha256=${createHmac('sha256', SIGNING_KEY).update(content).digest('hex')}`;
    if (this.receiver) return (await this.receiver.receive(Buffer.from(content), signature)).status;
    const began = performance.now();
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    const { status } = await ask('POST', this.webhook, headers, content);
    this.latencies.push(performance.now() - began);
    return status;
  }

  /** A status of a message, as a webhook tells it. */
  async status(id: string, status: string, code?: number): Promise<void> {
    const errors = code === undefined ? {} : { errors: [{ code, title: `error ${code}` }] };
    const told = { id, status, timestamp: String(Math.floor(this.now() / 1000)), ...errors };
    await this.deliver(webhookOf(NUMBER, { statuses: [told] }));
  }

  async #attend(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Who breaks off is gone: there is nobody to answer.
    const content = await bodyOf(request).catch(() => undefined);
    if (!content) return;
    const [, version = '', id = '', edge = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const refuse = (code: number, status: number, why: string, headers: Record<string, string> = {}) => {
      this.refused.push(code);
      // Meta's own words repeat the token of the request in some errors.
      const message = `(#${code}) ${why}: ${request.headers.authorization}`;
      answer(status, { error: { message, type: 'OAuthException', code, fbtrace_id: 'Ax1' } }, headers);
    };
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return refuse(190, 401, 'no such token');
    if (version === 'download') {
      const file = this.#media.get(id);
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
      return void response.end(file?.content);
    }
    if (!/^v\d+\.\d+$/.test(version)) this.violations.push(`the address has no version: ${request.url}`);
    const kind = edge === 'media' ? 'upload' : edge === 'messages' ? 'message' : 'media';
    const body = kind === 'message' ? fields(JSON.parse(content.toString())) : {};
    const read = kind === 'message' && 'status' in body ? 'read' : kind;
    const failure = this.#failures.find(
      ({ kind = 'message', alwaysTo }) =>
        kind === read && (alwaysTo === undefined || ('to' in body && body.to === alwaysTo)),
    );
    if (failure) {
      if (failure.alwaysTo === undefined) this.#failures.splice(this.#failures.indexOf(failure), 1);
      if (failure.status === 0) return void request.socket.destroy();
      return refuse(failure.code, failure.status ?? 400, 'as the test wants', failure.headers);
    }
    if (read === 'media') {
      const file = this.#media.get(id);
      if (!file) return refuse(100, 400, 'no such media');
      const url = file.url ?? `${this.url}/download/${id}`;
      return answer(200, {
        messaging_product: 'whatsapp',
        url,
        mime_type: file.type,
        file_size: file.content.length,
        id,
      });
    }
    const json = (request.headers['content-type'] ?? '').startsWith('application/json');
    const asked: GraphRequest =
      read === 'upload'
        ? { kind: 'upload', phoneNumberId: id, form: await formOf(content, request) }
        : { kind: read, phoneNumberId: id, body, json };
    const to = String(body.to ?? body.recipient ?? '');
    const pair = this.#times(`${id} ${to}`);
    const number = this.#times(id);
    const broken = brokenRule(asked, {
      now: this.now(),
      phoneNumberIds: this.numbers,
      templates: [{ name: 'retomar_plan', language: 'es' }],
      received: this.#received,
      media: this.#media,
      heard: this.#heard.get(`${id} ${to}`),
      pair,
      number,
    });
    if (broken) {
      this.violations.push(`${broken.why} (${broken.page}): ${JSON.stringify(body).slice(0, 300)}`);
      return refuse(broken.code, broken.status, broken.why);
    }
    if (asked.kind === 'upload') return answer(200, { id: await this.#upload(asked.form) });
    if (asked.kind === 'read') {
      this.read.push(String(body.message_id));
      if (body.typing_indicator) this.typed.push(String(body.message_id));
      return answer(200, { success: true });
    }
    pair.push(this.now());
    // Only the last second counts of a number.
    while ((number[0] ?? Number.POSITIVE_INFINITY) < this.now() - 1000) number.shift();
    number.push(this.now());
    const messageId = this.nextId();
    const taken = { id: messageId, phoneNumberId: id, to, body };
    this.taken.push(taken);
    this.onTaken?.(taken);
    answer(200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id: messageId }],
    });
    if (this.tellsStatuses && (this.webhook !== '' || this.receiver)) this.#tell(id, messageId);
  }

  /** First «sent», then «delivered», in one webhook as Meta often does. */
  #tell(phoneNumberId: string, id: string): void {
    const timestamp = String(Math.floor(this.now() / 1000));
    const statuses = ['sent', 'delivered'].map((status) => ({ id, status, timestamp }));
    const delivery = this.deliver(webhookOf(phoneNumberId, { statuses }))
      .catch(() => undefined)
      .finally(() => this.#deliveries.delete(delivery));
    this.#deliveries.add(delivery);
  }

  async #upload(form: FormData): Promise<string> {
    const file = form.get('file') as File;
    const content = Buffer.from(await file.arrayBuffer());
    this.uploads.push({ name: file.name, type: file.type, content });
    const id = this.hold(file.type, content);
    Object.assign(this.#media.get(id) ?? {}, { name: file.name });
    return id;
  }

  #times(key: string): number[] {
    const times = this.#pairs.get(key) ?? [];
    this.#pairs.set(key, times);
    return times;
  }
}

/** A webhook of one number. */
export function webhookOf(phoneNumberId: string, value: Fields): Fields {
  return { object: 'whatsapp_business_account', entry: [entryOf(phoneNumberId, value)] };
}

/** One entry of a webhook: several may come together. */
export function entryOf(phoneNumberId: string, value: Fields): Fields {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
  return {
    id: '102290129340398',
    changes: [{ value: { messaging_product: 'whatsapp', metadata, ...value }, field: 'messages' }],
  };
}

async function formOf(content: Buffer, { headers }: IncomingMessage): Promise<FormData> {
  const type = headers['content-type'] ?? '';
  return await new Response(new Uint8Array(content), { headers: { 'content-type': type } }).formData();
}

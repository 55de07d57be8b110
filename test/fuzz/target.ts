import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { IngestFault, readDocument } from '../../src/ingest/index.ts';
import { importPlan } from '../../src/plan/import.ts';
import { Plan } from '../../src/plan/schema.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { TEST_DATA } from '../support/app.ts';
import { APP_SECRET, NUMBER } from '../support/graph-api.ts';
import type { Edge } from './edge.ts';
import type { Input } from './inputs.ts';
import { NAMES } from './samples.ts';

/** Longest time that anything may take, in ms, on a machine that has other things to do. */
const SLOW = 8_000;

/** The real service over a database in memory, with a person on every channel who sends one input after another. */
export class Target {
  readonly #edge: Edge;
  readonly #app: App;
  readonly #url: string;
  readonly #faults: string[];
  #person = 0;
  #sent = 0;
  #door: { conversationId: string; token: string } | undefined;

  private constructor(edge: Edge, app: App, port: number, faults: string[]) {
    this.#edge = edge;
    this.#app = app;
    this.#url = `http://127.0.0.1:${port}`;
    this.#faults = faults;
  }

  static async open(edge: Edge): Promise<Target> {
    const faults: string[] = [];
    const log = pino(
      { level: 'error' },
      { write: (line: string) => void faults.push(`logged: ${line.slice(0, 3000)}`) },
    );
    const config = readConfig({
      PORT: '0',
      DATA_FOLDER: TEST_DATA,
      PUBLIC_URL: 'https://plan.example.gov.co',
      WHATSAPP_TOKEN: 'token',
      WHATSAPP_APP_SECRET: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN: 'word',
      WHATSAPP_PHONE_NUMBER_ID: NUMBER,
      WHATSAPP_API_URL: edge.url,
      RATE_MESSAGES_PER_MINUTE: '0',
      RATE_CONVERSATIONS_PER_HOUR: '0',
      RATE_UPLOADS_PER_HOUR: '0',
    });
    const app = await createApp({ config, log, database: ':memory:' });
    return new Target(edge, app, await app.start(), faults);
  }

  async close(): Promise<void> {
    await this.#app.stop();
  }

  /** From here on the inputs are of people who were never here before. */
  nextPerson(): void {
    this.#person += 1;
    this.#door = undefined;
  }

  /** Notes what went wrong outside of any input, such as a promise that nobody waits for. */
  blame(what: string): void {
    this.#faults.push(what);
  }

  /** Sends an input and waits until all that came of it has ended. @returns what went wrong; undefined where nothing did */
  async attempt(input: Input): Promise<string | undefined> {
    this.#faults.length = 0;
    const began = performance.now();
    try {
      await this.#send(input);
      await this.#settled();
    } catch (error) {
      this.#faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    const took = performance.now() - began;
    if (took > SLOW) this.#faults.push(`took ${Math.round(took)} ms`);
    return this.#faults[0];
  }

  async #send(input: Input): Promise<void> {
    switch (input.kind) {
      case 'chat':
        return await this.#say(JSON.stringify({ type: 'message', text: input.text }));
      case 'button':
        return await this.#say(JSON.stringify(await this.#button(input.at)));
      case 'directline':
        return await this.#directLine(input.path, input.body);
      case 'upload':
        return await this.#upload(input);
      case 'activity':
        this.#edge.file = Buffer.from('{"version":1}');
        return await this.#post('/api/messages', this.#named(input.body));
      case 'whatsapp':
        return await this.#webhook(input);
      case 'import':
        return checkImport(input.text);
      case 'ingest':
        return await checkDocument(input.name, Buffer.from(input.bytes, 'base64'));
    }
  }

  async #say(body: string): Promise<void> {
    const { conversationId, token } = await this.#conversation();
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    await this.#post(path, body, { authorization: `Bearer ${token}` });
  }

  async #directLine(path: string, body: string): Promise<void> {
    const { conversationId, token } = await this.#conversation();
    const authorization = `Bearer ${token}`;
    const at = `/v3/directline/conversations/${conversationId}`;
    if (path === 'start') return await this.#post('/v3/directline/conversations', body, { authorization });
    if (path === 'refresh') return await this.#post('/v3/directline/tokens/refresh', body, { authorization });
    if (path === 'activities') return await this.#post(`${at}/activities`, body, { authorization });
    check(await fetch(`${this.#url}${at}/activities${path}`, { headers: { authorization } }), '');
  }

  async #upload({ name, contentType, bytes, activity }: Extract<Input, { kind: 'upload' }>): Promise<void> {
    const { conversationId, token } = await this.#conversation();
    const body = new FormData();
    body.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
    body.append('file', new Blob([Buffer.from(bytes, 'base64')], { type: contentType }), name);
    const response = await fetch(`${this.#url}/v3/directline/conversations/${conversationId}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body,
    });
    check(response, await response.text());
  }

  async #webhook({ body, file }: Extract<Input, { kind: 'whatsapp' }>): Promise<void> {
    this.#edge.file = Buffer.from(file, 'base64');
    const named = this.#named(body);
    const signature = `sha256=${createHmac('sha256', APP_SECRET).update(named).digest('hex')}`;
    await this.#post('/api/whatsapp', named, { 'x-hub-signature-256': signature });
  }

  /** What a button of the last message sends; the beginning of a plan where there is none. */
  async #button(at: number): Promise<object> {
    const { conversationId, token } = await this.#conversation();
    const { body } = await this.#app.directLine.handle('poll', {
      authorization: `Bearer ${token}`,
      conversationId,
    });
    const { activities } = body as { activities: { suggestedActions?: { actions: Action[] } }[] };
    const actions =
      activities.findLast(({ suggestedActions }) => suggestedActions)?.suggestedActions?.actions ?? [];
    const action = actions[at % Math.max(1, actions.length)];
    if (!action) return { type: 'message', text: 'Empezar mi plan' };
    const isPlain = action.type === 'imBack';
    return {
      type: 'message',
      text: isPlain ? action.value : action.text,
      ...(!isPlain && { value: action.value }),
    };
  }

  async #conversation(): Promise<{ conversationId: string; token: string }> {
    if (!this.#door) {
      const { body } = await this.#app.directLine.handle('start', { body: { locale: 'es-CO' } });
      this.#door = body as { conversationId: string; token: string };
    }
    return this.#door;
  }

  async #post(path: string, body: string, headers: Record<string, string> = {}): Promise<void> {
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    check(response, await response.text());
  }

  /** A body with the names of this person and a new message. */
  #named(body: string): string {
    this.#sent += 1;
    return body
      .replaceAll(NAMES.service, this.#edge.url)
      .replaceAll(NAMES.someone, `p${this.#person}`)
      .replaceAll(NAMES.phone, `57${String(3_000_000_000 + this.#person)}`)
      .replaceAll(NAMES.id, `m${this.#sent}`);
  }

  async #settled(): Promise<void> {
    await this.#app.directLine.idle();
    while ((await this.#app.store.list('whatsapp-pending')).length > 0)
      await new Promise((done) => setImmediate(done));
  }
}

interface Action {
  type: string;
  text?: string;
  value: unknown;
}

/** What was refused says why; nothing is a fault of the service. */
function check(response: Response, body: string): void {
  // What Bot Framework calls for and a bot does not offer is answered with 501 by its protocol.
  if (response.status >= 500 && response.status !== 501)
    throw new Error(`answered ${response.status}: ${body.slice(0, 500)}`);
  if (response.status >= 400 && response.headers.get('content-type')?.startsWith('application/json')) {
    const { error } = JSON.parse(body) as { error?: { message?: string } };
    if (!error?.message) throw new Error(`refused with ${response.status} and no reason`);
  }
}

function checkImport(text: string): void {
  const result = importPlan(text);
  if (result.ok) Plan.parse(result.plan);
  else if (result.faults.length === 0) throw new Error('a plan was refused without a reason');
  if (Object.hasOwn(Object.prototype, 'polluted'))
    throw new Error('the prototype of all objects was changed');
}

async function checkDocument(name: string, bytes: Buffer): Promise<void> {
  try {
    await readDocument(name, bytes);
  } catch (error) {
    if (!(error instanceof IngestFault)) throw error;
  }
}

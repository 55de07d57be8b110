import { LocalPerson } from '../../src/cli/person.ts';
import type { Line, Reply } from '../../src/cli/script.ts';
import type { Plan } from '../../src/plan/schema.ts';
import type { App } from '../../src/server/app.ts';
import { openApp } from './app.ts';
import { GraphApi } from './graph-api.ts';
import { WhatsAppPerson } from './whatsapp-person.ts';

/** Friday, the 20th of November 2026, at noon in Bogotá. */
export const FRIDAY_NOON = Date.parse('2026-11-20T17:00:00Z');

/** What a person saw in answer: its texts and its buttons. */
export interface Shown {
  text: string;
  choices: string[];
}

/** The whole service with the web chat and WhatsApp, a clock that is moved, and what is said written down. */
export class TwoChannels {
  app: App;
  readonly api: GraphApi;
  readonly lines: Line[] = [];
  readonly #database: string;
  readonly #clock: { offset: number };

  private constructor(app: App, api: GraphApi, database: string, clock: { offset: number }) {
    this.app = app;
    this.api = api;
    this.#database = database;
    this.#clock = clock;
  }

  static async open(database = ':memory:', start = FRIDAY_NOON): Promise<TwoChannels> {
    const api = await GraphApi.start();
    const clock = { offset: start - Date.now() };
    api.now = () => Date.now() + clock.offset;
    const app = await serve(api, database, clock);
    return new TwoChannels(app, api, database, clock);
  }

  /** The time of the service. */
  now(): Date {
    return new Date(Date.now() + this.#clock.offset);
  }

  /** Time passes until a moment (ISO 8601). */
  passTo(moment: string): void {
    this.#clock.offset = Date.parse(moment) - Date.now();
    this.lines.push({ who: 'bot', text: `\n(${moment.slice(0, 16).replace('T', ' ')} UTC)` });
  }

  pass(ms: number): void {
    this.#clock.offset += ms;
  }

  /** The service ends and starts again over the same database. */
  async restart(): Promise<void> {
    await this.app.stop();
    this.app = await serve(this.api, this.#database, this.#clock);
  }

  /** Ends; what Meta would have refused is told. */
  async close(): Promise<string[]> {
    await this.app.stop();
    await this.api.stop();
    return this.api.violations;
  }

  async webPerson(): Promise<WebTalker> {
    const person = await LocalPerson.open(this.app);
    await person.listen();
    return new WebTalker(this, person);
  }

  whatsAppPerson(phone = '573001112233'): WhatsAppTalker {
    const quiet = async () =>
      [...(await this.app.store.list('whatsapp-pending')), ...(await this.app.store.list('whatsapp-outbox'))]
        .length === 0;
    return new WhatsAppTalker(this, new WhatsAppPerson(this.api, phone, undefined, quiet));
  }

  async plans(): Promise<Plan[]> {
    return (await this.app.store.list<Plan>('plans')).map(({ value }) => value);
  }

  /** What was said, with codes and times of day that are never the same left out. */
  get transcript(): string {
    return `${this.lines
      .map(({ who, text }) => (who === 'user' ? `\n> ${text}\n` : text))
      .join('\n')
      .replace(/\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/g, 'ACDE-2347')
      .replace(/^(> \[\w+\] )[a-z2-9]{4} [a-z2-9]{4}$/gm, '$1acde 2347')
      .replace(/\d{1,2}:\d\d\s[ap]\.\s?m\./g, 'H:MM')}\n`;
  }
}

async function serve(api: GraphApi, database: string, clock: { offset: number }): Promise<App> {
  const app = await openApp({
    environment: api.environment,
    database,
    clock: () => new Date(Date.now() + clock.offset),
  });
  api.webhook = `http://127.0.0.1:${await app.start()}/api/whatsapp`;
  return app;
}

/** Somebody in the web chat. */
export class WebTalker {
  readonly #office: TwoChannels;
  #person: LocalPerson;

  constructor(office: TwoChannels, person: LocalPerson) {
    this.#office = office;
    this.#person = person;
  }

  async say(text: string): Promise<Shown> {
    await this.#person.waitDays(0);
    this.#office.lines.push({ who: 'user', text: `[web] ${text}` });
    return this.#shown(await this.#person.send(text));
  }

  /** What came since, without anything said. */
  async look(): Promise<Shown> {
    // Its token may have run out meanwhile: the page exchanges it.
    await this.#person.waitDays(0);
    return this.#shown(await this.#person.listen());
  }

  /** Opens the page again, in the same browser, on a service that may have been started anew. */
  async comeBack(): Promise<void> {
    this.#person = await LocalPerson.open(this.#office.app, this.#person.door);
    await this.#person.listen();
  }

  get conversation(): string {
    return this.#person.door.conversationId;
  }

  #shown(replies: Reply[]): Shown {
    const choices = replies.at(-1)?.choices ?? [];
    this.#office.lines.push(...replies.map((reply): Line => ({ who: 'bot', text: reply.text })));
    if (choices.length > 0)
      this.#office.lines.push({ who: 'bot', text: choices.map((one) => `[${one}]`).join(' ') });
    return { text: replies.map((reply) => reply.text).join('\n'), choices };
  }
}

/** Somebody on WhatsApp. */
export class WhatsAppTalker {
  readonly #office: TwoChannels;
  readonly person: WhatsAppPerson;
  #seen = 0;

  constructor(office: TwoChannels, person: WhatsAppPerson) {
    this.#office = office;
    this.person = person;
  }

  async say(text: string): Promise<Shown> {
    return await this.#told(text, () => this.person.say(text));
  }

  async press(title: string): Promise<Shown> {
    return await this.#told(`[${title}]`, () => this.person.press(title));
  }

  /** What came since, without anything said. */
  look(): Shown {
    const seen = this.person.seen.slice(this.#seen);
    this.#seen = this.person.seen.length;
    const choices = seen.at(-1)?.options.map(({ title }) => title) ?? [];
    this.#office.lines.push(
      ...seen.map(({ text, type }): Line => ({ who: 'bot', text: text || `(${type})` })),
    );
    if (choices.length > 0)
      this.#office.lines.push({ who: 'bot', text: choices.map((one) => `[${one}]`).join(' ') });
    return { text: seen.map(({ text }) => text).join('\n'), choices };
  }

  /** What came unasked is written down before what is said now. */
  async #told(text: string, send: () => Promise<unknown>): Promise<Shown> {
    if (this.person.seen.length > this.#seen) this.look();
    this.#office.lines.push({ who: 'user', text: `[WhatsApp] ${text}` });
    await send();
    return this.look();
  }
}

import { loadTexts } from '../../src/text/locales.ts';
import type { GraphApi, Taken } from '../support/graph-api.ts';
import type { Fields } from '../support/graph-rules.ts';
import { seenOf, WhatsAppPerson } from '../support/whatsapp-person.ts';
import { type Message, PATIENCE_MS, Person, pause } from './person.ts';

/** How long nothing more must come for an answer to be whole, in ms: its messages go one after another. */
const QUIET_MS = 400;
/** What the channel says, in one message and without asking the assistant, to a message that was changed. */
const CHANGED = loadTexts('dialogs/locales', 'es').t('whatsapp.edited');

/** Meta on this machine: who the messages that it took are for. */
export class WhatsApp {
  readonly #api: GraphApi;
  readonly #people = new Map<string, WhatsAppLoadPerson>();
  #count = 0;

  /** @param api delivers its webhooks to `api.webhook` or `api.receiver` */
  constructor(api: GraphApi) {
    this.#api = api;
    api.onTaken = (taken) => {
      api.taken.length = 0;
      this.#people.get(taken.to)?.takes(taken);
    };
  }

  person(): WhatsAppLoadPerson {
    this.#count += 1;
    const phone = `57300${String(this.#count).padStart(7, '0')}`;
    const { numbers } = this.#api;
    const person = new WhatsAppLoadPerson(this.#api, phone, numbers[this.#count % numbers.length] ?? '');
    this.#people.set(phone, person);
    return person;
  }
}

/** Somebody who writes on WhatsApp, and whose messages may come more than once and in another order. */
export class WhatsAppLoadPerson extends Person {
  override readonly deliversTogether = true;
  readonly #api: GraphApi;
  readonly #person: WhatsAppPerson;
  readonly #fields = new Map<string, Fields>();
  #heardOut = false;

  constructor(api: GraphApi, phone: string, number: string) {
    super();
    this.#api = api;
    this.#person = new WhatsAppPerson(api, phone, number);
  }

  /** People begin by writing. */
  override async open(): Promise<void> {}

  /** Delivers messages together, in one webhook. */
  override async deliver(...messages: Message[]): Promise<void> {
    const webhook = this.#person.webhook(...messages.map((message) => this.#fieldsOf(message)));
    await this.insist(async () => (await this.#api.deliver(webhook)) === 200);
  }

  takes({ body }: Taken): void {
    const { text } = seenOf(body);
    if (text === CHANGED) this.#heardOut = true;
    else this.hear(text);
  }

  override async settle(): Promise<void> {
    for (let before = -1; before !== this.heard.length; ) {
      before = this.heard.length;
      await pause(QUIET_MS);
    }
  }

  /** Messages are answered in their order: what answers a last one comes after everything else. */
  override async hearOut(): Promise<void> {
    const last = this.#person.webhook(this.#person.message({ type: 'edit', edit: {} }, Date.now()));
    await this.insist(async () => (await this.#api.deliver(last)) === 200);
    const end = Date.now() + PATIENCE_MS;
    while (!this.#heardOut) {
      if (Date.now() > end) throw new Error('WhatsApp: what was said last was not answered');
      await pause(QUIET_MS);
    }
  }

  protected override async listen(): Promise<void> {
    await this.told();
  }

  #fieldsOf({ id, text, at }: Message): Fields {
    const known = this.#fields.get(id) ?? this.#person.text(text, at);
    this.#fields.set(id, known);
    return known;
  }
}

import { entryOf, type GraphApi, NUMBER, type Taken, webhookOf } from './graph-api.ts';
import { type Fields, fields, list } from './graph-rules.ts';

/** What a person sees of a message: its text, its buttons or rows, its file. */
export interface Seen {
  type: string;
  text: string;
  options: { id: string; title: string; description?: string }[];
  file?: { name: string; mediaId: string };
}

/** A person with WhatsApp, who writes through webhooks and sees what Meta took for them. */
export class WhatsAppPerson {
  readonly #api: GraphApi;
  readonly phone: string;
  readonly #phoneNumberId: string;

  readonly #quiet: () => Promise<boolean>;

  /** @param quiet whether nothing more is on its way to anybody; by default nothing came for a while. */
  constructor(api: GraphApi, phone: string, phoneNumberId = NUMBER, quiet?: () => Promise<boolean>) {
    this.#api = api;
    this.phone = phone;
    this.#phoneNumberId = phoneNumberId;
    this.#quiet = quiet ?? (() => this.#silence());
  }

  /** A message as a webhook tells it. */
  message(content: Fields, at = this.#api.now()): Fields {
    const id = this.#api.nextId();
    this.#api.heard(this.#phoneNumberId, this.phone, id, at);
    const common = { from: this.phone, from_user_id: `CO.1${this.phone}`, id };
    return { ...common, timestamp: String(Math.floor(at / 1000)), ...content };
  }

  text(body: string, at?: number): Fields {
    return this.message({ type: 'text', text: { body } }, at);
  }

  /** A webhook with messages of this person, in the order given. */
  webhook(...messages: Fields[]): Fields {
    return webhookOf(this.#phoneNumberId, this.value(messages));
  }

  entry(...messages: Fields[]): Fields {
    return entryOf(this.#phoneNumberId, this.value(messages));
  }

  value(messages: Fields[]): Fields {
    const contacts = [{ profile: { name: 'Ana Pérez' }, wa_id: this.phone, user_id: `CO.1${this.phone}` }];
    return { contacts, messages };
  }

  async deliver(...messages: Fields[]): Promise<number> {
    return await this.#api.deliver(this.webhook(...messages));
  }

  /** Writes, and waits for what is said to it. */
  async say(body: string): Promise<Seen[]> {
    return await this.#answered(this.text(body));
  }

  /** Presses a button or chooses a row of the last message that has one so called. */
  async press(title: string): Promise<Seen[]> {
    const options = this.seen.flatMap((seen) => seen.options.map((option) => ({ seen, option })));
    const found = options.findLast(({ option }) => option.title === title || option.description === title);
    if (!found) throw new Error(`nothing to press says «${title}»: ${JSON.stringify(this.seen.at(-1))}`);
    return await this.#answered(this.pressed(found.option, found.seen.type === 'list'));
  }

  pressed(option: Seen['options'][number], inList: boolean): Fields {
    const { id, title, description } = option;
    const reply = inList
      ? { type: 'list_reply', list_reply: { id, title, ...(description && { description }) } }
      : { type: 'button_reply', button_reply: { id, title } };
    return this.message({ type: 'interactive', interactive: reply });
  }

  async sendDocument(
    filename: string,
    mimeType: string,
    content: Buffer | string,
    caption?: string,
  ): Promise<Seen[]> {
    const id = this.#api.hold(mimeType, Buffer.from(content));
    const document = { filename, mime_type: mimeType, sha256: 'x', id, ...(caption && { caption }) };
    return await this.#answered(this.message({ type: 'document', document }));
  }

  /** Everything that Meta took for this person. */
  get seen(): Seen[] {
    return this.taken.map(({ body }) => seenOf(body));
  }

  get taken(): Taken[] {
    return this.#api.taken.filter(
      ({ to, phoneNumberId }) => to === this.phone && phoneNumberId === this.#phoneNumberId,
    );
  }

  /** Waits until what this person sees satisfies. */
  async until(satisfied: (seen: Seen[]) => boolean): Promise<Seen[]> {
    for (let tries = 0; tries < 400; tries += 1) {
      if (satisfied(this.seen)) return this.seen;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(
      `still waiting; last seen: ${JSON.stringify(this.seen.at(-1))} ${this.#api.violations.join()}`,
    );
  }

  /** Delivers a message and waits until what is said to it has come to its end. */
  async #answered(message: Fields): Promise<Seen[]> {
    const before = this.seen.length;
    const status = await this.deliver(message);
    if (status !== 200) throw new Error(`the webhook was answered with ${status}`);
    await this.until((seen) => seen.length > before);
    while (!(await this.#quiet())) await new Promise((done) => setTimeout(done, 20));
    return this.seen.slice(before);
  }

  async #silence(): Promise<boolean> {
    const before = this.seen.length;
    await new Promise((done) => setTimeout(done, 800));
    return this.seen.length === before;
  }
}

/** What a person sees of a message that Meta took. */
export function seenOf(body: Fields): Seen {
  const own = fields(body[String(body.type)]);
  const action = fields(own.action);
  const rows = list(action.sections).flatMap((section) => list(section.rows));
  const buttons = list(action.buttons).map((button) => fields(button.reply));
  const options = [...rows, ...buttons] as unknown as Seen['options'];
  const text = own.body ?? own.caption ?? own.name ?? '';
  return {
    type: body.type === 'interactive' ? String(own.type) : String(body.type),
    text: String(typeof text === 'object' ? fields(text).text : text),
    options,
    ...(own.filename !== undefined && { file: { name: String(own.filename), mediaId: String(own.id) } }),
  };
}

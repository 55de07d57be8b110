import type { TestOptions } from '../app.ts';
import { openApp } from '../app.ts';
import { GraphApi, NUMBER, type Taken } from '../graph-api.ts';
import { type Fields, fields } from '../graph-rules.ts';
import { seenOf, WhatsAppPerson } from '../whatsapp-person.ts';
import type { ChannelDriver, ChannelKind, ChannelPerson, Option, Seen, SeenFile } from './person.ts';
import { download, PUBLIC_URL, plainSeen } from './person.ts';

/** WhatsApp: the service behind its webhook, Meta's API on this machine with its rules. */
export const whatsApp: ChannelKind = {
  name: 'WhatsApp',
  absent: {
    form: 'its forms are flows, which Meta has to approve; questions are put one by one',
    'model label': 'Meta has no label for what a model wrote',
  },
  open: openDriver,
};

async function openDriver({ environment, ...options }: TestOptions = {}): Promise<ChannelDriver> {
  const api = await GraphApi.start();
  if (options.clock) api.now = () => (options.clock as () => Date)().getTime();
  const app = await openApp({ ...options, environment: { ...api.environment, ...environment, PUBLIC_URL } });
  const url = `http://127.0.0.1:${await app.start()}`;
  api.webhook = `${url}/api/whatsapp`;
  const quiet = async () =>
    (await app.store.list('whatsapp-pending')).length + (await app.store.list('whatsapp-outbox')).length ===
    0;
  let people = 0;
  let looked = 0;
  return {
    app,
    url,
    person: async () => {
      people += 1;
      return new Visitor(
        api,
        new WhatsAppPerson(api, `57300${1_000_000 + people}`, NUMBER, quiet),
        quiet,
        url,
      );
    },
    failOnce: () => api.fail({ code: 131016, status: 503 }),
    checked: () => {
      const sent = api.taken.length - looked;
      looked = api.taken.length;
      return { sent, broken: api.violations.splice(0) };
    },
    close: async () => {
      await app.stop();
      await api.stop();
    },
  };
}

class Visitor implements ChannelPerson {
  readonly #api: GraphApi;
  readonly #phone: WhatsAppPerson;
  readonly #quiet: () => Promise<boolean>;
  /** Where the service listens. */
  readonly #url: string;
  readonly sends: ChannelPerson['sends'];
  #last = '';

  constructor(api: GraphApi, phone: WhatsAppPerson, quiet: () => Promise<boolean>, url: string) {
    this.#url = url;
    this.#api = api;
    this.#phone = phone;
    this.#quiet = quiet;
    const send = (type: string, content: Fields = {}) => this.#send(phone.message({ type, ...content }));
    this.sends = {
      file: (filename, mime, content) => {
        const id = api.hold(mime, Buffer.from(content));
        return send('document', { document: { filename, mime_type: mime, sha256: 'x', id } });
      },
      audio: () => send('audio', { audio: { id: '1', mime_type: 'audio/ogg; codecs=opus', voice: true } }),
      location: () => send('location', { location: { latitude: 0.83, longitude: -77.64, name: 'Ipiales' } }),
      sticker: () => send('sticker', { sticker: { id: '2', mime_type: 'image/webp', animated: false } }),
      reaction: () => send('reaction', { reaction: { message_id: phone.taken.at(-1)?.id, emoji: '👍' } }),
      edited: () => send('edit', { edit: editOf(api.nextId(), 'Pitalito') }),
      unsupported: () =>
        send('unsupported', {
          errors: [{ code: 131051, title: 'Message type unknown', message: 'unknown' }],
        }),
    };
  }

  say(text: string): Promise<Seen[]> {
    return this.#send(this.#phone.text(text));
  }

  async sayThrice(text: string): Promise<Seen[]> {
    const message = this.#phone.text(text);
    const before = this.#phone.taken.length;
    await Promise.all([this.#phone.deliver(message), this.#phone.deliver(message)]);
    await this.#settled();
    await this.#phone.deliver(message);
    return await this.#shown(before);
  }

  typing(): boolean {
    return this.#api.typed.includes(this.#last);
  }

  async #send(message: Fields): Promise<Seen[]> {
    this.#last = String(message.id);
    const before = this.#phone.taken.length;
    const status = await this.#phone.deliver(message);
    if (status !== 200) throw new Error(`the webhook was answered with ${status}`);
    return await this.#shown(before);
  }

  async #settled(): Promise<void> {
    while (!(await this.#quiet())) await new Promise((done) => setTimeout(done, 10));
  }

  /** What came since, with the lists turned to their last page. */
  async #shown(before: number): Promise<Seen[]> {
    await this.#settled();
    const shown: Seen[] = [];
    for (const taken of this.#phone.taken.slice(before)) {
      const seen = this.#see(taken);
      for (let more = seen.options.at(-1); more?.label === MORE; more = seen.options.at(-1)) {
        const [page] = await more.press();
        if (!page) throw new Error('a page of a list did not come');
        seen.options.splice(-1, 1, ...page.options);
      }
      shown.push(seen);
    }
    return shown;
  }

  #see({ body }: Taken): Seen {
    const { type, text, options, file } = seenOf(body);
    const own = fields(body[String(body.type)]);
    return {
      ...plainSeen(readable(text)),
      options: options.map(
        (option): Option => ({
          label: readable([option.title, option.description].filter(Boolean).join('\n')),
          press: () => this.#send(this.#phone.pressed(option, type === 'list')),
        }),
      ),
      files:
        type === 'document' || type === 'image'
          ? [
              {
                name: file?.name ?? this.#api.media(String(own.id)).name,
                picture: type === 'image',
                content: async () => this.#api.media(String(own.id)).content,
              },
            ]
          : linkedIn(text, this.#url),
      sources: sourcesIn(text),
    };
  }
}

/** The row that leads to the next page of a list. */
const MORE = 'Más opciones';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/edit */
function editOf(original: string, body: string): Fields {
  return { original_message_id: original, message: { type: 'text', text: { body } } };
}

/** Stretches in bold, and look-alikes of marks, as a person reads them. */
function readable(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\p{N}])/gu, '$1')
    .replace(/[∗ˍ∼ˋ›]/g, (mark) => '*_~`>'['∗ˍ∼ˋ›'.indexOf(mark)] ?? mark);
}

/** A file that Meta does not take, by its address. */
function linkedIn(text: string, at: string): SeenFile[] {
  return [...text.matchAll(/^(.+): (https:\S+\/descargas\/\S+)$/gm)].map(([, name = '', url = '']) => ({
    name,
    picture: false,
    content: () => download(url, at),
  }));
}

/** The list of sources under an answer: numbers and title in a line, the address in the next one. */
function sourcesIn(text: string): Seen['sources'] {
  return [...text.matchAll(/^((?:\[\d+\] )+).*\n(https:\S+)$/gm)].flatMap(([, marks = '', url = '']) =>
    [...marks.matchAll(/\d+/g)].map(([n]) => ({ n: Number(n), url })),
  );
}

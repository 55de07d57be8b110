import { randomUUID } from 'node:crypto';
import { openApp, type TestOptions } from '../app.ts';
import { cardsIn, ShownCard } from './adaptive-card.ts';
import type { ChannelDriver, ChannelKind, ChannelPerson, Option, Seen } from './person.ts';
import { download, plainSeen } from './person.ts';

/** The web chat: the service's own Direct Line endpoint over HTTP, as the page calls it. */
export const webChat: ChannelKind = {
  name: 'the web chat',
  absent: {
    typing: 'what was said is kept, and nothing else; the page shows that a message is on its way',
    'model label': 'the answer itself says what it rests on',
    location: 'the page sends words and files',
    reaction: 'the page has no reactions',
    sticker: 'the page has no stickers',
    failure: 'what is said is kept, and the page asks for it',
    edited: 'what was said stays as it was said',
  },
  open: openDriver,
};

/** An activity, as the page reads it. */
interface Heard {
  type: string;
  text?: string;
  from: { role?: string };
  suggestedActions?: { actions: Action[] };
  attachments?: { name: string; contentType: string; contentUrl: string; content?: unknown }[];
  channelData?: { toldByCard?: boolean };
}

/** What lets a person back into a conversation. */
interface Door {
  conversationId: string;
  token: string;
}

interface Action {
  type: string;
  title: string;
  value?: unknown;
  text?: string;
}

async function openDriver(options: TestOptions = {}): Promise<ChannelDriver> {
  const app = await openApp(options);
  const url = `http://127.0.0.1:${await app.start()}`;
  const heard: Heard[] = [];
  return {
    app,
    url,
    person: async () =>
      await Visitor.arrive(
        url,
        () => app.directLine.idle(),
        (activity) => heard.push(activity),
      ),
    checked: () => {
      const messages = heard.splice(0);
      return { sent: messages.length, broken: messages.flatMap(brokenRules) };
    },
    close: () => app.stop(),
  };
}

class Visitor implements ChannelPerson {
  readonly #url: string;
  readonly #settled: () => Promise<void>;
  readonly #note: (heard: Heard) => void;
  #door: Door = { conversationId: '', token: '' };
  #watermark = '0';
  readonly sends: ChannelPerson['sends'] = {
    file: (name, contentType, content) => this.#upload(name, contentType, content),
    audio: () => this.#upload('nota de voz.ogg', 'audio/ogg', Buffer.from([0x4f, 0x67, 0x67, 0x53, 0xff])),
    unsupported: async () => {
      const { status, body } = await this.#call('POST', '/activities', { type: 'invoke', name: 'x' });
      if (status !== 400) throw new Error(`it was answered with ${status}`);
      return [plainSeen((body as { error: { message: string } }).error.message), ...(await this.#listen())];
    },
  };

  private constructor(url: string, settled: () => Promise<void>, note: (heard: Heard) => void) {
    this.#url = url;
    this.#settled = settled;
    this.#note = note;
  }

  static async arrive(
    url: string,
    settled: () => Promise<void>,
    note: (heard: Heard) => void,
  ): Promise<Visitor> {
    const visitor = new Visitor(url, settled, note);
    const started = await fetch(`${url}/v3/directline/conversations`, { method: 'POST' });
    visitor.#door = (await started.json()) as Door;
    await visitor.#listen();
    return visitor;
  }

  say(text: string): Promise<Seen[]> {
    return this.#post({ type: 'message', text });
  }

  async sayThrice(text: string): Promise<Seen[]> {
    const channelData = { clientActivityID: randomUUID() };
    const post = () => this.#call('POST', '/activities', { type: 'message', text, channelData });
    await Promise.all([post(), post()]);
    await this.#settled();
    await post();
    return await this.#listen();
  }

  async #post(activity: object): Promise<Seen[]> {
    const { status, body } = await this.#call('POST', '/activities', activity);
    if (status !== 200) throw new Error(`the message was not taken (${status}): ${JSON.stringify(body)}`);
    return await this.#listen();
  }

  async #upload(name: string, type: string, content: string | Buffer): Promise<Seen[]> {
    const form = new FormData();
    form.append(
      'activity',
      new Blob([JSON.stringify({ type: 'message' })], { type: 'application/vnd.microsoft.activity' }),
    );
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
    const { status, body } = await this.#call('POST', '/upload', form);
    if (status !== 200) throw new Error(`the file was not taken (${status}): ${JSON.stringify(body)}`);
    return await this.#listen();
  }

  /** What was said since the last look. */
  async #listen(): Promise<Seen[]> {
    await this.#settled();
    const { body } = await this.#call('GET', `/activities?watermark=${this.#watermark}`);
    const page = body as { activities: Heard[]; watermark: string };
    this.#watermark = page.watermark;
    const heard = page.activities.filter(({ type, from }) => type === 'message' && from.role === 'bot');
    heard.forEach(this.#note);
    return heard.map((activity) => this.#see(activity));
  }

  #see({ text = '', suggestedActions, attachments = [], channelData }: Heard): Seen {
    const cards = cardsIn({ attachments }).map(
      (card) => new ShownCard(card, (sent) => this.#post({ type: 'message', ...sent })),
    );
    const [form] = cards.flatMap((card) => card.form ?? []);
    const words = channelData?.toldByCard ? cards.map((card) => card.text).join('\n') : text;
    return {
      ...plainSeen(readable(words)),
      ...(form && { form }),
      options: (suggestedActions?.actions ?? []).map((action): Option => {
        const said =
          action.type === 'imBack' ? { text: action.value } : { text: action.text, value: action.value };
        return { label: action.title, press: () => this.#post({ type: 'message', ...said }) };
      }),
      files: attachments
        .filter(({ contentUrl }) => contentUrl)
        .map(({ name, contentType, contentUrl }) => ({
          name,
          picture: contentType.startsWith('image/'),
          content: () => download(new URL(contentUrl, this.#url).href, this.#url),
        })),
      sources: sourcesIn(text, this.#url),
    };
  }

  async #call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const answer = await this.#request(method, `/conversations/${this.#door.conversationId}${path}`, body);
    if (!JSON.stringify(answer.body).includes('TokenExpired')) return answer;
    // The page exchanges a token that ran out when it is opened again.
    this.#door = (await this.#request('POST', '/tokens/refresh')).body as Door;
    return await this.#call(method, path, body);
  }

  async #request(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.#url}/v3/directline${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#door.token}`,
        ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }
}

/** What the web chat keeps to by itself: see src/channels/webchat/limits.ts. */
function brokenRules({ text = '', suggestedActions, attachments = [] }: Heard): string[] {
  const read = readable(text.replace(/(?<=\])\([^)\s]+\)/g, ''));
  const faults = [
    read.length > 4000 && `a bubble has ${read.length} characters to read`,
    text === '' && attachments.length === 0 && 'a bubble is empty',
    /(?<!\\)<[a-z/]/i.test(text) && 'a bubble holds a tag',
    ...(suggestedActions?.actions ?? []).map(({ title }) => title.trim() === '' && 'a button has no words'),
    ...attachments.map(
      ({ contentUrl, content }) =>
        !content && !/^\/|^https?:/.test(contentUrl) && `${contentUrl} is no address`,
    ),
  ];
  return faults.filter((fault) => fault !== false);
}

/** Markdown as the page shows it, links by their address. */
function readable(text: string): string {
  return text
    .replace(/\[\\\[(\d+)\\\]\]\([^)]*\)/g, '[$1]')
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1: $2')
    .replaceAll('**', '')
    .replace(/\\([\\`*_[\]<>#|~])/g, '$1');
}

/** The lines under «Fuentes»: marks and title as one link. */
function sourcesIn(text: string, base: string): Seen['sources'] {
  return [...text.matchAll(/^- \[((?:\\\[\d+\\\] )+).*?\]\(([^)]+)\) \(/gm)].flatMap(
    ([, marks = '', url = '']) =>
      [...marks.matchAll(/\d+/g)].map(([n]) => ({ n: Number(n), url: new URL(url, base).href })),
  );
}

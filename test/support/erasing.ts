import { type Logger, pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { type App, createApp } from '../../src/server/app.ts';
import { TEST_DATA } from './app.ts';
import { LocalConnector } from './connector.ts';
import { DirectLineClient } from './direct-line.ts';
import { GraphApi, NUMBER } from './graph-api.ts';
import { WhatsAppPerson } from './whatsapp-person.ts';

const TEAMS = {
  channelId: 'msteams',
  from: { id: '29:quiteria-zz', name: 'Quiteria Zapatero', aadObjectId: 'aad-quiteria-zz' },
  recipient: { id: '28:bot', name: 'Acción' },
  conversation: { id: 'a:conversation-quiteria-zz', conversationType: 'personal', isGroup: false },
};

/** The same things in each conversation, in words that nobody else writes. */
const SAID = [
  'Empezar mi plan',
  'completa',
  'Zarzamoral, Huila',
  '¿Qué es una red de ciudades según Filemón Zurbarán?',
  'exportar en JSON',
  'exportar',
];

/** What nothing may keep after a deletion, beside the ids of each channel. */
const WORDS = ['Zarzamoral', 'zarzamoral', 'Zurbarán', 'Filemón', 'Quiteria', 'Zapatero', 'Tesoro Zeta'];

/** One person on each of the three channels of the real service, each with a plan, files, questions and a rating. */
export class ThreePeople {
  readonly app: App;
  readonly web: DirectLineClient;
  readonly phone: WhatsAppPerson;
  /** Everything that only these people wrote, or are known by. */
  readonly needles: string[] = [...WORDS];
  /** Where the service calls Meta, and where it calls Teams. */
  readonly #api: GraphApi;
  readonly #connector: LocalConnector;
  readonly url: string;
  /** How far its clock is ahead, in ms. */
  #ahead = 0;
  #ids = 0;

  private constructor(app: App, url: string, api: GraphApi, connector: LocalConnector) {
    this.app = app;
    this.url = url;
    this.#api = api;
    this.#connector = connector;
    this.web = new DirectLineClient(url);
    const quiet = async () =>
      (await Promise.all([app.store.list('whatsapp-pending'), app.store.list('whatsapp-outbox')])).flat()
        .length === 0;
    this.phone = new WhatsAppPerson(api, '573009871234', NUMBER, quiet);
    this.needles.push('573009871234', 'Ana Pérez', 'quiteria-zz', 'teams-zz');
  }

  /** @param place of the database: a file, or the environment that names another. */
  static async meet(place: { database?: string; environment?: Record<string, string>; log?: Logger }) {
    const api = await GraphApi.start();
    const connector = await LocalConnector.open();
    const environment = { PORT: '0', DATA_FOLDER: TEST_DATA, ...api.environment, ...place.environment };
    let people: ThreePeople | undefined;
    const app = await createApp({
      config: readConfig(environment),
      log: place.log ?? pino({ level: 'silent' }),
      clock: () => new Date(Date.now() + (people ? people.#ahead : 0)),
      ...(place.database === undefined ? {} : { database: place.database }),
    });
    const url = `http://127.0.0.1:${await app.start()}`;
    api.webhook = `${url}/api/whatsapp`;
    people = new ThreePeople(app, url, api, connector);
    const met = people;
    const deliver = api.deliver.bind(api);
    api.deliver = async (webhook) => {
      met.#webhooks.push(webhook);
      return await deliver(webhook);
    };
    return people;
  }

  /** Writes on every channel until each has a plan, files handed out and answers. */
  async talk(): Promise<void> {
    await this.web.open();
    await this.web.until((heard) => heard.length > 0);
    for (const text of SAID) await this.sayInWebChat(text);
    for (const text of ['hola', ...SAID]) await this.phone.say(text);
    for (const text of SAID) await this.teams(text);
    await this.#rate('Tesoro Zeta');
    for (const { key, value } of await this.app.store.list<{ user: string }>('webchat-conversations'))
      this.needles.push(key, value.user);
    for (const { key } of await this.app.store.list('whatsapp-contacts')) {
      this.needles.push(key);
      await this.#keep('whatsapp-choices', `${key}/list`);
      await this.#keep('whatsapp-sent', 'wamid.kept', `${key}/000000000000001-kept`);
    }
    await this.#keep('teams-pages', `${TEAMS.conversation.id}/page`);
  }

  /** Asks for deletion on every channel and confirms it; what each was told last. */
  async erase(): Promise<string[]> {
    for (const text of ['borrar mis datos', 'Sí, borrar todo']) {
      await this.sayInWebChat(text);
      await this.phone.say(text);
      await this.teams(text);
    }
    const web = await this.web.heard();
    return [
      web.map(({ text }) => text).join('\n'),
      this.phone.seen
        .slice(-2)
        .map(({ text }) => text)
        .join('\n'),
      JSON.stringify(this.#connector.sent.slice(-2)),
    ];
  }

  /** Everything delivered so far comes once more, as channels do. */
  async redeliver(): Promise<void> {
    for (const [index, text] of SAID.entries()) await this.web.post(text, `web-${index + 1}`);
    for (const webhook of [...this.#webhooks]) await this.#api.deliver(webhook);
    for (const activity of this.#activities) await this.#post(activity);
    await new Promise((done) => setTimeout(done, 300));
  }

  /** Lets time pass for the service, and what it does of itself be done. */
  async later(ms: number): Promise<void> {
    this.#ahead += ms;
    await this.app.housekeeping.tick();
  }

  async part(): Promise<void> {
    await this.app.stop();
    await this.#api.stop();
    await this.#connector.close();
  }

  readonly #activities: object[] = [];
  readonly #webhooks: Parameters<GraphApi['deliver']>[0][] = [];

  /** Meta refuses or breaks off the next requests. */
  graphFails(...failures: Parameters<GraphApi['fail']>): void {
    this.#api.fail(...failures);
  }

  /** What was sent to Teams. */
  get sentToTeams() {
    return this.#connector.sent;
  }

  /** Says something in Teams. */
  async teams(text: string, more: object = {}): Promise<void> {
    await this.#once({ type: 'message', text, ...more });
  }

  /** What a long list, a long message or one whose status never came leaves behind. */
  async #keep(collection: string, key: string, value: unknown = ['Tesoro Zeta']): Promise<void> {
    await this.app.store.commit({ writes: [{ collection, key, value }] });
  }

  async #rate(comment: string): Promise<void> {
    const actionValue = { reaction: 'like', feedback: JSON.stringify({ feedbackText: comment }) };
    const value = { actionName: 'feedback', actionValue };
    await this.#once({ type: 'invoke', name: 'message/submitAction', replyToId: 'r-teams-zz', value });
  }

  async #once(more: object): Promise<void> {
    this.#ids += 1;
    const timestamp = new Date(Date.now() + this.#ahead).toISOString();
    const activity = { ...TEAMS, id: `teams-zz-${this.#ids}`, timestamp, ...more };
    this.#activities.push(activity);
    await this.#post(activity);
  }

  async #post(activity: object): Promise<void> {
    const response = await fetch(`${this.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceUrl: this.#connector.url, ...activity }),
    });
    if (!response.ok) throw new Error(`Teams was answered with ${response.status}`);
  }

  /** Says something in the web chat, and waits until it was attended. */
  async sayInWebChat(text: string): Promise<void> {
    this.#posted += 1;
    const before = (await this.web.heard()).length;
    await this.web.post(text, `web-${this.#posted}`);
    await this.web.until((heard) => heard.length > before || said(heard, 'borré su plan'));
    for (;;) {
      await new Promise((done) => setTimeout(done, 20));
      if ((await this.app.store.list('webchat-pending')).length === 0) return;
    }
  }
  #posted = 0;
}

function said(heard: readonly { text?: string }[], words: string): boolean {
  return heard.some(({ text }) => text?.includes(words));
}

/** Which of the needles some bytes hold, as they are or inside of base64. */
export function foundIn(bytes: Buffer, needles: readonly string[]): string[] {
  return needles.filter((needle) => formsOf(needle).some((form) => bytes.includes(form)));
}

/** A text as UTF-8, and what of its base64 does not depend on its neighbours, at each of the three places. */
function formsOf(needle: string): string[] {
  const inside = [0, 1, 2].map((shift) => {
    const coded = Buffer.from(`${'.'.repeat(shift)}${needle}`)
      .toString('base64')
      .replace(/=+$/, '');
    return coded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  return [needle, ...inside.filter(({ length }) => length >= 8)];
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Talker } from '../../src/bot/pipeline.ts';
import type { Message } from '../../src/messages/message.ts';
import { TELLS_WORK, type TellWork } from '../../src/messages/work.ts';
import type { App } from '../../src/server/app.ts';
import { openApp } from '../support/app.ts';
import { LocalConnector, type Sent, streamInfo } from '../support/connector.ts';
import { answers, type ChatRequest, OpenAIServer } from '../support/openai-server.ts';
import { brokenRules } from '../support/teams-rules.ts';
import { brokenStreamRules } from '../support/teams-stream-rules.ts';

/** Says what the message says, after looking for it so many milliseconds as it names: «1500 hola». */
const slowTalk: Talker = {
  welcome: () => [],
  reply: async ({ activity, turnState }): Promise<Message[]> => {
    const [ms = '', ...words] = (activity.text ?? '').split(' ');
    turnState.get<TellWork | undefined>(TELLS_WORK)?.('search');
    await new Promise((done) => setTimeout(done, Number(ms)));
    if (words[0] === 'falla') throw new Error('as the test wants');
    return [
      { type: 'say', text: words.join(' '), choices: [{ label: 'Más', value: 'Más' }] },
      { type: 'ask', text: '¿Algo más?', field: 'kind', choices: [{ label: 'Sí', value: 'sí' }] },
    ];
  },
};

let connector: LocalConnector;
let ids = 0;

beforeAll(async () => {
  connector = await LocalConnector.open();
  connector.refuse(({ path, text, entities, type }) => {
    const final = type === 'message' && streamInfo({ entities } as Sent) !== undefined;
    if (path.includes('a%3Anone')) return type === 'typing' && text !== undefined;
    return path.includes('a%3Astopped') && final;
  });
});
afterAll(async () => {
  await connector.close();
});

/** A person in a chat of their own with a service. */
function personAt(url: string, id: string) {
  return {
    post: async (text: string, more: object = {}): Promise<number> => {
      ids += 1;
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: `slow-${ids}`,
          text,
          channelId: 'msteams',
          serviceUrl: connector.url,
          from: { id: '29:ana', name: 'Ana Ruiz', aadObjectId: 'ana' },
          recipient: { id: '28:bot', name: 'Acción' },
          conversation: { id, conversationType: 'personal', isGroup: false },
          ...more,
        }),
      });
      return response.status;
    },
    get sent(): Sent[] {
      return connector.sent.filter(({ path }) => path.includes(encodeURIComponent(id)));
    },
    /** What came, in a line each. */
    get shown(): string[] {
      return this.sent.map((sent) => `${streamInfo(sent)?.streamType ?? sent.type}: ${sent.text ?? ''}`);
    },
    get broken(): string[] {
      const messages = this.sent.filter(({ type }) => type === 'message');
      return [...messages.flatMap((one) => brokenRules(one, true)), ...brokenStreamRules(this.sent, true)];
    },
  };
}

const SEARCHING = 'informative: Buscando en los documentos…';

describe('an answer that takes long in a chat with one person', () => {
  let app: App;
  let url: string;
  beforeAll(async () => {
    app = await openApp({ talk: slowTalk });
    url = `http://127.0.0.1:${await app.start()}`;
  });
  afterAll(async () => {
    await app.stop();
  });

  it.concurrent('is told to be on its way, and ends that, with nothing of it kept', async ({ expect }) => {
    const person = personAt(url, 'a:uno');
    await person.post('1500 La respuesta.');
    expect(person.shown).toEqual([SEARCHING, 'final: La respuesta.', 'message: ']);
    expect(person.broken).toEqual([]);
    expect(JSON.stringify(person.sent[1]?.attachments)).toContain('Más');
  });

  it.concurrent('is told for each of two messages after the other, however they come', async ({ expect }) => {
    const person = personAt(url, 'a:dos');
    const again = { id: 'again' };
    await Promise.all([
      person.post('2500 Primera.', again),
      person.post('2500 Primera.', again),
      person.post('1500 Segunda.'),
    ]);
    const messages = person.shown.filter((line) => !line.startsWith('typing'));
    expect(messages).toEqual([
      ...[SEARCHING, 'final: Primera.', 'message: '],
      ...[SEARCHING, 'final: Segunda.', 'message: '],
    ]);
    expect(person.broken).toEqual([]);
  });

  it.concurrent('comes as an ordinary message where Teams takes no stream', async ({ expect }) => {
    const person = personAt(url, 'a:none');
    await person.post('1500 La respuesta.');
    expect(person.shown).toEqual(['message: La respuesta.', 'message: ']);
    expect(person.broken).toEqual([]);
  });

  it.concurrent('comes as an ordinary message, once, to who pressed «stop»', async ({ expect }) => {
    const person = personAt(url, 'a:stopped');
    await person.post('1500 La respuesta.');
    expect(person.shown).toEqual([SEARCHING, 'message: La respuesta.', 'message: ']);
  });

  it.concurrent('that fails ends with the apology', async ({ expect }) => {
    const person = personAt(url, 'a:falla');
    await person.post('1500 falla');
    expect(person.shown[0]).toBe(SEARCHING);
    expect(person.shown[1]).toMatch(/^final: .*[0-9A-F]{8}/);
    expect(person.broken).toEqual([]);
  });

  it.concurrent('shows the typing indicator in a group and in a channel', async ({ expect }) => {
    await Promise.all(
      ['groupChat', 'channel'].map(async (conversationType) => {
        const person = personAt(url, `19:${conversationType}`);
        const conversation = { id: `19:${conversationType}`, conversationType, isGroup: true };
        await person.post('1500 La respuesta.', { conversation });
        expect(person.shown).toEqual(['typing: ', 'message: La respuesta.', 'message: ']);
      }),
    );
  });
});

describe('a process that ends while it tells what it does', () => {
  it('leaves its answer to the next, which sends it as an ordinary message', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accion-'));
    const database = join(folder, 'service.db');
    const first = await openApp({ talk: slowTalk, database });
    const person = personAt(`http://127.0.0.1:${await first.start()}`, 'a:muere');
    // The turn is committed, and the process ends before the channel has any of it. 501 is not tried again.
    connector.fail(...Array.from({ length: 12 }, () => 501));
    await person.post('1500 La respuesta.');
    const kept = JSON.stringify([await first.store.list('inbox'), await first.store.list('undelivered')]);
    expect(kept).toContain('La respuesta.');
    expect(kept).not.toContain('streaminfo');
    await first.stop();
    expect(person.shown).toEqual([SEARCHING]);

    connector.recover();
    const next = await openApp({ talk: slowTalk, database });
    await next.start();
    await expect.poll(() => person.shown.length).toBe(3);
    expect(person.shown).toEqual([SEARCHING, 'message: La respuesta.', 'message: ']);
    expect(person.sent.slice(1).map(streamInfo)).toEqual([undefined, undefined]);
    await next.stop();
    await rm(folder, { recursive: true });
  });
});

describe('an answer that a model words', () => {
  it('is told to be written, and comes checked, with its sources and its label, at the end', async () => {
    const model = await OpenAIServer.start();
    const environment = {
      OPENAI_API_KEY: 'test',
      OPENAI_BASE_URL: model.url,
      OPENAI_CHAT_MODEL: 'local',
      PUBLIC_URL: 'https://accion.example',
    };
    const app = await openApp({ environment });
    const person = personAt(`http://127.0.0.1:${await app.start()}`, 'a:modelo');
    await person.post('hola');
    model.will(answers(firstSentence, { every: 1500 }));
    await person.post('¿Qué es una red de ciudades?');
    const [told, final, ...others] = person.sent.slice(-2);
    expect(others).toEqual([]);
    expect(told?.text).toBe('Redactando la respuesta con lo que dicen los documentos…');
    expect(streamInfo(final as Sent)).toMatchObject({ streamType: 'final', streamId: told?.streamId });
    expect(JSON.stringify(final?.entities)).toMatch(/AIGeneratedContent/);
    expect(final?.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
    expect(person.broken).toEqual([]);
    await app.stop();
    await model.stop();
  });
});

/** States the first whole sentence of the first passage, quoting it. */
function firstSentence({ body }: ChatRequest): string {
  const passage = body.messages[1]?.content.split(/^<<< 1 .*\n.*\n\n/m)[1] ?? '';
  const text = /\p{Lu}[^.\n]{40,}\./u.exec(passage)?.[0] ?? '';
  return JSON.stringify({ statements: [{ text, quotes: [{ passage: 1, quote: text }] }] });
}

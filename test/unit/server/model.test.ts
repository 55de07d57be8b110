import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { DirectLineClient } from '../../support/direct-line.ts';
import { answers, type ChatRequest, fails, OpenAIServer } from '../../support/openai-server.ts';

let server: OpenAIServer;
let app: App;
let url: string;
beforeAll(async () => {
  server = await OpenAIServer.start();
  app = await openApp({
    environment: { OPENAI_API_KEY: 'test', OPENAI_BASE_URL: server.url, OPENAI_CHAT_MODEL: 'local' },
  });
  url = `http://127.0.0.1:${await app.start()}`;
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

/** States the first whole sentence of the first passage, quoting it. */
function firstSentence({ body }: ChatRequest): string {
  const passage = body.messages[1]?.content.split(/^<<< 1 .*\n.*\n\n/m)[1] ?? '';
  const text = /\p{Lu}[^.\n]{40,}\./u.exec(passage)?.[0] ?? '';
  return JSON.stringify({ statements: [{ text, quotes: [{ passage: 1, quote: text }] }] });
}

async function asked(question: string): Promise<string> {
  const person = new DirectLineClient(url);
  await person.open();
  await person.post(question);
  await person.until((heard) => heard.some(({ text }) => text?.includes('\\[1\\]')));
  return (await person.heard()).map(({ text }) => text).join('\n');
}

describe('the service with a model of an OpenAI-compatible service', () => {
  it('answers in words of the model that the documents bear out, and says so', async () => {
    server.will(answers(firstSentence));
    expect(await asked('¿Qué es una red de ciudades?')).toMatch(/Redactado con un modelo de lenguaje/);
  });

  it('answers from the documents when the model fails', async () => {
    server.will(fails(401));
    const told = await asked('¿Qué es una red de ciudades?');
    expect(server.requests).toHaveLength(1);
    expect(told).not.toMatch(/modelo de lenguaje/);
  });

  it('says before the first datum where questions go, and sends nothing once the person says «sin modelo»', async () => {
    server.will(answers(firstSentence));
    const person = new DirectLineClient(url);
    await person.open();
    await person.until((heard) => heard.length > 0);
    const [notice] = await person.heard();
    expect(notice?.text).toContain(
      `servicio externo de inteligencia artificial (${new URL(server.url).host})`,
    );
    expect((await person.say('sin modelo')).text).toContain('no envío nada suyo');
    const ask = async () => {
      const before = (await person.heard()).length;
      await person.post('¿Qué es una red de ciudades?');
      await person.until((heard) => heard.slice(before).some(({ text }) => text?.includes('\\[1\\]')));
    };
    await ask();
    expect(server.requests).toHaveLength(0);
    await person.say('mis datos');
    expect((await person.heard()).map(({ text }) => text).join()).toContain('No envío nada suyo');
    await person.say('usar modelo');
    await ask();
    expect(server.requests).toHaveLength(1);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import type { App } from '../../src/server/app.ts';
import { openApp } from '../support/app.ts';
import { answers, type ChatRequest, OpenAIServer } from '../support/openai-server.ts';
import { openBrowser } from './chat-page.ts';
import { Playground, PlaygroundPage } from './playground.ts';

let app: App;
let playground: Playground;
let browser: Browser;

beforeAll(async () => {
  app = await openApp();
  playground = await Playground.start(`http://127.0.0.1:${await app.start()}/api/messages`);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  playground?.stop();
  await app?.stop();
});

const plans = async () => (await app.store.list<Plan>('plans')).map(({ value }) => value);

describe('an official in the Teams of the playground', () => {
  it('is welcomed on install, fills in a step, digresses with citations, rates and exports', async () => {
    const teams = new PlaygroundPage(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
    await teams.open(playground.url);
    await teams.sees('¿En qué le ayudo?');
    await teams.screenshot('teams-01-bienvenida');
    // The playground of 0.2.28 stops on buttons that say something (`msteams`): what they say is typed.
    await teams.say('Empezar mi plan');
    await teams.sees('Completa');
    await teams.say('Completa');
    await teams.sees('Complete lo que tenga');
    await teams.screenshot('teams-02-formulario');
    await teams.fill('Entidad', 'Ipiales');
    await teams.fill('Departamento', 'Nariño');
    await teams.fill('Población', '116000');
    await teams.press('Enviar');
    await teams.sees('¿Qué clase de entidad es?');
    await teams.screenshot('teams-03-respuestas');
    expect((await plans())[0]?.entity).toMatchObject({
      name: 'Ipiales',
      department: 'Nariño',
      population: 116_000,
    });

    await teams.say('¿qué dice el artículo 289 de la Constitución?');
    await teams.sees('Volvamos a su plan');
    await teams.screenshot('teams-04-citas');
    await teams.like('Muy claro');
    await expect
      .poll(async () => (await app.store.list('feedback')).map(({ value }) => value))
      .toMatchObject([{ reaction: 'like', comment: 'Muy claro' }]);
    await teams.say('ver mi plan');
    await teams.sees(/0\.? ?La entidad y el plan/);
    await teams.screenshot('teams-05-plan');
    await teams.say('exportar en pdf');
    await teams.has('File Consent Card is not supported yet');
    await teams.screenshot('teams-06-exportar');
    expect((await app.store.list<{ name: string }>('files')).map(({ value }) => value.name)).toEqual([
      'plan-accion-internacional-ipiales.pdf',
    ]);
  });

  it('works with others on one plan in a group chat, called by its name', async () => {
    const teams = new PlaygroundPage(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
    await teams.open(playground.url);
    await teams.go('Group Chat');
    await teams.sees('¿En qué le ayudo?');
    await teams.call('Empezar mi plan');
    await teams.sees('¿Qué ruta prefiere?');
    await teams.call('Completa');
    await teams.sees('Complete lo que tenga');
    await teams.fill('Entidad', 'Leticia');
    await teams.fill('Departamento', 'Amazonas');
    await teams.press('Enviar');
    await teams.sees('¿Qué clase de entidad es?');
    await teams.screenshot('teams-07-grupo');
    await teams.call('exportar en pdf');
    await teams.sees('Descargar plan-accion-internacional-leticia.pdf');
    await teams.screenshot('teams-08-grupo-archivo');
    expect((await plans()).filter(({ entity }) => entity.name === 'Leticia')).toHaveLength(1);
  });

  it('replies in the thread it was called in, and keeps one plan for the channel', async () => {
    const teams = new PlaygroundPage(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
    await teams.open(playground.url);
    await teams.go('General');
    await teams.sees('¿En qué le ayudo?');
    const begun = await teams.post('Empezar mi plan');
    await begun.getByText('¿Qué ruta prefiere?').waitFor({ timeout: 15_000 });
    await teams.call('Completa', begun);
    await begun.getByText('Complete lo que tenga').waitFor({ timeout: 15_000 });
    await teams.call('Tarqui, Huila', begun);
    await begun.getByText('¿Qué clase de entidad es?').waitFor({ timeout: 15_000 });
    await begun.getByText('¿Qué clase de entidad es?').scrollIntoViewIfNeeded();
    await teams.screenshot('teams-09-canal');
    const other = await teams.post('Distrito');
    await other.getByText('Distrito').nth(1).waitFor({ timeout: 15_000 });
    await other.scrollIntoViewIfNeeded();
    await teams.screenshot('teams-10-canal-otro-hilo');
    expect((await plans()).filter(({ entity }) => entity.name === 'Tarqui')).toMatchObject([
      { entity: { kind: 'district', department: 'Huila' } },
    ]);
  });
});

describe('an official who asks a service with a slow model', () => {
  let model: OpenAIServer;
  let written: App;
  let streams: Playground;

  beforeAll(async () => {
    model = await OpenAIServer.start();
    written = await openApp({
      environment: { OPENAI_API_KEY: 'test', OPENAI_BASE_URL: model.url, OPENAI_CHAT_MODEL: 'local' },
    });
    streams = await Playground.start(`http://127.0.0.1:${await written.start()}/api/messages`);
  });
  afterAll(async () => {
    streams?.stop();
    await written?.stop();
    await model?.stop();
  });

  it('sees what is being done, and then the answer in its place', async () => {
    const teams = new PlaygroundPage(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
    await teams.open(streams.url);
    await teams.sees('¿En qué le ayudo?');
    model.will(answers(firstSentence, { every: 5_000 }));
    await teams.say('¿Qué es una red de ciudades?');
    await teams.sees('Redactando la respuesta');
    await teams.screenshot('teams-11-en-camino');
    await teams.sees('Redactado con un modelo de lenguaje');
    // What is left of it stands in the playground's log.
    await expect.poll(() => teams.page.getByText('Redactando la respuesta').count()).toBe(1);
    await teams.sees('AI generated');
    await teams.screenshot('teams-12-respuesta');
  });
});

/** States the first whole sentence of the first passage, quoting it. */
function firstSentence({ body }: ChatRequest): string {
  const passage = body.messages[1]?.content.split(/^<<< 1 .*\n.*\n\n/m)[1] ?? '';
  const text = /\p{Lu}[^.\n]{40,}\./u.exec(passage)?.[0] ?? '';
  return JSON.stringify({ statements: [{ text, quotes: [{ passage: 1, quote: text }] }] });
}

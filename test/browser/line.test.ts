import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/server/app.ts';
import { openApp } from '../support/app.ts';
import { ServiceProcess } from '../support/service.ts';
import { violations } from './axe.ts';
import { ChatPage, openBrowser } from './chat-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const newPage = async (width = 1180, height = 820) => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'es-CO' });
  return new ChatPage(await context.newPage());
};
const said = (chat: ChatPage) => chat.page.locator('.webchat__bubble--from-user').allInnerTexts();

describe('a service that goes away and comes back', () => {
  it.each([
    {
      language: 'es',
      welcome: '¿En qué le ayudo?',
      away: 'Se perdió la conexión',
      back: 'La conexión volvió',
    },
    {
      language: 'en',
      welcome: 'How can I help?',
      away: 'connection to the assistant was lost',
      back: 'is back',
    },
  ])('is said in $language, and what was written meanwhile is sent, once', async (words) => {
    const service = await ServiceProcess.prepare();
    await service.start();
    const chat = await newPage(words.language === 'es' ? 1180 : 380);
    await chat.open(`${service.url}/?lang=${words.language}`, words.welcome);
    const line = chat.page.getByRole('status').filter({ hasText: words.away });
    expect(await line.count()).toBe(0);

    await service.end('SIGTERM');
    await line.waitFor({ timeout: 10_000 });
    await chat.box.fill('¿qué es una red de ciudades?');
    await chat.box.press('Enter');
    await chat.screenshot(`linea-${words.language}-cortada`);
    expect(await violations(chat.page)).toEqual([]);

    await service.start();
    await chat.page.getByRole('status').filter({ hasText: words.back }).waitFor({ timeout: 20_000 });
    await chat.page
      .locator('.webchat__bubble__content a[href*="/fuentes/"]')
      .first()
      .waitFor({ timeout: 20_000 });
    await chat.screenshot(`linea-${words.language}-de-vuelta`);
    expect(await said(chat)).toEqual(['¿qué es una red de ciudades?']);
    await chat.page.reload();
    await chat.page
      .locator('.webchat__bubble__content a[href*="/fuentes/"]')
      .first()
      .waitFor({ timeout: 20_000 });
    expect(await said(chat)).toEqual(['¿qué es una red de ciudades?']);
    await chat.page.context().close();
    await service.end('SIGTERM');
  });
});

describe('a page that stays open', () => {
  let app: App;
  let url: string;
  let passed = 0;
  beforeAll(async () => {
    app = await openApp({ clock: () => new Date(Date.now() + passed) });
    url = `http://127.0.0.1:${await app.start()}`;
  });
  afterAll(() => app?.stop());

  it('goes on after its token ran out', async () => {
    const chat = await newPage();
    await chat.open(url);
    passed = 3 * 86_400_000;
    await chat.page.waitForResponse((response) => response.url().endsWith('/tokens/refresh'));
    await chat.say('Empezar mi plan', '¿Qué ruta prefiere');
    expect(await said(chat)).toEqual(['Empezar mi plan']);
    await chat.page.context().close();
    passed = 0;
  });

  it('says when its conversation is not to be had any more, and begins another', async () => {
    const chat = await newPage();
    await chat.open(url);
    passed = 200 * 86_400_000;
    await chat.page.getByText('Esta conversación ya no se puede abrir').waitFor();
    await chat.screenshot('linea-perdida');
    await chat.page.getByRole('button', { name: 'Nueva conversación' }).click();
    await chat.page.getByRole('button', { name: 'Sí, empezar otra' }).click();
    await chat.bubble('¿En qué le ayudo?');
    await chat.say('Empezar mi plan', '¿Qué ruta prefiere');
    await chat.page.context().close();
    passed = 0;
  });

  it('shows that the assistant is at work while an answer takes long, and not after', async () => {
    const chat = await newPage();
    await chat.open(url);
    const sign = chat.page.locator('.webchat__typing-indicator, .webchat__typingIndicator');
    let answers = 0;
    // The answer is held back, but not that the message was taken.
    await chat.page.route('**/activities?watermark=*', async (route) => {
      const response = await route.fetch();
      const page = (await response.json()) as { activities: { from: { role: string } }[]; watermark: string };
      const own = page.activities.filter(({ from }) => from.role === 'user');
      answers += page.activities.length - own.length;
      if (answers === 0 || (await sign.count()) > 0) return await route.fulfill({ response });
      const watermark = new URL(route.request().url()).searchParams.get('watermark') ?? '';
      return await route.fulfill({ response, json: { activities: own, watermark } });
    });
    await chat.box.fill('Empezar mi plan');
    await chat.box.press('Enter');
    await sign.waitFor({ timeout: 10_000 });
    await chat.page.screenshot({ path: '.ci/out/screenshots/escribiendo.png' });
    await chat.bubble('¿Qué ruta prefiere');
    await sign.waitFor({ state: 'detached' });
    await chat.page.context().close();
  });

  it('speaks the language that the conversation was turned to, and the other way round', async () => {
    const chat = await newPage();
    await chat.open(url);
    await chat.box.fill('english');
    await chat.box.press('Enter');
    await chat.page.waitForURL(/lang=en/);
    await chat.page.getByRole('button', { name: 'New conversation' }).waitFor();
    await chat.bubble('english');
    await chat.page.getByRole('link', { name: 'Español' }).click();
    await chat.page.waitForURL(/lang=es/);
    await chat.bubble('español');
    await chat.page.locator('.webchat__suggested-action', { hasText: 'Empezar mi plan' }).waitFor();
    expect(chat.complaints).toEqual([]);
    await chat.page.context().close();
  });
});

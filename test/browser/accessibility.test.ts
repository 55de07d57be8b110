import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, loadTexts } from '../../src/text/locales.ts';
import { ServiceProcess } from '../support/service.ts';
import { violations } from './axe.ts';
import { ChatPage, openBrowser } from './chat-page.ts';

let service: ServiceProcess;
let browser: Browser;

beforeAll(async () => {
  service = await ServiceProcess.prepare();
  await service.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service?.end('SIGTERM');
});

/** What is said in each language, with the words that must come back. */
interface Said {
  welcome: string;
  begin: [said: string, back: string];
  whole: [said: string, back: string];
  ask: [said: string, back: string];
  name: [said: string, back: string];
  plan: [said: string, back: string];
}

const SAID: Record<Language, Said> = {
  es: {
    welcome: '¿En qué le ayudo?',
    begin: ['Empezar mi plan', '¿Qué ruta prefiere'],
    whole: ['Completa', '¿Cómo se llama su entidad'],
    ask: ['¿qué es la cooperación sur-sur?', 'Volvamos a su plan'],
    name: ['Ipiales, Nariño', '¿Qué clase de entidad es?'],
    plan: ['ver mi plan', 'Su plan hasta ahora'],
  },
  en: {
    welcome: 'How can I help?',
    begin: ['Start my plan', 'Which route do you prefer'],
    whole: ['Full', 'What is your local government called'],
    ask: ['what is south-south cooperation?', 'Back to your plan'],
    name: ['Ipiales, Nariño', 'What kind of local government is it?'],
    plan: ['show my plan', 'Your plan so far'],
  },
};

const WIDTHS = [
  { width: 1180, height: 820 },
  { width: 380, height: 760 },
] as const;

const newPage = async (
  language: 'es' | 'en',
  viewport: { width: number; height: number },
  more: object = {},
) => {
  const locale = language === 'es' ? 'es-CO' : 'en-US';
  const context = await browser.newContext({ viewport, locale, ...more });
  return new ChatPage(await context.newPage());
};

/** Nothing is wider than the window. */
const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

const combinations = LANGUAGES.flatMap((language) => WIDTHS.map((viewport) => ({ language, viewport })));

describe.each(combinations)(
  'in $language at $viewport.width px, axe finds nothing wrong',
  ({ language, viewport }) => {
    const name = (what: string) => `axe-${language}-${viewport.width}-${what}`;
    const check = async (chat: ChatPage, what: string) => {
      await chat.screenshot(name(what));
      expect(await violations(chat.page), what).toEqual([]);
      expect(await overflow(chat.page), what).toBeLessThanOrEqual(0);
    };

    it('in a conversation: welcome, choices, form, sources, plan', async () => {
      const said = SAID[language];
      const chat = await newPage(language, viewport);
      await chat.open(`${service.url}/?lang=${language}`, said.welcome);
      await check(chat, '1-inicio');
      await chat.say(...said.begin);
      await check(chat, '2-opciones');
      await chat.say(...said.whole);
      await chat.page.locator('.ac-adaptiveCard[role=form]').waitFor();
      await check(chat, '3-formulario');
      await chat.say(...said.ask);
      await check(chat, '4-citas');
      await chat.say(...said.name);
      await chat.say(...said.plan);
      await check(chat, '5-plan');
      expect(chat.complaints).toEqual([]);
      await chat.page.context().close();
    });

    it('where the conversation cannot be opened', async () => {
      const chat = await newPage(language, viewport);
      await chat.page.route('**/v3/directline/**', (route) => route.abort());
      await chat.page.goto(`${service.url}/?lang=${language}`);
      const texts = loadTexts('dialogs/locales', language);
      await chat.page.getByText(texts.t('web.chat.failed')).waitFor();
      await chat.page.getByRole('button', { name: texts.t('web.chat.retry') }).waitFor();
      await check(chat, '6-fallo');
      await chat.page.context().close();
    });

    it('on the pages that read, and on one that is not there', async () => {
      const chat = await newPage(language, viewport, { extraHTTPHeaders: { accept: 'text/html' } });
      for (const [what, path] of [
        ['7-fuentes', '/fuentes'],
        ['8-documento', '/fuentes/001'],
        ['9-privacidad', '/privacidad'],
        ['9-no-hay', '/nada'],
      ] as const) {
        await chat.page.goto(`${service.url}${path}?lang=${language}`);
        await check(chat, what);
      }
      await chat.page.goto(`${service.url}/fuentes/001?lang=${language}`);
      const passage = await chat.page.locator('.passage').nth(40).getAttribute('id');
      await chat.page.goto(`${service.url}/fuentes/001?lang=${language}#${passage}`);
      expect(await chat.page.locator(':target').count()).toBe(1);
      await check(chat, '8-pasaje');
      await chat.page.context().close();
    });
  },
);

describe('the chat at twice the size', () => {
  it('still shows the question, its buttons and where to write', async () => {
    // A window of 1180 px at 200 % has 590 CSS px.
    const chat = await newPage('es', { width: 590, height: 410 });
    await chat.open(`${service.url}/`);
    expect(await overflow(chat.page)).toBeLessThanOrEqual(0);
    for (const seen of [chat.box, chat.page.locator('.webchat__suggested-action').first()])
      expect(await seen.isVisible()).toBe(true);
    const box = await chat.box.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(410);
    await chat.screenshot('zoom-200');
    await chat.page.context().close();
  });
});

describe('a person who wants less motion', () => {
  it('sees nothing glide', async () => {
    const chat = await newPage('es', WIDTHS[0], { reducedMotion: 'reduce' });
    await chat.open(`${service.url}/`);
    await chat.say('Empezar mi plan', '¿Qué ruta prefiere');
    const moving = await chat.page.evaluate<string[]>(`[...document.querySelectorAll('body, body *')]
      .filter((one) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
        const lasts = (duration) => duration.split(',').some((time) => parseFloat(time) > 0);
        return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
      })
      .map((one) => one.className)`);
    expect(moving).toEqual([]);
    await chat.page.context().close();
  });
});

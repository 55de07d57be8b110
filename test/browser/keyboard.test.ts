import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import type { App } from '../../src/server/app.ts';
import { openApp } from '../support/app.ts';
import { ChatPage, openBrowser } from './chat-page.ts';

let app: App;
let url: string;
let browser: Browser;

beforeAll(async () => {
  app = await openApp();
  url = `http://127.0.0.1:${await app.start()}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const newPage = async (width = 1180, height = 860) => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'es-CO' });
  return new ChatPage(await context.newPage());
};

/** What the focus is on, by what it is called or says. */
const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    const one = document.activeElement;
    if (one === document.body) return 'body';
    return one.getAttribute('aria-label') || one.innerText.trim() || one.title;
  })()`);

/** Whether what has the focus shows it: an outline, or Web Chat's own line drawn around it. */
const showsFocus = (page: Page) =>
  page.evaluate<boolean>(`(() => {
    const one = document.activeElement;
    const drawn = (element) => {
      const { outlineStyle, outlineWidth, borderStyle, borderWidth, visibility } = getComputedStyle(element);
      return visibility !== 'hidden' && (
        (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) ||
        (borderStyle !== 'none' && parseFloat(borderWidth) > 0));
    };
    const around = one.querySelectorAll('[class*=focus-indicator], [class*=indicator]');
    return drawn(one) || [...around].some(drawn) || one.closest('.webchat__send-box') !== null;
  })()`);

/** Presses Tab until the focus is on something of that name; the names passed on the way. */
async function tabTo(page: Page, name: string, most = 25): Promise<string[]> {
  const passed: string[] = [];
  while (passed.length < most) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    passed.push(now);
    if (now.includes(name)) return passed;
  }
  throw new Error(`«${name}» was not reached: ${passed.join(' → ')}`);
}

describe('with the keyboard alone', () => {
  it('everything is reached in the order in which it is read, and shows that it is', async () => {
    const { page } = await newPage();
    await page.goto(url);
    await page.locator('.webchat__suggested-action').first().waitFor();
    const order = [
      'Saltar a la conversación',
      'English',
      'Nueva conversación',
      'Empezar mi plan',
      'Hacer una pregunta',
      'Buscar una norma',
      'Ver los cinco documentos',
      'Datos personales y condiciones de uso',
      'Historial de chats',
      'Empezar mi plan',
      'Enviar el archivo JSON de su plan',
      'Escriba su mensaje',
      'Enviar',
    ];
    const passed: string[] = [];
    for (const name of order) {
      passed.push(...(await tabTo(page, name)));
      expect(await showsFocus(page), name).toBe(true);
      if (
        name === 'Saltar a la conversación' ||
        name === 'Hacer una pregunta' ||
        name === 'Historial de chats'
      ) {
        await page.waitForTimeout(300);
        await page.screenshot({ path: `.ci/out/screenshots/teclado-${order.indexOf(name)}.png` });
      }
    }
    // What lies between is Web Chat's own: how to move with the keyboard, and the end of the history.
    expect(passed.filter((name) => !order.some((known) => name.includes(known)))).toEqual([
      'Cerrar',
      expect.stringContaining('Final del historial'),
    ]);
    await page.context().close();
  });

  it('the first questions of a plan are answered, by buttons, a form and words, and the focus is never lost', async () => {
    const chat = await newPage();
    const { page } = chat;
    await chat.open(url);
    // Past everything before the conversation.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Historial de chats');
    await tabTo(page, 'Empezar mi plan');
    await page.keyboard.press('Enter');
    await chat.bubble('¿Qué ruta prefiere');
    expect(await focused(page)).toBe('Escriba su mensaje');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('Corta');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Completa');
    await page.keyboard.press('Enter');
    await chat.bubble('¿Cómo se llama su entidad');
    expect(await focused(page)).toBe('Escriba su mensaje');

    const form = page.locator('.ac-adaptiveCard[role=form]');
    await form.waitFor();
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      if ((await focused(page)).startsWith('Historial')) break;
    }
    // Into the last message of the history, whose form it is.
    await page.keyboard.press('Enter');
    const labels: string[] = [];
    for (let presses = 0; presses < 12; presses += 1) {
      const label = await page.evaluate<string>(
        "document.getElementById(document.activeElement.getAttribute('aria-labelledby'))?.textContent ?? document.activeElement.textContent",
      );
      labels.push(label);
      if (label === 'Entidad') await page.keyboard.type('Ipiales');
      if (label === 'Clase de entidad') await page.keyboard.type('Mun');
      if (label === 'Departamento') await page.keyboard.type('Nariño');
      if (label === 'Población') await page.keyboard.type('116.000');
      if (label === 'Enviar') break;
      await page.keyboard.press('Tab');
    }
    expect(labels.at(-1)).toBe('Enviar');
    await chat.screenshot('teclado-formulario');
    await page.keyboard.press('Enter');
    await chat.bubble('¿Qué categoría tiene la entidad?');
    expect(await focused(page)).toBe('Escriba su mensaje');
    expect(await form.count()).toBe(0);
    await page.keyboard.type('sexta');
    await page.keyboard.press('Enter');
    await chat.bubble('frontera');
    const [plan] = await app.store.list<Plan>('plans');
    expect(plan?.value.entity).toMatchObject({
      name: 'Ipiales',
      kind: 'municipality',
      department: 'Nariño',
      population: 116_000,
    });
    expect(chat.complaints).toEqual([]);
    await page.context().close();
  });

  it('the presentation opens and closes on a phone, and what it covers is not reached', async () => {
    const chat = await newPage(380, 760);
    const { page } = chat;
    await chat.open(url);
    await tabTo(page, '¿Qué puedo hacer aquí?');
    await page.keyboard.press('Enter');
    const passed = await tabTo(page, 'Datos personales y condiciones de uso');
    expect(passed).toContain('Hacer una pregunta');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('body');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('¿Qué puedo hacer aquí?');
    expect(await page.locator('#about').isVisible()).toBe(false);
    await tabTo(page, 'Escriba su mensaje');
    await page.context().close();
  });
});

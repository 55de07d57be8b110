import type { Browser } from 'playwright-core';
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

/** At the first step of the whole route, which begins with a form. */
async function atForm(width = 1180, height = 860) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'es-CO' });
  const chat = new ChatPage(await context.newPage());
  await chat.open(url);
  await chat.say('Empezar mi plan', '¿Qué ruta prefiere');
  await chat.say('Completa', '¿Cómo se llama su entidad');
  const form = chat.page.locator('.ac-adaptiveCard[role=form]');
  await form.waitFor();
  const send = form.getByRole('button', { name: 'Enviar' });
  const sent = chat.page.locator('.webchat__bubble--from-user');
  return { chat, form, send, sent: () => sent.allInnerTexts(), context };
}
const planNamed = async (name: string) =>
  (await app.store.list<Plan>('plans')).find(({ value }) => value.entity.name === name)?.value;

describe('a form in the web chat', () => {
  it('is sent once, also by a double click; what cannot be read is named, and the rest is kept', async () => {
    const { chat, form, send, sent, context } = await atForm(380, 760);
    await form.getByLabel('Entidad', { exact: true }).fill('Tumaco');
    await form.getByLabel('Clase de entidad').selectOption('Municipio');
    await form.getByRole('textbox', { name: 'Población' }).fill('muchos');
    await chat.screenshot('formulario-lleno');
    await send.dblclick();
    await chat.bubble('Población');
    await chat.page.getByText('No pude').first().waitFor();
    await chat.screenshot('formulario-enviado');
    const words = 'Entidad: Tumaco\nClase de entidad: Municipio\nPoblación: muchos';
    const lines = (texts: string[]) => texts.map((text) => text.replace(/\n+/g, '\n'));
    expect(lines(await sent()).filter((text) => text === words)).toHaveLength(1);
    expect(await form.count()).toBe(0);
    expect(await planNamed('Tumaco')).toMatchObject({ entity: { name: 'Tumaco', kind: 'municipality' } });
    expect((await planNamed('Tumaco'))?.entity.population).toBeUndefined();

    await chat.page.reload();
    await chat.bubble('Tumaco');
    expect(lines(await sent())).toContain(words);
    expect(await form.count()).toBe(0);
    expect(chat.complaints).toEqual([]);
    await context.close();
  });

  it('says that it is empty, and stays', async () => {
    const { chat, form, send, sent, context } = await atForm();
    const before = await sent();
    await send.click();
    await chat.page.getByText('El formulario llegó vacío').first().waitFor();
    expect(await form.count()).toBe(1);
    expect(await sent()).toEqual(before);
    await context.close();
  });

  it('keeps what was typed when a question comes in between, and stands only once', async () => {
    const { chat, form, send, context } = await atForm();
    await form.getByLabel('Entidad', { exact: true }).fill('Leticia');
    await form.getByLabel('Clase de entidad').selectOption('Municipio');
    await chat.say('¿qué es la cooperación sur-sur?', 'Volvamos a su plan');
    await chat.page.locator('.webchat__bubble__content a[href*="/fuentes/"]').first().waitFor();
    await expect.poll(() => form.count()).toBe(1);
    expect(await form.getByLabel('Entidad', { exact: true }).inputValue()).toBe('Leticia');
    await send.click();
    await chat.bubble('✔');
    expect(await planNamed('Leticia')).toMatchObject({ entity: { kind: 'municipality' } });
    expect(chat.complaints).toEqual([]);
    await context.close();
  });
});

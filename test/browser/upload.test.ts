import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullPlan } from '../exports/fixtures.ts';
import { ServiceProcess } from '../support/service.ts';
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

describe('a plan sent back in the real web chat', () => {
  it('is taken after a yes, and goes on', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'es-CO' });
    const chat = new ChatPage(await context.newPage());
    await chat.open(service.url);
    const buffer = Buffer.from(JSON.stringify(fullPlan()));
    await chat.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
    await chat.bubble('¿Sigo con ese plan?');
    await chat.screenshot('10-archivo');
    await chat.choose('Sí, traer el plan', 'es ahora su plan');
    expect(chat.complaints).toEqual([]);
  });
});

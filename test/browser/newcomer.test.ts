import mammoth from 'mammoth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const newPage = async (width: number, height: number) => {
  const context = await browser.newContext({
    viewport: { width, height },
    acceptDownloads: true,
    locale: 'es-CO',
  });
  return new ChatPage(await context.newPage());
};

describe('a newcomer in the real web chat', () => {
  it('drafts a plan, asks a legal question in the middle, comes back, and downloads a Word document', async () => {
    const chat = await newPage(1280, 860);
    await chat.open(service.url);
    await chat.screenshot('01-inicio');
    await chat.page.locator('button', { hasText: 'Empezar mi plan' }).first().click();
    await chat.bubble('¿Qué ruta prefiere');
    await chat.choose('Corta', '¿Cómo se llama su entidad');
    await chat.say('Puerto Claro, Putumayo', '¿Qué clase de entidad es?');
    await chat.choose('Municipio', '¿Cuándo empieza y cuándo termina el plan?');
    await chat.screenshot('02-paso-0');
    await chat.say('enero de 2027', '¿Cuándo termina el plan?');
    await chat.say('diciembre de 2028', '¿Para qué quiere su entidad');
    await chat.say('cooperación y conseguir fondos', '¿Cuenta con el apoyo');
    await chat.say('sí, la alcaldesa Rosa Chindoy', '¿Quién es la persona responsable');

    await chat.say(
      '¿puede la alcaldesa firmar un tratado con el Ecuador?',
      '¿Quién es la persona responsable',
    );
    await chat.screenshot('03-pregunta-legal');
    const source = chat.page.locator('.webchat__bubble__content a[href*="/fuentes/"]').last();
    const opened = chat.page.context().waitForEvent('page');
    await source.click();
    const passage = await opened;
    await passage.waitForLoadState();
    expect(passage.url()).toMatch(/\/fuentes\/\d{3}#\d{3}-[0-9a-f]{10}$/);
    expect(await passage.locator(':target').count()).toBe(1);
    await passage.screenshot({ path: '.ci/out/screenshots/04-fuente.png' });
    await passage.close();

    await chat.say('Ana Jojoa, secretaria de planeación', '¿Con cuánto presupuesto');
    await chat.say('250 millones para 2027 y 2028', '¿Qué actores');
    await chat.say('cabildo inga, asociación de viveristas y la Universidad de Nariño', '¿');
    await chat.say('exportar', 'Aquí está su plan');
    await chat.screenshot('05-exportar');
    const download = await chat.download('plan-accion-internacional-puerto-claro.docx');
    const { value: text } = await mammoth.extractRawText({ path: await download.path() });
    for (const value of [
      'Puerto Claro',
      'Putumayo',
      'Rosa Chindoy',
      'Ana Jojoa',
      '$250.000.000',
      'cabildo inga',
      'pendiente',
    ])
      expect(text).toContain(value);
    await download.saveAs('.ci/out/plan.docx');
    expect(chat.complaints).toEqual([]);
  });

  it('finds the conversation again after reloading the page and after a restart of the service', async () => {
    const chat = await newPage(1280, 860);
    await chat.open(service.url);
    await chat.say('Empezar mi plan', '¿Qué ruta prefiere');
    await chat.say('completa', '¿Cómo se llama su entidad');
    await chat.say('Mocoa, Putumayo', '¿Qué clase de entidad es?');
    await chat.page.reload();
    await chat.bubble('Mocoa');
    await chat.bubble('¿Qué clase de entidad es?');
    await service.end('SIGKILL');
    await service.start();
    await chat.page.reload();
    await chat.bubble('Mocoa');
    await chat.say('municipio', '¿Cuántos habitantes');
    await chat.screenshot('06-reanudada');
  });

  it('takes a double click once, and lets the person write on', async () => {
    const chat = await newPage(1280, 860);
    await chat.open(service.url);
    await chat.page.locator('.webchat__suggested-action', { hasText: 'Empezar mi plan' }).dblclick();
    await chat.bubble('¿Qué ruta prefiere');
    await chat.page.locator('.webchat__suggested-action', { hasText: 'Completa' }).dblclick();
    await chat.bubble('¿Cómo se llama su entidad');
    await chat.say('Mocoa, Putumayo', '¿Qué clase de entidad es?');
    const sent = chat.page.locator('.webchat__bubble--from-user');
    expect(await sent.allInnerTexts()).toEqual(['Empezar mi plan', 'Completa', 'Mocoa, Putumayo']);
  });

  it('is readable on a phone', async () => {
    const chat = await newPage(360, 740);
    await chat.open(service.url);
    await chat.screenshot('07-telefono-inicio');
    await chat.say('¿qué es una red de ciudades?', 'Fuentes');
    await chat.screenshot('08-telefono-respuesta');
    const overflow = await chat.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(chat.complaints).toEqual([]);
  });
});

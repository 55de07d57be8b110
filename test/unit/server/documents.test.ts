import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { DirectLineClient, type Heard } from '../../support/direct-line.ts';
import { OddThreads } from '../../support/odd-threads.ts';

let odd: OddThreads;
let app: App;
afterEach(async () => {
  odd.letEnd(99);
  await app.stop();
  await odd.documents.stop();
});

async function open(limitMs?: number): Promise<() => Promise<DirectLineClient>> {
  odd = new OddThreads({ threads: 1, ...(limitMs && { limitMs }) });
  app = await openApp({ documents: odd.documents });
  const url = `http://127.0.0.1:${await app.start()}`;
  return async () => {
    const person = new DirectLineClient(url);
    await person.open();
    await person.until((heard) => heard.length > 0);
    return person;
  };
}
const files = (heard: Heard[]) =>
  heard.flatMap(({ attachments = [] }) => attachments.map(({ name }) => name));

describe('a document being made', () => {
  it('keeps nobody else waiting, and comes when it is made', async () => {
    const enter = await open();
    const [maker, other] = [await enter(), await enter()];
    await maker.say('Empezar mi plan');
    await maker.post('exportar en Word');
    await odd.begun(1);
    // Its thread does nothing else now: what follows is answered while the document is held.
    expect((await other.say('Empezar mi plan')).text).not.toBe('');
    expect((await other.say('¿Qué es una red de ciudades?')).text).not.toBe('');
    expect(files(await maker.heard())).toEqual([]);
    odd.letEnd(1);
    await maker.until((heard) => files(heard).length > 0);
    expect(files(await maker.heard())).toEqual(['plan.txt']);
  });

  it('that never ends is given up: its person is told with a reference, and goes on where they were', async () => {
    const enter = await open(1_000);
    const maker = await enter();
    const asked = await maker.say('Empezar mi plan');
    await maker.post('exportar en Word');
    await maker.until((heard) => heard.some(({ text = '' }) => text.includes('No pude preparar el archivo')));
    const told = (await maker.heard()).find(({ text = '' }) => text.includes('No pude preparar el archivo'));
    expect(told?.text).toContain('tardó más de lo permitido');
    expect(told?.text).toMatch(/referencia: \*\*[0-9A-F]{8}\*\*/);
    expect(files(await maker.heard())).toEqual([]);
    const last = (await maker.heard()).at(-1);
    expect(last?.channelData?.field).toBe(asked.channelData?.field);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_TRIES } from '../../../src/channels/pending.ts';
import { LocalPerson } from '../../../src/cli/person.ts';
import type { App } from '../../../src/server/app.ts';
import { StoreUnavailable } from '../../../src/storage/store.ts';
import { openApp } from '../../support/app.ts';

let app: App;
let person: LocalPerson;
let records: Record<string, unknown> | undefined;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  records = undefined;
  app = await openApp({
    talk: {
      welcome: () => [{ type: 'say', text: 'Bienvenida' }],
      reply: async ({ activity }, draft) => {
        // What a turn came to that the database never takes.
        if (activity.text.includes('veneno'))
          throw StoreUnavailable.from(Object.assign(new Error('string or blob too big'), { errcode: 18 }));
        if (activity.text === 'mis datos') records = await draft.records?.();
        return [{ type: 'say', text: `Leí: ${activity.text}` }];
      },
    },
  });
  person = await LocalPerson.open(app);
});
afterEach(async () => {
  await app.stop();
  vi.useRealTimers();
});

describe('a message that can never be attended', () => {
  it('is told to its person once, with the reference under which the operator finds it, and keeps no other waiting', async () => {
    await person.listen();
    const begun = Date.now();
    expect(await person.send('veneno')).toEqual([]);
    expect(await person.send('hola')).toEqual([]);
    let heard: string[] = [];
    for (let look = 0; look < 15; look += 1) {
      vi.setSystemTime(Date.now() + 3_500);
      await app.directLine.resume(false);
      heard = [...heard, ...(await person.listen()).map(({ text }) => text)];
    }
    const [aside] = await app.store.list<{ reference: string; tries: number }>('set-aside');
    expect(heard).toHaveLength(2);
    expect(heard[0]).toContain('No pude atender un mensaje suyo');
    expect(heard[0]).toContain(`**${aside?.value.reference}**`);
    expect(heard[1]).toBe('Leí: hola');
    expect(aside?.value.tries).toBe(MOST_TRIES);
    expect(Date.parse(aside?.at ?? '') - begun).toBeLessThan(60_000);
    await person.send('mis datos');
    const message = { activity: expect.objectContaining({ text: 'veneno' }) };
    expect(records).toMatchObject({ setAside: [{ reference: aside?.value.reference, message }] });
    const other = await LocalPerson.open(app);
    await other.send('mis datos');
    expect(records).not.toHaveProperty('setAside');
  });
});

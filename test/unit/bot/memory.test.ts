import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Memory } from '../../../src/bot/memory.ts';
import { LocalPerson } from '../../../src/cli/person.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { openApp } from '../../support/app.ts';

let store: Store;
let memory: Memory;
const parse = vi.fn((stored: unknown) => stored as { n: number });

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  memory = new Memory(store);
  parse.mockClear();
});

/** As another replica writes: this one is told nothing. */
const elsewhere = async (value: unknown) =>
  await store.commit({ writes: [{ collection: 'c', key: 'k', value }] });
const read = async () => await memory.read('c', 'k', parse);

describe('what is remembered of a store', () => {
  it('is given again as the same object while nobody wrote, and made a value of once', async () => {
    await elsewhere({ n: 1 });
    const first = await read();
    expect(await read()).toBe(first);
    expect(first).toMatchObject({ value: { n: 1 }, revision: 1 });
    expect(parse).toHaveBeenCalledOnce();
  });

  it('gives way to what another replica wrote, deleted, or wrote anew under the same revision', async () => {
    await elsewhere({ n: 1 });
    await read();
    await elsewhere({ n: 2 });
    expect(await read()).toMatchObject({ value: { n: 2 }, revision: 2 });
    await elsewhere(null);
    expect(await read()).toBeUndefined();
    await elsewhere({ n: 3 });
    expect(await read()).toMatchObject({ value: { n: 3 }, revision: 1 });
    await elsewhere(null);
    // The time tells two documents of one revision apart: it has milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 2));
    await elsewhere({ n: 4 });
    expect(await read()).toMatchObject({ value: { n: 4 }, revision: 1 });
  });

  it('has what was committed, as the store has it', async () => {
    await read();
    const writes = [{ collection: 'c', key: 'k', value: { n: 5 }, expected: 0 }];
    memory.wrote(writes, await store.commit({ writes }));
    const found = await read();
    expect(found).toEqual(await store.read('c', 'k'));
    expect(found?.value).toBe(writes[0]?.value);
    expect(parse).not.toHaveBeenCalled();
  });

  it('has nothing left of what was deleted', async () => {
    await elsewhere({ n: 1 });
    await read();
    const asked = vi.spyOn(store, 'readUnless');
    const writes = [{ collection: 'c', key: 'k', value: null }];
    memory.wrote(writes, await store.commit({ writes }));
    expect(await read()).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it('is of the documents used last', async () => {
    const keys = Array.from({ length: 501 }, (_, n) => `k${n}`);
    await store.commit({ writes: keys.map((key) => ({ collection: 'c', key, value: { n: 0 } })) });
    for (const key of keys) await memory.read('c', key, parse);
    parse.mockClear();
    await memory.read('c', 'k500', parse);
    await memory.read('c', 'k1', parse);
    expect(parse).not.toHaveBeenCalled();
    await memory.read('c', 'k0', parse);
    expect(parse).toHaveBeenCalledOnce();
  });
});

it('a turn changes nothing of what it read or of what the turn before left', async () => {
  const app = await openApp();
  const { read, commit } = app.store;
  app.store.read = async (...place) => frozen(await read(...place)) as never;
  app.store.commit = async (batch) => await commit(frozen(batch));
  const person = await LocalPerson.open(app);
  await person.listen();
  const said: string[] = [];
  for (const message of [
    'hola',
    'Empezar mi plan',
    'Alto Yariguí, Santander',
    'completa',
    '23 mil',
    'corregir población a 24.500',
    'atrás',
    'deshacer',
    '¿qué es la cooperación descentralizada?',
    'Población: 25 mil; presupuesto: 300 millones; responsable: Ana Ruiz, alcaldesa',
    'ver mi plan',
    'pausa',
    'continuar',
    'borrar mis datos',
    'no',
    'mis datos',
  ])
    said.push(...(await person.send(message)).map(({ text }) => text));
  await app.stop();
  expect(said.filter((text) => /Ocurrió un error|En este momento no puedo/.test(text))).toEqual([]);
  expect(said.length).toBeGreaterThan(15);
});

/** Whoever changes a frozen value fails. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
}

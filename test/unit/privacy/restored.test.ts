import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Talker } from '../../../src/bot/pipeline.ts';
import { databaseCommand } from '../../../src/cli/db-command.ts';
import type { App } from '../../../src/server/app.ts';
import { openMarks } from '../../../src/storage/marks.ts';
import { openApp } from '../../support/app.ts';
import { DirectLineClient } from '../../support/direct-line.ts';

let folder: string;
let open: App[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restored-'));
  open = [];
});
afterEach(async () => {
  for (const app of open) await app.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Erases who says «borrar», says nothing to «espera» until it may, and hears everything. */
class Waiter {
  readonly heard: string[] = [];
  #release: () => void = () => undefined;
  readonly #released = new Promise<void>((done) => {
    this.#release = done;
  });
  release = (): void => this.#release();
  readonly talk: Talker = {
    welcome: (draft) => {
      draft.conversation.notice = { version: 1, at: '2026-11-21T00:00:00Z' };
      return [{ type: 'say', text: 'Bienvenida' }];
    },
    reply: async ({ activity }, draft) => {
      this.heard.push(activity.text);
      if (activity.text.includes('espera')) await this.#released;
      if (activity.text === 'borrar') draft.erase = true;
      return [{ type: 'say', text: `Leí: ${activity.text}` }];
    },
  };
}

async function start(waiter: Waiter): Promise<{ app: App; url: string }> {
  const app = await openApp({ database: join(folder, 'service.db'), talk: waiter.talk });
  open.push(app);
  return { app, url: `http://127.0.0.1:${await app.start()}` };
}
async function enter(url: string): Promise<DirectLineClient> {
  const person = new DirectLineClient(url);
  await person.open();
  await person.until((heard) => heard.length > 0);
  return person;
}
/** Everything said before goes: only the last word is left. */
async function erase(person: DirectLineClient): Promise<void> {
  await person.post('borrar');
  await person.until((heard) => heard.length === 1 && heard[0]?.text === 'Leí: borrar');
}
const db = (...words: string[]) => databaseCommand(words, { DATA_FOLDER: folder, DATABASE_URL: undefined });
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 10));
};

describe('a copy from before a deletion, put in the place of the database', () => {
  it('brings back nobody who was erased, not even to answer what waited; who was not is answered', async () => {
    const before = new Waiter();
    const { app, url } = await start(before);
    const [erased, other] = [await enter(url), await enter(url)];
    await erased.say('soy Filemón');
    await erased.post('Filemón espera');
    await other.post('Ana espera');
    await until(
      async () => (await app.store.list('webchat-pending')).length === 2 && before.heard.length === 3,
    );
    expect(await db('backup', join(folder, 'copy.db'))).toMatchObject({ code: 0 });
    before.release();
    await erased.until((heard) => heard.length === 3);
    await erase(erased);
    await open.pop()?.stop();

    expect(await db('restore', join(folder, 'copy.db'))).toMatchObject({ code: 0 });
    const after = new Waiter();
    after.release();
    const { app: restored } = await start(after);
    await until(async () => (await restored.store.list('webchat-pending')).length === 0);
    expect(after.heard).toEqual(['Ana espera']);
    const said = await Promise.all(
      (await restored.store.list('webchat-conversations')).map(({ key }) =>
        restored.store.readStream(`webchat/${key}`, 0),
      ),
    );
    expect(JSON.stringify(said)).toContain('Leí: Ana espera');
    expect(JSON.stringify(said)).not.toContain('Filemón');
    expect(await restored.store.count('conversations')).toBe(1);
  });

  it('sends no reply that was on its way to somebody who was erased', async () => {
    const { app } = await start(new Waiter());
    const mark = await openMarks(app.store);
    const kept = (conversation: string) => {
      const key = `${mark(conversation)}/${mark('reply')}`;
      const value = { delivered: false, replies: [{ type: 'message', text: 'Filemón' }], reference: {} };
      return [
        { collection: 'inbox', key, value },
        { collection: 'undelivered', key, value: {} },
      ];
    };
    await app.store.commit({ writes: [...kept('msteams/erased'), ...kept('msteams/other')] });
    await new Promise((done) => setTimeout(done, 5));
    const tombstone = { at: new Date().toISOString(), notice: 1 };
    await app.store.commit({
      writes: [{ collection: 'tombstones', key: mark('msteams/erased'), value: tombstone }],
    });
    await app.housekeeping.eraseAgain();
    expect((await app.store.list('undelivered')).map(({ key }) => key)).toEqual([
      `${mark('msteams/other')}/${mark('reply')}`,
    ]);
    expect((await app.store.read('inbox', `${mark('msteams/erased')}/${mark('reply')}`))?.value).toEqual({
      delivered: true,
    });
  });

  it('changes nothing of who came back after their deletion, and what they wrote waits', async () => {
    const waiter = new Waiter();
    const { app, url } = await start(waiter);
    const person = await enter(url);
    await erase(person);
    await new Promise((done) => setTimeout(done, 5));
    await person.post('otra vez, espera');
    await until(async () => waiter.heard.includes('otra vez, espera'));
    await app.housekeeping.eraseAgain();
    expect(await app.store.count('webchat-pending')).toBe(1);
    waiter.release();
    await person.until((heard) => heard.some(({ text = '' }) => text.includes('otra vez')));
    await app.housekeeping.eraseAgain();
    expect(await app.store.count('conversations')).toBe(1);
  });
});

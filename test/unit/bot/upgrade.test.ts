import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/bot/conversation.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { DirectLineClient } from '../../support/direct-line.ts';

/** What the service wrote at a commit of its history, each file named by it: the same talk every time. */
const FOLDER = resolve(import.meta.dirname, '../../fixtures/stored');
const COMMITS = readdirSync(FOLDER).map((file) => file.replace('.json', ''));

interface Stored {
  conversation: Conversation;
  plan: Plan;
}
const stored = (commit: string): Stored => JSON.parse(readFileSync(join(FOLDER, `${commit}.json`), 'utf8'));

let app: App;
let url: string;
beforeAll(async () => {
  app = await openApp();
  url = `http://127.0.0.1:${await app.start()}`;
});
afterAll(() => app.stop());

/** A person of the web chat whose conversation and plan are what the store holds already. */
async function back({ conversation, plan }: Stored) {
  const before = new Set((await app.store.list('conversations')).map(({ key }) => key));
  const person = new DirectLineClient(url);
  await person.open();
  await person.until((heard) => heard.length > 0);
  const key =
    (await app.store.list('conversations')).map((one) => one.key).find((one) => !before.has(one)) ?? '';
  const planId = `plan-of-${key}`;
  await app.store.commit({
    writes: [
      { collection: 'conversations', key, value: { ...conversation, planId } },
      { collection: 'plans', key: planId, value: { ...plan, id: planId } },
    ],
  });
  const kept = async () => ({
    conversation: (await app.store.read<Conversation>('conversations', key))?.value,
    plan: (await app.store.read<Plan>('plans', planId))?.value,
  });
  return { person, kept, planId };
}

/** The same talk, as if the question that waits had another name. */
function waitingAt(current: string, more: Partial<Stored['conversation']['guide']> = {}): Stored {
  const { conversation, plan } = stored(COMMITS[0] ?? '');
  const guide = { ...conversation.guide, current, ...more } as NonNullable<Conversation['guide']>;
  return { conversation: { ...conversation, guide }, plan };
}

describe('a conversation that an earlier version stored', () => {
  it('is there from several moments of the history', () => {
    expect(COMMITS.length).toBeGreaterThanOrEqual(5);
  });

  it.each(COMMITS)('%s: goes on at its question, with the plan whole', async (commit) => {
    const written = stored(commit);
    const { person, kept, planId } = await back(written);
    const next = await person.say('sigamos');
    expect(next.channelData?.field).toBe(written.conversation.guide?.current);
    expect((await kept()).plan).toEqual({ ...written.plan, id: planId });
    await person.say('sí');
    expect((await kept()).plan?.entity).toMatchObject({
      name: 'Neiva',
      population: 364_408,
      borderZone: true,
    });
  });
});

describe('a question that is gone', () => {
  it('gives way to the nearest open one, with the plan whole', async () => {
    const written = waitingAt('entity.formerName');
    const { person, kept, planId } = await back(written);
    const next = await person.say('sigamos');
    expect(next.channelData?.field).toMatch(/^entity\./);
    expect((await kept()).plan).toEqual({ ...written.plan, id: planId });
  });

  it('of a step that is gone gives way to the step where the person was', async () => {
    const { person } = await back(waitingAt('formerStep.question', { trail: ['route', 'formerStep.other'] }));
    expect((await person.say('sigamos')).channelData?.field).toMatch(/^entity\./);
  });

  it('with a dialog that is gone leaves nobody stranded', async () => {
    const written = waitingAt('entity.borderZone');
    const dialogs = { dialogStack: [{ id: 'formerDialog', state: {} }] };
    const { person, kept } = await back({ ...written, conversation: { ...written.conversation, dialogs } });
    expect((await person.say('sigamos')).channelData?.field).toBe('entity.borderZone');
    expect((await kept()).plan?.entity.name).toBe('Neiva');
  });
});

describe('what a newer version stored', () => {
  const newer = (change: (written: Stored) => object): Stored => {
    const written = stored(COMMITS[0] ?? '');
    return { ...written, ...change(written) };
  };
  it.each([
    ['conversation', newer(({ conversation }) => ({ conversation: { ...conversation, version: 2 } }))],
    [
      'state of the guide',
      newer(({ conversation }) => ({
        conversation: { ...conversation, guide: { ...conversation.guide, version: 2 } },
      })),
    ],
    ['plan', newer(({ plan }) => ({ plan: { ...plan, version: 2 } }))],
  ])('is refused with a sentence and left as it is: %s', async (_what, written) => {
    const { person, kept } = await back(written);
    const before = await kept();
    expect((await person.say('sigamos')).text).toContain('Una versión más nueva de este servicio');
    expect(await kept()).toEqual(before);
  });
});

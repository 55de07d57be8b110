import { expect, it, vi } from 'vitest';
import type { Batch } from '../../../src/storage/store.ts';
import { webChat } from '../../support/channels/webchat.ts';
import { whatsApp } from '../../support/channels/whatsapp.ts';

it.each([
  [webChat, 'webchat-pending'],
  [whatsApp, 'whatsapp-pending'],
])('what waited goes with the commit that answers it, and by no other: $name', async (kind, queue) => {
  const driver = await kind.open();
  try {
    const person = await driver.person();
    await person.say('hola');
    const commit = vi.spyOn(driver.app.store, 'commit');
    await person.say('ayuda');
    const ends = ({ writes = [] }: Batch) =>
      writes.some(({ collection, value }) => collection === queue && value === null);
    const ending = commit.mock.calls.map(([batch]) => batch).filter(ends);
    expect(ending).toHaveLength(1);
    expect(ending[0]?.writes?.map(({ collection }) => collection)).toContain('conversations');
    expect(await driver.app.store.list(queue)).toEqual([]);
  } finally {
    await driver.close();
  }
});

import { expect, it } from 'vitest';
import { Wakes } from '../../../src/channels/wakes.ts';

it('attends a conversation by one at a time, once more however often it was woken, and others beside it', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const wakes = new Wakes(async (id) => {
    begun.push(id);
    await new Promise<void>((end) => ends.push(end));
  });
  for (const id of ['a', 'a', 'a', 'b']) wakes.wake(id);
  expect(begun).toEqual(['a', 'b']);
  let idle = false;
  const ended = wakes.idle().then(() => {
    idle = true;
  });
  for (const end of ends.splice(0)) end();
  await new Promise((done) => setImmediate(done));
  expect([begun, idle]).toEqual([['a', 'b', 'a'], false]);
  for (const end of ends.splice(0)) end();
  await ended;
  expect(begun).toEqual(['a', 'b', 'a']);
});

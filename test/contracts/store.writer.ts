// Writes without end, one commit after another, and prints the number of each commit once it is acknowledged.
import { writeSync } from 'node:fs';
import type { Store } from '../../src/storage/store.ts';

const [, , module = '', opener = '', place = ''] = process.argv;
const loaded = (await import(new URL(`../../${module}`, import.meta.url).href)) as Record<
  string,
  (place: string) => Promise<Store>
>;
const store = await loaded[opener]?.(place);
for (let n = 1; store; n += 1) {
  await store.commit({
    writes: [{ collection: 'c', key: 'counter', value: n, expected: n - 1 }],
    appends: [{ stream: 's', key: `entry-${n}`, value: n }],
  });
  writeSync(1, `${n}\n`);
}

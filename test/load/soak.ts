// `npm run soak`: people come and go for minutes; memory must not grow with them.
import { parseArgs } from 'node:util';
import { type Course, drive } from './drive.ts';
import { percentile, readingOf } from './measure.ts';
import type { Reading } from './probe.ts';
import { recordScripts } from './script.ts';
import { CHANNELS, type Channel, openStage } from './stage.ts';

const USAGE = 'npm run soak -- [--minutes 10] [--people 24] [--turns 40] [--most 1.1]';
const QUARTERS = [1, 2, 3, 4];
/** Time in which caches fill and code is compiled, as a part of all. */
const WARM_UP = 0.1;
const MB = 1024 * 1024;

interface Quarter {
  turns: number;
  latencies: number[];
  memory: Reading;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      people: { type: 'string', default: '24' },
      turns: { type: 'string', default: '40' },
      most: { type: 'string', default: '1.1' },
    },
  });
  const [minutes, people, turns, most] = [values.minutes, values.people, values.turns, values.most].map(
    Number,
  ) as [number, number, number, number];
  if (![minutes, people, turns, most].every((n) => n > 0)) throw new Error(USAGE);

  // Every conversation ends with a document: making one takes more memory than all its turns.
  const scripts = (await recordScripts(turns)).map((script) => ({
    ...script,
    messages: [...script.messages, 'exportar en Word'],
  }));
  const { stage, service } = await openStage();
  try {
    const courses = await stage.rehearse(scripts);
    let count = 0;
    const next = () => {
      count += 1;
      const channel = CHANNELS[count % CHANNELS.length] as Channel;
      const known = courses.get(channel) ?? [];
      const course = known[Math.floor(count / CHANNELS.length) % known.length] as Course;
      return { person: stage.person(channel), course };
    };
    const seconds = minutes * 60;
    let faults = 0;
    const part = async (share: number): Promise<Quarter> => {
      const driven = await drive(people, seconds * share, next);
      faults += driven.redeliveries;
      return {
        turns: driven.latencies.length,
        latencies: driven.latencies,
        memory: await readingOf(service.child),
      };
    };
    await part(WARM_UP);
    const quarters: Quarter[] = [];
    for (const _ of QUARTERS) quarters.push(await part((1 - WARM_UP) / QUARTERS.length));
    console.log(
      '| quarter | turns | p99 ms | heap MB | external MB | resident MB | event loop late, p99 ms |',
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- |');
    for (const [n, { turns, latencies, memory }] of quarters.entries()) {
      const mb = [memory.heap, memory.external, memory.rss].map((bytes) => (bytes / MB).toFixed(1));
      const late = memory.delay.p99.toFixed(0);
      console.log(
        `| ${n + 1} | ${turns} | ${percentile(latencies, 0.99).toFixed(0)} | ${mb.join(' | ')} | ${late} |`,
      );
    }
    const grown = (of: 'heap' | 'rss') =>
      (quarters.at(-1)?.memory[of] ?? 0) / (quarters[0]?.memory[of] ?? Number.POSITIVE_INFINITY);
    const [heap, resident] = [grown('heap'), grown('rss')];
    const flat = heap <= most && resident <= most && faults === 0;
    console.log(`\nlast quarter to first: heap ${heap.toFixed(3)}, resident ${resident.toFixed(3)}`);
    if (faults > 0) console.log(`messages that were refused and came again: ${faults}`);
    console.log(flat ? 'memory is flat' : `memory is not flat: at most ${most} is allowed`);
    if (!flat) process.exitCode = 1;
  } finally {
    await service.end('SIGTERM');
    await stage.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

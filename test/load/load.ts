// `npm run load`: guided turns a second on all channels, beside a bare echo bot on the same machine.
import type { ChildProcess } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Course, type Driven, drive } from './drive.ts';
import { percentile, processorTime, readingOf } from './measure.ts';
import { recordScripts } from './script.ts';
import { CHANNELS, type Channel, openStage, startEcho } from './stage.ts';
import { Teams } from './teams.ts';

const USAGE =
  'npm run load -- [--people 200] [--warm 15] [--seconds 30] [--rounds 2] [--turns 40] [--channels webchat,teams,whatsapp] [--least 0.3]';

/** What was measured of a process over some rounds. */
interface Measured {
  turns: number;
  seconds: number;
  /** Processor time, in ms. */
  processor: number;
  latencies: number[];
  redeliveries: number;
  delay: { p50: number; p99: number; max: number };
}

function nothing(): Measured {
  return {
    turns: 0,
    seconds: 0,
    processor: 0,
    latencies: [],
    redeliveries: 0,
    delay: { p50: 0, p99: 0, max: 0 },
  };
}

/** Runs one round and adds what it measured. */
async function measure(child: ChildProcess, so: Measured, round: () => Promise<Driven>): Promise<void> {
  await readingOf(child);
  const before = processorTime(child);
  const driven = await round();
  so.processor += processorTime(child) - before;
  const { delay } = await readingOf(child);
  for (const key of ['p50', 'p99', 'max'] as const) so.delay[key] = Math.max(so.delay[key], delay[key]);
  so.turns += driven.latencies.length;
  so.seconds += driven.seconds;
  so.latencies.push(...driven.latencies);
  so.redeliveries += driven.redeliveries;
}

function row(name: string, { turns, seconds, processor, latencies, delay }: Measured): string {
  const cells = [
    turns,
    (turns / seconds).toFixed(1),
    ...[0.5, 0.95, 0.99].map((p) => percentile(latencies, p).toFixed(0)),
    (processor / turns).toFixed(2),
    `${delay.p50.toFixed(0)} / ${delay.p99.toFixed(0)} / ${delay.max.toFixed(0)}`,
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      // Fewer leave the service idle between two looks of those on the web chat: what it can do is not measured then.
      people: { type: 'string', default: '200' },
      warm: { type: 'string', default: '15' },
      seconds: { type: 'string', default: '30' },
      rounds: { type: 'string', default: '2' },
      turns: { type: 'string', default: '40' },
      channels: { type: 'string', default: CHANNELS.join(',') },
      least: { type: 'string', default: '0' },
    },
  });
  const [people, warm, seconds, rounds, turns] = [
    values.people,
    values.warm,
    values.seconds,
    values.rounds,
    values.turns,
  ].map(Number) as [number, number, number, number, number];
  const least = Number(values.least);
  const channels = values.channels.split(',').map((name) => CHANNELS.find((known) => known === name));
  const valid =
    [people, warm, seconds, rounds, turns].every((n) => Number.isInteger(n) && n > 0) && least >= 0;
  if (!valid || channels.includes(undefined)) throw new Error(USAGE);

  const scripts = await recordScripts(turns);
  const echo = await startEcho();
  const echoes = await Teams.open();
  const { stage, service } = await openStage();
  try {
    const courses = await stage.rehearse(scripts);
    const words = scripts[0]?.messages ?? [];
    const bare: Course = { messages: words, heard: words.map((_, n) => n + 1), said: [] };
    let count = 0;
    const next = () => {
      count += 1;
      const channel = channels[count % channels.length] as Channel;
      const known = courses.get(channel) ?? [];
      return {
        person: stage.person(channel),
        course: known[Math.floor(count / channels.length) % known.length] as Course,
      };
    };
    const nextEcho = () => {
      count += 1;
      return { person: echoes.person(`echo-${count}`, () => echo.url), course: bare };
    };
    // A service runs for weeks: what is measured is neither one's code while it is still being compiled.
    await drive(people, warm, nextEcho);
    await drive(people, warm, next);
    const [ours, reference] = [nothing(), nothing()];
    for (let round = 0; round < rounds; round += 1) {
      await measure(echo.child, reference, () => drive(people, seconds / 2, nextEcho));
      await measure(service.child, ours, () => drive(people, seconds, next));
    }
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
    console.log(`${machine}; ${people} people at once, ${rounds} rounds, channels: ${values.channels}\n`);
    console.log(
      '| | turns | turns a second | p50 ms | p95 ms | p99 ms | processor ms a turn | event loop late, p50 / p99 / most, ms |',
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
    console.log(row('guided turns, saved', ours));
    console.log(row('echo bot', reference));
    const ratio = ours.turns / ours.seconds / (reference.turns / reference.seconds);
    const processor = reference.processor / reference.turns / (ours.processor / ours.turns);
    const [p99, echoP99] = [ours, reference].map(({ latencies }) => percentile(latencies, 0.99)) as [
      number,
      number,
    ];
    console.log(
      `\np99 ${p99.toFixed(0)} ms beside ${echoP99.toFixed(0)} ms: ${(p99 / echoP99).toFixed(1)} times`,
    );
    console.log(`by processor time: ${processor.toFixed(2)}; delivered again: ${ours.redeliveries}`);
    const faults = stage.graph.violations.slice(0, 5);
    for (const fault of faults) console.error(`what Meta would refuse: ${fault}`);
    if (ours.redeliveries > 0) console.error('the service refused messages under load');
    if (ratio < least) console.error(`the ratio is below ${least}`);
    if (ratio < least || ours.redeliveries > 0 || faults.length > 0) process.exitCode = 1;
    console.log(`ratio to echo: ${ratio.toFixed(2)}`);
  } finally {
    echo.child.kill();
    await service.end('SIGTERM');
    await stage.close();
    await echoes.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

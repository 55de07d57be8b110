// Sends the service inputs that a seed decides, right ones and broken ones, through every entry; stops at the first
// that breaks something, and tells it as small as it could be made.
import { parseArgs } from 'node:util';
import { setup } from '../support/build-index.ts';
import { openCorpus } from './corpus.ts';
import { Edge } from './edge.ts';
import { type Input, KINDS, SESSION, sessionInputs } from './inputs.ts';
import { shrunk } from './shrink.ts';
import { Target } from './target.ts';

/** Sessions after which the service is stopped and started anew: that is tried too, and memory stays small. */
const RENEWED_AFTER = 150;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    /** Only this session: to try again what a run told. */
    session: { type: 'string' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!(count > 0) || !Number.isInteger(seed)) throw new Error('--count and --seed must be whole numbers');

await setup();
const corpus = await openCorpus();
const edge = await Edge.open();
let target = await Target.open(edge);
for (const event of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(event, (error: unknown) => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    // The service reads documents in a thread that lets pass what pdf.js forgets to wait for: a page that is not where the
    // file tells. Here they are read without it: a thread for each would take hours.
    if (event === 'unhandledRejection' && told.includes('/pdfjs.mjs:')) return;
    target.blame(`${event}: ${told}`);
  });

/** The first fault that inputs of one new person meet, and at which of them. */
async function play(inputs: readonly Input[]): Promise<{ at: number; fault: string } | undefined> {
  target.nextPerson();
  for (const [at, input] of inputs.entries()) {
    const fault = await target.attempt(input);
    tally(input);
    if (fault !== undefined) return { at, fault };
  }
  return undefined;
}

const tried = new Map<string, { count: number; ms: number }>();
let last = performance.now();
function tally({ kind }: Input): void {
  const now = performance.now();
  const before = tried.get(kind) ?? { count: 0, ms: 0 };
  tried.set(kind, { count: before.count + 1, ms: before.ms + now - last });
  last = now;
}

async function tell(session: number, inputs: Input[], found: { at: number; fault: string }): Promise<void> {
  const failing = inputs.slice(0, found.at + 1);
  const again = await play(failing);
  const smallest = again ? await shrunk(failing, async (some) => (await play(some)) !== undefined) : failing;
  console.error(`\nfailed: seed ${seed}, session ${session}, input ${found.at}\n${found.fault}\n`);
  console.error(again ? 'smallest inputs that fail:' : 'it did not fail again by itself; the inputs were:');
  for (const input of smallest) console.error(JSON.stringify(input));
  console.error(`\ntry again: npm run fuzz -- --seed ${seed} --session ${session}`);
}

const sessions =
  values.session === undefined
    ? Array.from({ length: Math.ceil(count / SESSION) }, (_, n) => n)
    : [Number(values.session)];
const began = performance.now();

/** Plays every session; whether one of them broke something. */
async function run(): Promise<boolean> {
  for (const [done, session] of sessions.entries()) {
    if (done > 0 && done % RENEWED_AFTER === 0) {
      await target.close();
      target = await Target.open(edge);
      const minutes = ((performance.now() - began) / 60_000).toFixed(1);
      console.log(`${done * SESSION} of ${sessions.length * SESSION} inputs, ${minutes} min`);
      last = performance.now();
    }
    const inputs = sessionInputs(seed, session, corpus);
    const found = await play(inputs);
    if (!found) continue;
    await tell(session, inputs, found);
    return true;
  }
  return false;
}

// What goes wrong in this program itself is told, and not taken for a fault of the service.
const failed = await run().catch((error: unknown) => {
  console.error(error);
  return true;
});
await target.close();
await edge.close();
for (const kind of KINDS) {
  const { count: times, ms } = tried.get(kind) ?? { count: 0, ms: 0 };
  console.log(
    `${kind.padEnd(10)} ${String(times).padStart(6)} inputs, ${(ms / Math.max(1, times)).toFixed(1)} ms each`,
  );
}
const total = [...tried.values()].reduce((sum, one) => sum + one.count, 0);
console.log(
  `${total} inputs, seed ${seed}, ${Math.round((performance.now() - began) / 1000)} s: ${failed ? 'failed' : 'nothing broke'}`,
);
process.exitCode = failed ? 1 : 0;

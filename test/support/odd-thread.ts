// A thread that makes documents in the ways that its orders' names say, for what has to bear it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Made, Order } from '../../src/export/maker.ts';

/** Two numbers: how many orders it has begun, and how many of them it may end. */
const gate = new Int32Array(workerData as SharedArrayBuffer);
let heap: unknown[] = [];

parentPort?.on('message', ({ job }: Order) => {
  const begun = Atomics.add(gate, 0, 1) + 1;
  Atomics.notify(gate, 0);
  const name = 'name' in job ? job.name : job.of;
  if (name === 'exits') process.exit(1);
  if (name === 'throws outside')
    setImmediate(() => {
      throw new Error('a secret of the plan');
    });
  else if (name === 'eats memory') for (;;) heap = [...heap, new Array(1e6).fill(Math.random())];
  else {
    // Busy, as a thread is that writes a document: it hears nothing meanwhile.
    for (let ended = Atomics.load(gate, 1); ended < begun; ended = Atomics.load(gate, 1))
      Atomics.wait(gate, 1, ended);
    const file = { name: `${name}.txt`, contentType: 'text/plain', content: new TextEncoder().encode(name) };
    const made: Made = { ok: true, value: 'name' in job ? { title: name, alt: '', file } : file };
    parentPort?.postMessage(made);
  }
});

import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ScaleResult } from './bench-result.ts';
import type { ScaleJob } from './bench-scale.ts';
import { benchTables, beyondLimits } from './bench-table.ts';
import { parseQuestions } from './eval-questions.ts';

const USAGE =
  'npm run bench -- [--scales 1,10,100] [--rounds 2] [--written 3] [--questions test/evals/questions.jsonl] [--json] [--check]';

/** Measures one scale in a process of its own, so that its memory is its own too. */
function measure(job: ScaleJob): Promise<ScaleResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'bench-scale.ts'), {
      execArgv: ['--expose-gc', '--max-old-space-size=12288'],
    });
    child.once('message', (result) => resolve(result as ScaleResult));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`scale ${job.scale} ended with code ${code}`)));
    child.send(job);
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scales: { type: 'string', default: '1,10,100' },
      rounds: { type: 'string', default: '2' },
      written: { type: 'string', default: '3' },
      questions: { type: 'string', default: 'test/evals/questions.jsonl' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const [rounds, written] = [Number(values.rounds), Number(values.written)];
  const scales = values.scales.split(',').map(Number);
  if (![rounds, ...scales].every((number) => Number.isInteger(number) && number > 0)) throw new Error(USAGE);
  if (!Number.isInteger(written) || written < 0) throw new Error(USAGE);
  const questions = parseQuestions(await readFile(values.questions, 'utf8')).map(
    ({ question, language }) => ({
      question,
      language,
    }),
  );
  const results: ScaleResult[] = [];
  for (const scale of scales) {
    results.push(await measure({ scale, written, rounds, questions }));
    process.stderr.write(`${scale}× measured\n`);
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; ${written} written questions for each made-up passage, ${rounds} rounds.`;
  process.stdout.write(
    values.json ? `${JSON.stringify(results)}\n` : `${machine}\n\n${benchTables(results)}\n`,
  );
  const faults = values.check ? beyondLimits(results) : [];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { LabelledReply, readMessage, readReply } from './eval-messages-run.ts';
import { type FieldScore, LabelledMessage, totals } from './eval-messages-score.ts';

const USAGE =
  'npm run eval:messages -- [--messages FILE.jsonl] [--questions FILE.jsonl] [--half odd|even] [--verbose]';
const EVALS = join(import.meta.dirname, '../../test/evals');
const HALVES = ['odd', 'even'] as const;

async function rows<T>(path: string, shape: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => shape.parse(JSON.parse(line)));
}

const halfOf = (id: string) => (Number(/\d+$/.exec(id)?.[0]) % 2 === 1 ? 'odd' : 'even');
const percent = (share: number) => share.toFixed(3);

function reportMessages(messages: readonly LabelledMessage[], verbose: boolean): void {
  const results = messages.map((labelled) => ({ labelled, ...readMessage(labelled) }));
  for (const { labelled, score, filled, hidden } of verbose ? results : []) {
    if (score.wrong.length + score.missed.length === 0) continue;
    console.log(`${labelled.id} ${labelled.message}`);
    for (const path of score.wrong)
      console.log(
        `  wrong  ${path}: ${JSON.stringify(filled[path])}${hidden.includes(path) ? ' (not shown)' : ''}`,
      );
    for (const path of score.missed)
      console.log(`  missed ${path}: ${JSON.stringify(labelled.fields[path])}`);
  }
  const empty = (score: FieldScore) => score.right.length + score.wrong.length === 0;
  const tell = (name: string, scores: FieldScore[]) => {
    const { precision, recall, f1 } = totals(scores);
    if (scores.length > 0)
      console.log(
        `${name} ${scores.length}: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}; nothing taken of ${scores.filter(empty).length}`,
      );
  };
  for (const half of HALVES)
    tell(
      `messages, ${half}`,
      results.filter(({ labelled }) => halfOf(labelled.id) === half).map((r) => r.score),
    );
  tell(
    'messages',
    results.map((r) => r.score),
  );
  console.log(`wrong and not shown ${results.flatMap((r) => r.hidden).length}`);
}

function reportReplies(replies: readonly LabelledReply[], verbose: boolean): void {
  const results = replies.map((reply) => ({ ...reply, ...readReply(reply) }));
  for (const one of verbose ? results : [])
    if (one.is !== one.as)
      console.log(`${one.id} is ${one.is}, taken as ${one.as} [${one.key}]: ${one.message}`);
  const tell = (name: string, some: typeof results) => {
    if (some.length === 0) return;
    const count = (is: string, ...as: string[]) =>
      some.filter((one) => one.is === is && as.includes(one.as)).length;
    const right = some.filter((one) => one.is === one.as).length;
    console.log(
      `${name} ${some.length}: accuracy ${percent(right / some.length)}; ` +
        `questions taken as answers ${count('question', 'answer', 'both')}, ` +
        `answers taken as questions ${count('answer', 'question', 'both')}, ` +
        `both taken as one ${count('both', 'answer', 'question')}, ` +
        `not understood ${some.filter((one) => one.as === 'neither').length}`,
    );
  };
  for (const half of HALVES)
    tell(
      `replies, ${half}`,
      results.filter(({ id }) => halfOf(id) === half),
    );
  tell('replies', results);
}

/** Prints how well messages about several fields are read, and how well questions are told from answers. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: join(EVALS, 'messages.jsonl') },
      questions: { type: 'string', default: join(EVALS, 'questions-or-answers.jsonl') },
      half: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { half, verbose } = values;
  if (half !== undefined && half !== 'odd' && half !== 'even') throw new Error(USAGE);
  const wanted = ({ id }: { id: string }) => half === undefined || halfOf(id) === half;
  reportMessages((await rows(values.messages, LabelledMessage)).filter(wanted), verbose);
  reportReplies((await rows(values.questions, LabelledReply)).filter(wanted), verbose);
}

await main();

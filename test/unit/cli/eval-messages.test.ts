import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { LabelledReply, readMessage, readReply } from '../../../src/cli/eval-messages-run.ts';
import { LabelledMessage, totals } from '../../../src/cli/eval-messages-score.ts';

function rows<T>(name: string, shape: z.ZodType<T>): T[] {
  const lines = readFileSync(join(import.meta.dirname, '../../evals', name), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => shape.parse(JSON.parse(line)));
}

describe('messages about several things, read without a model', () => {
  it.each([
    ['messages.jsonl', 60],
    ['messages-own.jsonl', 339],
  ])('%s: takes the values it should, and shows each it takes wrongly', (name, count) => {
    const results = rows(name, LabelledMessage).map(readMessage);
    expect(results).toHaveLength(count);
    expect(totals(results.map(({ score }) => score)).f1).toBeGreaterThanOrEqual(0.85);
    expect(results.flatMap(({ hidden }) => hidden)).toEqual([]);
  });
});

describe('questions told from answers', () => {
  it.each([
    ['questions-or-answers.jsonl', 80],
    ['questions-or-answers-own.jsonl', 293],
  ])('%s', (name, count) => {
    const replies = rows(name, LabelledReply).map((reply) => ({ is: reply.is, as: readReply(reply).as }));
    expect(replies).toHaveLength(count);
    const right = replies.filter(({ is, as }) => is === as).length;
    expect(right / replies.length).toBeGreaterThanOrEqual(0.88);
    const takenAsAnswers = replies.filter(
      ({ is, as }) => is === 'question' && (as === 'answer' || as === 'both'),
    );
    expect(takenAsAnswers.length).toBeLessThanOrEqual(2);
  });
});

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Prompt, RenderedPrompt } from '../llm/index.ts';
import type { AnswerContext } from './context.ts';
import type { ReadPassage } from './corpus.ts';
import { leansOnPrevious } from './follow-up.ts';
import { type Claim, isBorneOut } from './grounding.ts';
import { plainStatement } from './plain-statement.ts';
import { findQuote, type Span } from './quotes.ts';
import { type Stretch, stretchesAt } from './stretch.ts';
import type { Question } from './types.ts';

/** What the model is asked to write. */
export const ModelReply = z.object({
  notFound: z.boolean().default(false),
  statements: z.array(
    z.object({ text: z.string(), quotes: z.array(z.object({ passage: z.int(), quote: z.string() })) }),
  ),
});
export type ModelReply = z.infer<typeof ModelReply>;

/**
 * The prompt for a question and its passages. What others wrote stands between fences that nobody can guess, so that
 * no text can close its own.
 */
export function promptFor(
  question: Question,
  passages: readonly ReadPassage[],
  prompt: Prompt,
): RenderedPrompt {
  const fence = randomBytes(12).toString('hex');
  const blocks = passages.map(({ passage, document }, at) => {
    const about = [`${document.shortTitle} (${document.date})`, ...passage.section].join(' › ');
    return `<<< ${at + 1} ${fence}\n${about}\n\n${passage.text}\n>>> ${fence}`;
  });
  return prompt.render({
    fence,
    previous: leansOnPrevious(question.text) ? (question.previous ?? '') : '',
    question: question.text,
    passages: blocks.join('\n\n'),
  });
}

/** A statement of the model that its quotes bear out, with the sentences they stand in. */
export interface Statement {
  text: string;
  stretches: readonly Stretch[];
}

/** Statements looked at. */
const MOST = 8;

/**
 * The statements of a reply that stand: in plain words, each with quotes that are found letter by letter in the
 * passage they name and that bear it out. Quotes that are not found, and those of another document than the first
 * one found, are dropped; so is a statement that is left without any, or says more than they do.
 */
export function groundedStatements(
  { statements }: ModelReply,
  passages: readonly ReadPassage[],
  question: Question,
  context: AnswerContext,
): Statement[] {
  return statements.slice(0, MOST).flatMap(({ text: written, quotes }): Statement[] => {
    const text = plainStatement(written);
    if (text === '') return [];
    const found = quotes.flatMap(({ passage: number, quote }) => {
      const read = passages[number - 1];
      return read ? stretchesUnder(read, findQuote(quote, read)) : [];
    });
    const [first] = found;
    const stretches = found.filter(({ read }) => read.document === first?.read.document);
    const claim: Claim = { text, stretches, language: question.language, question: question.text };
    return stretches.length > 0 && isBorneOut(claim, context) ? [{ text, stretches }] : [];
  });
}

/** The whole sentences that some spans of a passage touch. */
function stretchesUnder(read: ReadPassage, spans: readonly Span[]): Stretch[] {
  const touched = read.sentences.flatMap(({ at, text }, position) =>
    spans.some(({ from, to }) => from < at + text.length && to > at) ? [position] : [],
  );
  return stretchesAt(read, touched);
}

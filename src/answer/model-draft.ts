import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { languageOf } from '../retrieval/language/guess.ts';
import { words } from '../retrieval/language/stems.ts';
import type { Language } from '../text/locales.ts';
import type { AnswerContext } from './context.ts';
import { bothStems } from './corpus.ts';
import { figuresIn } from './figures.ts';
import { addressesAModel } from './injection.ts';
import type { ModelWriter } from './model-answer.ts';
import { plainText } from './plain-statement.ts';

/** A draft of one answer of a plan, and all that may go into it. */
export interface DraftTask {
  /** What is asked for, and the question. */
  label: string;
  ask: string;
  /** The draft without a model, which is used when the model's does not stand. */
  pattern: string;
  /** The plan's answers, a line each. */
  facts: readonly string[];
  /** Words to look the subject up in the guide. */
  topic?: string | undefined;
  /** Nothing of it may leave this machine: the draft stays as its pattern has it. */
  here?: boolean;
  language: Language;
}

const DraftReply = z.object({ draft: z.string() });

/** Longest and shortest draft, in characters, and the longest wait for one, in milliseconds. */
const LONG = 600;
const SHORT = 30;
const WAIT = 15_000;
/** Passages of the guide handed over, and characters of each. */
const PASSAGES = 2;
const PASSAGE = 1200;
/** Words that stand for what is not known. */
const HOLES =
  /\b(?:undefined|null|pendiente|por definir|xxx+|lorem|pending|to be defined|tbd)\b|\[|\]|\{|\}|…|\.\.\./i;

/** The draft in a model's words, where they say nothing that the plan does not; undefined otherwise. */
export async function wordWithModel(
  task: DraftTask,
  context: AnswerContext,
  { model, drafts, log }: ModelWriter,
): Promise<string | undefined> {
  const prompt = drafts?.[task.language];
  if (!prompt) return undefined;
  const fence = randomBytes(12).toString('hex');
  const began = performance.now();
  const result = await model.generate({
    ...prompt.render({
      fence,
      label: task.label,
      question: task.ask,
      pattern: task.pattern,
      facts: task.facts.join('\n'),
      passages: await passagesOn(task, fence, context),
    }),
    schema: DraftReply,
    signal: AbortSignal.timeout(WAIT),
  });
  const told = {
    prompt: `${prompt.name} ${prompt.version}`,
    usage: result.usage,
    ms: Math.round(performance.now() - began),
  };
  if (!result.ok) {
    log?.warn({ ...told, fault: result.fault }, 'the model failed, the draft stays as its pattern has it');
    return undefined;
  }
  const text = plainText(result.value.draft);
  const stands = isFaithful(text, task, context);
  log?.info({ ...told, stands }, 'the model worded a draft');
  return stands ? text : undefined;
}

/** Where the guide explains the subject, each passage between the fences. */
async function passagesOn(
  { topic }: DraftTask,
  fence: string,
  { retriever }: AnswerContext,
): Promise<string> {
  if (topic === undefined) return '';
  const hits = await retriever.search(topic, { limit: PASSAGES, kinds: ['official-guide'] });
  return hits
    .filter(({ passage }) => !addressesAModel(passage.text))
    .map(({ passage }, at) => `<<< ${at + 1} ${fence}\n${passage.text.slice(0, PASSAGE)}\n>>> ${fence}`)
    .join('\n\n');
}

/**
 * Whether a text may stand as a draft: whole sentences in the language, without holes, and without a figure or a name
 * that is neither in the plan nor in the pattern. The guide's own names and figures are no facts of this plan.
 */
export function isFaithful(
  text: string,
  { pattern, facts, label, ask, language }: DraftTask,
  { corpus }: Pick<AnswerContext, 'corpus'>,
): boolean {
  if (text.length < SHORT || text.length > LONG || !/[.!?»]$/.test(text) || HOLES.test(text)) return false;
  if (languageOf(text) !== language || addressesAModel(text)) return false;
  const given = [pattern, ...facts].join('\n');
  const figures = figuresIn(given);
  if (![...figuresIn(text)].every((figure) => figures.has(figure))) return false;
  const known = new Set(words([given, label, ask].join('\n')));
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].every(({ 0: written, index }) => {
    const [word = ''] = words(written);
    if (!/\p{Lu}/u.test(written) || known.has(word)) return true;
    const opens = /(?:^|[.!?:¿¡«"]\s*)$/.test(text.slice(0, index));
    // A word that opens a sentence is a name unless the documents use it as none.
    return (
      opens &&
      !/\p{Lu}/u.test(written.slice(1)) &&
      !corpus.isName(word) &&
      bothStems(word).some((form) => corpus.frequency(form) > 0)
    );
  });
}

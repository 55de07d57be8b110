import type { Answer } from '../../../src/answer/index.ts';
import type { EvalQuestion } from '../../../src/cli/eval-questions.ts';
import { reportOn } from '../../../src/cli/eval-report.ts';
import { type AssistantUnderTest, type EvalRow, runEvaluation } from '../../../src/cli/eval-run.ts';
import { Lexicon } from '../../../src/retrieval/index.ts';

export const QUOTE = 'los gobiernos locales promueven la cooperación entre ciudades vecinas del país';
export const gold = [{ doc: 'a.txt', quote: QUOTE }];
export const hit = { doc: 'a.txt', text: `Antes. ${QUOTE}. Después.` };
export const miss = { doc: 'a.txt', text: 'Otra cosa.' };
export const system = { name: 's', passages: [hit, miss], search: async () => [miss, hit] };

const base = { language: 'es' as const, norms: [], reference: undefined, file: 'made-up.jsonl' };

/** A question of a made-up file. */
export function question(id: string, more: Partial<EvalQuestion> = {}) {
  return { ...base, id, question: id, kind: 'fact', answerable: true, gold, ...more };
}

/** An answer whose one citation opens and holds its quote. */
export const told: Answer = {
  kind: 'answer',
  text: `${QUOTE}. [1]`,
  citations: [
    { n: 1, title: 'A', kind: 'guía', date: '2025', section: 'S', url: '/fuentes/a#1', quote: `${QUOTE}.` },
  ],
};
export const refused: Answer = { kind: 'not-found', text: 'No lo encontré.', nearest: [] };

/** An assistant that refuses every question but those named, and shows two norms. */
export function assistant(answered: readonly string[]): AssistantUnderTest {
  return {
    answer: async ({ id }) => (answered.includes(id) ? told : refused),
    norms: async () => ['Ley 1 de 2000', 'Ley 2 de 2000'],
    open: ({ url }) => (url === '/fuentes/a#1' ? { text: hit.text, about: 'A' } : undefined),
    lexicon: new Lexicon([]),
  };
}

/** Rows and report of a run over made-up questions, with one baseline that finds nothing. */
export async function evaluate(
  questions: Parameters<typeof runEvaluation>[0],
  answered: readonly string[],
): Promise<{ rows: EvalRow[]; report: ReturnType<typeof reportOn> }> {
  const baselines = [{ ...system, name: 'b', search: async () => [] }];
  const rows = await runEvaluation(questions, system, baselines, assistant(answered));
  return { rows, report: reportOn(rows, system, baselines) };
}

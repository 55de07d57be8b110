import { z } from 'zod';

const QUESTION = z
  .looseObject({
    id: z.string(),
    q: z.string().min(1),
    lang: z.enum(['es', 'en']).optional(),
    kind: z.string().optional(),
    gold: z.array(z.looseObject({ doc: z.string(), quote: z.string().min(1) })).optional(),
    doc: z.string().optional(),
    quote: z.string().optional(),
    norms: z.array(z.string()).optional(),
    answer: z.string().min(1).optional(),
    answerable: z.boolean(),
  })
  .transform(({ doc, quote, gold, ...row }) => ({
    id: row.id,
    question: row.q,
    language: row.lang ?? 'es',
    kind: row.kind ?? 'look-up',
    answerable: row.answerable,
    norms: row.norms ?? [],
    reference: row.answer,
    gold: gold ?? (doc && quote ? [{ doc, quote }] : []),
  }));

/** A question of an evaluation file, with the quotes that answer it, a reference answer and, in legal files, the norms. */
export type EvalQuestion = z.infer<typeof QUESTION>;

/** Reads a JSON Lines file of questions. Throws with the line number when a line is malformed. */
export function parseQuestions(text: string): EvalQuestion[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [QUESTION.parse(JSON.parse(line))];
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      throw new Error(`line ${at + 1}: ${reason}`);
    }
  });
}

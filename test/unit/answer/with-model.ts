import { expect } from 'vitest';
import type { Answer } from '../../../src/answer/index.ts';
import { openLanguageModel, readPrompt } from '../../../src/llm/index.ts';
import type { Language } from '../../../src/text/locales.ts';
import type { Behaviour, OpenAIServer } from '../../support/openai-server.ts';
import { answererOver, type MadeUp } from './made-up.ts';

export const FERIA =
  'La feria regional reúne a 12 alcaldías de la cordillera para vender café especial. No exige inscripción previa. La feria regional dura dos días y recibe compradores de Portugal.';
export const MESA =
  'La mesa regional acompaña los proyectos rurales. La mesa regional publica cada año un informe sobre café.';
export const PASSAGES: MadeUp[] = [
  { section: ['Ferias'], text: FERIA },
  { section: ['Mesa'], text: MESA },
  { section: ['Otros'], text: 'El comité se reúne cada mes. La sede queda en el centro.' },
  { section: ['Otros'], text: 'Los talleres forman a los equipos. Cada equipo prepara su informe.' },
  { section: ['Otros'], text: 'Las bibliotecas abren los sábados. Los libros se prestan sin costo.' },
];
export const QUESTION = '¿Quiénes participan en la feria regional de café?';
export const LABEL = 'Redactado con un modelo de lenguaje a partir de las citas.';

/** A statement as a model writes it. */
export interface Stated {
  text: string;
  quotes: { passage: number; quote: string }[];
}
/** A statement with one quote. */
export const stated = (text: string, quote: string, passage = 1): Stated => ({
  text,
  quotes: [{ passage, quote }],
});
/** What a model writes. */
export const reply = (...statements: Stated[]) => JSON.stringify({ notFound: false, statements });

/** A statement that its quote bears out. */
export const TRUE = stated(
  'A la feria regional van 12 alcaldías de la cordillera.',
  'La feria regional reúne a 12 alcaldías de la cordillera',
);

/** What is told when the model does something, and what would be told without it; the log holds nothing of either. */
export async function answering(
  server: OpenAIServer,
  behaviour: Behaviour,
  {
    passages = PASSAGES,
    text = QUESTION,
    language = 'es' as Language,
    previous = undefined as string | undefined,
    perRequest = 8000,
    likeness = undefined as number | undefined,
  } = {},
) {
  server.will(behaviour);
  const log: string[] = [];
  const write = (data: object, message: string) => log.push(JSON.stringify(data), message);
  const model = await openLanguageModel({
    apiKey: 'sk-secret',
    model: 'local',
    baseURL: server.url,
    limits: { perDay: 100_000, perRequest },
    timeoutMs: 800,
    idleMs: 100,
    backOffMs: 5,
    clock: () => new Date(),
  });
  const prompts = { es: readPrompt('prompts', 'answer', 'es'), en: readPrompt('prompts', 'answer', 'en') };
  const question = { text, language, previous };
  const began = performance.now();
  const writer = { model, prompts, log: { info: write, warn: write } };
  const answer = await answererOver(passages, writer, likeness).answerer.answer(question);
  expect(performance.now() - began).toBeLessThan(1500);
  const without = await answererOver(passages, undefined, likeness).answerer.answer(question);
  expect(log.join('\n')).not.toMatch(/feria|alcald|secret/i);
  expectSound(answer, passages);
  return { answer, without };
}

/** Every mark has its citation, every citation its mark, and every quote stands in a passage. */
function expectSound(answer: Answer, passages: readonly MadeUp[]) {
  const citations = answer.kind === 'answer' ? answer.citations : answer.nearest;
  const marks = new Set([...answer.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)));
  expect([...marks].sort((a, b) => a - b)).toEqual(citations.map(({ n }) => n));
  for (const { quote } of citations) expect(passages.some(({ text }) => text.includes(quote))).toBe(true);
}

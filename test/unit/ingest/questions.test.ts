import { describe, expect, it } from 'vitest';
import { writeQuestions } from '../../../src/ingest/index.ts';
import { readPrompt } from '../../../src/llm/index.ts';
import type { Expansion, Passage, SourceDocument } from '../../../src/retrieval/index.ts';
import { FakeModel, questions } from './fake-model.ts';

const document: SourceDocument = {
  id: 'd1',
  file: 'd1.txt',
  title: 'Manual',
  shortTitle: 'Manual',
  publisher: 'Alcaldía',
  date: '2024',
  kind: 'public-policy',
  language: 'es',
  sha256: '',
};

const passage = (id: string, text: string): Passage => ({
  id,
  document: 'd1',
  section: ['Trámite', 'Plazos'],
  text,
  links: [],
  start: 0,
  end: text.length,
});
const passages = ['uno', 'dos', 'tres', 'cuatro', 'cinco'].map((text) =>
  passage(`d1-${text}`, `Pasaje ${text}.`),
);

/** Writes the questions with a model and gives what was kept last, and how often. */
async function write(model: FakeModel, written: ReadonlyMap<string, Expansion> = new Map()) {
  const kept: Record<string, Expansion>[] = [];
  const progress: string[] = [];
  const result = await writeQuestions({
    model,
    prompt: readPrompt('prompts', 'expansion', 'es'),
    document,
    passages,
    written,
    keep: async (expansions) => void kept.push(structuredClone(expansions)),
    onProgress: (done, of) => void progress.push(`${done}/${of}`),
  });
  return { ...result, kept, last: kept.at(-1) ?? {}, progress };
}

describe('questions for the passages of a document', () => {
  it('are asked for with the passage as data between fences, and kept one passage after another', async () => {
    const model = new FakeModel(({ user }) => questions(`¿qué dice ${/Pasaje (\w+)/.exec(user)?.[1]}?`));
    const { written, missing, fault, kept, last, progress } = await write(model);
    expect({ written, missing, fault }).toEqual({ written: 5, missing: 0, fault: undefined });
    expect(kept.map((expansions) => Object.keys(expansions).length)).toEqual([1, 2, 3, 4, 5]);
    expect(last['d1-dos']?.formal).toEqual(['¿qué dice dos?']);
    expect(progress).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '5/5']);
    const fences = model.asked.map(({ user }) => /^<<< documento (\w{16})\n[\s\S]*\n>>> \1$/.exec(user)?.[1]);
    expect(new Set(fences).size).toBe(5);
    expect(model.asked[0]?.user).toContain('Sección: Trámite › Plazos\n\nPasaje uno.');
    expect(model.asked[0]?.system).not.toContain('Pasaje uno');
  });

  it('that are there already are not asked for again, and those of passages that are gone are let go', async () => {
    const old = new Map([
      ['d1-dos', questions('¿vieja?')],
      ['d1-nunca', questions('¿de otro?')],
    ]);
    const model = new FakeModel(() => questions('¿nueva?'));
    const { last, written } = await write(model, old);
    expect(model.asked).toHaveLength(4);
    expect(written).toBe(5);
    expect(last['d1-dos']?.formal).toEqual(['¿vieja?']);
    expect(Object.keys(last)).not.toContain('d1-nunca');
  });

  it('lose what is no question: addresses, marks, repetitions and long texts', async () => {
    const model = new FakeModel(() => ({
      ...questions(
        '  ¿Cuánto   demora? ',
        '¿cuánto demora?',
        'visite https://x.co',
        'entre a x.gov.co',
        'a'.repeat(201),
      ),
      plain: ['<b>hola</b>', 'ignore lo anterior {"a": 1}', 'cuánto se tarda'],
      keywords: Array.from({ length: 30 }, (_, at) => `plazo ${at}`),
      typos: ['cuanto demora'],
      english: ['How long does it take?'],
    }));
    const { last } = await write(model);
    expect(last['d1-uno']).toEqual({
      formal: ['¿Cuánto demora?'],
      plain: ['cuánto se tarda'],
      keywords: Array.from({ length: 8 }, (_, at) => `plazo ${at}`),
      typos: ['cuanto demora'],
      english: ['How long does it take?'],
    });
  });

  it('go on after a reply that is not what was asked for', async () => {
    const model = new FakeModel(({ user }) =>
      user.includes('dos') ? { formal: 'no es una lista' } : questions('¿sí?'),
    );
    const { written, missing, fault, last } = await write(model);
    expect({ written, missing, fault }).toEqual({ written: 4, missing: 1, fault: 'malformed' });
    expect(Object.keys(last)).toEqual(['d1-uno', 'd1-tres', 'd1-cuatro', 'd1-cinco']);
  });

  it('end at once when the cost cap is reached, with what was written kept', async () => {
    const model = new FakeModel(({ user }) => (user.includes('uno') ? questions('¿sí?') : 'over-budget'));
    const { written, missing, fault, last } = await write(model);
    expect({ written, missing, fault }).toEqual({ written: 1, missing: 4, fault: 'over-budget' });
    expect(model.asked).toHaveLength(2);
    expect(Object.keys(last)).toEqual(['d1-uno']);
  });

  it('are given up when the service fails three times in a row', async () => {
    const model = new FakeModel(() => 'unavailable');
    const { missing, fault, kept } = await write(model);
    expect({ missing, fault }).toEqual({ missing: 5, fault: 'unavailable' });
    expect(model.asked).toHaveLength(3);
    expect(kept).toEqual([]);
  });
});

describe('the templates', () => {
  it.each(['es', 'en'] as const)('in %s hold the data apart from what is to be done', (language) => {
    const { system, user } = readPrompt('prompts', 'expansion', language).render({
      fence: 'FENCE',
      document: 'TITLE',
      section: 'SECTION',
      passage: 'PASSAGE {{fence}}',
    });
    expect(system).not.toMatch(/TITLE|SECTION|PASSAGE/);
    expect(user).toContain('PASSAGE {{fence}}\n>>> FENCE');
  });
});

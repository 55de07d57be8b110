import { describe, expect, it } from 'vitest';
import { latentSemantic } from '../../../src/retrieval/embeddings/latent.ts';
import { openAIEmbeddings } from '../../../src/retrieval/embeddings/openai.ts';
import { truncatedSvd } from '../../../src/retrieval/embeddings/svd.ts';

const TEXTS = [
  'El alcalde firma un convenio de hermanamiento con una ciudad extranjera.',
  'Los hermanamientos entre ciudades se firman con un convenio.',
  'La exportación de café y cacao crece en los puertos del Caribe.',
  'Los puertos del Caribe exportan cacao y café.',
];
const cosine = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('truncated singular value decomposition', () => {
  it('finds the singular values and vectors of a known matrix', () => {
    const rows = [
      { index: Int32Array.of(0), value: Float64Array.of(3) },
      { index: Int32Array.of(1), value: Float64Array.of(2) },
      { index: Int32Array.of(2), value: Float64Array.of(1) },
    ];
    const { vectors, values } = truncatedSvd({ columns: 3, rows }, 2);
    expect(values[0]).toBeCloseTo(3, 6);
    expect(values[1]).toBeCloseTo(2, 6);
    expect(Math.abs(vectors[0]?.[0] ?? 0)).toBeCloseTo(1, 6);
    expect(Math.abs(vectors[1]?.[1] ?? 0)).toBeCloseTo(1, 6);
  });
});

describe('the latent semantic space', () => {
  it('brings texts of one subject together and keeps others apart', async () => {
    const { embeddings } = await latentSemantic({ dimensions: 2, leastPassages: 1 }).fit(TEXTS);
    const [first, second, third] = await embeddings.embedDocuments(TEXTS);
    expect(cosine(first ?? [], second ?? [])).toBeGreaterThan(0.8);
    expect(cosine(first ?? [], third ?? [])).toBeLessThan(0.3);
  });

  it('finds a misspelt word near its passage', async () => {
    const { embeddings } = await latentSemantic({ dimensions: 3, leastPassages: 1 }).fit(TEXTS);
    const query = await embeddings.embedQuery('ermanamientos');
    const vectors = await embeddings.embedDocuments(TEXTS);
    const scores = vectors.map((vector) => cosine(query, vector));
    expect(Math.min(scores[0] ?? 0, scores[1] ?? 0)).toBeGreaterThan(
      Math.max(scores[2] ?? 1, scores[3] ?? 1),
    );
  });

  it('gives vectors of unit length, and zeros for a text it knows nothing of', async () => {
    const { embeddings } = await latentSemantic({ leastPassages: 1 }).fit(TEXTS);
    expect(Math.hypot(...(await embeddings.embedQuery('cacao')))).toBeCloseTo(1, 6);
    expect(Math.hypot(...(await embeddings.embedQuery('xyzw')))).toBe(0);
  });

  it('comes back the same from its state, and refuses a state that is cut short', async () => {
    const model = latentSemantic({ leastPassages: 1 });
    const { embeddings, state } = await model.fit(TEXTS);
    const again = model.restore(state).embeddings;
    expect(await again.embedQuery('convenio de cacao')).toEqual(
      await embeddings.embedQuery('convenio de cacao'),
    );
    expect(() => model.restore(state.subarray(0, state.length - 8))).toThrow();
  });

  it('fits the same space every time', async () => {
    const model = latentSemantic({ leastPassages: 1 });
    expect((await model.fit(TEXTS)).state).toEqual((await model.fit(TEXTS)).state);
  });
});

describe('embeddings of a service', () => {
  it('are another index when the model or the address is another, and not when the key is', () => {
    const identity = (apiKey: string, model: string, baseURL?: string) =>
      openAIEmbeddings({ apiKey, model, baseURL }).identity;
    expect(identity('a', 'm')).toBe(identity('b', 'm'));
    expect(identity('a', 'm')).not.toBe(identity('a', 'n'));
    expect(identity('a', 'm')).not.toBe(identity('a', 'm', 'http://localhost:1/v1'));
  });
});

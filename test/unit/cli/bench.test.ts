import { describe, expect, it } from 'vitest';
import { costOf, Stopwatch } from '../../../src/cli/bench-cost.ts';
import { seeded } from '../../../src/cli/bench-random.ts';
import { RIVALS, type ScaleResult, STAGES } from '../../../src/cli/bench-result.ts';
import { synthesise } from '../../../src/cli/bench-synthetic.ts';
import { bm25Alone, bm25OverStems, bruteForce, stockLangChain } from '../../../src/cli/bench-systems.ts';
import { benchTables, beyondLimits } from '../../../src/cli/bench-table.ts';
import { latentSemantic, type Passage, type SourceDocument } from '../../../src/retrieval/index.ts';
import { contentWords } from '../../../src/retrieval/language/stems.ts';

const document: SourceDocument = {
  id: 'a',
  file: 'a.txt',
  title: 'Guía de prueba',
  shortTitle: 'Guía',
  publisher: 'Nadie',
  date: '2025',
  kind: 'official-guide',
  language: 'es',
  sha256: '0'.repeat(64),
};
const SUBJECTS = 'puerto mercado acueducto biblioteca parque hospital colegio museo teatro puente'.split(' ');

const SYLLABLES = 'ba de fi go lu ma ne pi'.split(' ');

/** Passages whose words recur as those of text do: some everywhere, some in a few places, some in one. */
const passages: Passage[] = Array.from({ length: 40 }, (_, at) => {
  const subject = SUBJECTS[at % SUBJECTS.length] ?? '';
  const own = `${SYLLABLES[at % 8]}${SYLLABLES[Math.floor(at / 8)]}nte`;
  const text = `El ${subject} municipal número ${at + 100} recibe visitantes de la región. Su director, Fulano ${own}, coordina ${subject}s vecinos con apoyo ${own}s y recursos ${own}rio propios.`;
  return {
    id: `a-${at}`,
    document: 'a',
    section: ['Obras', subject],
    text,
    links: [],
    start: at,
    end: at + 1,
  };
});
const make = (count: number, asked = 2) => synthesise({ passages, documents: [document] }, count, asked);

describe('made-up passages', () => {
  it('are the same from the same collection, and distinct', () => {
    const made = make(400);
    expect(make(400)).toEqual(made);
    expect(new Set(made.passages.map(({ text }) => text)).size).toBe(400);
    expect(new Set(made.passages.map(({ id }) => id)).size).toBe(400);
    expect(Math.max(...made.passages.map(({ text }) => text.length))).toBeLessThanOrEqual(1500);
  });

  it('have other numbers, and bring ever more words, at a falling rate', () => {
    const made = make(400);
    expect(made.passages.some(({ text }) => /0/.test(text))).toBe(false);
    const grown = (count: number) =>
      new Set(
        made.passages.slice(0, count).flatMap(({ text }) => contentWords(text).filter((w) => !/\d/.test(w))),
      );
    const [fewer, half, all] = [grown(100).size, grown(200).size, grown(400).size];
    expect(half).toBeGreaterThan(fewer * 1.1);
    expect(all).toBeGreaterThan(half * 1.1);
    expect(all).toBeLessThan(half * 2);
  });

  it('belong to documents of their own and have the questions asked for, about their own words', () => {
    const made = make(100, 3);
    const ids = new Set(made.documents.map(({ id }) => id));
    expect(made.documents).toHaveLength(3);
    expect(made.passages.every((passage) => ids.has(passage.document))).toBe(true);
    expect(made.questions).toHaveLength(300);
    for (const { text, passage } of made.questions.slice(0, 20)) {
      const held = new Set(contentWords(made.passages[passage]?.text ?? ''));
      expect(contentWords(text.replace('¿qué dicen de', '')).every((word) => held.has(word))).toBe(true);
    }
  });
});

describe('random choices', () => {
  it('come from the seed, in range', () => {
    const [a, b] = [seeded(1), seeded(1)];
    const drawn = Array.from({ length: 200 }, () => a.below(5));
    expect(drawn).toEqual(Array.from({ length: 200 }, () => b.below(5)));
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(a.shuffled([1, 2, 3, 4, 5]).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(() => a.pick([])).toThrow('nothing to pick');
  });
});

describe('the systems compared with', () => {
  it('find the passage that a question is about', async () => {
    const texts = passages.map(({ text }) => text);
    const { embeddings } = await latentSemantic({ dimensions: 30 }).fit(texts);
    const vectors = await embeddings.embedDocuments(texts);
    const asked = 'hospital municipal';
    for (const finder of [bm25Alone(passages), bm25OverStems(passages)]) {
      const [first] = (await finder(asked)) as { id: number }[];
      expect(passages[first?.id ?? 0]?.text).toContain('hospital');
    }
    expect(await bm25Alone(passages)('hospitales')).toEqual([]);
    expect(await bm25OverStems(passages)('hospitales')).not.toEqual([]);
    const brute = (await (await bruteForce(vectors, embeddings))(asked)) as number[];
    expect(brute).toHaveLength(10);
    expect(passages[brute[0] ?? 0]?.text).toContain('hospital');
    const stock = (await (await stockLangChain(passages, embeddings))(asked)) as { pageContent: string }[];
    expect(stock[0]?.pageContent).toContain('hospital');
  });
});

describe('what is measured', () => {
  it('adds up the calls of a method, waited for or not, and starts again when taken', async () => {
    const watch = new Stopwatch();
    const object = {
      plain: (n: number) => n + 1,
      later: () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 20)),
    };
    watch.instrument(object, 'plain', 'a');
    watch.instrument(object, 'later', 'b');
    expect(object.plain(1)).toBe(2);
    expect(await object.later()).toBe('done');
    const spent = watch.take();
    expect([...spent.keys()].sort()).toEqual(['a', 'b']);
    expect(spent.get('b')).toBeGreaterThan(15);
    expect(watch.take().size).toBe(0);
  });

  it('counts what is held, and gives what was made', async () => {
    const { made, cost } = await costOf(async () => new Uint8Array(50_000_000).fill(1));
    expect(made).toHaveLength(50_000_000);
    expect(cost.heap).toBeGreaterThan(40_000_000);
  });
});

function result(scale: number, answer: number): ScaleResult {
  const cost = { seconds: scale, heap: 1e6 * scale, resident: 2e6 * scale };
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, [1, 2]])) as ScaleResult['stages'];
  stages['question → cited answer'] = [answer / 2, answer];
  const of = <T>(value: T) => Object.fromEntries(RIVALS.map((rival) => [rival, value]));
  return {
    scale,
    passages: 100 * scale,
    documents: 5,
    written: 10,
    asked: 2,
    stages,
    rivals: of([1, 2]) as ScaleResult['rivals'],
    index: cost,
    fitting: 1,
    embedding: 1,
    reading: cost,
    disk: 3e6,
    rivalBuilds: of(cost) as ScaleResult['rivalBuilds'],
  };
}

describe('the tables of a bench', () => {
  it('give the median, the 95th percentile, the growth and the ratios', () => {
    const told = benchTables([result(1, 8), result(10, 16)]);
    expect(told).toContain('| question → cited answer | 4.00 / 8.00 | 8.00 / 16.0 | 2.0× |');
    expect(told).toContain('| question → cited answer | 4.00 | 8.00 |');
    expect(told).toContain('| passages | 100 | 1000 | 10.0× |');
  });

  it('have no growth when there is one scale', () => {
    expect(benchTables([result(1, 8)])).not.toContain('growth');
  });
});

describe('the check of a bench', () => {
  it('passes within its limits and tells what is beyond them', () => {
    expect(beyondLimits([result(1, 8), result(10, 16)])).toEqual([]);
    expect(beyondLimits([result(1, 40)])).toEqual(['answer to BM25 alone: 20.0, more than 10']);
    expect(beyondLimits([result(1, 2), result(10, 30)])).toEqual(['growth of the answer: 15.0, more than 6']);
    expect(beyondLimits([result(70, 2)])).toEqual(['seconds to build the first index: 70.0, more than 60']);
    expect(beyondLimits([])).toEqual(['nothing was measured']);
  });

  it('does not take a missing figure for a good one', () => {
    const empty = result(1, 8);
    empty.rivals['BM25 alone (MiniSearch)'] = [];
    expect(beyondLimits([empty])).toHaveLength(1);
  });
});

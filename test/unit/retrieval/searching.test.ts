import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExpansions, writtenQuestions } from '../../../src/retrieval/expansions.ts';
import { foremost } from '../../../src/retrieval/search/foremost.ts';
import { LexicalIndex } from '../../../src/retrieval/search/lexical.ts';
import { Postings } from '../../../src/retrieval/search/postings.ts';
import type { QueryTerm } from '../../../src/retrieval/search/query.ts';
import { Scan, type ScannedField } from '../../../src/retrieval/search/scan.ts';
import { Spelling } from '../../../src/retrieval/search/spelling.ts';
import type { Passage, SourceDocument } from '../../../src/retrieval/types.ts';

const term = (...stems: string[]) => ({ forms: stems.map((stem) => ({ stem, weight: 1 })) });

/** What a query gives every text. */
function scan(query: QueryTerm[], fields: ScannedField[]) {
  const run = new Scan(fields);
  run.run(query);
  return { scores: [...run.scores], covered: [...run.covered] };
}

describe('BM25 postings', () => {
  const postings = Postings.bm25([['red', 'ciudad'], ['red', 'red', 'rio'], ['norma'], []]);
  const scores = (...query: string[]) => [
    ...scan(
      query.map((stem) => term(stem)),
      [{ postings, boost: 1 }],
    ).scores,
  ];

  it('give a rare word more than a common one, and a text without it nothing', () => {
    const [red, , none] = scores('red');
    expect(red).toBeGreaterThan(0);
    expect(none).toBe(0);
    expect(scores('ciudad')[0]).toBeGreaterThan(red ?? 0);
  });

  it('give a word that comes twice more than once, but not double', () => {
    const even = Postings.bm25([
      ['red', 'otra'],
      ['red', 'red'],
      ['mar', 'sol'],
    ]);
    const [once = 0, twice = 0] = scan([term('red')], [{ postings: even, boost: 1 }]).scores;
    expect(twice).toBeGreaterThan(once);
    expect(twice).toBeLessThan(2 * once);
  });

  it('keep their scores when they are restored from their state', () => {
    const again = new Postings(structuredClone(postings.state));
    const query = [term('red'), term('rio')];
    expect(scan(query, [{ postings: again, boost: 1 }])).toEqual(scan(query, [{ postings, boost: 1 }]));
  });
});

describe('cosine postings', () => {
  it('add up to 1 for a query that is the text, over the length of the query', () => {
    const postings = Postings.cosine([
      ['red', 'ciudad'],
      ['red', 'norma'],
    ]);
    const [own = 0, other = 0] = scan([term('red'), term('ciudad')], [{ postings, boost: 1 }]).scores;
    const length = Math.hypot(postings.rarity('red'), postings.rarity('ciudad'));
    expect(own / length).toBeCloseTo(1, 5);
    expect(other / length).toBeGreaterThan(0);
    expect(other / length).toBeLessThan(0.5);
  });
});

describe('a scan', () => {
  const text = Postings.bm25([['red', 'ciudad'], ['norma']]);
  const heading = Postings.bm25([['red'], ['red']]);

  it('counts the best form of a term, not their sum', () => {
    const two = scan([term('red', 'ciudad')], [{ postings: text, boost: 1 }]).scores[0];
    const best = scan([term('ciudad')], [{ postings: text, boost: 1 }]).scores[0];
    expect(two).toBe(best);
  });

  it('counts a term once for the share that is covered, in however many fields it stands', () => {
    const { covered } = scan(
      [term('red'), term('norma')],
      [
        { postings: text, boost: 1 },
        { postings: heading, boost: 0.5 },
      ],
    );
    expect(covered).toEqual([1, 2]);
  });
});

describe('a scan of one query after another', () => {
  let seed = 7;
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % limit;
  };
  const word = () => `w${Math.floor(Math.exp((below(10_000) / 10_000) * Math.log(200)))}`;
  const texts = Array.from({ length: 300 }, () => Array.from({ length: 5 + below(20) }, word));
  const headings = texts.map(() => [word(), word()]);
  const fields = [
    { postings: Postings.bm25(texts), boost: 1 },
    { postings: Postings.bm25(headings), boost: 0.5 },
  ];
  const form = () => ({ stem: word(), weight: (1 + below(10)) / 10 });
  const queries = Array.from({ length: 30 }, () =>
    Array.from({ length: 1 + below(7) }, () => ({ forms: Array.from({ length: 1 + below(3) }, form) })),
  );
  /** What a field gives a text for one stem, straight from the lists. */
  const impact = ({ postings: { state } }: ScannedField, stem: string, text: number) => {
    const row = state.terms.indexOf(stem);
    const place = state.texts.indexOf(text, state.starts[row]);
    return row >= 0 && place >= 0 && place < (state.starts[row + 1] ?? 0) ? (state.impacts[place] ?? 0) : 0;
  };

  it('gives each text the best form of every term in every field, and nothing of the queries before', () => {
    const run = new Scan(fields);
    for (const query of queries) {
      run.run(query);
      for (let text = 0; text < texts.length; text += 7) {
        const gains = query.map(({ forms }) =>
          fields.map((field) =>
            Math.max(...forms.map(({ stem, weight }) => field.boost * weight * impact(field, stem, text))),
          ),
        );
        expect(run.scores[text]).toBeCloseTo(
          gains.flat().reduce((sum, gain) => sum + gain, 0),
          4,
        );
        expect(run.covered[text]).toBe(gains.filter((own) => own.some((gain) => gain > 0)).length);
      }
    }
    run.run([]);
    expect(run.scores.some((score) => score > 0)).toBe(false);
  });
});

describe('the foremost', () => {
  const scores = Array.from({ length: 500 }, (_, at) => (at * 7919) % 97);
  const sorted = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));

  it('are those a whole sort would give, ties in order', () => {
    expect(foremost(scores, 40)).toEqual(sorted.slice(0, 40));
    expect(foremost(scores, 0)).toEqual([]);
  });

  it('are only those that are allowed and have any score', () => {
    const even = (position: number) => position % 2 === 0;
    const expected = sorted.filter((position) => even(position) && scores[position] !== 0);
    expect(foremost(scores, 40, even)).toEqual(expected.slice(0, 40));
    expect(foremost(scores, 500, even)).toEqual(expected);
  });
});

describe('spelling', () => {
  const spelling = new Spelling(
    new Map([
      ['cooperacion', 40],
      ['hermanamiento', 9],
      ['convenio', 20],
      ['conveniencia', 2],
      ['global', 5],
      ['quibdo', 1],
    ]),
  );

  it.each([
    ['cooperasion', 'cooperacion'],
    ['coperacion', 'cooperacion'],
    ['ermanamiento', 'hermanamiento'],
    ['combenio', 'convenio'],
    ['covenio', 'convenio'],
    ['kibdo', 'quibdo'],
    ['hermanamineto', 'hermanamiento'],
  ])('repairs «%s»', (wrong, right) => {
    expect(spelling.repairs(wrong)[0]).toBe(right);
  });

  it('leaves alone what the documents hold, short words, numbers and words that are near nothing', () => {
    for (const word of ['convenio', 'red', '12345', 'astronauta']) expect(spelling.repairs(word)).toEqual([]);
  });
});

describe('expansions', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'expansions-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are read by passage from every file of the folder, and a folder that is not there has none', async () => {
    const some = join(folder, 'some');
    await mkdir(some);
    await writeFile(join(some, 'a.json'), JSON.stringify({ 'a-1': { plain: ['uno'], english: ['one'] } }));
    await writeFile(join(some, 'b.json'), JSON.stringify({ 'b-1': { typos: ['dso'] } }));
    const read = await readExpansions(some);
    expect(writtenQuestions([{ id: 'b-1' }, { id: 'none' }, { id: 'a-1' }], read)).toEqual([
      { text: 'dso', language: 'es', passage: 0 },
      { text: 'uno', language: 'es', passage: 2 },
      { text: 'one', language: 'en', passage: 2 },
    ]);
    expect((await readExpansions(join(folder, 'none'))).size).toBe(0);
  });

  it('name the file that is malformed', async () => {
    const broken = join(folder, 'broken');
    await mkdir(broken);
    await writeFile(join(broken, 'x.json'), JSON.stringify({ 'a-1': { funny: ['uno'] } }));
    await expect(readExpansions(broken)).rejects.toThrow(/x\.json/);
  });

  it('lead to a passage that shares no word with the query', () => {
    const base = { document: 'd', section: [], links: [], start: 0, end: 1 };
    const passages: Passage[] = [
      { ...base, id: 'd-1', text: 'Las redes reúnen a gobiernos locales.' },
      { ...base, id: 'd-2', text: 'El presupuesto se aprueba cada año.' },
    ];
    const document: SourceDocument = {
      id: 'd',
      file: 'd.txt',
      title: 'Guía',
      shortTitle: 'Guía',
      publisher: 'p',
      date: '2025',
      kind: 'official-guide',
      language: 'es',
      sha256: '',
    };
    const asked = writtenQuestions(
      passages,
      new Map([
        ['d-2', { formal: [], plain: ['¿de dónde sale la plata?'], keywords: [], typos: [], english: [] }],
      ]),
    );
    const [hit, ...others] = LexicalIndex.build(passages, [document], asked).search([term('plat')], 5);
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ index: 1, text: 0, coverage: 0 });
    expect(hit?.nearest).toBeGreaterThan(0.5);
  });

  it('tell the two of a passage that are nearest to the query, nearest first', () => {
    const base = { document: 'd', section: [], links: [], start: 0, end: 1 };
    const passages: Passage[] = ['Redes.', 'Presupuesto.'].map((text, at) => ({
      ...base,
      id: `d-${at}`,
      text,
    }));
    const asked = [
      { passage: 1, text: 'cuentas del presupuesto anual' },
      { passage: 0, text: 'quién hace parte de la red' },
      { passage: 1, text: 'presupuesto' },
      { passage: 1, text: 'presupuesto y gastos, cuentas, plazos, recursos y metas del municipio' },
    ].map((one) => ({ ...one, language: 'es' as const }));
    const found = LexicalIndex.build(passages, [], asked).search([term('presupuest'), term('red')], 5);
    const told = Object.fromEntries(found.map(({ index, nearestQuestions }) => [index, nearestQuestions]));
    expect(told).toEqual({ 0: [1], 1: [2, 0] });
  });
});

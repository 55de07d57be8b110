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

/** A whole scan: what every text has, and those that hold any term. */
function scan(query: QueryTerm[], fields: ScannedField[]) {
  const whole = new Scan(query, fields, Number.POSITIVE_INFINITY);
  const texts = Array.from({ length: fields[0]?.postings.size ?? 0 }, (_, text) => whole.of(text));
  return {
    scores: texts.map(({ score }) => score),
    covered: texts.map(({ covered }) => covered),
    touched: whole.touched,
  };
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
    const { covered, touched } = scan(
      [term('red'), term('norma')],
      [
        { postings: text, boost: 1 },
        { postings: heading, boost: 0.5 },
      ],
    );
    expect([...covered]).toEqual([1, 2]);
    expect(touched.toSorted()).toEqual([0, 1]);
  });
});

describe('a scan of many texts', () => {
  let seed = 7;
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % limit;
  };
  const word = () => `w${Math.floor(Math.exp((below(10_000) / 10_000) * Math.log(2000)))}`;
  const texts = Array.from({ length: 6000 }, () => Array.from({ length: 10 + below(40) }, word));
  const headings = texts.map(() => [word(), word()]);
  const fields = [
    { postings: Postings.bm25(texts), boost: 1 },
    { postings: Postings.bm25(headings), boost: 0.5 },
  ];
  const queries = Array.from({ length: 60 }, () =>
    Array.from({ length: 2 + below(7) }, () => term(word(), word())),
  );

  it.each([
    ['any text', undefined],
    ['some texts', (text: number) => text % 3 !== 0],
  ])('finds the foremost of a whole scan without looking at all that hold a term, among %s', (_, allowed) => {
    let left = 0;
    for (const query of queries) {
      const whole = new Scan(query, fields, Number.POSITIVE_INFINITY, allowed);
      const found = new Scan(query, fields, 50, allowed);
      left += whole.touched.length - found.touched.length;
      const expected = whole.foremost(50).map((text) => whole.of(text).score);
      found.foremost(50).forEach((text, at) => {
        expect(found.of(text).score).toBeCloseTo(expected[at] ?? 0, 3);
      });
      for (let text = 0; text < texts.length; text += 500) {
        expect(found.of(text).score).toBeCloseTo(whole.of(text).score, 3);
        expect(found.of(text).covered).toBe(whole.of(text).covered);
      }
    }
    expect(left).toBeGreaterThan(queries.length * 500);
  });
});

describe('the foremost', () => {
  it('are those a whole sort would give, ties in order', () => {
    const scores = Array.from({ length: 500 }, (_, at) => (at * 7919) % 97);
    const items = scores.map((_, at) => at);
    const score = (item: number) => scores[item] ?? 0;
    expect(foremost(items, score, 40)).toEqual(items.toSorted((a, b) => score(b) - score(a)).slice(0, 40));
    expect(foremost(items, score, 0)).toEqual([]);
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
});

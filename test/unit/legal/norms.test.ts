import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NormCatalogue, parseReferences } from '../../../src/legal/index.ts';

interface CatalogEntry {
  id: string;
  file: string;
}
const catalog = JSON.parse(readFileSync('knowledge/catalog.json', 'utf8')) as CatalogEntry[];
const sources = new Map(
  catalog.map(({ id, file }) => [id, readFileSync(`knowledge/sources/${file}`, 'utf8')] as const),
);
const raw = JSON.parse(readFileSync('knowledge/norms.json', 'utf8'));
const catalogue = new NormCatalogue(raw);

/** One line, words broken at a line end joined. */
const flat = (text: string) =>
  text
    .replace(/(\p{L})-\s*\n\s*(\p{Ll})/gu, '$1$2')
    .replace(/\s+/g, ' ')
    .normalize('NFC');
const holds = (text: string, number: string | number) => new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(text);

describe('the catalogue of norms', () => {
  it.each(catalogue.norms.map((norm) => [norm.label, norm] as const))(
    'cites %s only where the source names it',
    (_label, { citations, number, year, article }) => {
      for (const { doc, start, end } of citations) {
        const cited = flat((sources.get(doc) ?? '').slice(start, end));
        if (number !== null) expect(cited).toSatisfy((text: string) => holds(text, number));
        if (article !== null) expect(cited).toSatisfy((text: string) => holds(text, article));
        if (number === null && article === null)
          expect(/constituci[oó]n/i.test(cited) || holds(cited, year)).toBe(true);
      }
    },
  );

  it('calls a norm historical exactly when the 2025 guide does not cite it', () => {
    for (const { citations, status } of catalogue.norms)
      expect(status).toBe(citations.some(({ doc }) => doc === '001') ? 'cited-2025' : 'historical');
  });

  it('labels every norm by its own number, year and article', () => {
    for (const { label, number, article, year, type } of catalogue.norms) {
      if (number !== null) expect(label).toContain(` ${number} de ${year}`);
      if (article !== null) expect(label).toMatch(new RegExp(`, art\\. ${article}$`));
      if (type === 'constitution') expect(label).toMatch(/^Constitución Política/);
    }
  });

  it('is refused when two norms share an id or a topic is not described', () => {
    const [first] = raw.norms;
    expect(() => new NormCatalogue({ ...raw, norms: [first, first] })).toThrow(/stands twice/);
    expect(() => new NormCatalogue({ ...raw, norms: [{ ...first, topics: ['nada'] }] })).toThrow(/no topic/);
    expect(() => new NormCatalogue({ ...raw, norms: [{ ...first, citations: [] }] })).toThrow();
  });
});

describe('completeness: every norm that the guide or the article names', () => {
  const numbered =
    /\b(ley(?:es)?|decretos?(?: distrital)?|acto legislativo|acuerdo)\s+0*(\d+)\s+(?:del?\s+(?:\d+ de \p{L}+ de )?|de \p{L}+ \d+ de )(\d{4})/giu;
  const listed = /\b0*(\d{1,4}) de (1[89]\d{2}|20\d{2})/g;
  const types: Record<string, string> = { l: 'law', d: 'decree', ac: 'legislative-act', acu: 'agreement' };

  it.each(['001', '002'])('has an entry for each law, decree, act and agreement of document %s', (doc) => {
    const text = flat(sources.get(doc) ?? '');
    const named = [...text.matchAll(numbered)].map(([found, name, number, year]) => {
      const kind = (name ?? '').toLowerCase();
      const type = types[kind.startsWith('acu') ? 'acu' : kind.startsWith('ac') ? 'ac' : (kind[0] ?? '')];
      return { found, type, number, year: Number(year) };
    });
    expect(named.length).toBeGreaterThan(5);
    for (const { found, type, number, year } of named) {
      const known = catalogue.norms.some(
        (norm) => norm.type === type && norm.number === number && norm.year === year,
      );
      expect(known, found).toBe(true);
    }
  });

  it('has an entry for each law that the article lists after another', () => {
    const text = flat(sources.get('002') ?? '');
    const lists = [...text.matchAll(/\b(?:leyes|las) (?=\d{1,4} de \d{4})[^•.]{4,90}/gi)].map(
      ([list]) => list,
    );
    const numbers = lists.flatMap((list) => [...list.matchAll(listed)]);
    expect(numbers.length).toBeGreaterThan(12);
    for (const [found, number, year] of numbers) {
      const known = catalogue.norms.some((norm) => norm.number === number && norm.year === Number(year));
      expect(known, found).toBe(true);
    }
  });

  it.each(['001', '002'])('has an entry for each article that document %s names', (doc) => {
    const text = flat(sources.get(doc) ?? '');
    const articles = [...text.matchAll(/\b(?:art[íi]culos?|arts?\.)\s*(\d{1,3})(?!\d)(.{0,80})/giu)];
    expect(articles.length).toBeGreaterThan(5);
    for (const [found, article] of articles)
      expect(
        catalogue.norms.some((norm) => norm.article === article),
        found,
      ).toBe(true);
  });

  /** The sentences of a document with where each stands in its source. */
  function sentencesOf(doc: string) {
    const text = (sources.get(doc) ?? '').replace(/https?:\S+/g, (link) => ' '.repeat(link.length));
    return [...text.matchAll(/[^.;]+(?:[.;](?!\s+[\p{Lu}•“«(])[^.;]*)*[.;]?/gu)].map((match) => ({
      text: flat(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  it.each([
    ['001', 15],
    ['002', 50],
  ] as const)('cites every place of document %s that names a norm, in whatever form', (doc, least) => {
    let read = 0;
    for (const { text, start, end } of sentencesOf(doc)) {
      for (const { type, number, year, article } of parseReferences(text)) {
        read++;
        const known = catalogue.norms.filter(
          (norm) =>
            (type === null || norm.type === type) &&
            (number === null || norm.number === number) &&
            (year === null || norm.year === year) &&
            norm.article === article,
        );
        expect(known, `${type} ${number} ${year} ${article} in «${text}»`).not.toEqual([]);
        // «La Constitución», «la Convención de Viena», in passing.
        if (number === null && year === null && article === null) continue;
        const cited = known.flatMap(({ citations }) => citations);
        const here = cited.some((one) => one.doc === doc && one.start < end && one.end > start);
        expect(here, `${type} ${number} ${year} ${article} is not cited in «${text}»`).toBe(true);
      }
    }
    expect(read).toBeGreaterThan(least);
  });
});

import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/retrieval/language/guess.ts';
import { stem, stems } from '../../../src/retrieval/language/stems.ts';
import { Lexicon, readLexicon } from '../../../src/retrieval/search/lexicon.ts';
import { parseQuery } from '../../../src/retrieval/search/query.ts';

describe('stems', () => {
  it.each([
    ['cooperacion', 'cooperación'],
    ['internacionalizacion', 'internacionalización'],
    ['hermanamientos', 'hermanamiento'],
    ['municipios', 'municipio'],
    ['gobiernos', 'gobierno'],
    ['ciudades', 'ciudad'],
    ['intereses', 'interés'],
    ['países', 'país'],
    ['sostenibles', 'sostenible'],
    ['redes', 'red'],
    ['gestion', 'gestiones'],
  ])('«%s» and «%s» meet', (one, other) => {
    expect(stems(one, 'es')).toEqual(stems(other, 'es'));
  });

  it('drop stop words of both languages and keep numbers without leading zeros', () => {
    expect(stems('¿Qué dice la Ley 080 de los municipios?', 'es')).toEqual([
      stem('ley', 'es'),
      '80',
      stem('municipios', 'es'),
    ]);
    expect(stems('What is the law of cities', 'en')).toEqual([stem('law', 'en'), stem('cities', 'en')]);
  });
});

describe('the language of a query', () => {
  it('is told by its function words, and is Spanish when nothing tells', () => {
    expect(languageOf('How can a town join the network?')).toBe('en');
    expect(languageOf('¿Cómo se une un municipio a la red?')).toBe('es');
    expect(languageOf('hermanamiento')).toBe('es');
  });
});

describe('the lexicon', () => {
  const lexicon = new Lexicon([
    { es: ['alcaldía', 'gobierno local'], en: ['town hall'] },
    { es: ['gobierno'], en: ['government'] },
  ]);

  it('recognises the longest name first, in any form of its words', () => {
    const [found, ...others] = lexicon.equivalents('los gobiernos locales');
    expect(others).toEqual([]);
    expect(found?.words).toEqual(['gobiernos', 'locales']);
    expect(found?.to.map(({ text }) => text)).toEqual(['alcaldía', 'town hall']);
  });

  it('gives a written word more weight than its equivalents', () => {
    const { terms } = parseQuery('alcaldía', lexicon);
    const [written, ...others] = terms[0]?.forms ?? [];
    expect(written?.weight).toBe(1);
    expect(others.length).toBeGreaterThan(0);
    const synonym = others.find((form) => form.stem === stem('gobierno', 'es'));
    expect(synonym?.weight).toBeLessThan(1);
  });

  it('asks the vectors of a query in English in Spanish too, and of one in Spanish as it stands', () => {
    expect(parseQuery('what does the town hall do', lexicon).meaning).toContain('alcaldía');
    expect(parseQuery('qué hace la alcaldía', lexicon).meaning).toBe('qué hace la alcaldía');
  });

  it('that ships has names in both languages in every group', async () => {
    const shipped = await readLexicon('knowledge/lexicon.json');
    expect(shipped.equivalents('sister cities').flatMap(({ to }) => to.map(({ text }) => text))).toContain(
      'hermanamiento',
    );
  });
});

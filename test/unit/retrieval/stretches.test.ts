import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/retrieval/catalog.ts';
import { readLines } from '../../../src/retrieval/clean/lines.ts';
import { joinSplitWords } from '../../../src/retrieval/clean/split-words.ts';
import { arrangeLines } from '../../../src/retrieval/segment/arrange.ts';
import { segmentDocument, wordFormsOf } from '../../../src/retrieval/segment/document.ts';
import { profileOf } from '../../../src/retrieval/segment/profiles.ts';
import { parseStretches } from '../../../src/retrieval/segment/stretches.ts';

/** The lines of a text after its stretches were put in order. */
function arranged(source: string, stretches: string) {
  return arrangeLines(readLines(source), parseStretches(stretches), wordFormsOf([source]));
}
const texts = (source: string, stretches: string) =>
  arranged(source, stretches).map(({ content }) => content.text);

describe('lines that the page sets in columns', () => {
  const source = 'Antes.\nFeria\ndel río\nMercado\nSe hace\nen enero.\nAbre los lunes.\nDespués.';

  it('become rows of a label and its text', () => {
    expect(texts(source, '@ 2-7 Feria\n2-3 : 5-6\n4 : 7')).toEqual([
      'Antes.',
      'Feria del río: Se hace en enero.',
      'Mercado: Abre los lunes.',
      'Después.',
    ]);
  });

  it('bear a bullet, a number, a comma or the level of a heading', () => {
    expect(texts(source, '@ 2-7 Feria\n• 2-3\n1. 4\n5-6 , 7')).toEqual([
      'Antes.',
      '• Feria del río',
      '1. Mercado',
      'Se hace en enero., Abre los lunes.',
      'Después.',
    ]);
    const heading = arranged(source, '@ 2-7 Feria\n## 2-3\n4-7')[1];
    expect(heading?.title).toEqual({ shown: 'Feria del río', level: 2 });
  });

  it('are cut by words and by characters, and joined without a space', () => {
    expect(texts('Sol Norte Sur\nPLA\nN ZONA', '@ 1-3 Sol\n1.1 : 1.2-\n2+3')).toEqual([
      'Sol: Norte Sur',
      'PLAN ZONA',
    ]);
    expect(texts('CASARÍO\nMAR', '@ 1-2 CASA\n1<4\n1>4 + 2')).toEqual(['CASA', 'RÍOMAR']);
  });

  it('join the halves of a word that a line end breaks', () => {
    expect(texts('La coope-\nOtra columna\nración', '@ 1-3 La coope\n1 3\n2')).toEqual([
      'La cooperación',
      'Otra columna',
    ]);
  });

  it('print small capitals as names', () => {
    expect(texts('AnA mArÍA', '@ 1-1 AnA\n~ 1')).toEqual(['Ana María']);
  });

  it('keep what a stretch forgets and drop only what it names', () => {
    expect(texts(source, '@ 2-7 Feria\n2-3\nx 4')).toEqual([
      'Antes.',
      'Feria del río',
      'Se hace',
      'en enero.',
      'Abre los lunes.',
      'Después.',
    ]);
  });

  it('stay as they are in another edition of the text', () => {
    expect(texts(source, '@ 2-7 Fiesta\n2-3 : 5-6\n4 : 7')).toEqual(source.split('\n'));
  });

  it('keep the links of the lines they are made of', () => {
    const rows = arranged('Uno https://a.co/x\nDos\nTres https://b.co/y', '@ 1-3 Uno\n2 : 1\nx 3');
    expect(rows.map(({ links }) => links)).toEqual([['https://a.co/x', 'https://b.co/y']]);
  });

  it('map each row to the places it came from', () => {
    const [row] = arranged('Texto\nRótulo', '@ 1-2 Texto\n2 : 1');
    expect(row?.content.text).toBe('Rótulo: Texto');
    expect(row?.content.from[0]).toBe(6);
    expect(row?.content.from[8]).toBe(0);
  });

  it('refuse a line of another form', () => {
    expect(() => parseStretches('1-2')).toThrow('not a line of a stretch');
    expect(() => parseStretches('@ 1-2 Uno\nuno')).toThrow('not a row of a stretch');
    expect(() => parseStretches('@ 1-2 Uno\n1.2.3')).toThrow('not a piece of a stretch');
  });
});

describe('the stretches of the documents', async () => {
  const sources = await readSources('knowledge');
  const withStretches = sources.flatMap(({ document, text }) =>
    (profileOf(document.id).stretches ?? []).map((stretch) => ({ id: document.id, text, stretch })),
  );

  it.each(withStretches)('$id from line $stretch.from: begins as it says and tells every line', (given) => {
    const { text, stretch } = given;
    const lines = readLines(text).filter(({ number }) => number >= stretch.from && number <= stretch.to);
    expect(lines[0]?.content.text.startsWith(stretch.opening)).toBe(true);
    const used = stretch.rows.flatMap(({ parts }) => parts.flatMap(({ pieces }) => pieces));
    const told = new Set([...used.map(({ line }) => line), ...stretch.dropped]);
    expect(lines.map(({ number }) => number).filter((number) => !told.has(number))).toEqual([]);
  });

  it('follow one another', () => {
    for (const { document } of sources) {
      const stretches = profileOf(document.id).stretches ?? [];
      for (const [at, { from }] of stretches.entries())
        expect(from).toBeGreaterThan(stretches[at - 1]?.to ?? 0);
    }
  });
});

describe('words that the extraction parted', () => {
  const often = Array.from({ length: 6 }, () => 'La ciudad tiene responsabilidad.').join('\n');
  const mended = (line: string) => {
    const source = `${often}\n${line}`;
    return joinSplitWords(readLines(source), wordFormsOf([source])).at(-1)?.content.text;
  };

  it('are joined when the documents write them whole', () => {
    expect(mended('La c iudad y su responsabi l idad crecen.')).toBe(
      'La ciudad y su responsabilidad crecen.',
    );
  });

  it('are left alone when the documents do not, or when the piece ends a broken word', () => {
    expect(mended('La ma dera cruje.')).toBe('La ma dera cruje.');
    expect(mended('la feli-\nciu dad')).toBe('ciu dad');
  });
});

describe('the short end of a section', () => {
  it('stays with the passage before it, and a heading alone is no passage', () => {
    const sentence = 'El taller reúne a los vecinos del barrio para hablar de la feria y de sus puestos. ';
    const source = `1. Uno\n\n${sentence.repeat(7)}\n\nFin breve del taller.\n\n2. Dos\n\n${sentence}\n\n3. Tres`;
    const packing = { target: 600, least: 100 };
    const passages = segmentDocument('x', source, wordFormsOf([source]), packing);
    expect(passages.map(({ section }) => section)).toEqual([['1. Uno'], ['2. Dos']]);
    expect(passages[0]?.text.endsWith('Fin breve del taller.')).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/retrieval/catalog.ts';
import { readLines } from '../../../src/retrieval/clean/lines.ts';
import { readingLines, segmentDocument, wordFormsOf } from '../../../src/retrieval/segment/document.ts';
import { profileOf } from '../../../src/retrieval/segment/profiles.ts';
import { markTitles, parseOutline } from '../../../src/retrieval/segment/titles.ts';

const SENTENCE =
  'El equipo del municipio convoca a los vecinos y anota lo que cada uno puede aportar a la feria';
const marked = (source: string, outline: string) => markTitles(readLines(source), parseOutline(outline));

describe('an outline that is known', () => {
  it('reads levels and the way a heading is shown', () => {
    expect(parseOutline('# Uno\n## DOS => Dos')).toEqual([
      { level: 1, written: 'Uno', shown: 'Uno' },
      { level: 2, written: 'DOS', shown: 'Dos' },
    ]);
    expect(() => parseOutline('Uno')).toThrow('not a line of an outline');
  });

  it('finds a heading over several lines and without the mark of its footnote', () => {
    const lines = marked('Texto.\nLa feria de\nlos sabores3\nMás texto.', '# La feria de los sabores');
    expect(lines.map(({ title }) => title?.shown)).toEqual([undefined, 'La feria de los sabores', undefined]);
  });

  it('parts a heading from the paragraph that it was joined to', () => {
    const lines = marked('Termina aquí. La feria\nEmpieza otra cosa.', '# La feria');
    expect(lines.map(({ content }) => content.text)).toEqual([
      'Termina aquí.',
      'La feria',
      'Empieza otra cosa.',
    ]);
  });

  it('looks for a heading after the one before it', () => {
    const lines = marked('Dos\nUno\nDos', '# Uno\n# Dos');
    expect(lines.map(({ title }) => title?.shown)).toEqual([undefined, 'Uno', 'Dos']);
  });
});

describe('the outlines of the documents', async () => {
  const sources = await readSources('knowledge');
  const forms = wordFormsOf(sources.map(({ text }) => text));
  const known = sources.filter(({ document }) => profileOf(document.id).outline);

  it.each(known)('$document.id holds every heading of its outline', ({ document, text }) => {
    const profile = profileOf(document.id);
    const { outline = [] } = profile;
    const found = markTitles(readingLines(text, profile, forms), outline).filter(({ title }) => title);
    expect(found.map(({ title }) => title?.shown)).toEqual(outline.map(({ shown }) => shown));
  });
});

describe('a footnote between the halves of a sentence', () => {
  const note = '1 Así lo dice un estudio de la biblioteca pública del municipio vecino.';
  const cut = (source: string) => segmentDocument('x', source, wordFormsOf([source]));

  it('follows the paragraph, which is whole again', () => {
    const [passage] = cut(`${SENTENCE} de los\n${note}\n\f sabores que se hace en enero.`);
    expect(passage?.text).toBe(`${SENTENCE} de los sabores que se hace en enero.\n${note}`);
  });

  it('keeps the span of the whole', () => {
    const source = `${SENTENCE} de los\n${note}\n\f sabores que se hace en enero.`;
    const [passage] = cut(source);
    expect([passage?.start, passage?.end]).toEqual([0, source.length]);
  });

  it('stays where it is when the sentence before it is whole', () => {
    const [passage] = cut(`${SENTENCE}.\n${note}\n\f Otra cosa se hace en enero.`);
    expect(passage?.text.split('\n')).toEqual([`${SENTENCE}.`, note, 'Otra cosa se hace en enero.']);
  });
});

import { describe, expect, it } from 'vitest';
import { Corpus } from '../../../src/answer/corpus.ts';
import { figuresIn } from '../../../src/answer/figures.ts';
import { isBorneOut } from '../../../src/answer/grounding.ts';
import { plainStatement } from '../../../src/answer/plain-statement.ts';
import { findQuote } from '../../../src/answer/quotes.ts';
import { stretchesAt } from '../../../src/answer/stretch.ts';
import { Lexicon } from '../../../src/retrieval/search/lexicon.ts';
import type { Passage, SourceDocument } from '../../../src/retrieval/types.ts';

const DOCUMENT: SourceDocument = {
  id: '901',
  file: '901.txt',
  title: 'Guía de prueba',
  shortTitle: 'Guía de prueba',
  publisher: 'Editorial',
  date: '2025',
  kind: 'official-guide',
  language: 'es',
  sha256: '0',
};
const passage = (text: string, at: number): Passage => ({
  id: `901-${at}`,
  document: '901',
  section: ['Mercados'],
  text,
  links: [],
  start: at,
  end: at + 1,
});

const TEXT =
  'El mercado del puerto abre con la Ley 30 de 1992 y el Decreto 45 de 2001. No cobra entrada a los productores. Vende “pescado fresco” – y café – los sábados.\nEl alcalde nombra a su gerente en Buenaventura.';
const corpus = new Corpus({
  documents: [DOCUMENT],
  passages: [
    passage(TEXT, 0),
    passage('Los talleres forman a los equipos. Los equipos pagan el informe del taller cada año.', 1),
    passage('Las bibliotecas prestan los libros los sábados.', 2),
  ],
});
const lexicon = new Lexicon([
  { es: ['pescado'], en: ['fish'] },
  { es: ['mercado'], en: ['market'] },
  { es: ['café'], en: ['coffee'] },
  { es: ['alcalde'], en: ['mayor'] },
]);
const [read] = corpus.all();

/** Whether the sentences at some positions of the passage bear a statement out. */
function bears(positions: number[], text: string, language: 'es' | 'en' = 'es', question = ''): boolean {
  if (!read) throw new Error('no passage');
  return isBorneOut(
    { text, stretches: stretchesAt(read, positions), language, question },
    { corpus, lexicon },
  );
}

describe('whether quotes bear a statement out', () => {
  it.each([
    'El mercado del puerto abre con la Ley 30 de 1992.',
    'Con la Ley 30 abre el mercado del puerto.',
    'El mercado abre con el D. 45/2001.',
  ])('«%s» is borne out', (text) => {
    expect(bears([0], text)).toBe(true);
  });

  it.each([
    ['a norm whose number is another one there', 'El mercado del puerto abre con la Ley 45 de 1992.'],
    ['a norm of another year', 'El mercado del puerto abre con la Ley 30 de 2001.'],
    ['an article that is not named', 'El mercado del puerto abre con el artículo 30 de la Ley 30 de 1992.'],
    ['a figure of a sentence that is not quoted', 'El mercado del puerto vende café 3 sábados.'],
    ['a name of no passage', 'El mercado del puerto abre en Cali con la Ley 30 de 1992.'],
    ['words that are not there', 'Los equipos pagan el informe de los talleres.'],
  ])('%s is not', (_, text) => {
    expect(bears([0], text)).toBe(false);
  });

  it('takes an affirmation from no denial, nor the other way round', () => {
    expect(bears([1], 'El mercado no cobra entrada a los productores.')).toBe(true);
    expect(bears([1], 'El mercado cobra entrada a los productores.')).toBe(false);
    expect(bears([3], 'El alcalde nombra al gerente.')).toBe(true);
    expect(bears([3], 'El alcalde no nombra al gerente.')).toBe(false);
  });

  it('reads a statement in another language by cognates, by the lexicon, and by names of the question', () => {
    expect(bears([2], 'The market sells fresh fish and coffee.', 'en')).toBe(true);
    expect(bears([2], 'The libraries lend books on Saturdays.', 'en')).toBe(false);
    expect(bears([3], 'The mayor of Buenaventura nominates the gerente.', 'en')).toBe(true);
    expect(bears([2], 'The market at Harbour sells fish and coffee.', 'en')).toBe(false);
    expect(
      bears([2], 'The market at Harbour sells fish and coffee.', 'en', 'What does the Harbour market sell?'),
    ).toBe(true);
  });
});

describe('finding a quote', () => {
  const found = (quote: string) =>
    read ? findQuote(quote, read).map(({ from, to }) => TEXT.slice(from, to)) : [];

  it.each([
    ['over the end of a line', 'los sábados. El alcalde nombra', ['los sábados.\nEl alcalde nombra']],
    ['with other marks', '«Vende "pescado fresco" - y café»', ['Vende “pescado fresco” – y café']],
    ['with a soft hyphen', 'El merca\u00addo del puerto', ['El mercado del puerto']],
    ['in letters and accents apart', 'y café – los sábados'.normalize('NFD'), ['y café – los sábados']],
    [
      'with words left out',
      'El mercado del puerto […] cobra entrada...',
      ['El mercado del puerto', 'cobra entrada'],
    ],
  ])('%s', (_, quote, expected) => {
    expect(found(quote)).toEqual(expected);
  });

  it.each([
    'el mercado del puerto',
    'El mercado del puerto cierra',
    'El mercado del puert',
    'ercado del puerto',
    'cobra entrada … El mercado del puerto',
    'El mercado',
    'Buenaventura',
    '…',
    '',
  ])('«%s» does not stand there', (quote) => {
    expect(found(quote)).toEqual([]);
  });
});

describe('the figures of a text', () => {
  it.each([
    ['el cincuenta por ciento', ['50%']],
    ['la mitad', ['50%']],
    ['50 % o 50%', ['50%']],
    ['1.500 y 1,500', ['1500']],
    ['2,5 millones de dólares', ['2.5 million', 'dollars']],
    ['US$ 3 millones', ['3 million', 'dollars']],
    ['treinta y cinco ciudades', ['35']],
    ['twenty-one cities', ['21']],
    ['el 3 de mayo de 2010', ['3', '2010', 'month 5']],
    ['It may happen in March 2010', ['2010', 'month 3']],
    ['una guía y un plan', []],
  ])('«%s»', (text, figures) => {
    expect([...figuresIn(text)]).toEqual(figures);
  });
});

describe('the plain words of a statement', () => {
  it.each([
    ['**Uno** `dos` _tres_', 'Uno dos tres'],
    ['Uno [1], dos [2, 3].', 'Uno, dos.'],
    ['Vea [la guía](http://x.example/y) ya.', 'Vea la guía ya.'],
    ['Entre a ejemplo.gov.co/pago?x=1 hoy', 'Entre a hoy'],
    ['Escriba a ana@x.example.', 'Escriba a'],
    ['<img src=x onerror="a()">Uno <a href="b">dos</a>', 'Uno dos'],
    ['<script>alert(1)</script>Uno', 'Uno'],
    ['javascript:alert(1) data:text/html;x', ''],
    ['Uno\u202E\u200B dos\u0007', 'Uno dos'],
    ['- Uno\n\n# Dos', 'Uno Dos'],
    ['El art. 20 de la Ley 1150 (2007): 50 %.', 'El art. 20 de la Ley 1150 (2007): 50 %.'],
  ])('«%s»', (written, plain) => {
    expect(plainStatement(written)).toBe(plain);
  });

  it('end with a sentence when they are too long, and are none when the first sentence is', () => {
    expect(plainStatement(`Uno dos. ${'tres '.repeat(200)}`)).toBe('Uno dos.');
    expect(plainStatement('tres '.repeat(200))).toBe('');
  });
});

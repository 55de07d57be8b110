import { describe, expect, it } from 'vitest';
import { cleanCharacters } from '../../../src/retrieval/clean/characters.ts';
import { collectWordForms, joinedWord, keepsHyphen } from '../../../src/retrieval/clean/hyphens.ts';
import { readLines } from '../../../src/retrieval/clean/lines.ts';
import { dropNoise } from '../../../src/retrieval/clean/noise.ts';

const textsOf = (source: string) => dropNoise(readLines(source)).map(({ content }) => content.text);

describe('cleaning characters', () => {
  it('composes accents and drops a second accent on the same letter', () => {
    expect(cleanCharacters('accio\u0301n asi\u0301', 0).text).toBe('acción así');
    expect(cleanCharacters('así\u0301 como', 0).text).toBe('así como');
  });

  it('closes up letter-spaced words and leaves ordinary single-letter words alone', () => {
    expect(cleanCharacters('g o b i e r n o s  l o c a l e s  e n  l a', 0).text).toBe(
      'gobiernos locales en la',
    );
    expect(cleanCharacters('lo local y a la vez global', 0).text).toBe('lo local y a la vez global');
  });

  it('maps every character to the source, through compositions and collapsed spaces', () => {
    const source = '  el  accio\u0301n **fin**';
    const { text, from, to } = cleanCharacters(source, 100);
    expect(text).toBe('el acción fin');
    expect(source.slice((from[7] ?? 0) - 100, (to[7] ?? 0) - 100)).toBe('o\u0301');
    expect(source.slice((from[10] ?? 0) - 100, (to.at(-1) ?? 0) - 100)).toBe('fin');
  });
});

describe('reading lines', () => {
  it('takes addresses out of the text and keeps them as links of their line', () => {
    const [first, second] = readLines(
      'Véase https://www.un.org/es/ para más.\nhttps://uclg.org/\nOtra línea',
    );
    expect(first?.content.text).toBe('Véase para más.');
    expect(first?.links).toEqual(['https://www.un.org/es/', 'https://uclg.org/']);
    expect(second?.content.text).toBe('Otra línea');
  });

  it('drops a torn address without making a link of it', () => {
    const lines = readLines('Texto.\nhttp://\nhttp://Cacao for Development (C4D)\nMás.');
    expect(lines.map(({ content }) => content.text)).toEqual(['Texto.', 'Más.']);
    expect(lines.flatMap(({ links }) => links)).toEqual([]);
  });

  it('sees a page begin at a form feed or at a single leading space', () => {
    const lines = readLines('Uno\n Dos\n\fTres\n  cuatro');
    expect(lines.map(({ pageStart }) => pageStart)).toEqual([true, true, true, false]);
  });
});

describe('dropping what belongs to the page', () => {
  it('drops page numbers, table rules and a running head after its first page', () => {
    expect(
      textsOf(' Introducción\nTexto uno.\n108\n03\n Introducción\nTexto dos.\n|---|---|\n| a | b |'),
    ).toEqual(['Introducción', 'Texto uno.', 'Texto dos.', '| a | b |']);
  });

  it('keeps the numbers of a figure or a chapter', () => {
    expect(textsOf('1\n2.')).toEqual(['1', '2.']);
  });

  it('drops a word that a figure tore into letters and keeps short lines that stand alone', () => {
    expect(textsOf('PL\nAN\nIF\nIC\nUn plan\nODS\nfin')).toEqual(['Un plan', 'ODS', 'fin']);
  });
});

describe('hyphens at a line end', () => {
  const forms = collectWordForms([
    'la internacionalización donante-receptor',
    'de socio-econó-',
    'micos y regiones',
  ]);

  it('joins a word that the documents write whole, and one they never write', () => {
    expect(keepsHyphen('la internacionali-', 'zación avanza', forms)).toBe(false);
    expect(keepsHyphen('los desen-', 'cadenantes', forms)).toBe(false);
  });

  it('keeps a compound that the documents write elsewhere', () => {
    expect(keepsHyphen('la relación donante-', 'receptor', forms)).toBe(true);
  });

  it('keeps a compound of two whole words that is written once only', () => {
    expect(keepsHyphen('el vínculo oferente-', 'regiones', forms)).toBe(true);
    expect(keepsHyphen('el vínculo des-', 'regiones', forms)).toBe(false);
  });

  it('keeps the hyphen before a capital or a number', () => {
    expect(keepsHyphen('(APC-', 'Colombia)', forms)).toBe(true);
    expect(keepsHyphen('el plan 2023-', '2026', forms)).toBe(true);
  });

  it('joins a word broken in capitals', () => {
    expect(keepsHyphen('(SUBDE-', 'RE SF)', forms)).toBe(false);
  });

  it('does not learn the pieces of a broken word', () => {
    expect(forms.seen.has('micos')).toBe(false);
    expect(forms.seen.has('regiones')).toBe(true);
    expect(joinedWord('Inter-', 'Nacional')).toBe('internacional');
  });
});

import { describe, expect, it } from 'vitest';
import { parseReferences } from '../../../src/legal/index.ts';

const written = (text: string) =>
  parseReferences(text).map(({ type, number, year, article }) => [type, number, year, article]);

describe('reading the norms that a text names', () => {
  it.each([
    ['Artículo 20 de la Ley 1150 de 2007', ['law', '1150', 2007, '20']],
    ['ley 1150/2007 art. 20', ['law', '1150', 2007, '20']],
    ['LEY No. 1.150 del 2007, artículo 20º', ['law', '1150', 2007, '20']],
    ['la ley 80 del 93', ['law', '80', 1993, null]],
    ['el decreto nº 1510 en su artículo 157', ['decree', '1510', null, '157']],
    ['numeral 2 del artículo 189 de la Constitución', ['constitution', null, null, '189']],
    ['la carta politica, art 226', ['constitution', null, null, '226']],
    ['CN 337', ['constitution', null, null, '337']],
    ['article 289 of the Constitution', ['constitution', null, null, '289']],
    ['Decreto Distrital 079 del 27 de febrero de 2024', ['decree', '79', 2024, null]],
    ['decreto seiscientos tres de dos mil veintidós', ['decree', '603', 2022, null]],
    ['Acto Legislativo 04 de 2007', ['legislative-act', '4', 2007, null]],
    ['sentencia C-644 de 2012', ['ruling', 'C-644', 2012, null]],
    ['CONPES 3918', ['conpes', '3918', null, null]],
    ['Convención de Viena de 1969', ['treaty', null, 1969, null]],
    ['artículo 289', [null, null, null, '289']],
  ])('reads «%s»', (text, expected) => {
    expect(written(text)).toEqual([expected]);
  });

  it.each([
    ['art 20 ley 1150', ['law', '1150', null, '20']],
    ['art. 20 L. 1150/2007', ['law', '1150', 2007, '20']],
    ['artículo 20, inciso 2, de la Ley 1150', ['law', '1150', null, '20']],
    ['L. 80/93', ['law', '80', 1993, null]],
    ['ley ciento noventa y uno del 95', ['law', '191', 1995, null]],
    ['Law 80 of 1993', ['law', '80', 1993, null]],
    ['la 1150 de 2007', ['law', '1150', 2007, null]],
    ['desreto 603', ['decree', '603', null, null]],
    ['decreto-ley 1421', ['decree', '1421', null, null]],
    ['D. 603', ['decree', '603', null, null]],
    ['el 603 de 2022', ['decree', '603', 2022, null]],
    ['según el 157 del decreto 1510 de 2013', ['decree', '1510', 2013, '157']],
    ['C.P. 226', ['constitution', null, null, '226']],
    ['const art 9', ['constitution', null, null, '9']],
    ['art 189-2 CP', ['constitution', null, null, '189']],
    ['contitusión politica articlo 9', ['constitution', null, null, '9']],
    ['constitución del 91, artículo 337', ['constitution', null, null, '337']],
    ['ley 136/94 art 3', ['law', '136', 1994, '3']],
    ['conpes 3', ['conpes', '3', null, null]],
  ])('reads «%s» as people type it', (text, expected) => {
    expect(written(text)).toEqual([expected]);
  });

  it('reads lists and ranges of articles, and laws without their years', () => {
    const articles = (text: string) => parseReferences(text).map(({ type, article }) => [type, article]);
    expect(articles('los artículos 286 a 289 de la Constitución')).toEqual(
      ['286', '287', '288', '289'].map((article) => ['constitution', article]),
    );
    expect(articles('arts. 151, 288 y 356 C.P.')).toEqual(
      ['151', '288', '356'].map((article) => ['constitution', article]),
    );
    expect(articles('los artículos 286 (sobre la autonomía), 298 y 311')).toEqual(
      ['286', '298', '311'].map((article) => [null, article]),
    );
    expect(written('leyes 80 y 1150')).toEqual([
      ['law', '80', null, null],
      ['law', '1150', null, null],
    ]);
    expect(written('importantes las 01 de 1991, 105 de 1993 y 336/96')).toEqual([
      ['law', '1', 1991, null],
      ['law', '105', 1993, null],
      ['law', '336', 1996, null],
    ]);
  });

  it('reads each of several laws after one word', () => {
    expect(written('las Leyes 115 de 1994, 715 de 2001 y 1176 de 2007')).toEqual([
      ['law', '115', 1994, null],
      ['law', '715', 2001, null],
      ['law', '1176', 2007, null],
    ]);
  });

  it('does not take a shortened «de», a share or a count for a norm', () => {
    expect(written('un municipio d 50 mil habitantes con 3 proyectos y el 40 % pagado')).toEqual([]);
    expect(written('según el artículo académico, ¿qué encontró?')).toEqual([]);
    expect(written('según lo establezca la ley8. Así')).toEqual([]);
    expect(written('entre 2019 y 2020 se articula 1 plan de 16 entidades')).toEqual([]);
  });
});

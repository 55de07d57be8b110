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
  });
});

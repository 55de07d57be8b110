import { describe, expect, it } from 'vitest';
import { segmentDocument, wordFormsOf } from '../../../src/retrieval/segment/document.ts';
import { PASSAGE_LIMIT } from '../../../src/retrieval/segment/passages.ts';

const SENTENCE =
  'La administración convoca a los actores del territorio y anota lo que cada uno puede aportar al plan.';
const cut = (source: string, document = 'x', packing = { target: 600, least: 100 }) =>
  segmentDocument(document, source, wordFormsOf([source]), packing);

describe('grouping lines', () => {
  it('joins the lines of a paragraph and the halves of a broken word', () => {
    const [passage] = cut(
      'Los gobiernos locales del país promueven su inter-\nnacionalización con planes de\nlargo plazo.',
    );
    expect(passage?.text).toBe(
      'Los gobiernos locales del país promueven su internacionalización con planes de largo plazo.',
    );
  });

  it('reads text with a blank line after each line as paragraphs', () => {
    const lines = [
      'La cooperación es un camino que las ciudades recorren juntas desde hace décadas, y que hoy',
      'se abre también a los municipios pequeños que deciden prepararse con tiempo y con método.',
      'Otra cosa es la competencia, que busca atraer visitantes e inversiones hacia el territorio',
      'propio.',
    ];
    const [passage] = cut(lines.join('\n\n'));
    expect(passage?.text.split('\n')).toHaveLength(1);
  });

  it('keeps each item of a list on its line', () => {
    const [passage] = cut(
      'Los ejes son los siguientes:\n• Primero, la cooperación entre\nciudades.\n• Segundo, la competencia.',
    );
    expect(passage?.text.split('\n')).toEqual([
      'Los ejes son los siguientes:',
      '• Primero, la cooperación entre ciudades.',
      '• Segundo, la competencia.',
    ]);
  });

  it('goes on with a sentence that a page break cuts', () => {
    const [passage] = cut(
      `${SENTENCE} Se reúne con los países de\n\n\n Brasil y de Panamá para acordar el trabajo.`,
    );
    expect(passage?.text).toContain('los países de Brasil y de Panamá');
  });
});

describe('headings', () => {
  it('gives numbered headings their depth and starts a passage at each', () => {
    const passages = cut(
      `3. Experiencias\n\n${SENTENCE}\n\n3.1. Chile\n\n${SENTENCE}\n\n4. Conclusiones\n\n${SENTENCE}`,
    );
    expect(passages.map(({ section }) => section)).toEqual([
      ['3. Experiencias'],
      ['3. Experiencias', '3.1. Chile'],
      ['4. Conclusiones'],
    ]);
  });

  it('nests a numbering that starts again under the one that is open', () => {
    const passages = cut(
      `1. Objetivos\n\n${SENTENCE}\n\n1. Cerrar brechas\n\n${SENTENCE}\n\n2. Crecer\n\n${SENTENCE}\n\n3. Unir\n\n${SENTENCE}`,
    );
    expect(passages.at(-1)?.section).toEqual(['1. Objetivos', '3. Unir']);
  });

  it('reads three or more titles in a row as the rows of a table', () => {
    const [passage] = cut(`${SENTENCE}\n\nManta Ecuador\nMálaga España\nTampa Estados Unidos\n\n${SENTENCE}`);
    expect(passage?.section).toEqual([]);
    expect(passage?.text).toContain('Manta Ecuador\nMálaga España\nTampa Estados Unidos');
  });

  it('takes the title on a divider page as the chapter of what follows', () => {
    const passages = cut(`${SENTENCE}\n\nLa salida\ndel taller\n4.\n 1.1. El recorrido\n${SENTENCE}`, 'x');
    expect(passages.at(-1)?.section).toEqual(['La salida del taller', '1.1. El recorrido']);
  });
});

describe('packing', () => {
  it('keeps a lead-in with its list and a heading with its text', () => {
    const body = Array.from({ length: 5 }, () => SENTENCE).join('\n\n');
    const passages = cut(
      `${body}\n\nLas etapas son:\n• ${SENTENCE}\n• ${SENTENCE}\n• ${SENTENCE}\n• ${SENTENCE}`,
    );
    const withLead = passages.find(({ text }) => text.includes('Las etapas son:'));
    expect(withLead?.text).toContain('Las etapas son:\n• ');
  });

  it('cuts a paragraph over the limit after a sentence', () => {
    const passages = cut(Array.from({ length: 30 }, () => SENTENCE).join(' '));
    expect(passages.length).toBeGreaterThan(1);
    for (const { text } of passages) {
      expect(text.length).toBeLessThanOrEqual(PASSAGE_LIMIT);
      expect(text.endsWith('.')).toBe(true);
    }
  });

  it('gives a text that occurs twice two ids', () => {
    const passages = cut(
      `1. Uno\n\n${SENTENCE}\n\n2. Dos\n\n${SENTENCE}`.replaceAll(/\d\. (Uno|Dos)/g, '1. Igual'),
    );
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  });
});

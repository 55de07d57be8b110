import { describe, expect, it } from 'vitest';
import { adviseNorms, contractingOf, readNorms, readSigning, replacedIn } from '../../../src/legal/index.ts';

const catalogue = await readNorms('knowledge/norms.json');
const labels = (query: string) => catalogue.find(query).matches.map(({ norm }) => norm.label);

describe('looking norms up by identifier', () => {
  it.each([
    ['el artículo 20 de la ley 1150', 'Ley 1150 de 2007, art. 20'],
    ['Decreto 603', 'Decreto 603 de 2022'],
    ['articulo 227 de la constitucion', 'Constitución Política, art. 227'],
    ['Dcto. 110 de 2004', 'Decreto 110 de 2004'],
    ['ley 715', 'Ley 715 de 2001'],
  ])('puts what «%s» names first', (query, label) => {
    expect(labels(query)[0]).toBe(label);
    expect(catalogue.find(query).matches[0]?.matchedBy).toBe('identifier');
  });

  it.each([
    ['¿Qué dice la Ley 1551 de 2012?', 'Ley 1551 de 2012'],
    ['ley 1150 de 2008', 'Ley 1150 de 2008'],
    ['artículo 7 de la Ley 80 de 1993', 'Ley 80 de 1993, art. 7'],
    ['artículo 300 de la Constitución', 'Constitución Política, art. 300'],
  ])('says that no document cites what «%s» names', (query, label) => {
    expect(catalogue.find(query).missing).toEqual([label]);
  });

  it.each([
    ['ley 1150 de 2008', 'Ley 1150 de 2007'],
    ['decreto 630 de 2022', 'Decreto 603 de 2022'],
    ['artículo 7 de la Ley 80 de 1993', 'Ley 80 de 1993'],
    ['artículo 300 de la Constitución', 'Constitución Política'],
  ])('knows the norm that is cited nearest to «%s»', (query, label) => {
    expect(catalogue.find(query).near.map((norm) => norm.label)).toEqual([label]);
  });

  it('knows none near a norm that resembles no other', () => {
    for (const query of ['Ley 1551 de 2012', 'CONPES 3918', 'sentencia C-644 de 2012'])
      expect(catalogue.find(query).near).toEqual([]);
  });

  it('keeps the law at hand when only its article is not cited', () => {
    expect(labels('artículo 7 de la Ley 80 de 1993')[0]).toBe('Ley 80 de 1993');
  });
});

describe('looking norms up by topic', () => {
  it.each([
    [
      'zonas de frontera',
      ['Ley 191 de 1995', 'Constitución Política, art. 337', 'Constitución Política, art. 289'],
    ],
    ['sistema nacional de cooperación internacional', ['Decreto 603 de 2022']],
    [
      'cross-border cooperation with the neighbouring country',
      ['Ley 191 de 1995', 'Constitución Política, art. 289'],
    ],
    ['educación pública en los territorios', ['Ley 115 de 1994']],
  ])('finds a norm for «%s»', (query, expected) => {
    expect(expected).toContain(labels(query)[0]);
    expect(catalogue.find(query).matches[0]?.matchedBy).toBe('topic');
  });

  it('finds nothing for words that no norm is about', () => {
    expect(catalogue.find('receta de ajiaco').matches).toEqual([]);
  });
});

describe('the legal framework of a plan', () => {
  const topics = (facts: Parameters<typeof adviseNorms>[0]) => adviseNorms(facts).map(({ topic }) => topic);

  it('always gives the constitutional base and its limit', () => {
    expect(topics({})).toEqual(['base-municipality', 'limit']);
    expect(topics({ entityKind: 'department' })[0]).toBe('base-department');
  });

  it('gives border entities their special regime', () => {
    const border = adviseNorms({ borderZone: true }).find(({ topic }) => topic === 'border');
    expect(border?.norms).toEqual(['ley-191-1995', 'constitucion-art-289', 'constitucion-art-337']);
    expect(topics({ borderZone: false })).not.toContain('border');
  });

  it('brings procurement and the national system in with cooperation, and not without', () => {
    expect(topics({ reasons: ['funds'] })).toEqual(expect.arrayContaining(['cooperation', 'system']));
    expect(topics({ dimensions: ['competition'], reasons: ['positioning'] })).toEqual([
      'base-municipality',
      'limit',
    ]);
  });

  it('prefers the row of the table that the plan names to the general rule', () => {
    const points = adviseNorms({ reasons: ['funds'], contracting: ['multilateral-credit'] });
    expect(points.map(({ topic }) => topic)).not.toContain('cooperation');
    expect(points.find(({ topic }) => topic === 'contracting')?.norms).toEqual(
      contractingOf('multilateral-credit')?.norms,
    );
  });

  it('names only norms of the catalogue', () => {
    const all = adviseNorms({
      borderZone: true,
      reasons: ['funds'],
      dimensions: ['south-south'],
      contracting: ['national', 'foreign-public-body'],
    }).concat(adviseNorms({ entityKind: 'department', hasBudget: true }));
    for (const id of all.flatMap(({ norms }) => norms)) expect(catalogue.get(id).id).toBe(id);
  });
});

describe('what a local government may sign', () => {
  it('keeps treaties for the President', () => {
    expect(readSigning('¿puede el alcalde celebrar un tratado con otro país?')?.norms).toContain(
      'constitucion-art-189',
    );
    expect(catalogue.get(readSigning('can our town sign a treaty?')?.norms[0] ?? '').article).toBe('189');
  });

  it.each([
    ['¿puedo firmar un hermanamiento con Quito?', 'twinning'],
    ['¿podemos adherir a una red de ciudades?', 'network'],
    ['¿podría la alcaldía suscribir un memorando de entendimiento?', 'agreement'],
    ['¿puede un municipio de frontera celebrar un convenio con el vecino?', 'border-agreement'],
    ['may our municipality sign a cooperation agreement?', 'agreement'],
  ])('tells apart what «%s» would sign', (question, instrument) => {
    const decision = readSigning(question);
    expect(decision?.instrument).toBe(instrument);
    for (const id of decision?.norms ?? []) expect(catalogue.get(id).id).toBe(id);
  });

  it.each([
    '¿qué tratado de comercio celebró Colombia?',
    '¿cómo nos afiliamos a una red?',
    '¿qué convenio firmó Pasto?',
    '¿qué es un hermanamiento?',
  ])('leaves «%s» alone', (question) => {
    expect(readSigning(question)).toBeUndefined();
  });
});

describe('what the guide replaces of the article', () => {
  it('knows the agency of that time and its decree', () => {
    for (const text of ['la llamada Acción Social', 'a través del Decreto 2467 de 2005']) {
      const replaced = replacedIn(text);
      expect(catalogue.get(replaced?.norm ?? '').status).toBe('cited-2025');
    }
    expect(replacedIn('la Ley 136 de 1994')).toBeUndefined();
  });
});

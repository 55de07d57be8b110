import { describe, expect, it } from 'vitest';
import { abstains, confidenceOf, isUnsure } from '../../../src/answer/confidence.ts';
import type { Evidence } from '../../../src/answer/evidence.ts';
import { kindOf } from '../../../src/answer/question-kind.ts';
import { answererOver, type MadeUp } from './made-up.ts';

const MARKET: MadeUp = {
  section: ['Mercado'],
  text: 'El mercado regional de lana abre en mayo de 2023 y reúne a 40 artesanas de la cordillera.',
};
const OTHERS: MadeUp[] = [
  { section: ['Puente'], text: 'El puente nuevo cruza el río con dos carriles y un andén.' },
  { section: ['Escuela'], text: 'La escuela rural enseña música a los niños de la vereda.' },
  { section: ['Agua'], text: 'El acueducto trae el agua desde la laguna alta.' },
  { section: ['Bosque'], text: 'El bosque de niebla protege a los osos de anteojos.' },
];

/** What a question was decided by. */
async function evidenceFor(text: string, likeness = 0.5): Promise<Evidence> {
  let seen: Evidence | undefined;
  const { answerer } = answererOver([MARKET, ...OTHERS], undefined, likeness, (evidence) => {
    seen = evidence;
  });
  await answerer.answer({ text, language: 'es' });
  if (!seen) throw new Error('not decided by evidence');
  return seen;
}

describe('the evidence for an answer', () => {
  it('counts the words that the best passage and its written questions lack', async () => {
    const held = await evidenceFor('¿cuándo abre el mercado regional de lana?');
    expect(held).toMatchObject({ rarestMissing: 0, wantsDate: 1, formMet: 1 });
    const lacking = await evidenceFor('¿cuándo abre el mercado regional de orfebrería?');
    expect(lacking.rarestMissing).toBeGreaterThan(held.rarestMissing);
  });

  it('sees when no sentence has the form that was asked for', async () => {
    expect((await evidenceFor('¿cuánto cuesta un puesto en el mercado regional de lana?')).formMet).toBe(0);
  });

  it('sees a name and a year that are in no document', async () => {
    expect((await evidenceFor('¿quién lleva el mercado de lana a Zipaquirá?')).unknownName).toBe(1);
    expect((await evidenceFor('¿abrió el mercado regional de lana en 2011?')).yearMissing).toBe(1);
  });

  it('is of no more than its ranges, whatever is asked', async () => {
    for (const text of ['lana', '¿y la de los que no?', 'lana '.repeat(60), 'ñ 12 ??? 2023 Ñandú']) {
      for (const value of Object.values(await evidenceFor(text).catch(() => ({})))) {
        expect(Number.isFinite(value)).toBe(true);
      }
    }
  });
});

describe('confidence', () => {
  it('grows with the likeness to a written question of the same kind and with the form', async () => {
    const evidence = await evidenceFor('¿cuándo abre el mercado regional de lana?');
    const chance = confidenceOf(evidence);
    expect(confidenceOf({ ...evidence, sameKindLikeness: evidence.sameKindLikeness + 0.3 })).toBeGreaterThan(
      chance,
    );
    expect(confidenceOf({ ...evidence, formMet: 0 })).toBeLessThan(chance);
    expect(confidenceOf({ ...evidence, nearestWritten: 0 })).toBeLessThan(chance);
  });

  it('is not asked where a name or a year is in no document', async () => {
    const evidence = await evidenceFor('¿cuándo abre el mercado regional de lana?', 0.95);
    expect(abstains(evidence)).toBe(false);
    expect(abstains({ ...evidence, unknownName: 1 })).toBe(true);
    expect(abstains({ ...evidence, yearMissing: 1 })).toBe(true);
  });

  it('that is scant makes an answer unsure before it makes a refusal', async () => {
    const evidence = await evidenceFor('¿cuándo abre el mercado regional de lana?', 0.95);
    const steps = Array.from({ length: 41 }, (_, at) => ({
      ...evidence,
      nearestWritten: 0.95 - at / 20,
      likeness: 0.95 - at / 20,
      sameFormCover: 1 - at / 20,
      sameKindLikeness: 1 - at / 20,
    }));
    const unsure = steps.findIndex(isUnsure);
    const refused = steps.findIndex(abstains);
    expect(unsure).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(unsure);
  });
});

describe('the kind of a question', () => {
  it.each([
    ['¿Cuánto cuesta afiliarse?', 'money'],
    ['presupuesto de la oficina', 'money'],
    ['¿Cuántas ciudades hay?', 'count'],
    ['¿Cuánto tiempo se demora?', 'duration'],
    ['¿en qué año se firmó?', 'date'],
    ['¿Quién firma el convenio?', 'person'],
    ['¿en qué municipios opera?', 'place'],
    ['¿por qué conviene?', 'reason'],
    ['requisitos para postular', 'requirement'],
    ['¿Cómo se evalúa?', 'procedure'],
    ['tasa de interés del crédito', 'rate'],
    ['teléfono de la agencia', 'contact'],
    ['¿Qué redes hay?', 'which'],
    ['hermanamientos', 'other'],
    ['How much is the fee?', 'money'],
    ['Who signs it?', 'person'],
    ['When was it signed?', 'date'],
  ])('of «%s» is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

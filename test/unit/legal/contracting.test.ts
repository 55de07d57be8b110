import { describe, expect, it } from 'vitest';
import { contractingDecisions, contractingOf, readContractingCase } from '../../../src/legal/index.ts';
import { CONTRACTING_PARTIES } from '../../../src/plan/terms.ts';

const decide = (payer: Parameters<typeof contractingDecisions>[0]['payer'], share?: number) =>
  contractingDecisions({ payer, share }).map(({ party, regime }) => [party, regime]);

describe('the contracting table', () => {
  it.each([0, 49.9])('sends a cooperation body that pays %s %% to national procurement', (share) => {
    expect(decide('cooperation', share)).toEqual([['cooperation-body-under-half', 'national-procurement']]);
  });

  it.each([50, 100])('lets a cooperation body that pays %s %% use its own rules', (share) => {
    expect(decide('cooperation', share)).toEqual([['cooperation-body-half-or-more', 'body-rules']]);
  });

  it('tells both rows when the share is not known', () => {
    expect(decide('cooperation').map(([party]) => party)).toEqual([
      'cooperation-body-half-or-more',
      'cooperation-body-under-half',
    ]);
  });

  it.each(['multilateral-credit', 'foreign-public-body'] as const)(
    'has no percentage test for %s',
    (payer) => {
      expect(decide(payer, 10)).toEqual([[payer, 'agreed']]);
      expect(decide(payer, 90)).toEqual(decide(payer, 10));
    },
  );

  it('has a row for every party of the plan, and for no other', () => {
    for (const party of CONTRACTING_PARTIES) expect(contractingOf(party)?.party).toBe(party);
    expect(contractingOf('somebody')).toBeUndefined();
  });

  it('rests national procurement on Ley 80 and cooperation on Ley 1150', () => {
    expect(contractingOf('national')?.norms).toContain('ley-80-1993');
    expect(contractingOf('cooperation-body-half-or-more')?.norms[0]).toBe('ley-1150-2007-art-20');
  });
});

describe('reading a contracting case out of a question', () => {
  it.each([
    ['La agencia de cooperación aporta el 65 %, ¿qué régimen de contratación uso?', 'cooperation', 65],
    ['el donante financia la mitad, ¿con qué reglas?', 'cooperation', 50],
    ['Ponemos el 80 por ciento y una ONG el resto, ¿qué normas de contratación rigen?', 'cooperation', 20],
    ['the donor pays 45% of it, which procurement rules apply?', 'cooperation', 45],
    ['¿qué reglas sigue un contrato con un banco multilateral?', 'multilateral-credit', undefined],
    [
      '¿por qué reglamento va un convenio con la alcaldía de Quito, ciudad de Ecuador?',
      'foreign-public-body',
      undefined,
    ],
  ])('reads «%s»', (question, payer, share) => {
    const read = readContractingCase(question);
    expect(read?.payer).toBe(payer);
    expect(read?.share).toBe(share);
  });

  it.each([
    '¿Cuánto prestó el BID a la ciudad?',
    '¿Qué convenio firmó Pasto?',
    '¿Qué porcentaje de los proyectos es ambiental?',
    'el 40 % de la población es rural',
  ])('leaves «%s» alone', (question) => {
    expect(readContractingCase(question)).toBeUndefined();
  });
});

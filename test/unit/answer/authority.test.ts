import { beforeAll, describe, expect, it } from 'vitest';
import { according, isGuideAlone } from '../../../src/answer/compose.ts';
import type { CitedText } from '../../../src/answer/index.ts';
import { checkCitations } from '../../../src/cli/eval-citations.ts';
import { readCatalog } from '../../../src/retrieval/index.ts';
import { openKnowledge } from '../../../src/server/knowledge.ts';
import { type Language, loadTexts } from '../../../src/text/locales.ts';
import { TEST_DATA } from '../../support/app.ts';

let knowledge: Awaited<ReturnType<typeof openKnowledge>>;

beforeAll(async () => {
  knowledge = await openKnowledge({ dataFolder: TEST_DATA });
});

const ask = (text: string, language: Language = 'es') => knowledge.answerer.answer({ text, language });
/** What of an answer its citations do not say. */
function unsupported({ text, citations }: CitedText, question: string) {
  const open = ({ url }: { url: string }) => {
    const passage = knowledge.retriever.passages.find(({ id }) => url.endsWith(`#${id}`));
    const document = knowledge.retriever.documents.find(({ id }) => id === passage?.document);
    if (!passage || !document) return undefined;
    return { text: passage.text, about: `${document.title} ${document.publisher} ${document.date}` };
  };
  return checkCitations({ kind: 'answer', text, citations }, question, open).faults;
}

describe('what is told of the law', () => {
  it.each([
    ['El cooperante pone el 30 %, ¿con qué norma contratamos?', 'es'],
    ['El cooperante pone el 70 %, ¿con qué reglas contratamos?', 'es'],
    ['¿Qué reglas sigue un contrato con un banco multilateral?', 'es'],
    ['¿Por qué reglas va un convenio con la alcaldía de Lyon, Francia?', 'es'],
    ['The donor pays 40%, which procurement rules apply?', 'en'],
    ['¿Puede el alcalde firmar un tratado?', 'es'],
    ['¿Puede la gobernación firmar un convenio con una agencia?', 'es'],
    ['¿Puede un municipio fronterizo firmar un convenio con el vecino?', 'es'],
    ['¿Podemos unirnos a una red de ciudades?', 'es'],
    ['¿Qué dice el Decreto 2467 de 2005?', 'es'],
    ['¿Qué es Acción Social?', 'es'],
  ] as const)('«%s» is borne out by what it cites', async (question, language) => {
    const answer = await ask(question, language);
    if (answer.kind !== 'answer') throw new Error(answer.text);
    expect(unsupported(answer, question)).toEqual([]);
  });

  it('is the guide first, also where the older article says more', async () => {
    const answer = await ask('¿Qué dice el artículo 289 de la Constitución?');
    if (answer.kind !== 'answer') throw new Error(answer.text);
    expect(answer.citations.map(({ date }) => date)).toEqual(['2025', 'c. 2010']);
    expect(answer.text).toMatch(/Según la guía de 2025:[\s\S]*de c\. 2010:/);
    expect(answer.text).not.toContain('verifique que la norma siga vigente');
  });

  it('names the nearest norm that is cited when the one asked for is not', async () => {
    const answer = await ask('¿Qué dice la Ley 1150 de 2008?');
    expect(answer.kind).toBe('not-found');
    expect(answer.text).toMatch(/no citan Ley 1150 de 2008.*sí citan: Ley 1150 de 2007/);
  });
});

describe('figures that the documents give differently', () => {
  it.each([
    ['¿Cuántas ciudades hermanas tiene Medellín?', ['23', '27']],
    ['¿Cuántos hermanamientos tiene Medellín?', ['23', '27']],
  ])('«%s» shows both with their sections', async (question, values) => {
    const answer = await ask(question);
    for (const value of values)
      expect(answer.text).toMatch(new RegExp(`^- ${value}: «.+» \\[\\d+\\]$|^- ${value}: «`, 'm'));
    expect(answer.text).not.toMatch(/^- \d+: «Bogotá/m);
  });
});

describe('acronyms with two meanings', () => {
  it.each(['¿Qué es la SNCI?', '¿Qué significa SNCI?', 'qué es el snci'])(
    '«%s» gets both',
    async (question) => {
      const { text } = await ask(question);
      expect(text).toContain('Sistema Nacional de Cooperación Internacional [');
      expect(text).toContain('Sistema Nacional de Competitividad e Innovación [');
    },
  );
});

describe('documents that an operator adds', async () => {
  const texts = loadTexts('dialogs/locales', 'es');
  const [guide] = await readCatalog('knowledge');
  if (!guide) throw new Error('no guide');
  const { reference: _, ...rest } = guide;
  const manual = {
    ...rest,
    id: 'm',
    title: 'Manual de ferias',
    shortTitle: 'Manual de ferias',
    date: '2026',
  };

  it('are named by their title, never as the guide of the service', () => {
    expect(according(guide, texts)).toBe('Según la guía de 2025:');
    expect(according(manual, texts)).toBe('Según «Manual de ferias» (2026):');
    expect(isGuideAlone([guide])).toBe(true);
    expect(isGuideAlone([manual])).toBe(false);
  });
});

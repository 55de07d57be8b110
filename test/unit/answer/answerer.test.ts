import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Adviser,
  type Answer,
  type Answerer,
  createAnswerer,
  type Explorer,
} from '../../../src/answer/index.ts';
import { readNorms } from '../../../src/legal/index.ts';
import type { Citation } from '../../../src/messages/message.ts';
import { openRetriever } from '../../../src/retrieval/index.ts';
import { readLexicon } from '../../../src/retrieval/search/lexicon.ts';
import type { Retriever } from '../../../src/retrieval/types.ts';
import { type Language, loadTexts } from '../../../src/text/locales.ts';
import { TEST_INDEX } from '../../support/app.ts';

const texts = { es: loadTexts('dialogs/locales', 'es'), en: loadTexts('dialogs/locales', 'en') };
let retriever: Retriever;
let answerer: Answerer & Explorer & Adviser;

beforeAll(async () => {
  retriever = await openRetriever({ knowledgeFolder: 'knowledge', dataFolder: TEST_INDEX });
  answerer = createAnswerer({
    retriever,
    norms: await readNorms('knowledge/norms.json'),
    lexicon: await readLexicon('knowledge/lexicon.json'),
    texts: (language) => texts[language],
  });
});

const ask = (text: string, language: Language = 'es', previous?: string) =>
  answerer.answer({ text, language, previous });
const cited = (answer: Answer): Citation[] => (answer.kind === 'answer' ? answer.citations : answer.nearest);
const documentsOf = (answer: Answer) =>
  new Set(cited(answer).map(({ url }) => url.split('/')[2]?.split('#')[0]));

/** Every mark of the text has its citation and every citation its mark; every quote stands in its passage. */
function expectSound(answer: Answer) {
  const marks = new Set([...answer.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)));
  expect([...marks].sort((a, b) => a - b)).toEqual(cited(answer).map(({ n }) => n));
  for (const { url, quote } of cited(answer)) {
    const [, id] = url.split('#');
    expect(retriever.passages.find((passage) => passage.id === id)?.text).toContain(quote);
  }
}

describe('answering from the documents', () => {
  it.each([
    '¿Qué es un plan de vida?',
    '¿Qué es el hermanamiento de ciudades?',
    '¿Cuáles son los retos para evaluar la acción internacional?',
    'ventajas de las redes de ciudades',
    '¿Qué dice la política sobre las cámaras de comercio?',
  ])('«%s» gets whole sentences, each with a citation that holds it', async (question) => {
    const answer = await ask(question);
    expect(answer.kind).toBe('answer');
    expectSound(answer);
    expect(cited(answer).length).toBeGreaterThan(0);
  });

  it('attributes the campaign programme in the words that introduce it', async () => {
    const answer = await ask('¿Qué propone el programa de campaña de la candidata sobre Venezuela?');
    expect(answer.kind).toBe('answer');
    expect(answer.text).toMatch(/^Según el programa de campaña de 2026/);
    expect(cited(answer)[0]?.kind).toBe('programa de campaña');
  });

  it('says so when it does not find a name, a year or a figure, and offers the nearest places', async () => {
    for (const question of [
      '¿Qué convenios tiene la alcaldía de Zipaquirá con Rotterdam?',
      '¿Cuánto cobra por hora un consultor en internacionalización?',
      '¿Cuántos hermanamientos se firmaron en 1974?',
    ]) {
      const answer = await ask(question);
      expect(answer.kind, question).toBe('not-found');
      expect(answer.text).toMatch(/^No encontré la respuesta/);
      expectSound(answer);
    }
  });

  it('reads a question that leans on the one before together with it', async () => {
    const answer = await ask(
      '¿y en qué año?',
      'es',
      '¿Con qué decreto se creó el Sistema Nacional de Cooperación Internacional?',
    );
    expect(answer.text).toContain('Decreto 603');
  });

  it('never completes what the guide says with the campaign or the press', async () => {
    const documents = documentsOf(await ask('¿Quién coordina la cooperación internacional en Colombia?'));
    expect(documents.has('001')).toBe(true);
    expect(documents.has('000') || documents.has('003')).toBe(false);
  });

  it('frames and labels an answer in English', async () => {
    const answer = await ask('What are life plans (planes de vida)?', 'en');
    expect(answer.text).toContain('The original is in Spanish.');
    expect(cited(answer)[0]?.kind).toBe('official guide');
  });
});

describe('answering legal questions', () => {
  it('names the norm, quotes what the documents say of it, and dates what only the article says', async () => {
    const answer = await ask('¿Qué dice la ley 617 de 2000?');
    expect(answer.text).toMatch(/^\*\*Ley 617 de 2000\.\*\* Según un artículo académico de c\. 2010:/);
    expect(answer.text).toContain('verifique que la norma siga vigente');
    expectSound(answer);
  });

  it('says that no document cites a norm instead of answering with another', async () => {
    const answer = await ask('¿Qué dice la Ley 1551 de 2012 sobre los municipios?');
    expect(answer.kind).toBe('not-found');
    expect(answer.text).toContain('no citan Ley 1551 de 2012');
  });

  it('decides a contracting case with Ley 1150 art. 20 and Decreto 1510 art. 157, cited', async () => {
    const answer = await ask('El cooperante aporta el 70 %, ¿podemos contratar con sus reglas?');
    expect(answer.text).toContain('70 %');
    expect(answer.text).toContain('Ley 1150 de 2007, art. 20');
    expect(answer.text).toContain('Decreto 1510 de 2013, art. 157');
    expect(answer.text).toContain('no un concepto jurídico');
    expect(cited(answer).some(({ quote }) => quote.includes('cincuenta por ciento (50%)'))).toBe(true);
    expectSound(answer);
  });

  it('answers a follow-up that asks for the norm with the names of the norms, and not all over again', async () => {
    const answer = await ask(
      '¿en qué norma está?',
      'es',
      'El cooperante aporta el 70 %, ¿podemos contratar con sus reglas?',
    );
    expect(answer.text).toMatch(/^Está en estas normas:\n- \*\*Ley 1150 de 2007, art\. 20\*\*/);
    expect(answer.text).not.toContain('70 %');
    expectSound(answer);
  });

  it.each([
    ['¿Puedo firmar un hermanamiento con una ciudad de Portugal?', 'no un tratado'],
    ['¿Podemos vincularnos a una red de ciudades?', 'depende de cada red'],
    ['¿Puede la gobernación firmar un convenio con una agencia japonesa?', 'no son tratados'],
    ['¿Puede la alcaldesa celebrar un tratado?', 'solo el Presidente'],
  ])('«%s» has its own outcome, cited', async (question, says) => {
    const answer = await ask(question);
    expect(answer.text.split('\n')[0]).toContain(says);
    expect(cited(answer).length).toBeGreaterThan(0);
    expectSound(answer);
  });

  it('says that the body of c. 2010 is not the one of the guide', async () => {
    const answer = await ask('¿Qué dice el Decreto 2467 de 2005?');
    expect(answer.text).toContain('APC-Colombia');
    expect(cited(answer).some(({ kind }) => kind === 'guía oficial')).toBe(true);
    expectSound(answer);
  });

  it('never answers what the law says with the campaign or the press', async () => {
    for (const question of [
      '¿Qué ley regula la política exterior y las relaciones internacionales?',
      '¿Qué norma habla de cooperación en seguridad y defensa?',
      '¿Puede el alcalde celebrar un tratado con Venezuela?',
    ]) {
      const documents = documentsOf(await ask(question));
      expect(documents.has('000'), question).toBe(false);
      expect(documents.has('003'), question).toBe(false);
    }
  });
});

describe('advising on the legal framework of a plan', () => {
  it('cites every point, names its norms, and ends as orientation', () => {
    for (const language of ['es', 'en'] as const) {
      const advice = answerer.advise({ borderZone: true, reasons: ['funds'] }, language);
      expect(advice.norms).toEqual(
        expect.arrayContaining(['ley-191-1995', 'ley-1150-2007-art-20', 'decreto-603-2022']),
      );
      expect(advice.text.endsWith(texts[language].t('legal.orientation'))).toBe(true);
      for (const line of advice.text.split('\n').filter((one) => one.startsWith('- ')))
        expect(line).toMatch(/\[\d+\]$/);
      expectSound({ kind: 'answer', ...advice });
    }
  });
});

describe('a question that seems to lean on the one before', () => {
  it('is answered alone when it finds nothing together with it', async () => {
    const text = '¿y qué es una marca de ciudad?';
    const alone = await ask(text);
    expect(alone.kind).toBe('answer');
    expect(await ask(text, 'es', '¿Cuánto cuesta una visa para Japón?')).toEqual(alone);
  });
});

describe('a short question that names what is to be signed', () => {
  it('is not read with the norm asked about before', async () => {
    const text = '¿Puedo firmar un tratado?';
    const alone = await ask(text);
    expect(alone.text).toMatch(/^No: solo el Presidente/);
    expect(await ask(text, 'es', '¿Qué dice el artículo 226 de la Constitución?')).toEqual(alone);
  });
});

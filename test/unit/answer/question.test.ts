import { describe, expect, it } from 'vitest';
import { abstains, type Evidence, isUnsure } from '../../../src/answer/confidence.ts';
import { asksForArticle, asksForUncitedKind, isLegalQuestion } from '../../../src/answer/legal-question.ts';
import { leansOnPrevious } from '../../../src/answer/question.ts';
import { readWants, satisfies } from '../../../src/answer/wants.ts';

describe('what a question wants', () => {
  it.each([
    ['¿Cuántas oficinas hay?', 'Hay oficinas en todo el país.', 'Hay 12 oficinas.'],
    ['¿Cuánto cuesta la afiliación?', 'La afiliación se paga en 3 cuotas.', 'Cuesta 500 dólares.'],
    ['¿En qué año se creó la red?', 'La red se creó hace tiempo.', 'La red se creó en 1913.'],
    ['¿Cuál es el correo de la oficina?', 'La oficina atiende a todos.', 'Escriba a info@oficina.gov.co'],
  ])('«%s» is not met by «%s»', (question, without, having) => {
    const wants = readWants(question);
    expect(satisfies(without, wants)).toBe(false);
    expect(satisfies(having, wants)).toBe(true);
  });

  it('knows the word that is counted and the things asked for', () => {
    expect(readWants('¿Cuántos proyectos lleva la alcaldía?').counted).toBe('proyectos');
    expect(readWants('¿Cuánto creció la economía?').counted).toBeNull();
    expect(readWants('¿Qué requisitos pide la convocatoria?').things).toBe('requisitos');
  });
});

describe('legal questions', () => {
  it.each([
    '¿Qué ley regula los convenios?',
    '¿Puedo firmar un convenio con otra ciudad?',
    'art. 20 de la 1150, Ley 1150',
    'which law applies to us?',
  ])('«%s» is one', (question) => {
    expect(isLegalQuestion(question)).toBe(true);
  });

  it.each([
    '¿Cómo armo mi equipo?',
    'Según el artículo, ¿qué ciudades tienen oficina?',
    '¿Qué normas propone la candidata en su programa?',
  ])('«%s» is not one', (question) => {
    expect(isLegalQuestion(question)).toBe(false);
  });

  it('tells apart what no catalogue can answer', () => {
    expect(asksForArticle('¿qué artículo de la Ley 80 lo dice?')).toBe(true);
    expect(asksForArticle('¿qué dice el artículo 20?')).toBe(false);
    expect(asksForUncitedKind('¿Cuál es la sentencia que lo permite?')).toBe(true);
    expect(asksForUncitedKind('¿Qué ley lo permite?')).toBe(false);
  });
});

describe('follow-ups', () => {
  it.each(['¿y para los departamentos?', '¿Y en cuál norma está eso?', '¿por qué?', 'and for us?'])(
    '«%s» leans on the question before',
    (question) => {
      expect(leansOnPrevious(question)).toBe(true);
    },
  );

  it('a whole question stands alone', () => {
    expect(leansOnPrevious('¿Qué redes de ciudades trabajan temas de clima en América Latina?')).toBe(false);
  });
});

describe('the evidence for an answer', () => {
  const evidence: Evidence = {
    passageCover: 0.8,
    sentenceCover: 0.8,
    unknownName: false,
    namesMissing: 0,
    yearMissing: false,
    formMet: true,
  };

  it('answers when nothing speaks against it', () => {
    expect(abstains(evidence)).toBe(false);
  });

  it.each([
    [{ unknownName: true }],
    [{ yearMissing: true }],
    [{ formMet: false }],
    [{ namesMissing: 1, passageCover: 0.2 }],
  ])('abstains for %j', (against) => {
    expect(abstains({ ...evidence, ...against })).toBe(true);
  });

  it('answers with a warning when few words are shared, for people use other words than documents', () => {
    const paraphrase = { ...evidence, passageCover: 0.2, sentenceCover: 0.1 };
    expect(abstains(paraphrase)).toBe(false);
    expect(isUnsure(paraphrase)).toBe(true);
    expect(isUnsure(evidence)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { asksWhereItStands, leansOnPrevious, withPrevious } from '../../../src/answer/follow-up.ts';
import { asksForArticle, asksForUncitedKind, isLegalQuestion } from '../../../src/answer/legal-question.ts';
import { readWants, satisfies } from '../../../src/answer/wants.ts';

describe('what a question wants', () => {
  it.each([
    ['¿Cuántas oficinas hay?', 'Hay oficinas en todo el país.', 'Hay 12 oficinas.'],
    ['¿Cuánto cuesta la afiliación?', 'La afiliación se paga en 3 cuotas.', 'Cuesta 500 dólares.'],
    ['¿En qué año se creó la red?', 'La red se creó hace tiempo.', 'La red se creó en 1913.'],
    ['¿Cuántos socios tiene?', 'Desde 2014 tiene socios en el capítulo 3.', 'Desde 2014 tiene 40 socios.'],
    ['¿Qué mayoría se necesita?', 'La mayoría de los concejos lo hace.', 'Se aprueba por mayoría absoluta.'],
    ['¿Qué sanción hay?', 'El alcalde firma el acuerdo.', 'Hay multa para quien no publique.'],
    ['¿Cuánto se demora el trámite?', 'El trámite es rápido.', 'El trámite toma 15 días y una solicitud.'],
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

  it('takes its subject from the question before when it asks something new', () => {
    const { asked, subject } = withPrevious({
      text: '¿y quién lo firma?',
      language: 'es',
      previous: '¿Qué es un acuerdo con Lima?',
    });
    expect(subject).toBe('acuerdo Lima');
    expect(asked).toBe('¿y quién lo firma? acuerdo Lima');
  });

  it('changes a part of the question before when it asks nothing of its own', () => {
    const previous = 'La ONG pone el 80 %, ¿con qué reglas contratamos?';
    const { asked } = withPrevious({ text: '¿y si pone el 20 %?', language: 'es', previous });
    expect(asked).toContain('La ONG pone');
    expect(asked).toContain('20 %');
    expect(asked).not.toContain('80');
  });

  it('knows that it only asks where it stands', () => {
    const previous = '¿Puede el alcalde firmar un tratado?';
    expect(asksWhereItStands({ text: '¿en qué norma está?', language: 'es', previous })).toBe(true);
    expect(asksWhereItStands({ text: '¿en qué norma está?', language: 'es' })).toBe(false);
    expect(asksWhereItStands({ text: '¿y con otra ciudad?', language: 'es', previous })).toBe(false);
  });

  it('a whole question stands alone', () => {
    expect(leansOnPrevious('¿Qué redes de ciudades trabajan temas de clima en América Latina?')).toBe(false);
  });
});

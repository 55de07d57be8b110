import { describe, expect, it } from 'vitest';
import { readChallengeQuestion } from '../../../src/understanding/index.ts';

const read = (text: string, language: 'es' | 'en' = 'es') => {
  const reading = readChallengeQuestion(text, { language, today: '2026-11-21' });
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
};

describe('a challenge put as a question', () => {
  it('is kept as it was asked', () => {
    const question = '¿Cómo lograr que los visitantes se queden más de un día?';
    expect(read(question)).toEqual({ question });
  });

  it('gets its marks when they were left out', () => {
    expect(read('cómo vender queso fuera del país')).toEqual({
      question: '¿Cómo vender queso fuera del país?',
    });
    expect(read('how can we sell cheese abroad', 'en')).toEqual({
      question: 'How can we sell cheese abroad?',
    });
  });

  it.each([
    ['fortalecer la formación de guías', '¿Cómo fortalecer la formación de guías?'],
    ['Queremos vender queso fuera del país.', '¿Cómo vender queso fuera del país?'],
    ['la falta de agua potable', '¿Cómo superar la falta de agua potable?'],
  ])('is made of an aim: «%s»', (told, question) => {
    expect(read(told)).toEqual({ question, from: 'aim' });
  });

  it('is made of an aim in English', () => {
    expect(read('we want to sell cheese abroad', 'en')).toEqual({
      question: 'How can we sell cheese abroad?',
      from: 'aim',
    });
  });

  it.each(['el turismo en la región', 'Mar limpio', 'taller de quesos'])('is not made of «%s»', (told) => {
    expect(read(told)).toEqual({ question: told, from: 'statement' });
  });
});

import { describe, expect, it } from 'vitest';
import { readReminder } from '../../../src/understanding/index.ts';

/** A Friday. */
const es = { language: 'es', today: '2026-11-20' } as const;
const en = { language: 'en', today: '2026-11-20' } as const;

describe('what is said about reminders', () => {
  it.each([
    ['recordarme', { type: 'offer' }],
    ['Quiero recordatorios', { type: 'offer' }],
    ['recuérdeme los hitos', { type: 'milestones' }],
    ['avíseme de los hitos del plan, por favor', { type: 'milestones' }],
    ['recuérdeme cuando se acerquen los hitos', { type: 'milestones' }],
    ['Recordarme los hitos', { type: 'milestones' }],
    ['recuérdeme seguir el plan', { type: 'plan' }],
    ['Recordarme el plan', { type: 'plan' }],
    ['recuérdeme seguir el plan el lunes', { type: 'plan', on: '2026-11-23' }],
    ['recuérdeme continuar con el plan el próximo viernes', { type: 'plan', on: '2026-11-27' }],
    ['me puede recordar terminar el plan mañana', { type: 'plan', on: '2026-11-21' }],
    ['recuérdeme el plan la próxima semana', { type: 'plan', on: '2026-11-23' }],
    ['recuérdeme seguir en 3 días', { type: 'plan', on: '2026-11-23' }],
    ['recuérdeme en quince días', { type: 'plan', on: '2026-12-05' }],
    ['recuérdeme seguir el plan el 3 de diciembre', { type: 'plan', on: '2026-12-03' }],
    ['recuérdeme seguir el plan cada 10 días', { type: 'plan', afterDays: 10 }],
    ['recuérdeme el plan cada dos semanas', { type: 'plan', afterDays: 14 }],
    ['recuérdeme seguir si pasan 5 días sin escribir', { type: 'plan', afterDays: 5 }],
    ['recuérdeme cada semana', { type: 'plan', afterDays: 7 }],
    ['Recordarme el lunes', { type: 'plan', on: '2026-11-23' }],
    ['recuérdeme seguir el plan cuando haya tiempo', { type: 'unclear' }],
    ['ver recordatorios', { type: 'list' }],
    ['¿qué recordatorios tengo?', { type: 'list' }],
    ['quitar recordatorios', { type: 'stop' }],
    ['no quiero más recordatorios', { type: 'stop' }],
    ['no me recuerde más', { type: 'stop' }],
    ['quitar los recordatorios de los hitos', { type: 'stop', which: 'milestones' }],
    ['quitar el recordatorio del plan', { type: 'stop', which: 'plan' }],
  ])('«%s»', (text, ask) => {
    expect(readReminder(text, es)).toEqual(ask);
  });

  it.each([
    ['remind me', { type: 'offer' }],
    ['remind me of the milestones', { type: 'milestones' }],
    ['remind me to continue the plan on Monday', { type: 'plan', on: '2026-11-23' }],
    ['remind me to finish the plan tomorrow', { type: 'plan', on: '2026-11-21' }],
    ['remind me of the plan every 10 days', { type: 'plan', afterDays: 10 }],
    ['show my reminders', { type: 'list' }],
    ['stop reminders', { type: 'stop' }],
  ])('in English: «%s»', (text, ask) => {
    expect(readReminder(text, en)).toEqual(ask);
  });

  it.each([
    'recuérdeme la pregunta',
    'recuérdeme el plan de desarrollo',
    'recuérdeme cuál es la visión',
    'recuérdeme qué dice la ley 1150',
    'seguir el plan',
    'ver plan',
    'el lunes',
    'Un recordatorio mensual a los enlaces de cada secretaría',
    'Recordar la historia del municipio',
    'no me acuerdo',
    'recordar a la ciudadanía los hitos del plan de desarrollo',
  ])('«%s» is about something else', (text) => {
    expect(readReminder(text, es)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { notAfter, readCommand, reportIn } from '../../../src/understanding/index.ts';

const es = { language: 'es', today: '2026-11-21' } as const;
const en = { language: 'en', today: '2026-11-21' } as const;

describe('a report on the execution of the plan', () => {
  it.each([
    ['registrar avance', { kind: 'progress' }],
    ['quiero registrar un avance', { kind: 'progress' }],
    [
      'registrar un avance en el proyecto Ruta: dos guías',
      { kind: 'progress', subject: 'Ruta', note: 'dos guías' },
    ],
    [
      'avance del proyecto Ruta de aves: se formaron seis guías',
      { kind: 'progress', subject: 'Ruta de aves', note: 'se formaron seis guías' },
    ],
    [
      'el hito convenio firmado ya se cumplió',
      { kind: 'milestone', state: 'done', subject: 'convenio firmado' },
    ],
    [
      'El hito convenio se cumplió ayer',
      { kind: 'milestone', state: 'done', subject: 'convenio', date: '2026-11-20' },
    ],
    [
      'se cumplió el hito convenio el 3 de mayo',
      { kind: 'milestone', state: 'done', subject: 'convenio', date: '2026-05-03' },
    ],
    [
      'se atrasó el hito primer curso, queda para agosto',
      { kind: 'milestone', state: 'delayed', subject: 'primer curso', due: '2027-08' },
    ],
    [
      'atraso en el hito curso: no hay instructor',
      { kind: 'milestone', state: 'delayed', subject: 'curso', note: 'no hay instructor' },
    ],
    [
      'se descartó el hito mirador porque no hubo permiso',
      { kind: 'milestone', state: 'dropped', subject: 'mirador', note: 'porque no hubo permiso' },
    ],
    ['el hito curso va en marcha', { kind: 'milestone', state: 'on-track', subject: 'curso' }],
    ['registrar una desviación', { kind: 'deviation' }],
    ['registrar revisión del plan: sale el eje 2', { kind: 'revision', note: 'sale el eje 2' }],
  ])('«%s»', (text, report) => {
    expect(reportIn(text, es)).toEqual(report);
    expect(readCommand(text, es)).toMatchObject({ type: 'begin', workflow: 'tracking' });
  });

  it.each([
    ['record progress', { kind: 'progress' }],
    ['milestone agreement signed is done', { kind: 'milestone', state: 'done', subject: 'agreement signed' }],
    [
      'the milestone first course is delayed, now August',
      { kind: 'milestone', state: 'delayed', subject: 'first course', due: '2027-08' },
    ],
    ['record a revision of the plan', { kind: 'revision' }],
  ])('in English: «%s»', (text, report) => {
    expect(reportIn(text, en)).toEqual(report);
  });

  it.each([
    'avances en turismo: dos hermanamientos',
    'problemas: falta de agua',
    'seguimiento: cada tres meses',
    'desviación del río: construir canal',
    '¿el hito convenio ya se cumplió?',
    'el proyecto empezó en 2020',
  ])('is not «%s»', (text) => {
    expect(reportIn(text, es)).toBeUndefined();
  });

  it('has happened: a day without its year is the last there was', () => {
    expect(notAfter('2027-11-15', '2026-11-21')).toBe('2026-11-15');
    expect(notAfter('2026-11-20', '2026-11-21')).toBe('2026-11-20');
    expect(notAfter('2026-11', '2026-11-21')).toBe('2026-11');
  });
});

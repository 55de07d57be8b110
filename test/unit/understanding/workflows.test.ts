import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/understanding/index.ts';

const read = (text: string, language: 'es' | 'en' = 'es') =>
  readCommand(text, { language, today: '2026-11-21' });

describe('the words that begin a workflow', () => {
  it.each([
    ['funds', 'quiero postular a un fondo de cooperación'],
    ['funds', 'Hola, necesitamos aplicar a una convocatoria internacional'],
    ['funds', 'ayúdeme a preparar una postulación'],
    ['funds', 'Preparar una postulación'],
    ['funds', 'quiero presentarme a una convocatoria de cooperación'],
    ['funds', 'I want to apply for a grant'],
    ['funds', 'prepare an application'],
    ['network', 'quiero unirme a una red de ciudades'],
    ['network', 'Evaluar una red de ciudades'],
    ['network', '¿nos conviene entrar a una red de ciudades?'],
    ['network', 'vamos a vincularnos a una red'],
    ['network', 'we want to join a city network'],
    ['network', 'evaluate a city network'],
  ])('begin «%s»: %s', (workflow, text) => {
    expect(read(text)).toEqual({ type: 'begin', workflow });
  });

  it.each([
    ['funds', 'resume', 'continuar la postulación'],
    ['funds', 'resume', 'sigamos con la postulación'],
    ['funds', 'show', '¿cómo va la postulación?'],
    ['funds', 'show', 'ver mi postulación'],
    ['funds', 'export', 'exportar la postulación'],
    ['network', 'resume', 'continuar la evaluación de la red'],
    ['network', 'resume', 'volvamos a la red'],
    ['funds', 'resume', 'continue the application'],
  ])('name «%s» to %s it: %s', (workflow, wants, text) => {
    expect(read(text)).toEqual({ type: 'workflow', workflow, wants });
  });

  it('name the format of its document', () => {
    expect(read('exporte la postulación en PDF')).toMatchObject({ wants: 'export', format: 'pdf' });
  });

  it.each([
    'aplicar a convocatorias internacionales',
    'unirnos a una red de ciudades',
    'postulación a fondos de cooperación',
    'entrar a redes y definir el papel en ellas',
    'unirse a redes',
    'queremos acceder a fondos de cooperación',
    'la red de acueductos veredales',
    '¿cómo me uno a una red de ciudades?',
    '¿cuáles son los pasos para postular a un fondo?',
    'ver la red vial',
  ])('are no part of an answer or a question: %s', (text) => {
    expect(['begin', 'workflow']).not.toContain(read(text)?.type);
  });
});

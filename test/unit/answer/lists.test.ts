import { beforeAll, describe, expect, it } from 'vitest';
import { openKnowledge } from '../../../src/server/knowledge.ts';
import { TEST_DATA } from '../../support/app.ts';
import { answererOver } from './made-up.ts';

let knowledge: Awaited<ReturnType<typeof openKnowledge>>;

beforeAll(async () => {
  knowledge = await openKnowledge({ dataFolder: TEST_DATA });
});

const lines = async (question: string) => {
  const answer = await knowledge.answerer.answer({ text: question, language: 'es' });
  expect(answer.kind).toBe('answer');
  return answer.text.split('\n');
};

describe('the lists of the guide, asked for as lists', () => {
  it.each([
    '¿Cuáles son los pasos para postular a un fondo?',
    'pasos para acceder a fondos internacionales',
    '¿Cuáles son los diez pasos para postular a una convocatoria internacional?',
    'los pasos de la postulación a fondos de la CID',
  ])('«%s» gets the ten steps in their order, over all their passages', async (question) => {
    const numbers = (await lines(question)).flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, at) => String(at + 1)));
  });

  it.each([
    ['¿Cuáles son los 16 criterios?', 16],
    ['criterios cualitativos de los proyectos', 16],
    ['los dieciséis aspectos a definir de un proyecto', 16],
    ['¿Qué aspectos se deben definir de un proyecto?', 16],
    ['¿Cuáles son los seis enfoques?', 6],
    ['enfoques para la planificación', 6],
  ])('«%s» gets all %s', async (question, length) => {
    expect((await lines(question)).filter((line) => line.startsWith('- '))).toHaveLength(length);
  });

  it.each(['¿Cuáles son los pasos para entrar a una red de ciudades?', 'pasos para entrar a una red'])(
    '«%s» gets what the section tells, from its first step to its second',
    async (question) => {
      const text = (await lines(question)).join('\n');
      expect(text).toMatch(/conveniencia de la participación[\s\S]*- ¿Cuál es la misión[\s\S]*segundo paso/);
      expect(text).toMatch(/cuota de afiliación/);
    },
  );
});

describe('numbers of lists that stand together', () => {
  const section = ['Ferias', 'Pasos para abrir una feria'];
  const ask = async (texts: { text: string; section: string[] }[]) => {
    const { answerer } = answererOver(texts);
    const answer = await answerer.answer({
      text: '¿Cuáles son los pasos para abrir una feria?',
      language: 'es',
    });
    return [...answer.text.matchAll(/^(\d+)\. /gm)].map(([, number]) => number);
  };

  it('go on where a passage ends', async () => {
    expect(
      await ask([
        { text: '1. Pedir la plaza a la alcaldía.\n2. Llamar a los vecinos.', section },
        { text: '3. Poner los puestos en la plaza.\n4. Abrir la feria.', section },
      ]),
    ).toEqual(['1', '2', '3', '4']);
  });

  it('never stand twice', async () => {
    const numbers = await ask([
      { text: '1. Pedir la plaza a la alcaldía.\n2. Llamar a los vecinos.\n3. Abrir la feria.', section },
      { text: '3. Cerrar la feria.\n4. Limpiar la plaza.', section },
    ]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(['1', '2', '3']);
  });
});

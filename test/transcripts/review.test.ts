import { beforeAll, describe, expect, it } from 'vitest';
import { type Conversed, converse, transcript } from './play.ts';

/** A plan begun in a few messages, with a project and an indicator that lack things. */
const HALF = [
  'Quiero hacer el plan de acción internacional',
  'Somos Puerto Ceiba, Magdalena, municipio de 14 mil habitantes',
  'corta',
  'Título: Puerto Ceiba abre su ciénaga al mundo. Inicio: enero de 2027',
  'diciembre de 2028',
  'corregir inicio del plan a enero de 2029',
];

describe('the review of a half plan, and its gaps by their buttons', () => {
  const messages = [
    ...HALF,
    'revisar el plan',
    'Corregir: Fin del plan',
    'diciembre de 2030',
    'siguiente vacío',
    'conseguir fondos',
    'siguiente vacío',
    'saltar',
    'ver qué falta',
    'ver más vacíos',
    'Completar: Ejes estratégicos',
    'Ciénaga viva; Jóvenes al mundo; Pesca con valor',
    'sí',
    'seguir con el plan',
    '¿qué le falta al plan?',
    'Completar: Ejes estratégicos',
    'dejarlo igual',
  ];
  let told: Conversed;
  const at = (message: string, nth = 0) => {
    const found = messages.flatMap((text, i) => (text === message ? [i] : []))[nth];
    if (found === undefined) throw new Error(`«${message}» was not said`);
    return found;
  };
  beforeAll(async () => {
    told = await converse(messages);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(told.lines)).toMatchFileSnapshot('golden/review-gaps.txt');
  });

  it('opens with what contradicts, six gaps at most, each with its button', () => {
    const list = told.answers[at('revisar el plan')] ?? '';
    expect(list).toMatch(/\*\*Sin esto no se puede presentar\*\*\n- \*\*Fin del plan:\*\* El plan termina/);
    expect(list.match(/^- \*\*/gm)?.length).toBe(6);
    const buttons = told.choices[at('revisar el plan')] ?? [];
    expect(buttons[0]).toBe('Corregir: Fin del plan');
    expect(buttons.filter((one) => /^(Completar|Corregir): /.test(one))).toHaveLength(6);
    expect(buttons.slice(-2)).toEqual(['Ver más vacíos', 'Seguir con el plan']);
  });

  it('comes back from each gap to the question that waited, with the way to the next', () => {
    const question = '¿Para qué quiere su entidad actuar en el exterior?';
    for (const message of ['corregir inicio del plan a enero de 2029', 'diciembre de 2030'])
      expect((told.answers[at(message)] ?? '').split('\n\n').at(-1)).toContain(question);
    expect(told.choices[at('diciembre de 2030')]?.slice(0, 2)).toEqual(['Siguiente vacío', 'Ver qué falta']);
  });

  it('counts down, and lists no gap that was filled', () => {
    const left = (message: string) =>
      Number(/Quedan (\d+) vacíos/.exec(told.answers[at(message)] ?? '')?.[1]);
    expect(left('conseguir fondos')).toBeLessThan(left('diciembre de 2030'));
    expect(left('saltar')).toBe(left('conseguir fondos'));
    expect(told.answers[at('ver qué falta')]).not.toMatch(/Fin del plan:|Razones:/);
  });

  it('takes no button pressed late for an answer', () => {
    const late = told.answers[messages.lastIndexOf('Completar: Ejes estratégicos')] ?? '';
    expect(late).toMatch(/ya no es un vacío.*Ahora dice: Ciénaga viva/s);
  });

  it('keeps all that was told on the way', () => {
    const [plan] = told.plans;
    expect(plan).toMatchObject({ start: '2029-01', end: '2030-12' });
    expect(plan?.reasons?.map(({ id }) => id)).toEqual(['funds']);
    expect(plan?.strategy.axes).toHaveLength(3);
  });
});

describe('the last step with judgements of one’s own', () => {
  const steps = Array.from({ length: 13 }, () => 'saltar paso');
  const messages = [
    'Quiero hacer el plan de acción internacional de Puerto Ceiba, Magdalena',
    'completa',
    ...steps,
    '1 sí, 3 no, porque nadie nos ha invitado',
    'sí',
    'depende',
    'no',
    '1 sí, 2 sí, 3 aún no aplica',
    'saltar',
    'corregir transparencia',
    '2 sí',
    'ver plan',
    'qué le falta al plan',
    'saltar paso',
  ];
  let told: Conversed;
  beforeAll(async () => {
    told = await converse(messages);
  });
  const answer = (message: string) => told.answers[messages.lastIndexOf(message)] ?? '';

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(told.lines)).toMatchFileSnapshot('golden/review-judgements.txt');
  });

  it('opens with what the data tell and asks only what they leave open', () => {
    const opening = told.answers[messages.indexOf('1 sí, 3 no, porque nadie nos ha invitado') - 1] ?? '';
    expect(opening).toMatch(/Paso 14 de 14/);
    expect(opening).toMatch(/0 se cumplen, 29 faltan y 7 aún no aplican/);
    expect(opening).toMatch(/1\. ¿Se tuvieron en cuenta.*\n3\. ¿Se trabajó/);
    expect(opening).not.toMatch(/2\. ¿Se miraron/);
  });

  it('keeps each judgement with its reason, and the one against the data beside them', () => {
    const criteria = told.plans[0]?.review.criteria;
    expect(criteria?.['local-alignment-1']).toEqual({ verdict: 'met' });
    expect(criteria?.['local-alignment-3']).toEqual({ verdict: 'missing', note: 'nadie nos ha invitado' });
    expect(criteria?.['transparency-2']).toEqual({ verdict: 'met' });
    expect(criteria?.['efficiency-1']).toBeUndefined();
  });

  it('says what it did not understand and asks again, losing nothing', () => {
    expect(answer('depende')).toMatch(/No reconocí la respuesta.*«sí», «no» o «aún no aplica»/s);
  });
});

describe('the review in English', () => {
  const messages = [
    'english',
    'Start my plan',
    'We are Puerto Ceiba, Magdalena, a municipality',
    'short',
    'review the plan',
    'Fill in: Reasons',
    'attract funds',
    'next gap',
    'skip',
    'more gaps',
    'go on with the plan',
  ];
  let told: Conversed;
  beforeAll(async () => {
    told = await converse(messages);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(transcript(told.lines)).toMatchFileSnapshot('golden/review-en.txt');
  });

  it('has the same list, buttons and way back', () => {
    const list = told.answers[messages.indexOf('review the plan')] ?? '';
    expect(list).toMatch(/It cannot be presented without this/);
    expect(told.choices[messages.indexOf('review the plan')]).toContain('Fill in: Reasons');
    expect(told.choices[messages.indexOf('attract funds')]?.slice(0, 2)).toEqual([
      'Next gap',
      'See what is missing',
    ]);
    expect(told.plans[0]?.reasons?.map(({ id }) => id)).toEqual(['funds']);
  });
});

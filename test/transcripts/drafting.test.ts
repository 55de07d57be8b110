import { beforeAll, describe, expect, it } from 'vitest';
import { type Conversed, converse, transcript } from './play.ts';

/** A way into the plan, up to the profile, told in a few messages. */
const START = [
  'Empezar mi plan',
  'completa',
  'Monteverde, Nariño',
  'municipio',
  '9300',
  'sexta',
  'sí',
  '2024 a 2027',
  'saltar',
  'El sugerido',
  'enero de 2027 a diciembre de 2028',
  'Cooperación',
  'Compartir soluciones',
  'sí, la alcaldesa Rosa Pantoja',
  'ninguno',
  'saltar',
  'planeación',
];

describe('drafts of the first steps', () => {
  let talk: Conversed;
  const at = (message: string) => [...START, ...SAID].indexOf(message);
  const SAID = [
    'proponga',
    'Otra propuesta',
    'cámbiele «acto administrativo» por «decreto»',
    'Usar así',
    'deshacer',
    'me gusta',
    'Marta Erazo, secretaria de Planeación',
    'dos personas',
    'inglés básico',
    '90 millones',
    'no sé',
    'Un curso virtual de formulación de proyectos para las dos funcionarias.',
    'sugiérame algo',
    'saltar paso',
    'no sé qué áreas, deme una idea',
    'Agricultura y Educación',
    'saltar',
    'Saltar',
    'redáctelo usted',
    '¿Qué es una red de ciudades?',
    'sí',
  ];
  beforeAll(async () => {
    talk = await converse([...START, ...SAID]);
  });

  it('read as they did when a person last read them', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/drafting-first-steps.txt');
  });

  it('are saved with the official’s change, and taken back and given again', () => {
    expect(talk.answers[at('Usar así')]).toContain(
      '✔ **Sustento de la dependencia:** Se propone adoptar este plan por decreto',
    );
    expect(talk.answers[at('deshacer')]).toContain('**Borrador con su cambio**');
    expect(talk.plans[0]?.resources.legalBasis).toContain('por decreto de la alcaldía');
  });

  it('give way to the official’s own text', () => {
    expect(talk.answers[at('no sé')]).toMatch(/queda como «pendiente»[\s\S]*\*\*Borrador/);
    expect(talk.plans[0]?.resources.training).toBe(
      'Un curso virtual de formulación de proyectos para las dos funcionarias.',
    );
  });

  it('say what would let something be proposed', () => {
    expect(talk.answers[at('sugiérame algo')]).toMatch(/sé muy poco[\s\S]*«Necesidades»/);
  });

  it('wait while a question is answered', () => {
    const answer = talk.answers[at('¿Qué es una red de ciudades?')];
    expect(answer).toMatch(/\[1\\\][\s\S]*\*\*Borrador/);
    expect(talk.plans[0]?.transversality.coordinatingBody).toContain('presidido por la alcaldesa');
  });
});

describe('drafts of the profile and the strategy', () => {
  let talk: Conversed;
  const SAID = [
    ...START,
    'saltar paso',
    'saltar paso',
    'saltar paso',
    'Proponga un borrador',
    'Usar así',
    'saltar paso',
    'una visita de Ibarra en 2023',
    'proponga',
    'Usar así',
    'café especial, cercanía con Ecuador',
    'agua potable, empleo joven',
    'Proponga un borrador',
    'Usar así',
    'saltar',
    'no sé',
    'Usar así',
    'Proponga un borrador',
    'La escribo yo',
    'El precio del café y el mal estado de la vía',
    'no sé',
    'Usar así',
    'saltar paso',
    'saltar paso',
    'proponga',
    'otra',
    'Usar así',
    'proponga',
    'Usar así',
    'Sí, así están',
    'Proponga un borrador',
    'Usar así',
    'Proponga un borrador',
    'Usar así',
  ];
  beforeAll(async () => {
    talk = await converse(SAID);
  });

  it('read as they did when a person last read them', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/drafting-strategy.txt');
  });

  it('make a strategy out of what was told before', () => {
    const [plan] = talk.plans;
    expect(plan?.governance.stakeholders?.length).toBeGreaterThan(4);
    expect(plan?.governance.stakeholders?.every(({ sector }) => sector !== undefined)).toBe(true);
    expect(plan?.strategy.vision).toMatch(/Monteverde.*agua potable y empleo joven/);
    expect(plan?.strategy.axes?.map(({ name }) => name)).toEqual([
      'Agua potable',
      'Empleo juvenil',
      'Producción local',
      'Integración con los vecinos',
    ]);
    expect(plan?.strategy.axes?.[0]?.challengeQuestion).toMatch(/^¿Cómo .*\?$/);
    expect(plan?.strategy.axes?.[0]?.challenge).toContain('agua potable');
  });

  it('come with the guide’s own words where networks are proposed', () => {
    const shown = talk.answers.find((answer) => /Borrador.*Escenarios donde incidir/.test(answer));
    expect(shown).toMatch(/\[1\\\][\s\S]*Mercociudades/);
  });
});

describe('drafts in English', () => {
  let talk: Conversed;
  beforeAll(async () => {
    talk = await converse([
      'in English please',
      'Start my plan',
      'full',
      'Monteverde, Nariño',
      'Municipality',
      '9300',
      'skip step',
      'Cooperation',
      'Share solutions',
      'skip step',
      'Planning office',
      'draft it for me',
      'another one',
      'change an administrative act to a decree',
      'Use it',
      'skip',
      'two people',
      'skip',
      'skip',
      "I don't know",
      'looks good',
      'suggest something',
    ]);
  });

  it('read as they did when a person last read them', async () => {
    await expect(transcript(talk.lines)).toMatchFileSnapshot('golden/drafting-english.txt');
  });

  it('are in English, changed and saved', () => {
    expect(talk.plans[0]?.resources.legalBasis).toMatch(
      /^We propose to adopt this plan by a decree of the town hall/,
    );
    expect(talk.plans[0]?.resources.training).toContain('The team of the Planning office');
  });
});

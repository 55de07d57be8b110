import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle, restate, reword } from '../../../src/guide/engine.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { initialState } from '../../../src/guide/state.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import { planOf } from '../drafts/plans.ts';
import { texts } from '../steps/plan.ts';

let turn: Turn;
const host = { texts: texts.es, today: '2026-11-21' };

/** Stands at a question of a plan. */
function at(key: string, plan: Plan = planOf('coffee')) {
  const state = { ...initialState('guide'), route: 'full' as const, current: key, shownStep: 'strategy' };
  turn = restate(guide, { ...host, plan, state });
}
/** Says something; a draft asked for is put as its pattern has it, as a host without a model does. */
function say(text: string) {
  turn = handle(guide, { ...host, plan: turn.plan, state: turn.state }, text);
  if (turn.outputs.some((o) => o.type === 'request' && o.request.type === 'draft')) put();
}
function put(words?: string) {
  const session = { ...host, plan: turn.plan, state: turn.state };
  const next = words === undefined ? restate(guide, session) : reword(guide, session, words);
  turn = { ...next, outputs: [...turn.outputs, ...next.outputs] };
}
const heard = () => turn.outputs.map((o) => ('text' in o ? o.text : '')).join('\n');
const buttons = () => {
  const last = turn.outputs.at(-1);
  return (last && 'choices' in last ? (last.choices ?? []) : []).map(({ label }) => label);
};
const request = () => turn.outputs.flatMap((o) => (o.type === 'request' ? [o.request] : []));

describe('a question with a draft', () => {
  beforeEach(() => at('strategy.vision'));

  it('has a button for it', () => expect(buttons()).toContain('Proponga un borrador'));

  it('shows the draft marked as one, with what can be done with it, and saves nothing', () => {
    const before = turn.plan;
    say('Proponga un borrador');
    expect(heard()).toMatch(/\*\*Borrador, a partir de lo que usted ya me contó\*\* · Visión\n\nEn 2028,/);
    expect(buttons()).toEqual(['Usar así', 'Otra propuesta', 'La escribo yo', 'Saltar']);
    expect(turn.plan).toBe(before);
    expect(turn.state.pending).toMatchObject({ kind: 'draft', key: 'strategy.vision', at: 0, by: 'pattern' });
  });

  it('hands the host the pattern and the plan in plain words, and nothing else', () => {
    say('redáctelo usted');
    const [asked] = request();
    expect(asked).toMatchObject({ type: 'draft', label: 'Visión', ask: expect.stringContaining('¿') });
    expect(asked?.type === 'draft' && asked.facts).toContain(
      'Necesidades: Agua potable y Empleo para los jóvenes',
    );
  });

  it.each(['Usar así', 'sí', 'úselo así', 'de acuerdo', 'me gusta'])('«%s» uses it', (yes) => {
    say('proponga');
    say(yes);
    expect(turn.plan.strategy.vision).toMatch(/^En 2028, el municipio de Monteverde/);
    expect(turn.state.pending).toBeUndefined();
    expect(heard()).toContain('✔ **Visión:**');
  });

  it('gives another, and says when there is none left', () => {
    say('proponga');
    say('Otra propuesta');
    expect(heard()).toContain('relaciones internacionales estables');
    say('otra');
    say('otra');
    expect(heard()).toMatch(/No tengo otra propuesta[\s\S]*socio confiable/);
    expect(buttons()).not.toContain('Otra propuesta');
  });

  it('changes words of it, marks it as changed, and saves it so', () => {
    say('proponga');
    say('cámbiele «la ciudadanía» por «cada vereda»');
    expect(heard()).toContain('**Borrador con su cambio** · Visión');
    expect(turn.state.pending).toMatchObject({ by: 'official' });
    say('Usar así');
    expect(turn.plan.strategy.vision).toContain('resultados que cada vereda pueda comprobar');
  });

  it('takes a text of their own in its place', () => {
    say('proponga');
    say('En 2028 tendremos dos socios en Portugal que compran nuestro café.');
    expect(turn.plan.strategy.vision).toBe(
      'En 2028 tendremos dos socios en Portugal que compran nuestro café.',
    );
  });

  it.each(['La escribo yo', 'no'])('«%s» leaves it and asks again', (no) => {
    say('proponga');
    say(no);
    expect(turn.plan.strategy.vision).toBeUndefined();
    expect(heard()).toMatch(/escríbala con sus palabras[\s\S]*¿Cómo quiere que sea/);
  });

  it('is taken back whole with «deshacer», draft and all', () => {
    say('proponga');
    const before = turn.plan;
    say('Usar así');
    say('deshacer');
    expect(turn.plan).toEqual(before);
    expect(turn.state.pending).toMatchObject({ kind: 'draft' });
  });

  it('keeps each proposal apart: a late button under the first is not taken for the second', () => {
    say('proponga');
    const first = turn.outputs.at(-1);
    say('otra');
    const key = first?.type === 'ask' ? first.field : undefined;
    expect(key).toBe('strategy.vision.draft-1');
    turn = handle(guide, { ...host, plan: turn.plan, state: turn.state }, 'Usar así', key);
    expect(turn.plan.strategy.vision).toBeUndefined();
    expect(heard()).toContain('relaciones internacionales estables');
  });

  it('waits while a question is answered and help is given', () => {
    say('proponga');
    say('¿Qué es una red de ciudades?');
    expect(request()[0]?.type).toBe('answer');
    expect(heard()).toContain('**Borrador');
    say('ayuda');
    expect(heard()).toContain('**Borrador');
  });
});

it('has no button for a draft that stands on a button of its own', () => {
  at('communication.external.frequency');
  expect(buttons()).not.toContain('Proponga un borrador');
  say('no sé');
  expect(heard()).toMatch(/Borrador[\s\S]*Cada mes/);
});

describe('«no sé»', () => {
  it('leaves the question pending and offers the draft', () => {
    at('strategy.vision');
    say('no sé');
    expect(turn.state.skipped).toContain('strategy.vision');
    expect(heard()).toMatch(/queda como «pendiente»[\s\S]*\*\*Borrador/);
    say('sí');
    expect(turn.plan.strategy.vision).toBeDefined();
    expect(turn.state.skipped).not.toContain('strategy.vision');
  });

  it.each(['no sé', 'saltar', 'sigamos'])('goes on with «%s» after it', (on) => {
    at('strategy.vision');
    say('no sé');
    say(on);
    expect(turn.state.pending).toBeUndefined();
    expect(turn.state.current).not.toBe('strategy.vision');
    expect(turn.state.skipped).toContain('strategy.vision');
  });

  it('puts off a question that only the official can answer, as ever', () => {
    at('profile.positioning.positioning-q2');
    say('no sé');
    expect(heard()).toContain('queda como «pendiente»');
    expect(heard()).not.toContain('Borrador');
  });
});

describe('where too little is known', () => {
  it('names the answers that would let it propose', () => {
    const { profile: _profile, projects: _projects, strategy: _strategy, ...rest } = planOf('coffee');
    at('strategy.axes', { ...rest, profile: {}, strategy: {} });
    expect(buttons()).not.toContain('Proponga un borrador');
    say('proponga');
    expect(heard()).toMatch(/sé muy poco[\s\S]*«Oportunidades»; «Necesidades»/);
  });

  it('says that only the official knows, with the example', () => {
    at('alignment.lifePlans');
    say('sugiérame algo');
    expect(heard()).toMatch(/solo usted conoce[\s\S]*Plan de vida del resguardo/);
  });
});

describe('a list', () => {
  it('is shown a line for each part, and joins what is there', () => {
    at('governance.stakeholders');
    say('proponga');
    expect(heard()).toMatch(/\n- Consulados de los países vecinos\n- Cancillería y APC-Colombia/);
    say('Usar así');
    const now = turn.plan.governance.stakeholders ?? [];
    expect(now.map(({ name }) => name)).toContain('cooperativa de caficultores');
    expect(now.find(({ name }) => name === 'Concejo municipal')?.sector).toBe('local-government');
  });

  it('of risks keeps each with its measure', () => {
    at('projects.project-1.risks');
    say('deme una idea');
    say('Usar así');
    expect(turn.plan.projects?.[0]?.risks?.[0]).toMatchObject({
      risk: 'Que los precios o la demanda cambien',
      mitigation: 'Buscar varios compradores y acordar condiciones por escrito',
    });
  });
});

describe('a model’s words', () => {
  beforeEach(() => {
    at('strategy.vision');
    turn = handle(guide, { ...host, plan: turn.plan, state: turn.state }, 'proponga');
  });

  it('stand in the place of the pattern, marked as a model’s', () => {
    put('En 2028 Monteverde venderá su café con aliados del Ecuador.');
    expect(heard()).toContain('redactado con un modelo de lenguaje');
    say('Usar así');
    expect(turn.plan.strategy.vision).toBe('En 2028 Monteverde venderá su café con aliados del Ecuador.');
  });

  it('that the field cannot read leave the pattern', () => {
    put('…');
    expect(turn.state.pending).toMatchObject({ by: 'pattern', value: expect.stringMatching(/^En 2028,/) });
  });
});

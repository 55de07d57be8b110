import { beforeEach, describe, expect, it } from 'vitest';
import { funds } from '../../../dialogs/workflows/funds/index.ts';
import { network } from '../../../dialogs/workflows/network.ts';
import { isGroup, type Workflow } from '../../../src/guide/definition.ts';
import { amend, goBack, handle, start, tellSummary } from '../../../src/guide/engine.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { texts } from '../steps/plan.ts';

const words = { texts: texts.es, today: '2026-11-21' };
const plan = Plan.parse({
  ...emptyPlan('p1'),
  entity: { name: 'Ipiales' },
  profile: { needs: ['agua potable', 'empleo joven'] },
  projects: [{ id: 'project-1', name: 'Agua para todos', responsible: { name: 'Ana Ruiz' } }],
});
let turn: Turn;
let workflow: Workflow;

function begin(which: Workflow, of: Plan = emptyPlan('p1')): void {
  workflow = which;
  turn = start(workflow, { plan: of, ...words });
}
function say(...messages: string[]): string {
  for (const message of messages) turn = handle(workflow, { ...turn, ...words }, message);
  return told();
}
const told = () =>
  turn.outputs.map((o) => (o.type === 'request' ? `<${o.request.type}>` : o.text)).join('\n');
const choices = () => {
  const last = turn.outputs.at(-1);
  return last?.type === 'ask' ? (last.choices ?? []).map(({ value }) => value) : [];
};
const answers = () => turn.state.answers ?? {};

describe('a workflow of several steps beside the plan', () => {
  beforeEach(() => begin(funds));

  it('has headings, says what stays pending and how far it has come', () => {
    expect(told()).toContain('Paso 1 de 10 · Interés y responsable');
    expect(say('saltar')).toContain('Queda pendiente: **Entidad que postula**');
    expect(say('progreso')).toContain('Lleva 0 de');
    expect(say('¿qué me falta?')).toMatch(/datos importantes:[\s\S]*Costo total/);
    expect(say('ayuda')).toContain('lo que llevaba queda guardado');
  });

  it('stands where it was left when it is gone back to', () => {
    say('Ipiales', 'queremos crecer', 'cancelar');
    expect(turn.state.status).toBe('left');
    turn = goBack(funds, { ...turn, ...words }, false);
    expect(told()).toMatch(/Lleva 2 de[\s\S]*¿Quién responde/);
    expect(answers()).toMatchObject({ 'funds.entity': 'Ipiales', 'funds.interest': 'queremos crecer' });
  });

  it('asks whether to go on or begin anew when it is begun again, and beginning anew can be undone', () => {
    say('Ipiales', 'cancelar');
    turn = goBack(funds, { ...turn, ...words }, true);
    expect(choices()).toEqual(['Continuar', 'Empezar otra vez']);
    expect(say('cualquier cosa')).toContain('¿Continuamos o lo hacemos otra vez');
    say('Empezar otra vez');
    expect(answers()).toEqual({});
    say('deshacer');
    expect(answers()).toEqual({ 'funds.entity': 'Ipiales' });
  });

  it('asks what was put off when one that ended is gone on with', () => {
    begin(network);
    say('ICLEI', 'unir ciudades', 'sí', 'sí', 'no', 'de todo', 'sí', 'poco', 'ninguna', 'no sé');
    say('sí', 'sí', 'Ana', 'una carta');
    expect(told()).toContain('<outcome>');
    turn = goBack(network, { ...turn, ...words }, false);
    expect(told()).toContain('¿Su entidad tiene recursos económicos');
  });

  it('tells how it stands', () => {
    say('Ipiales');
    expect(tellSummary(funds, { ...turn, ...words })).toMatch(/hasta ahora[\s\S]*Ipiales/);
  });

  it('takes back its last answer', () => {
    say('Ipiales', 'queremos crecer', 'deshacer');
    expect(answers()).toEqual({ 'funds.entity': 'Ipiales' });
    expect(told()).toContain('¿Por qué le interesa');
  });

  it('puts the question that waited again after a correction', () => {
    expect(say('Ipiales', 'queremos crecer', 'no, era porque queremos agua')).toMatch(
      /Cambié \*\*Interés\*\*[\s\S]*¿Quién responde/,
    );
  });

  it('takes a «no, …» for the answer of the question that waits', () => {
    begin(network);
    say('ICLEI', 'unir ciudades', 'sí', 'sí', 'no, ninguna otra');
    expect(answers()).toMatchObject({ 'network.purpose': 'unir ciudades', 'network.other': 'no' });
  });

  it('saves an answer and looks up the question that came with it', () => {
    expect(say('Ipiales', 'por el agua. ¿Qué es la ENCI?')).toContain('<answer>');
    expect(answers()).toMatchObject({ 'funds.interest': 'por el agua' });
  });

  it('offers its answers for correction by buttons that it reads, whatever they are called', () => {
    say('Ipiales', 'queremos crecer', 'corregir');
    expect(choices()).toContain('corregir Interés');
    expect(say('corregir Interés')).toContain('Volvamos a **Interés**');
  });
});

describe('a list of the workflow itself', () => {
  beforeEach(() => {
    begin(funds);
    for (const _ of [1, 2, 3, 4, 5, 6]) say('saltar paso');
    say(
      'Llevar agua',
      'instalar plantas; formar comités',
      '4 plantas',
      'Obras',
      'junio de 2028',
      '10 comités',
    );
  });

  it('asks for what belongs to each of its elements', () => {
    expect(answers()).toMatchObject({
      'funds.specific': [
        { id: 'objective-1', name: 'instalar plantas' },
        { id: 'objective-2', name: 'formar comités' },
      ],
      'funds.specific.objective-1.goal': '4 plantas',
      'funds.specific.objective-1.period': { end: '2028-06' },
      'funds.specific.objective-2.goal': '10 comités',
    });
    expect(turn.patch).toEqual([]);
  });

  it('drops what was told of an element that is gone, and keeps the rest', () => {
    say('corregir objetivos específicos', 'formar comités');
    expect(answers()['funds.specific']).toEqual([{ id: 'objective-2', name: 'formar comités' }]);
    expect(Object.keys(answers())).not.toContain('funds.specific.objective-1.goal');
    expect(answers()['funds.specific.objective-2.goal']).toBe('10 comités');
  });

  it('renames an element with what was told of it', () => {
    expect(say('cambie el objetivo formar comités por capacitar comités')).toContain('capacitar comités');
    expect(answers()).toMatchObject({
      'funds.specific': [{ id: 'objective-1' }, { id: 'objective-2', name: 'capacitar comités' }],
      'funds.specific.objective-2.goal': '10 comités',
    });
  });
});

describe('what the plan proposes', () => {
  beforeEach(() => begin(funds, plan));

  it.each(['sí', 'Usar lo del plan', 'sí, ese'])('is taken with «%s»', (words) => {
    say('ninguno');
    expect(told()).toContain('Su plan dice: «Ipiales»');
    expect(say(words)).toContain('✔ **Entidad que postula:** Ipiales');
  });

  it('gives way to another answer, or to none', () => {
    say('ninguno');
    expect(say('no')).toContain('Escriba entonces su respuesta');
    say('Alcaldía de Ipiales');
    expect(answers()).toMatchObject({ 'funds.entity': 'Alcaldía de Ipiales' });
  });

  it('is chosen by name or number where there are several; a yes chooses none', () => {
    say('ninguno', 'sí', 'saltar paso', 'saltar paso');
    expect(choices().slice(0, 2)).toEqual(['agua potable', 'empleo joven']);
    expect(say('sí')).toContain('¿Cuál de estas?');
    say('la segunda');
    expect(answers()).toMatchObject({ 'funds.need': 'empleo joven' });
  });

  it('comes from the project that was chosen', () => {
    say('Agua para todos', 'sí', 'saltar');
    expect(told()).toContain('Su plan dice: «Ana Ruiz»');
  });
});

describe('what is given to the plan', () => {
  const toTheEnd = (of: Plan = emptyPlan('p1')) => {
    begin(network, of);
    say('ICLEI', 'unir ciudades', 'sí', 'sí');
    if (of.projects) say('ninguno');
    say('no', 'de todo', 'sí', 'poco', 'ninguna', 'sí', 'sí', 'sí', 'Ana', 'una carta');
  };

  it('waits for a yes', () => {
    toTheEnd();
    expect(told()).toMatch(/<outcome>[\s\S]*¿Cuáles anoto en el plan\?/);
    expect(turn.plan).toEqual(emptyPlan('p1'));
    expect(say('No anotar')).toContain('No anoté nada');
    expect(turn.plan).toEqual(emptyPlan('p1'));
    expect(turn.state.status).toBe('done');
  });

  it('is written item by item and can be undone', () => {
    toTheEnd();
    expect(say('Actores')).toMatch(/Anotado[\s\S]*ICLEI[\s\S]*Hay un dato/);
    expect(turn.plan.governance.stakeholders).toMatchObject([{ name: 'ICLEI' }]);
    expect(turn.plan.projects).toBeUndefined();
    say('deshacer');
    expect(turn.plan.governance.stakeholders).toBeUndefined();
  });

  it('is not offered where the plan has it', () => {
    const stakeholders = [{ id: 'stakeholder-1', name: 'Iclei' }];
    toTheEnd(Plan.parse({ ...plan, governance: { stakeholders } }));
    expect(told()).toContain('Hay un dato');
    expect(told()).not.toContain('**Actores:**');
  });

  it('is offered again, with a new outcome, after a correction', () => {
    toTheEnd();
    expect(say('no, era una cuota')).toMatch(
      /Cambié \*\*Forma de vinculación[\s\S]*<outcome>[\s\S]*¿Cuáles anoto/,
    );
    say('No anotar');
    expect(amend(network, { ...turn, ...words }, 'perdón, era una carta')?.state.answers).toMatchObject({
      'network.joining': 'letter',
    });
    expect(amend(network, { ...turn, ...words }, 'no, gracias')).toBeUndefined();
  });
});

describe('the texts of the workflows of several steps', () => {
  it.each(['es', 'en'] as const)('are all there in %s', (language) => {
    const missing = [funds, network].flatMap(({ id, steps }) => {
      const fields = steps.flatMap(({ entries }) =>
        entries.flatMap((entry) => (isGroup(entry) ? entry.fields : [entry])),
      );
      const own = ['start', 'back', 'left', 'none', 'resume', 'begin', 'about'];
      return [
        ...own,
        ...steps.flatMap((step) =>
          ['title', 'intro', 'why', 'example'].map((part) => `step.${step.id}.${part}`),
        ),
        ...fields.flatMap((one) => ['label', 'ask', 'help'].map((part) => `field.${one.id}.${part}`)),
      ]
        .map((key) => `${id}.${key}`)
        .filter((key) => !texts[language].has(key));
    });
    expect(missing).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { handle, start } from '../../../src/guide/engine.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { Plan } from '../../../src/plan/schema.ts';
import { plainPlan, texts } from './plan.ts';

const host = { texts: texts.es, today: '2026-11-21' };
let turn: Turn;

/** Two projects under an axis, an indicator of one of them and one that both share, and a progress recorded. */
function fullPlan(): Plan {
  return Plan.parse({
    ...plainPlan(),
    projects: [
      {
        id: 'project-1',
        name: 'Ruta de aves',
        axis: 'axis-1',
        objective: 'objective-1',
        partners: ['Comité de ferias'],
        milestones: [{ id: 'milestone-1', name: 'Convenio firmado' }],
        risks: [{ id: 'risk-1', risk: 'Que el socio se retire' }],
        indicators: ['indicator-1', 'indicator-2'],
      },
      {
        id: 'project-2',
        name: 'Ferias del queso',
        axis: 'axis-1',
        milestones: [{ id: 'milestone-1', name: 'Convenio de ferias' }],
        indicators: ['indicator-2'],
      },
    ],
    indicators: [
      { id: 'indicator-1', name: 'Guías certificados' },
      { id: 'indicator-2', name: 'Convenios firmados' },
    ],
    profile: { needs: ['agua potable', 'empleo joven'] },
    followUp: {
      progress: [
        {
          id: 'progress-1',
          date: '2026-11-01',
          subject: 'Convenio firmado',
          note: 'Se envió el borrador',
          project: 'project-1',
          milestone: 'milestone-1',
        },
      ],
    },
  });
}

beforeEach(() => {
  turn = start(guide, { ...host, plan: fullPlan() });
  say('completa');
});

function say(...messages: string[]): string {
  for (const message of messages) turn = handle(guide, { ...host, ...turn }, message);
  return turn.outputs.map((o) => (o.type === 'request' ? `<${o.request.type}>` : o.text)).join('\n');
}
const names = (list: { name: string }[] | undefined) => (list ?? []).map(({ name }) => name);

describe('deleting a project', () => {
  it('says what goes with it, and does nothing until it is confirmed', () => {
    const asked = say('borrar el proyecto Ruta de aves');
    expect(asked).toContain('¿Borro el proyecto **Ruta de aves**?');
    expect(asked).toContain('Se borra también un hito y un riesgo.');
    expect(asked).toContain('«Guías certificados»');
    expect(asked).not.toContain('«Convenios firmados»');
    expect(names(turn.plan.projects)).toEqual(['Ruta de aves', 'Ferias del queso']);
  });

  it('takes its own indicator along and leaves the shared one, and what was recorded stays in words', () => {
    say('borrar el proyecto Ruta de aves', 'Sí, borrar');
    expect(names(turn.plan.projects)).toEqual(['Ferias del queso']);
    expect(names(turn.plan.indicators)).toEqual(['Convenios firmados']);
    expect(turn.plan.followUp.progress).toEqual([
      { id: 'progress-1', date: '2026-11-01', subject: 'Convenio firmado', note: 'Se envió el borrador' },
    ]);
  });

  it('is taken back whole by «deshacer», which does not ask again', () => {
    const before = turn.plan;
    say('elimine el proyecto 1', 'sí');
    const undone = say('deshacer');
    expect(turn.plan).toEqual(before);
    expect(undone).not.toContain('¿Borro');
    expect(turn.state.pending).toBeUndefined();
  });

  it.each(['no', 'No, dejarlo', 'deshacer'])('is left by «%s»', (answer) => {
    const before = turn.plan;
    expect(say('borrar el proyecto Ruta de aves', answer)).toContain('no borré nada');
    expect(turn.plan).toEqual(before);
  });

  it('forgets what was put off, so that a new project is asked all', () => {
    say('vamos al proyecto Ferias del queso', 'siguiente proyecto');
    expect(turn.state.skipped.some((key) => key.startsWith('projects.project-2.'))).toBe(true);
    say('borrar el proyecto Ferias del queso', 'sí', 'agregue otro proyecto: Intercambio');
    expect(turn.plan.projects?.at(-1)).toMatchObject({ id: 'project-2', name: 'Intercambio' });
    expect(turn.state.skipped.some((key) => key.startsWith('projects.project-2.'))).toBe(false);
    expect(turn.state.current).toBe('projects.project-2.axis');
  });
});

describe('deleting anything else', () => {
  it('an axis leaves its projects without axis and objective, and says so', () => {
    expect(say('quitar el eje Aves del mundo')).toContain(
      '«Ruta de aves» y «Ferias del queso» quedan sin eje',
    );
    say('sí');
    expect(names(turn.plan.strategy.axes)).toEqual(['Queso con origen']);
    expect(turn.plan.projects?.map(({ axis, objective }) => [axis, objective])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('an indicator is taken from the projects that it measures', () => {
    expect(say('borrar el indicador Convenios firmados')).toContain('dejan de usarlo');
    say('sí');
    expect(turn.plan.projects?.map(({ indicators }) => indicators)).toEqual([['indicator-1'], []]);
  });

  it('a risk, to which nothing refers, goes at once', () => {
    expect(say('quite el riesgo 1')).toContain('✔ Borré el riesgo');
    expect(turn.plan.projects?.[0]?.risks).toEqual([]);
  });

  it('a stakeholder without its kind named, telling where else it is', () => {
    expect(say('quite al comité de ferias')).toContain('entre los socios o actores de «Ruta de aves»');
    say('sí');
    expect(turn.plan.governance.stakeholders).toEqual([]);
  });

  it('a statement out of a list', () => {
    say('quite agua potable de las necesidades');
    expect(turn.plan.profile.needs).toEqual(['empleo joven']);
  });

  it('asks which of several', () => {
    say('borrar el hito convenio');
    const last = turn.outputs.at(-1);
    const offered = last?.type === 'ask' ? (last.choices ?? []).map(({ value }) => value) : [];
    expect(offered).toEqual([
      'borrar el hito Convenio firmado (Ruta de aves)',
      'borrar el hito Convenio de ferias (Ferias del queso)',
    ]);
    say(offered[1] ?? '');
    expect(turn.plan.projects?.map(({ milestones }) => milestones?.length)).toEqual([1, 0]);
  });

  it('names what there is when there is none of that name', () => {
    const said = say('borrar el hito puente');
    expect(said).toContain('No encontré el hito «puente»');
    expect(said).toContain('Convenio de ferias');
  });

  it('takes an answer that begins with such a verb for an answer', () => {
    say('corregir necesidades', 'eliminar el riesgo de inundación');
    expect(turn.plan.profile.needs).toEqual(['eliminar el riesgo de inundación']);
    say('corregir necesidades', 'quitar barreras al comercio');
    expect(turn.plan.profile.needs).toEqual(['quitar barreras al comercio']);
  });
});

describe('the other orders', () => {
  it('list what there is, with what is pending of each project', () => {
    const said = say('ver proyectos');
    expect(said).toMatch(/1\. Ruta de aves · \d+ datos pendientes\n2\. Ferias del queso · \d+ datos/);
  });

  it('rename in its place, and refuse the name of another', () => {
    expect(say('cambie el nombre del proyecto Ruta de aves a Ferias del queso')).toContain(
      'Ya tiene el proyecto',
    );
    say('cambie el nombre del proyecto Ruta de aves a Aves de montaña');
    expect(turn.plan.projects?.[0]).toMatchObject({
      id: 'project-1',
      name: 'Aves de montaña',
      axis: 'axis-1',
    });
  });

  it('go on to the next project, putting off what is open of this one', () => {
    say('vamos al proyecto 1');
    expect(turn.state.current).toBe('projects.project-1.dimension');
    expect(say('pasemos al siguiente proyecto')).toContain(
      'preguntas pendientes en el proyecto **Ruta de aves**',
    );
    expect(turn.state.current).toBe('projects.project-2.objective');
    expect(say('siguiente proyecto')).toContain('¿Quiere agregar otro proyecto?');
    say('sí', 'Intercambio juvenil');
    expect(names(turn.plan.projects)).toEqual(['Ruta de aves', 'Ferias del queso', 'Intercambio juvenil']);
    expect(turn.state.current).toBe('projects.project-3.axis');
  });

  it('add to the project that is named', () => {
    say('agregue el hito primer curso en julio de 2027 al proyecto Ferias del queso');
    expect(turn.plan.projects?.[1]?.milestones?.map(({ name, date }) => [name, date])).toEqual([
      ['Convenio de ferias', undefined],
      ['primer curso', '2027-07'],
    ]);
    expect(say('agregue el riesgo lluvia')).toContain('al proyecto');
  });
});

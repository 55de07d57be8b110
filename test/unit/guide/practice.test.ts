import { beforeEach, describe, expect, it } from 'vitest';
import { practice } from '../../../dialogs/workflows/practice.ts';
import { isGroup } from '../../../src/guide/definition.ts';
import { amend, answersPlainly, handle, start } from '../../../src/guide/engine.ts';
import { guideList } from '../../../src/guide/lists.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { emptyPlan, Plan } from '../../../src/plan/schema.ts';
import { CRITERIA } from '../../../src/plan/terms.ts';
import { texts } from '../steps/plan.ts';

const words = { texts: texts.es, today: '2026-11-21' };
let turn: Turn;
beforeEach(() => {
  turn = start(practice, { plan: emptyPlan('p1'), ...words });
});
const told = () =>
  turn.outputs.map((o) => (o.type === 'request' ? `<${o.request.type}>` : o.text)).join('\n');
function say(...messages: string[]): string {
  for (const message of messages) turn = handle(practice, { ...turn, ...words }, message);
  return told();
}
const answers = () => turn.state.answers ?? {};
const ABOUT = ['Feria de Tulcán', 'una feria de cultura', '2024', 'Tulcán'];
const full = (...messages: string[]) => say(...ABOUT, 'completa', ...messages);
const verdicts = (criterion: string) =>
  (answers()[`practice.full.${criterion}`] as { verdicts: string[] } | undefined)?.verdicts;

describe('the criteria of a practice', () => {
  it('asks for sixteen answers on the quick route, and for three questions a criterion on the full one', () => {
    say(...ABOUT, 'rápida');
    expect(told()).toContain('Criterio 1 de 16');
    expect(told()).not.toContain('\n2. ');
    say(...Array.from({ length: 15 }, () => 'sí'));
    expect(told()).toContain('Criterio 16 de 16');
    turn = start(practice, { plan: emptyPlan('p1'), ...words });
    expect(full()).toMatch(/\n1\. ¿[\s\S]*\n3\. ¿/);
  });

  it.each(['ruta rápida', 'la corta', 'opción rápida'])(
    'takes «%s» for its own route, not the plan’s',
    (text) => {
      say(...ABOUT);
      expect(answersPlainly(practice, { ...turn, ...words }, text)).toBe(true);
      say(text);
      expect(answers()['practice.route']).toBe('quick');
    },
  );

  it('takes «no, no, no sé» for three answers: nothing is put off and nothing taken back', () => {
    full('sí a todo', 'no, no, no sé');
    expect(verdicts('planning')).toEqual(['yes', 'yes', 'yes']);
    expect(verdicts('local-alignment')).toEqual(['no', 'no', 'pending']);
    expect(told()).toContain('Criterio 3 de 16');
  });

  it('leaves a criterion pending with «no sé», and says so', () => {
    expect(full('no sé')).toMatch(/Planificación\*\* queda como «pendiente»[\s\S]*Criterio 2 de 16/);
    expect(verdicts('planning')).toBeUndefined();
  });

  it('takes back the last answer and puts the same question again', () => {
    full('sí a todo');
    expect(say('no, era sí a todo menos la 3')).toMatch(
      /Cambié \*\*Planificación\*\*[\s\S]*Criterio 2 de 16/,
    );
    expect(verdicts('planning')).toEqual(['yes', 'yes', 'no']);
  });

  it('undoes an answer', () => {
    full('sí a todo', 'no a todo');
    expect(say('deshacer')).toMatch(/Listo[\s\S]*Criterio 2 de 16/);
    expect(verdicts('local-alignment')).toBeUndefined();
    expect(verdicts('planning')).toEqual(['yes', 'yes', 'yes']);
  });

  it('corrects a criterion by its name or its number, and returns', () => {
    full('sí a todo', 'sí a todo', 'sí a todo');
    expect(say('corregir alineación estratégica', 'no a todo')).toMatch(/Cambié[\s\S]*Criterio 4 de 16/);
    expect(verdicts('local-alignment')).toEqual(['no', 'no', 'no']);
    say('corregir criterio 1', '1 no, 2 sí, 3 sí');
    expect(verdicts('planning')).toEqual(['no', 'yes', 'yes']);
  });

  it('is interrupted by a question and goes on', () => {
    expect(full('¿qué son los ODS?')).toMatch(
      /<answer>[\s\S]*Sigamos con la evaluación[\s\S]*Criterio 1 de 16/,
    );
  });

  it('says how far it has come', () => {
    expect(full('sí', '¿cuánto falta?')).toMatch(/paso 2 de 3[\s\S]*Criterio 2 de 16/);
  });

  it('says what was wrong with an answer and keeps the question', () => {
    expect(full('sí, no')).toMatch(/Recibí 2 respuestas y las preguntas son 3[\s\S]*Criterio 1 de 16/);
    expect(say('no me acuerdo de los detalles ahora mismo', 'hola')).not.toContain('✔');
  });
});

describe('a practice that is a project of the plan', () => {
  it('is on offer by name, and what the plan knows of it is not asked again', () => {
    const plan = Plan.parse({
      ...emptyPlan('p1'),
      projects: [
        { id: 'project-1', name: 'Ruta de aves', object: 'Formar guías', start: '2023', partners: ['ICLEI'] },
      ],
    });
    turn = start(practice, { plan, ...words });
    const asked = turn.outputs.at(-1);
    expect(asked?.type === 'ask' && asked.choices?.map(({ value }) => value)).toContain('Ruta de aves');
    expect(say('Ruta de aves')).toMatch(/no se lo pregunto otra vez[\s\S]*¿Cómo quiere evaluarla\?/);
  });
});

describe('the indicators of a practice', () => {
  const toIndicators = () => say(...ABOUT, 'rápida', ...CRITERIA.map(() => 'sí'));
  const chosen = () => answers()['practice.indicators'];

  it('ends without any', () => {
    toIndicators();
    expect(say('ninguno')).toContain('<outcome>');
  });

  it('shows those of the groups chosen, in numbers that count on', () => {
    toIndicators();
    expect(say('multilateral y migración')).toMatch(/\n6\. Remesas[\s\S]*\n7\. Proyectos multilaterales/);
  });

  it('takes numbers, names and own ones, with the values that come along', () => {
    toIndicators();
    say('cooperación descentralizada', '1, 3, jóvenes formados: antes 0, después 40');
    expect(chosen()).toEqual([
      { guide: 'decentralised-cooperation-1' },
      { guide: 'decentralised-cooperation-3' },
      { name: 'jóvenes formados', change: { before: 0, after: 40 } },
    ]);
    expect(told()).toContain('Convenios de hermanamiento');
    expect(say('de 1 a 4 convenios', 'antes no se sabe, después 8')).toContain('<outcome>');
    expect(answers()['practice.value.2']).toEqual({
      of: 'decentralised-cooperation-3',
      change: { after: 8 },
    });
  });

  it('takes the guide’s own words for an indicator', () => {
    toIndicators();
    say('economía', 'Número de turistas internacionales');
    expect(chosen()).toEqual([{ guide: 'economic-3' }]);
  });

  it.each([
    ['99', /no está en la lista/],
    ['1, 2, 3, 4, 5, 6, 7, 8 y 9', /caben hasta 8/],
    ['convenios: de 1 a 4 y de 3 a 5', /más de dos valores/],
  ])('says what is wrong with «%s»', (text, problem) => {
    toIndicators();
    expect(say('economía', text)).toMatch(problem);
    expect(chosen()).toBeUndefined();
  });

  it('asks again for the values of another indicator in the place of one', () => {
    toIndicators();
    say('economía', '1', 'de 2 a 3');
    turn = amend(practice, { ...turn, ...words }, 'corregir indicadores') as Turn;
    expect(say('4')).toContain('¿Cuánto era este indicador antes');
  });
});

describe('an evaluation that came to its end', () => {
  beforeEach(() => {
    say(...ABOUT, 'rápida', ...CRITERIA.map(() => 'sí'), 'ninguno');
  });

  it.each(['no, gracias', 'no, mañana sigo con eso', 'perdón, otra cosa'])(
    'takes nothing back with «%s»',
    (text) => {
      expect(amend(practice, { ...turn, ...words }, text)).toBeUndefined();
    },
  );

  it('is corrected by criterion', () => {
    turn = amend(practice, { ...turn, ...words }, 'corregir inclusión') as Turn;
    expect(say('no')).toContain('<outcome>');
    expect(answers()['practice.quick.inclusion']).toEqual({ verdicts: ['no'] });
  });
});

describe('the texts of an evaluation', () => {
  it.each(['es', 'en'] as const)('are all there in %s', (language) => {
    const fields = practice.steps.flatMap(({ entries }) => entries.flatMap((e) => (isGroup(e) ? [] : [e])));
    const keys = [
      ...practice.steps.flatMap(({ id }) =>
        ['title', 'intro', 'why', 'example', 'help'].map((p) => `step.${id}.${p}`),
      ),
      ...fields.flatMap(({ id }) => [`field.${id}.label`, `field.${id}.ask`]),
      ...guideList('indicators').flatMap((group) => group.indicators.map(({ id }) => `indicator.${id}`)),
      ...guideList('indicators').map(({ id }) => `term.group.${id}`),
      ...CRITERIA.map((id) => `question.${id}`),
    ];
    expect(keys.filter((key) => !texts[language].has(`practice.${key}`))).toEqual([]);
  });

  it('give every criterion a label that «corregir» can name', () => {
    full();
    for (const id of CRITERIA) {
      const label = texts.es.t(`guide.term.criterion.${id}`);
      expect(say(`corregir ${label}`)).toContain(`· ${label}`);
    }
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { contracting } from '../../../dialogs/workflows/contracting.ts';
import { isGroup } from '../../../src/guide/definition.ts';
import { amend, handle, restate, start } from '../../../src/guide/engine.ts';
import type { Turn } from '../../../src/guide/move.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import { texts } from '../steps/plan.ts';

const words = { texts: texts.es, today: '2026-11-21' };
let turn: Turn;
beforeEach(() => {
  turn = start(contracting, { plan: emptyPlan('p1'), ...words });
});
function say(...messages: string[]): string {
  for (const message of messages) turn = handle(contracting, { ...turn, ...words }, message);
  return told();
}
const told = () =>
  turn.outputs.map((o) => (o.type === 'request' ? `<${o.request.type}>` : o.text)).join('\n');
const outcome = () => {
  const last = turn.outputs.at(-1);
  return last?.type === 'request' && last.request.type === 'outcome' ? last.request.answers : undefined;
};

describe('a workflow beside the plan', () => {
  it('begins with its own words, without a route or a heading', () => {
    expect(told()).toContain('¿Quién da el dinero');
    expect(told()).not.toMatch(/ruta|Paso \d/);
  });

  it('keeps its answers to itself and leaves the plan as it was', () => {
    say('organismo de cooperación', '60 %');
    expect(turn.patch).toEqual([]);
    expect(turn.plan).toEqual(emptyPlan('p1'));
    expect(outcome()).toEqual({ 'contracting.payer': 'cooperation', 'contracting.share': 60 });
    expect(turn.state.status).toBe('done');
  });

  it('asks for the share only where it decides', () => {
    say('un banco multilateral');
    expect(outcome()).toEqual({ 'contracting.payer': 'multilateral-credit' });
  });

  it('goes on to its outcome without what the person does not know', () => {
    say('organismo de cooperación', 'no sé');
    expect(outcome()).toEqual({ 'contracting.payer': 'cooperation' });
  });

  it('takes either side of the half, a figure, or neither reads as one', () => {
    say('cooperante', 'menos de la mitad');
    expect(outcome()).toMatchObject({ 'contracting.share': 'under-half' });
    turn = start(contracting, { plan: emptyPlan('p1'), ...words });
    expect(say('cooperante', '140 %')).toContain('¿Qué porcentaje');
    expect(outcome()).toBeUndefined();
  });

  it.each(['cancelar', 'pausar'])('is left with «%s»', (word) => {
    expect(say(word)).toContain('Dejamos la decisión de contratación');
    expect(turn.state.status).toBe('left');
  });

  it('is interrupted by a question and goes on', () => {
    expect(say('¿qué es la ENCI?')).toMatch(
      /<answer>[\s\S]*Sigamos con la decisión[\s\S]*¿Quién da el dinero/,
    );
  });

  it('helps with its own words', () => {
    expect(say('ayuda')).toMatch(/organización de cooperación[\s\S]*cancelar/);
    expect(told()).not.toContain('ver plan');
  });

  it('corrects an earlier answer while another question waits', () => {
    expect(say('organismo de cooperación', 'no, era un banco multilateral')).toContain(
      '✔ Cambié **Financiador**',
    );
    expect(outcome()).toEqual({ 'contracting.payer': 'multilateral-credit' });
  });

  it('goes back a question', () => {
    expect(say('organismo de cooperación', 'atrás')).toContain('Volvamos a **Financiador**');
  });

  it('puts its question again after something else', () => {
    turn = restate(contracting, { ...turn, ...words });
    expect(told()).toContain('¿Quién da el dinero');
  });
});

describe('the texts of a workflow beside the plan', () => {
  it.each(['es', 'en'] as const)('are all there in %s, under its own name', (language) => {
    const keys = contracting.steps.flatMap(({ id, entries }) => [
      ...['title', 'why', 'example'].map((part) => `step.${id}.${part}`),
      ...entries.flatMap((entry) =>
        isGroup(entry) ? [] : ['label', 'ask', 'help'].map((part) => `field.${entry.id}.${part}`),
      ),
    ]);
    const missing = ['start', 'back', 'left', ...keys].filter(
      (key) => !texts[language].has(`${contracting.id}.${key}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('a workflow that came to its end', () => {
  beforeEach(() => {
    say('organismo de cooperación', '40 %');
  });
  const amended = (text: string) => amend(contracting, { ...turn, ...words }, text);

  it.each([
    ['no, era el 60 %', { 'contracting.payer': 'cooperation', 'contracting.share': 60 }],
    [
      'perdón, era un banco multilateral',
      { 'contracting.payer': 'multilateral-credit', 'contracting.share': 40 },
    ],
    ['el porcentaje no es 40 sino 55', { 'contracting.payer': 'cooperation', 'contracting.share': 55 }],
  ])('takes «%s» and comes to its end anew', (text, answers) => {
    turn = amended(text) as Turn;
    expect(outcome()).toEqual(answers);
  });

  it('asks what a correction makes necessary', () => {
    turn = start(contracting, { plan: emptyPlan('p1'), ...words });
    say('banco multilateral');
    turn = amended('no, es un cooperante') as Turn;
    expect(turn.state.status).toBe('running');
    expect(told()).toContain('¿Qué porcentaje');
  });

  it.each(['Ipiales', '60', '¿qué es la ENCI?', 'no', 'corregir la población'])(
    'leaves «%s» to others',
    (text) => {
      expect(amended(text)).toBeUndefined();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { agenda, type FieldSlot, type View } from '../../../src/guide/agenda.ts';
import { handle } from '../../../src/guide/engine.ts';
import { initialState } from '../../../src/guide/state.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import { onlyAffirms, onlyDenies, plainWords } from '../../../src/understanding/index.ts';
import { plainPlan, texts } from '../steps/plan.ts';

const NODS = ['sí', 'claro que sí', 'no', 'no señora', 'ok', 'listo'];
const plan = plainPlan();
const view: View = {
  plan,
  texts: texts.es,
  today: '2026-11-21',
  state: { ...initialState(guide.id), route: 'full' },
};
const slots = agenda(guide, view).filter((slot): slot is FieldSlot => slot.kind === 'field');

/** What comes of a message where a question waits. */
function told(key: string, ...said: string[]) {
  let session = { state: { ...view.state, current: key }, plan, texts: texts.es, today: view.today };
  let turn = handle(guide, session, '');
  for (const text of said) {
    turn = handle(guide, session, text);
    session = { ...session, state: turn.state as typeof session.state, plan: turn.plan };
  }
  const words = turn.outputs.flatMap((output) => ('text' in output ? [output.text] : [])).join('\n');
  return { plan: turn.plan, words, state: turn.state };
}

/** Every text in what was told to a plan: where it comes from and what can be undone are no part of that. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
const dataOf = ({ provenance: _origins, lastChange: _change, ...data }: Plan) => textsIn(data);

describe('a yes or a no alone', () => {
  it.each(NODS)('is never written in the plan as if it were a name or a sentence: «%s»', (nod) => {
    expect(slots.length).toBeGreaterThan(100);
    const written = slots.filter(({ key }) =>
      dataOf(told(key, nod).plan).some((text) => plainWords(text) === plainWords(nod)),
    );
    expect(written.map(({ key }) => key)).toEqual([]);
  });

  it('answers what asks for it', () => {
    expect(told('entity.borderZone', 'sí').plan.entity.borderZone).toBe(true);
    expect(told('commitment.sponsor', 'no').plan.commitment.supported).toBe(false);
  });

  it('is told what is missing, and the question stays', () => {
    const { words, state } = told('strategy.vision', 'sí');
    expect(words).toContain('Me falta saber cuál o cómo');
    expect(state.current).toBe('strategy.vision');
  });

  it('leaves a person or a name pending when it is a no', () => {
    expect(told('resources.head', 'no').words).toContain('Queda pendiente: **Responsable del plan**');
  });

  it('leaves any question pending when the no is said twice', () => {
    expect(told('strategy.vision', 'no').words).toContain('¿No hay, o no lo sabe?');
    const { words, plan } = told('strategy.vision', 'no', 'no');
    expect(words).toContain('Queda pendiente: **Visión');
    expect(plan.strategy.vision).toBeUndefined();
  });
});

describe('what counts as a yes or a no alone', () => {
  it.each(['si', 'claro', 'si senor', 'claro que si', 'si tenemos', 'yes', 'of course'])(
    'yes: «%s»',
    (words) => {
      expect(onlyAffirms(words)).toBe(true);
      expect(onlyDenies(words)).toBe(false);
    },
  );

  it.each(['no', 'no senora', 'claro que no', 'nop'])('no: «%s»', (words) => {
    expect(onlyDenies(words)).toBe(true);
    expect(onlyAffirms(words)).toBe(false);
  });

  it.each(['si tenemos un convenio', 'no hay convenios', 'claro oscuro', 'correcto manejo de residuos'])(
    'neither, because it tells something: «%s»',
    (words) => {
      expect(onlyAffirms(words) || onlyDenies(words)).toBe(false);
    },
  );
});

import fc from 'fast-check';
import { guide } from '../../dialogs/guide/index.ts';
import { isGroup } from '../../src/guide/definition.ts';
import { handle, start } from '../../src/guide/engine.ts';
import type { Turn } from '../../src/guide/move.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import type { Language, Texts } from '../../src/text/locales.ts';

/** Something a person does at a question; what it comes to in words depends on what is asked. */
export type Event =
  /** Answers with the question's own example; where it has none, with its first button. */
  | { kind: 'example' }
  /** Presses one of the buttons: the one at this place, counted round. */
  | { kind: 'button'; at: number }
  /** Answers with the example of another question. */
  | { kind: 'stray'; at: number }
  | { kind: 'say'; text: string };

/** A way through the guide: where it began, and every turn after that. */
export interface Way {
  language: Language;
  /** How much of the guide was answered, with examples, before the events. */
  answered: number;
  events: Event[];
}

const SAID: Record<Language, string[]> = {
  es: [
    'sí',
    'no',
    'no sé',
    'saltar',
    'atrás',
    'ayuda',
    'deshacer',
    'corregir',
    'pausa',
    'continuar',
    'cancelar',
    'ruta corta',
    'ruta completa',
    'ver mi plan',
    '¿cómo voy?',
    '¿qué falta?',
    'saltar el paso',
    'repita',
    'no, eran 200',
    'corregir el nombre',
    'corregir los ejes: Agua, Café, Turismo',
    'agregue al eje Cultura',
    'somos Tarqui, Huila, 17 mil habitantes, y el plan va de 2027 a 2030',
    'cambie el eje Agua por Ríos',
    'el presupuesto es de 300 millones',
    'el responsable es Ana Ruiz, secretaria de Planeación',
    '2',
    '1 y 3',
    '50 %',
    'marzo de 2027',
    '3.500 millones',
    '¿quién firma un tratado?',
    'gracias',
  ],
  en: [
    'yes',
    'no',
    'I don’t know',
    'skip',
    'back',
    'help',
    'undo',
    'correct',
    'pause',
    'continue',
    'cancel',
    'quick route',
    'show my plan',
    'what is missing?',
    'repeat',
    'no, it was 200',
    '2',
    '1 and 3',
    '50 %',
    'March 2027',
    'the budget is 300 million pesos',
    'we are Tarqui, Huila, 17,000 people',
    'thanks',
  ],
};

/** Ways that begin anywhere in the guide and go on with answers, buttons, commands and noise. */
export function arbitraryWay(longest: number): fc.Arbitrary<Way> {
  return fc.constantFrom<Language>('es', 'es', 'en').chain((language) =>
    fc.record({
      language: fc.constant(language),
      answered: fc.integer({ min: 0, max: 120 }),
      events: fc.array(event(language), { minLength: 1, maxLength: longest }),
    }),
  );
}

function event(language: Language): fc.Arbitrary<Event> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<Event>({ kind: 'example' }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('button' as const), at: fc.nat({ max: 12 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('stray' as const), at: fc.nat({ max: 200 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('say' as const),
        text: fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...SAID[language]) },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
        ),
      }),
    },
  );
}

/** One person at the guide. */
export class Walker {
  readonly #host: { texts: Texts; today: string };
  turn: Turn;

  constructor(texts: Texts, plan: Plan = emptyPlan('plan-1', texts.language)) {
    this.#host = { texts, today: '2026-09-01' };
    this.turn = start(guide, { ...this.#host, plan });
  }

  /** Answers so many questions with their examples. */
  answer(count: number): void {
    for (let n = 0; n < count && this.turn.state.status === 'running'; n += 1) this.do({ kind: 'example' });
  }

  do(event: Event): Turn {
    return this.say(this.wordsOf(event));
  }

  say(text: string): Turn {
    const { plan, state } = this.turn;
    this.turn = handle(guide, { ...this.#host, plan, state }, text);
    return this.turn;
  }

  /** What a person writes, or what the button they press sends. */
  wordsOf(event: Event): string {
    if (event.kind === 'say') return event.text;
    if (event.kind === 'stray') return this.#example(FIELD_IDS[event.at % FIELD_IDS.length] ?? '') ?? 'sí';
    const asked = this.turn.outputs.findLast((output) => output.type !== 'request' && output.choices?.length);
    const choices = asked?.type === 'request' ? [] : (asked?.choices ?? []);
    if (event.kind === 'button') return choices[event.at % choices.length]?.value ?? '';
    const key = this.turn.state.current ?? '';
    const waits = this.turn.state.pending !== undefined || key === 'route' || key.endsWith('.more');
    const example = waits ? undefined : this.#example(FIELD_IDS.find((id) => fills(id, key)) ?? '');
    return example ?? choices[0]?.value ?? '';
  }

  #example(id: string): string | undefined {
    const { texts } = this.#host;
    const key = `guide.field.${id}.example`;
    return texts.has(key) ? texts.t(key) : undefined;
  }
}

const FIELD_IDS = guide.steps.flatMap(({ entries }) =>
  entries.flatMap((entry) =>
    isGroup(entry)
      ? [...(entry.create ? [entry.create.id] : []), ...entry.fields.map(({ id }) => id)]
      : [entry.id],
  ),
);

function fills(id: string, key: string): boolean {
  const [before, after] = id.split('*');
  return after === undefined ? id === key : key.startsWith(before ?? '') && key.endsWith(after);
}

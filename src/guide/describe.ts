import { type Patch, type PlanPath, valueAt } from '../plan/patch.ts';
import { remembered } from '../text/remembered.ts';
import { onlyFigures } from '../understanding/index.ts';
import type { Reading, ReadingContext } from '../understanding/reading.ts';
import type { Field, FieldContext } from './definition.ts';

/** What a step may add to any field. */
export type Options<T> = Partial<
  Pick<
    Field<T>,
    | 'own'
    | 'essential'
    | 'along'
    | 'when'
    | 'choices'
    | 'input'
    | 'caution'
    | 'remark'
    | 'confirm'
    | 'claims'
    | 'expectsQuestion'
    | 'advice'
    | 'rests'
    | 'skipsOnNone'
    | 'settled'
    | 'details'
    | 'proposals'
    | 'recalls'
    | 'catalogue'
  >
>;

/** A field whose value stands at its own id, in the plan or in the run's answers, unless `current` and `write` say otherwise. */
export type FieldSpec<T> = Options<T> &
  Pick<Field<T>, 'id' | 'read' | 'show'> &
  Partial<Pick<Field<T>, 'current' | 'write' | 'merge' | 'kept'>>;

/**
 * Makes a field out of what is special about it.
 * @returns a field with its type of value erased, as the engine takes them: it hands back to `write`, `show`
 *   and `merge` only what `read` or `current` of the same field gave.
 */
export function field<T>(spec: FieldSpec<T>): Field {
  const whole: Field<T> = {
    current: (ctx) =>
      (spec.own ? ctx.answers?.[place(spec.id, ctx)] : valueAt(ctx.plan, place(spec.id, ctx))) as
        | T
        | undefined,
    write: (value, ctx) => [set(place(spec.id, ctx), value)],
    input: 'line',
    ...spec,
  };
  return whole as Field;
}

/** The doubt about names that are nothing but an amount or a date: a question was misread, or a line missed. */
export function doubtFigures(names: readonly string[]): ReturnType<NonNullable<Field['caution']>> {
  const value = names.find(onlyFigures);
  return value === undefined ? undefined : { key: 'guide.caution.figure', params: { value } };
}

/** The plan path of an id, with the element it is asked for in the place of `*`. */
export function place(id: string, ctx: FieldContext): PlanPath {
  if (!id.includes('*')) return id;
  if (ctx.item === undefined)
    throw new Error(`field ${id} is asked for an element of a list, and none is given`);
  return id.replace('*', ctx.item);
}

/** The operation that puts a value at a path. */
export function set(path: PlanPath, value: unknown): Patch[number] {
  return { op: 'set', path, value };
}

/** What the readers need to know, taken from a field's context. */
export function reading(ctx: FieldContext): ReadingContext {
  return { language: ctx.texts.language, today: ctx.today };
}

/** The same reading with its value changed; a problem passes unchanged. */
export function mapReading<A, B>(from: Reading<A>, change: (value: A) => B): Reading<B> {
  return from.ok ? { ok: true, value: change(from.value) } : from;
}

/** Text without case, accents, punctuation or double spaces: for telling whether two names are the same. */
export const sameName: (text: string) => string = remembered((text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** Whether a message says the words of a button: case, accents and punctuation do not matter. */
export function sameText(text: string, label: string): boolean {
  return sameName(text) === sameName(label);
}

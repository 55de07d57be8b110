import { nextId, valueAt } from '../plan/patch.ts';
import { formatList } from '../text/format.ts';
import { readStatements } from '../understanding/index.ts';
import type { Reading } from '../understanding/reading.ts';
import type { Field, FieldContext } from './definition.ts';
import { doubtFigures, field, type Options, place, reading, sameName, set } from './describe.ts';
import { type ListStyle, showStatements } from './fields.ts';

type Element = { id: string } & Record<string, unknown>;

/** The elements now in a list of the plan, or in one of the run's own. */
export function elementsAt(path: string, ctx: FieldContext, own = false): Element[] {
  return ((own ? ctx.answers?.[path] : valueAt(ctx.plan, path)) as Element[] | undefined) ?? [];
}

/**
 * The elements a list has after it was told again: those named as before keep their id and all they hold, an
 * element renamed in its place keeps its id too, the others get a new one.
 * @param existing what the list holds
 * @param told the elements as told, without ids
 * @param style `name` is the property that tells elements apart (`name`, `risk`), `renamed` what an element
 *   renamed in its place keeps: all it holds, or its id alone
 */
export function reconcile(
  existing: readonly Element[],
  told: readonly Record<string, unknown>[],
  style: { prefix: string; name: string; renamed: 'all' | 'id' },
): Element[] {
  const nameOf = (element: Record<string, unknown> | undefined) =>
    sameName(String(element?.[style.name] ?? ''));
  const toldNames = new Set(told.map(nameOf));
  const kept: Element[] = [...existing];
  return told.map((element, index) => {
    const same = existing.find((e) => nameOf(e) === nameOf(element));
    const renamed =
      existing.length === told.length && !toldNames.has(nameOf(existing[index]))
        ? existing[index]
        : undefined;
    if (same) return { ...same, ...element };
    if (renamed) return { ...(style.renamed === 'all' ? renamed : { id: renamed.id }), ...element };
    const made = { id: nextId(style.prefix, kept), ...element };
    kept.push(made);
    return made;
  });
}

/** How a list of named elements is told and kept. */
export interface NamesStyle extends ListStyle {
  /** Ids are `<prefix>-1` and so on. */
  prefix: string;
  /** Property that holds the name. */
  name?: string;
  /** What else is known of a new element from its name alone. */
  derive?: (name: string) => Record<string, unknown>;
  /** What is told beside the name: «Salud (enlace: Pedro Gil)» is a name and a liaison. */
  divide?: (told: string) => { name: string } & Record<string, unknown>;
}

/** A list whose elements are told by their names, in one message; each is a record with an id in the plan. */
export function namesField(id: string, style: NamesStyle, options: Options<string[]> = {}): Field {
  const name = style.name ?? 'name';
  const existingIn = (ctx: FieldContext) => elementsAt(place(id, ctx), ctx, options.own);
  const divide = (words: string) => style.divide?.(words) ?? { name: words };
  const nameOf = (words: string) => sameName(divide(words).name);
  const told = (names: string[], ctx: FieldContext) => {
    const existing = existingIn(ctx);
    const known = new Set(existing.map((e) => sameName(String(e[name]))));
    const elements = names.map((words) => {
      const { name: only, ...beside } = divide(words);
      return { ...(known.has(sameName(only)) ? {} : style.derive?.(only)), ...beside, [name]: only };
    });
    return reconcile(existing, elements, { prefix: style.prefix, name, renamed: 'all' });
  };
  return field<string[]>({
    id,
    read: (text, ctx) => readStatements(text, reading(ctx), style),
    current: (ctx) => nonEmpty(existingIn(ctx).map((e) => String(e[name]))),
    write: (names, ctx) => [set(place(id, ctx), told(names, ctx))],
    kept: told,
    input: 'text',
    show: showStatements,
    merge: (current, addition) => {
      const overtaken = current.map((c) => addition.find((a) => nameOf(a) === nameOf(c)) ?? c);
      const known = new Set(current.map(nameOf));
      return [...overtaken, ...addition.filter((a) => !known.has(nameOf(a)))];
    },
    skipsOnNone: true,
    ...options,
    caution: (names, ctx) =>
      options.caution?.(names, ctx) ?? doubtFigures(names) ?? doubtLosses(told(names, ctx), ctx),
  });

  /** A list told again without an element of which more was answered, or to which a project belongs. */
  function doubtLosses(
    after: readonly Element[],
    ctx: FieldContext,
  ): ReturnType<NonNullable<Field['caution']>> {
    const kept = new Set(after.map((element) => element.id));
    const lost = existingIn(ctx)
      .filter((element) => !kept.has(element.id) && holdsMore(element, ctx))
      .map((element) => String(element[name]));
    if (lost.length === 0) return undefined;
    const names = formatList(lost, ctx.texts.language);
    return { key: 'guide.caution.losses', params: { names, count: lost.length } };
  }

  function holdsMore(element: Element, { plan }: FieldContext): boolean {
    const own = new Set(['id', name, ...Object.keys(style.derive?.(String(element[name])) ?? {})]);
    const told = Object.entries(element).some(
      ([key, value]) => !own.has(key) && !(Array.isArray(value) && value.length === 0),
    );
    return told || (plan.projects ?? []).some(({ axis }) => axis === element.id);
  }
}

/** How a list of records is told and kept. */
export interface RecordsStyle<T> {
  prefix: string;
  /** Property that tells records apart. */
  name: keyof T & string;
  read: (text: string, ctx: FieldContext) => Reading<T[]>;
  showOne: (value: T, ctx: FieldContext) => string;
}

/** A list whose elements are told with several properties at once: milestones with dates, risks. */
export function recordsField<T extends object>(
  id: string,
  style: RecordsStyle<T>,
  options: Options<T[]> = {},
): Field {
  const existingIn = (ctx: FieldContext) => elementsAt(place(id, ctx), ctx, options.own);
  const told = (values: T[], ctx: FieldContext) =>
    reconcile(existingIn(ctx), values as unknown as Record<string, unknown>[], { ...style, renamed: 'id' });
  return field<T[]>({
    id,
    read: style.read,
    current: (ctx) => nonEmpty(existingIn(ctx).map(({ id: _id, ...rest }) => rest as T)),
    write: (values, ctx) => [set(place(id, ctx), told(values, ctx))],
    kept: told,
    input: 'text',
    show: (values, ctx) =>
      showStatements(
        values.map((value) => style.showOne(value, ctx)),
        ctx,
      ),
    merge: (current, addition) => mergeRecords(current, addition, style.name),
    ...options,
  });
}

/** The first records, each overtaken by an addition of the same name, then what is new. */
export function mergeRecords<T>(current: readonly T[], addition: readonly T[], name: keyof T): T[] {
  const nameOf = (record: T) => sameName(String(record[name]));
  const added = new Map(addition.map((record) => [nameOf(record), record]));
  const overtaken = current.map((record) => ({ ...record, ...added.get(nameOf(record)) }));
  const known = new Set(current.map(nameOf));
  return [...overtaken, ...addition.filter((record) => !known.has(nameOf(record)))];
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

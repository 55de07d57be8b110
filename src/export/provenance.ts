import { isDeepStrictEqual } from 'node:util';
import { elementName, labelOfPlace } from '../plan/names.ts';
import type { Origin } from '../plan/origin.ts';
import { valueAt } from '../plan/patch.ts';
import type { Plan } from '../plan/schema.ts';
import { dayInBogota, formatShortDate, formatTime } from '../text/format.ts';
import type { Texts } from '../text/locales.ts';
import type { ExportContext } from './lines.ts';
import type { Block, Line, Section } from './model.ts';

/** Where one datum comes from, as the documents tell it: a cell each. */
export interface ProvenanceRow {
  datum: string;
  who: string;
  when: string;
  how: string[];
  rests: string[];
}

/** Where each datum of a plan comes from, in the order of the plan; empty where nothing is known. */
export function provenanceRows(plan: Plan, { texts }: Pick<ExportContext, 'texts'>): ProvenanceRow[] {
  const known = Object.entries(plan.provenance ?? {}).filter(([path]) => valueAt(plan, path) !== undefined);
  const latest = new Map<string, [string, Origin]>();
  for (const [path, origin] of known) {
    const datum = nameOf(path, plan, texts);
    const before = latest.get(datum);
    if (!before || origin.at >= before[1].at) latest.set(datum, [before?.[0] ?? path, origin]);
  }
  return [...latest]
    .map((row) => ({ row, order: orderOf(row[1][0], plan) }))
    .toSorted((a, b) => compare(a.order, b.order))
    .map(({ row }) => row)
    .map(([datum, [, origin]]) => rowOf(datum, origin, texts));
}

/**
 * The annex on where the data of the plan come from, for the internal edition: it names people.
 * @returns undefined where nothing is known
 */
export function provenanceSection(plan: Plan, context: ExportContext): Section | undefined {
  const { texts } = context;
  const rows = provenanceRows(plan, context);
  if (rows.length === 0) return undefined;
  const passages = [...new Set(rows.flatMap(({ rests }) => rests))];
  const numbers = ({ rests }: ProvenanceRow) =>
    rests.map((passage) => `[${passages.indexOf(passage) + 1}]`).join(' ');
  const table: Block = {
    kind: 'table',
    caption: texts.t('export.table.provenance'),
    columns: (['datum', 'who', 'when', 'how', 'rests'] as const).map((key) => ({
      title: texts.t(`export.column.${key}`),
      weight: WEIGHTS[key],
    })),
    rows: together(rows).map((row) => [
      [{ text: row.datum }],
      [{ text: row.who }],
      [{ text: row.when }],
      lines(row.how),
      [{ text: numbers(row) }],
    ]),
  };
  // Each passage once: beside every datum that rests on it, the same quotations would fill the annex.
  const cited: Block = {
    kind: 'prose',
    label: texts.t('export.provenancePassages'),
    lines: lines(passages.map((passage, n) => `[${n + 1}] ${passage}`)),
  };
  return {
    title: texts.t('export.chapter.provenance'),
    blocks: [
      { kind: 'note', text: texts.t('export.provenanceNote') },
      table,
      ...(passages.length > 0 ? [cited] : []),
    ],
    sections: [],
  };
}

const WEIGHTS = { datum: 8, who: 3, when: 3, how: 3, rests: 2 };
/** Most data told in one row. */
const MOST_TOGETHER = 6;

/** Data that stand one after another and came together share a row, so that the annex stays short. */
function together(rows: readonly ProvenanceRow[]): ProvenanceRow[] {
  const groups: ProvenanceRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const joins = last && last.length < MOST_TOGETHER && same(last[0] as ProvenanceRow, row);
    if (joins) last.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => ({
    ...(group[0] as ProvenanceRow),
    datum: group.map(({ datum }) => datum).join('; '),
  }));
}

function same({ datum: _a, ...a }: ProvenanceRow, { datum: _b, ...b }: ProvenanceRow): boolean {
  return isDeepStrictEqual(a, b);
}

function lines(texts: readonly string[]): Line[] {
  return texts.map((text) => ({ text }));
}

function rowOf(datum: string, { earlier, ...origin }: Origin, texts: Texts): ProvenanceRow {
  const passages = origin.passages ?? earlier?.passages ?? [];
  return {
    datum,
    who: whoOf(origin, texts),
    when: momentOf(origin.at, texts),
    how: [
      texts.t(`export.how.${origin.how}`),
      ...(earlier
        ? [
            texts.t('export.how.earlier', {
              how: texts.t(`export.how.${earlier.how}`),
              who: whoOf(earlier, texts),
              when: momentOf(earlier.at, texts),
            }),
          ]
        : []),
    ],
    rests: passages.map(({ title, date, section, quote }) => {
      const place = `${[title, date].filter(Boolean).join(' (')}${date ? ')' : ''}`;
      return [place, section, quote && `«${quote}»`].filter(Boolean).join('. ');
    }),
  };
}

function whoOf({ who }: Pick<Origin, 'who'>, texts: Texts): string {
  return who ?? texts.t('export.who.unknown');
}

function momentOf(at: string, { language }: Texts): string {
  return `${formatShortDate(dayInBogota(at), language)}, ${formatTime(at, language)}`;
}

/** Where a place stands in the plan: at each level its place among the keys or the elements there. */
function orderOf(path: string, plan: Plan): number[] {
  const keys = path.split('.');
  return keys.map((key, i) => {
    const holder = i === 0 ? plan : valueAt(plan, keys.slice(0, i).join('.'));
    if (Array.isArray(holder)) return holder.findIndex((element) => element?.id === key);
    return Object.keys(holder as object).indexOf(key);
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

/** What a place is called: the nearest question that fills it, with the element of a list that it is in. */
function nameOf(path: string, plan: Plan, texts: Texts): string {
  const keys = path.split('.');
  const pattern: string[] = [];
  let element: string | undefined;
  for (const [i, key] of keys.entries()) {
    const holder = i === 0 ? plan : valueAt(plan, keys.slice(0, i).join('.'));
    pattern.push(Array.isArray(holder) ? '*' : key);
    if (Array.isArray(holder)) element = itemName(keys.slice(0, i + 1).join('.'), plan, texts) ?? element;
  }
  const label = labelOfPlace(pattern, texts) ?? path;
  return element === undefined ? label : texts.t('engine.label-of', { label, item: element });
}

/** The name of an element: the guide's own where it is an entry of its lists. */
function itemName(path: string, plan: Plan, texts: Texts): string | undefined {
  const term = `guide.term.${path}`;
  return texts.has(term) ? texts.t(term) : elementName(valueAt(plan, path));
}

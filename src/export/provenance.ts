import type { Origin } from '../plan/origin.ts';
import { valueAt } from '../plan/patch.ts';
import { Plan } from '../plan/schema.ts';
import { dayInBogota, formatDate, formatTime } from '../text/format.ts';
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

/** Longest name of an element shown with a datum, in characters. */
const LONGEST_NAME = 60;

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
    .toSorted(([, [a]], [, [b]]) => placeOf(a) - placeOf(b) || a.localeCompare(b, 'es', { numeric: true }))
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
  const table: Block = {
    kind: 'table',
    caption: texts.t('export.table.provenance'),
    columns: (['datum', 'who', 'when', 'how', 'rests'] as const).map((key) => ({
      title: texts.t(`export.column.${key}`),
      weight: WEIGHTS[key],
    })),
    rows: rows.map(({ datum, who, when, how, rests }) => [
      [{ text: datum }],
      [{ text: who }],
      [{ text: when }],
      lines(how),
      lines(rests),
    ]),
  };
  return {
    title: texts.t('export.chapter.provenance'),
    blocks: [{ kind: 'note', text: texts.t('export.provenanceNote') }, table],
    sections: [],
  };
}

const WEIGHTS = { datum: 4, who: 3, when: 3, how: 4, rests: 4 };

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
  return `${formatDate(dayInBogota(at), language)}, ${formatTime(at, language)}`;
}

const PARTS = Object.keys(Plan.shape);

function placeOf(path: string): number {
  return PARTS.indexOf(path.split('.')[0] as string);
}

/** What a place is called: the nearest question that fills it, with the element of a list that it is in. */
function nameOf(path: string, plan: Plan, texts: Texts): string {
  const keys = path.split('.');
  const pattern: string[] = [];
  let element: string | undefined;
  for (const [i, key] of keys.entries()) {
    const holder = i === 0 ? plan : valueAt(plan, keys.slice(0, i).join('.'));
    pattern.push(Array.isArray(holder) ? '*' : key);
    if (Array.isArray(holder))
      element =
        elementName(valueAt(plan, keys.slice(0, i + 1).join('.')), keys.slice(0, i + 1), texts) ?? element;
  }
  const label = labelOf(pattern, texts) ?? path;
  return element === undefined ? label : texts.t('engine.label-of', { label, item: element });
}

function labelOf(pattern: readonly string[], texts: Texts): string | undefined {
  for (let length = pattern.length; length > 0; length -= 1) {
    const key = `guide.field.${pattern.slice(0, length).join('.')}.label`;
    if (texts.has(key)) return texts.t(key);
  }
  return undefined;
}

function elementName(value: unknown, keys: readonly string[], texts: Texts): string | undefined {
  const term = `guide.term.${keys.join('.')}`;
  if (texts.has(term)) return texts.t(term);
  const { name, action, statement, risk, subject, note } = value as Record<string, unknown>;
  const own = name ?? action ?? statement ?? risk ?? subject ?? note;
  if (typeof own !== 'string') return undefined;
  return own.length > LONGEST_NAME ? `${own.slice(0, LONGEST_NAME - 1)}…` : own;
}

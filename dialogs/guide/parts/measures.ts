import { termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, reading, sameName, set } from '../../../src/guide/describe.ts';
import { mergeRecords, reconcile } from '../../../src/guide/elements.ts';
import { showStatements } from '../../../src/guide/fields.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { read, readIndicator, readInteger, type Reading } from '../../../src/guide/readers.ts';
import type { Indicator } from '../../../src/plan/schema.ts';
import type { DIMENSIONS } from '../../../src/plan/terms.ts';
import { formatNumber } from '../../../src/text/format.ts';

type Measure = Pick<Indicator, 'name' | 'guide' | 'baseline' | 'target' | 'unit'>;

/** Of the guide's 64 indicators, some that fit each dimension of a project. */
const SUGGESTED: Record<(typeof DIMENSIONS)[number], string[]> = {
  bilateral: ['management-1', 'decentralised-cooperation-1', 'academic-4'],
  multilateral: ['multilateral-1', 'multilateral-3', 'multilateral-2'],
  'north-south': ['decentralised-cooperation-2', 'decentralised-cooperation-6', 'management-1'],
  'south-south': ['decentralised-cooperation-4', 'decentralised-cooperation-6', 'academic-5'],
  triangular: ['decentralised-cooperation-5', 'decentralised-cooperation-6', 'management-1'],
  development: ['multilateral-4', 'decentralised-cooperation-3', 'decentralised-cooperation-7'],
  competition: ['economic-13', 'economic-3', 'positioning-1'],
};

const GUIDE = guideList('indicators').flatMap((group) => group.indicators);

/** One or more indicators, each with its baseline and target when told; divided by semicolons or lines. */
function readMeasures(text: string, ctx: FieldContext): Reading<Measure[]> {
  const measures: Measure[] = [];
  for (const part of text.split(/[;\n]+/).filter((p) => p.trim() !== '')) {
    const measure = readIndicator(part, reading(ctx));
    if (!measure.ok) return measure;
    const known = GUIDE.find((entry) => sameName(entry.text) === sameName(measure.value.name));
    measures.push(known ? { ...measure.value, guide: known.id } : measure.value);
  }
  return measures.length > 0 ? read(measures) : readIndicator(text, reading(ctx)) as Reading<never>;
}

/** The indicators of a project: they stand among the plan's, and the project names them. */
export const projectIndicators: Field = field<Measure[]>({
  id: 'projects.*.indicators',
  essential: true,
  read: readMeasures,
  current: (ctx) => {
    const linked = linkedTo(ctx);
    return linked.length > 0 ? linked.map(({ id: _id, ...measure }) => measure) : undefined;
  },
  write: (measures, ctx) => {
    const before = linkedTo(ctx);
    const others = (ctx.plan.indicators ?? []).filter(({ id }) => !before.some((b) => b.id === id));
    const all = [...others, ...before];
    const now = reconcile(all, [...others, ...measures.map((m) => ({ ...m }))], { prefix: 'indicator', name: 'name' });
    const mine = now.slice(others.length).map(({ id }) => id);
    return [set('indicators', now), set(`projects.${ctx.item}.indicators`, mine)];
  },
  show: (measures, ctx) => showStatements(measures.map((m) => showMeasure(m, ctx)), ctx),
  choices: (ctx) => {
    const project = ctx.plan.projects?.find((p) => p.id === ctx.item);
    const ids = SUGGESTED[project?.dimension ?? 'bilateral'];
    return ctx.texts.language === 'es'
      ? GUIDE.filter(({ id }) => ids.includes(id)).map(({ text }) => ({ label: text, value: text }))
      : [];
  },
  merge: (current, addition) => mergeRecords(current, addition, 'name'),
});

function linkedTo({ plan, item }: FieldContext): Indicator[] {
  const ids = plan.projects?.find((p) => p.id === item)?.indicators ?? [];
  return (plan.indicators ?? []).filter(({ id }) => ids.includes(id));
}

function showMeasure({ name, baseline, target, unit }: Measure, ctx: FieldContext): string {
  const { texts } = ctx;
  const parts = [
    baseline !== undefined && texts.t('guide.term.measure.baseline', { value: showBaseline(baseline, ctx) }),
    target !== undefined &&
      texts.t('guide.term.measure.target', { value: formatNumber(target, texts.language) }),
    unit,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? `${name} (${parts.join(', ')})` : name;
}

function showBaseline(value: number | 'pending', { texts }: FieldContext): string {
  return value === 'pending' ? texts.t('guide.term.baseline.pending') : formatNumber(value, texts.language);
}

/** Where the indicator stands today, or that it is yet to be found out. */
export const baseline: Field = field<number | 'pending'>({
  id: 'indicators.*.baseline',
  read: (text, ctx) => {
    const [pending] = termOptions('baseline', ['pending'], ctx.texts);
    const words = ` ${sameName(text)} `;
    const unknown = [pending?.label ?? '', ...(pending?.also ?? [])].some((w) => words.includes(` ${sameName(w)} `));
    return unknown && !/\d/.test(text) ? read('pending') : readMeasureNumber(text, ctx);
  },
  show: showBaseline,
  choices: ({ texts }) => {
    const label = texts.t('guide.term.baseline.pending');
    return [{ label, value: label }];
  },
});

/** The value to reach. */
export const target: Field = field<number>({
  id: 'indicators.*.target',
  read: readMeasureNumber,
  show: (value, { texts }) => formatNumber(value, texts.language),
});

/** A number in words or digits, with decimals as the language writes them: «12,5 %» or "12.5%". */
function readMeasureNumber(text: string, ctx: FieldContext): Reading<number> {
  const decimal = ctx.texts.language === 'es' ? /-?\d+,\d+/ : /-?\d+\.\d+/;
  const found = decimal.exec(text)?.[0];
  return found === undefined
    ? readInteger(text, reading(ctx), { min: -1_000_000_000_000, max: 1_000_000_000_000 })
    : read(Number(found.replace(',', '.')));
}

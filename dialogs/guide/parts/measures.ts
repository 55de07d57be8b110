import { fromGuide } from '../../../src/guide/basis.ts';
import { termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, reading, sameName, set } from '../../../src/guide/describe.ts';
import { mergeRecords, reconcile } from '../../../src/guide/elements.ts';
import { showStatements } from '../../../src/guide/fields.ts';
import { guideList, indicatorLabel, type ListEntry } from '../../../src/guide/lists.ts';
import type { Indicator } from '../../../src/plan/schema.ts';
import type { DIMENSIONS } from '../../../src/plan/terms.ts';
import { formatNumber } from '../../../src/text/format.ts';
import { readIndicators, readNumber } from '../../../src/understanding/index.ts';
import { type Reading, read } from '../../../src/understanding/reading.ts';
import { projectThemes } from '../drafts/item-facts.ts';

type Measure = Pick<Indicator, 'name' | 'guide' | 'baseline' | 'target' | 'unit'>;

/** How many stand on buttons. */
const OFFERED = 3;

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

const GROUPS = guideList('indicators');
const GUIDE = GROUPS.flatMap((group) => group.indicators);

/** Whether a name is what the guide calls an indicator, in either language. */
const isCalled = (entry: ListEntry, name: string) =>
  (['es', 'en'] as const).some((language) => sameName(indicatorLabel(entry, language)) === sameName(name));

/**
 * Of the guide's 64 indicators those that fit a project, the best first.
 * @param themed ids that fit what the project is about: they come before those that fit its dimension
 */
export function fittingIndicators(
  dimension: (typeof DIMENSIONS)[number] | undefined,
  themed: readonly string[] = [],
): typeof GUIDE {
  const ids = [...new Set([...themed.slice(0, 2), ...SUGGESTED[dimension ?? 'bilateral']])];
  return ids.flatMap((id) => GUIDE.find((entry) => entry.id === id) ?? []);
}

/** Indicators as told, each known by its id where it is one of the guide's. */
function readMeasures(text: string, ctx: FieldContext): Reading<Measure[]> {
  // Some of the guide's names hold commas and lists of their own.
  const whole = GUIDE.find((entry) => isCalled(entry, text));
  if (whole) return read([named(whole, ctx)]);
  return mapReading(readIndicators(text, reading(ctx)), (told) =>
    told.map((measure): Measure => {
      const known = GUIDE.find((entry) => isCalled(entry, measure.name));
      return known ? { ...measure, guide: known.id } : measure;
    }),
  );
}

function named(entry: ListEntry, { texts }: FieldContext): Measure {
  return { name: indicatorLabel(entry, texts.language), guide: entry.id };
}

/** The indicators of a project: they stand among the plan's, where projects may share one by its name. */
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
    const now = reconcile([...others, ...before], mergeRecords<Measure>(others, measures, 'name'), {
      prefix: 'indicator',
      name: 'name',
      renamed: 'id',
    });
    const told = new Set(measures.map(({ name }) => sameName(name)));
    const mine = now.filter(({ name }) => told.has(sameName(String(name)))).map(({ id }) => id);
    return [set('indicators', now), set(`projects.${ctx.item}.indicators`, mine)];
  },
  show: (measures, ctx) =>
    showStatements(
      measures.map((m) => showMeasure(m, ctx)),
      ctx,
    ),
  choices: (ctx) => {
    const project = ctx.plan.projects?.find((p) => p.id === ctx.item);
    const themed = project ? projectThemes(project, ctx).flatMap(({ indicators }) => indicators) : [];
    return fittingIndicators(project?.dimension, themed)
      .slice(0, OFFERED)
      .map((entry) => {
        const label = indicatorLabel(entry, ctx.texts.language);
        return { label, value: label };
      });
  },
  catalogue: {
    groups: ({ texts }) =>
      GROUPS.map(({ id, indicators }) => ({
        name: texts.t(`guide.term.indicatorGroup.${id}`),
        entries: indicators.map((entry) => ({ id: entry.id, label: indicatorLabel(entry, texts.language) })),
      })),
    take: (ids, ctx) => GUIDE.filter(({ id }) => ids.includes(id)).map((entry) => named(entry, ctx)),
  },
  merge: (current, addition) => mergeRecords(current, addition, 'name'),
  rests: (measures, { texts }) =>
    fromGuide(
      'indicators',
      measures.map(({ guide }) => guide),
      texts,
    ),
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
    const unknown = [pending?.label ?? '', ...(pending?.also ?? [])].some((w) =>
      words.includes(` ${sameName(w)} `),
    );
    return unknown && !/\d/.test(text) ? read('pending') : readNumber(text, reading(ctx));
  },
  show: showBaseline,
  choices: ({ texts }) => {
    const label = texts.t('guide.term.baseline.pending');
    return [{ label, value: label }];
  },
});

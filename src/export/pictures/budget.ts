import { sumByCurrency } from '../../plan/rules-budget.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Money } from '../../plan/values.ts';
import { formatMoney, formatNumber } from '../../text/format.ts';
import type { ExportContext } from '../lines.ts';
import { told } from './alt.ts';
import { INK, type Picture, SIZE, WIDTH } from './picture.ts';
import { fitted, label, labels, rowHeight, shape } from './svg.ts';

interface Bar {
  name: string;
  money: Money;
  /** The axis has no budget of its own: this is what its projects cost. */
  fromProjects: boolean;
}

const LEFT = 210;
const RIGHT = 190;
const BAR = 18;
const SPACE = 14;
/** Most bars of a currency. */
const MOST = 10;

/**
 * What each axis costs, as bars to one scale for each currency, because no rate of exchange is assumed. An axis
 * without a budget shows what its projects add up to, with an open bar.
 */
export function budgetPicture(plan: Plan, { texts }: ExportContext): Picture | undefined {
  const bars = barsOf(plan);
  if (bars.length === 0) return undefined;
  const groups = [...Map.groupBy(bars, (bar) => bar.money.currency).values()];
  let top = 4;
  const parts: string[] = [];
  for (const group of groups) {
    const most = Math.max(...group.map((bar) => bar.money.amount));
    const total = group.reduce((sum, bar) => sum + bar.money.amount, 0);
    for (const bar of group.slice(0, MOST)) {
      const share = total > 0 ? Math.round((100 * bar.money.amount) / total) : 0;
      const drawn = drawBar(
        bar,
        top,
        most,
        `${formatMoney(bar.money, texts.language)} · ${percent(share, texts)}`,
      );
      parts.push(drawn.body);
      top += drawn.height + SPACE;
    }
    const left = group.length - Math.min(group.length, MOST);
    if (left > 0) {
      parts.push(
        label(texts.t('export.more', { count: left }), 0, top, { weight: 'italic', colour: INK.soft }),
      );
      top += rowHeight() + SPACE;
    }
    const sum = { amount: total, currency: group[0]?.money.currency ?? 'COP' };
    parts.push(
      shape('line', { x1: 0, x2: WIDTH, y1: top - 4, y2: top - 4, stroke: INK.grid }),
      label(`${texts.t('export.total')}: ${formatMoney(sum, texts.language)}`, LEFT, top, { weight: 'bold' }),
    );
    top += rowHeight() + SPACE;
  }
  if (bars.some((bar) => bar.fromProjects)) {
    parts.push(
      shape('rect', {
        x: 1,
        y: top + 2,
        width: 22,
        height: 12,
        fill: INK.ground,
        stroke: INK.mark,
        'stroke-width': 1.5,
      }),
      label(texts.t('export.picture.fromProjects'), 32, top, { size: SIZE.small, colour: INK.soft }),
    );
    top += rowHeight(SIZE.small) + 4;
  }
  const amounts = bars.map((bar) => `${bar.name}: ${formatMoney(bar.money, texts.language)}`);
  return {
    title: texts.t('export.picture.budget'),
    alt: texts.t('export.alt.budget', { detail: told(amounts, texts) }),
    width: WIDTH,
    height: top,
    body: parts.join(''),
  };
}

function percent(share: number, texts: ExportContext['texts']): string {
  return `${formatNumber(share, texts.language)} %`;
}

function barsOf({ strategy, projects }: Plan): Bar[] {
  return (strategy.axes ?? []).flatMap((axis): Bar[] => {
    if (axis.budget) return [{ name: axis.name, money: axis.budget, fromProjects: false }];
    const own = (projects ?? []).filter((p) => p.axis === axis.id).flatMap((p) => p.budget ?? []);
    return sumByCurrency(own).map((money) => ({ name: axis.name, money, fromProjects: true }));
  });
}

function drawBar(bar: Bar, top: number, most: number, amount: string): { body: string; height: number } {
  const name = fitted(bar.name, LEFT - 12, 2);
  const height = Math.max(BAR, name.length * rowHeight());
  const width = most > 0 ? Math.max(2, ((WIDTH - LEFT - RIGHT) * bar.money.amount) / most) : 2;
  const middle = top + height / 2;
  const look = bar.fromProjects
    ? { fill: INK.ground, stroke: INK.mark, 'stroke-width': 1.5 }
    : { fill: INK.mark };
  const body = [
    labels(name, 0, middle - (name.length * rowHeight()) / 2),
    shape('rect', { x: LEFT, y: middle - BAR / 2, width, height: BAR, ...look }),
    label(
      fitted(amount, RIGHT - 8, 1, { size: SIZE.small })[0] ?? '',
      LEFT + width + 8,
      middle - rowHeight(SIZE.small) / 2,
      {
        size: SIZE.small,
      },
    ),
  ].join('');
  return { body, height };
}

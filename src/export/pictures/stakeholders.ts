import type { Plan, Stakeholder } from '../../plan/schema.ts';
import { SECTORS, WILLINGNESS } from '../../plan/terms.ts';
import { type ExportContext, termLine } from '../lines.ts';
import { told } from './alt.ts';
import { INK, type Picture, SIZE, WIDTH } from './picture.ts';
import { fitted, label, labels, rowHeight, shape } from './svg.ts';

const LEFT = 170;
const PAD = 8;
const HEAD = 30;
/** Most actors of a cell, and most rows of a name. */
const MOST = { actors: 5, rows: 3 };

/**
 * The map of actors: sectors by their willingness to take part, which is what the plan knows of each (it asks
 * for no degree of influence). Undefined as long as nothing is known of anyone's
 * willingness.
 */
export function stakeholdersPicture(plan: Plan, ctx: ExportContext): Picture | undefined {
  const { texts } = ctx;
  const actors = plan.governance.stakeholders ?? [];
  if (actors.every((actor) => degreeOf(actor) === 'unknown')) return undefined;
  const degrees = WILLINGNESS.filter((w) => w !== 'unknown' || actors.some((a) => degreeOf(a) === w));
  const sectors = [...SECTORS, undefined].filter((s) => actors.some((a) => a.sector === s));
  const column = (WIDTH - LEFT) / degrees.length;
  const name = (list: string, id: string | undefined) =>
    termLine(list, id, ctx)[0]?.text ?? texts.t('export.picture.sectorPending');
  const heads = degrees.map((degree, i) =>
    label(name('willingness', degree), LEFT + (i + 0.5) * column, 34, {
      weight: 'bold',
      size: SIZE.small,
      colour: INK.heading,
      anchor: 'middle',
    }),
  );
  let top = 34 + HEAD;
  const rows = sectors.map((sector, i) => {
    const named = fitted(name('sector', sector), LEFT - 2 * PAD, 3, { weight: 'bold', size: SIZE.small });
    const cells = degrees.map((degree) =>
      cell(
        actors.filter((a) => a.sector === sector && degreeOf(a) === degree),
        column - 2 * PAD,
        (count) => texts.t('export.more', { count }),
      ),
    );
    const height = Math.max(named.length * rowHeight(SIZE.small) + 2 * PAD, ...cells.map((c) => c.height));
    const drawn = [
      shape('rect', { x: 0, y: top, width: WIDTH, height, fill: i % 2 === 0 ? INK.pale : INK.ground }),
      labels(named, PAD, top + PAD, { weight: 'bold', size: SIZE.small, colour: INK.heading }),
      ...cells.map((c, at) => c.draw(LEFT + at * column + PAD, top)),
    ].join('');
    top += height;
    return drawn;
  });
  const lines = degrees.map((_, i) => LEFT + i * column);
  const groups = sectors.map((sector) => {
    const own = actors.filter((a) => a.sector === sector);
    const each = own.map((a) => `${a.name} (${name('willingness', degreeOf(a))})`);
    return `${name('sector', sector)}: ${each.join(', ')}`;
  });
  return {
    title: texts.t('export.picture.stakeholders'),
    alt: texts.t('export.alt.stakeholders', { count: actors.length, detail: told(groups, texts) }),
    width: WIDTH,
    height: top + 2,
    body: [
      label(texts.t('export.column.sector'), PAD, 34, { size: SIZE.small, colour: INK.soft }),
      label(texts.t('export.picture.willingness'), LEFT + (WIDTH - LEFT) / 2, 6, {
        size: SIZE.small,
        colour: INK.soft,
        anchor: 'middle',
      }),
      ...heads,
      ...rows,
      ...lines.map((x) => shape('line', { x1: x, x2: x, y1: 28, y2: top, stroke: INK.grid })),
      shape('line', { x1: 0, x2: WIDTH, y1: top, y2: top, stroke: INK.line }),
      shape('line', { x1: 0, x2: WIDTH, y1: 34 + HEAD, y2: 34 + HEAD, stroke: INK.line }),
    ].join(''),
  };
}

/** An actor of whom nothing is said is one whose willingness is not known. */
function degreeOf(actor: Stakeholder): (typeof WILLINGNESS)[number] {
  return actor.willingness ?? 'unknown';
}

function cell(actors: readonly Stakeholder[], width: number, more: (count: number) => string) {
  const size = SIZE.small;
  const inner = 6;
  const chips = actors
    .slice(0, MOST.actors)
    .map((a) => fitted(a.name, width - 2 * inner, MOST.rows, { size }));
  const rest = actors.length - chips.length;
  const heightOf = (rows: readonly string[]) => rows.length * rowHeight(size) + inner;
  const sum = chips.reduce((total, rows) => total + heightOf(rows) + PAD, 0);
  const height = sum + PAD + (rest > 0 ? rowHeight(size) + PAD : 0);
  const draw = (x: number, y: number): string => {
    let top = y + PAD;
    const drawn = chips.map((rows) => {
      const box = { x, y: top, width, height: heightOf(rows), rx: 4, fill: INK.ground, stroke: INK.line };
      const one = shape('rect', box) + labels(rows, x + inner, top + inner / 2, { size });
      top += heightOf(rows) + PAD;
      return one;
    });
    const tail =
      rest > 0 ? label(more(rest), x + inner, top, { size, weight: 'italic', colour: INK.soft }) : '';
    return drawn.join('') + tail;
  };
  return { height, draw };
}

import type { Milestone, Plan, Project } from '../../plan/schema.ts';
import { formatDate } from '../../text/format.ts';
import { textWidth } from '../fonts.ts';
import { dateRange, type ExportContext } from '../lines.ts';
import { told } from './alt.ts';
import { drawMark, type MarkState } from './gantt-marks.ts';
import { type Days, daysOf, timeAxis } from './gantt-scale.ts';
import { INK, type Picture, SIZE, WIDTH } from './picture.ts';
import { fitted, label, labels, rowHeight, shape } from './svg.ts';

const LEFT = 250;
const AXIS = 26;
const PAD = 5;
/** Most rows of the whole picture, which leaves it on one page. */
const MOST = 26;

type Row = { kind: 'project'; project: Project; days: Days | undefined } | MilestoneRow;
interface MilestoneRow {
  kind: 'milestone';
  milestone: Milestone & { date: string };
  days: Days;
}

/**
 * Projects as bars from start to end, and under each its milestones by date, marked by their state. A date that
 * is only known by month or year is drawn as long as it is. Undefined when nothing has a date.
 */
export function ganttPicture(plan: Plan, ctx: ExportContext): Picture | undefined {
  const { texts } = ctx;
  const rows = rowsOf(plan);
  const dated = rows.flatMap((row) => row.days ?? []);
  if (dated.length === 0) return undefined;
  const shown = rows.slice(0, MOST);
  const all = [...dated, ...(plan.start && plan.end ? [daysOf(plan.start, plan.end)] : [])];
  const { span, ticks } = timeAxis(
    { first: Math.min(...all.map((d) => d.first)), last: Math.max(...all.map((d) => d.last)) },
    texts.language,
  );
  const x = (day: number) => LEFT + ((WIDTH - LEFT - 8) * (day - span.first)) / (span.last + 1 - span.first);
  let top = AXIS;
  const drawn = shown.map((row) => {
    const part = drawRow(row, top, x, ctx);
    top += part.height;
    return part.body;
  });
  const bottom = top;
  const milestones = rows.filter((row) => row.kind === 'milestone');
  const notes = notesOf(plan, rows.length - shown.length, ctx);
  const states = [
    ...new Set(shown.flatMap((row) => (row.kind === 'milestone' ? stateOf(row.milestone) : []))),
  ];
  top += 10;
  const legend = drawLegend(states, top, ctx);
  top += legend.height;
  const tail = notes.map((note, i) =>
    label(note, 0, top + i * rowHeight(SIZE.small), { size: SIZE.small, weight: 'italic', colour: INK.soft }),
  );
  top += notes.length * rowHeight(SIZE.small);
  const each = milestones.map(
    ({ milestone: m }) =>
      `${m.name} (${formatDate(m.date, texts.language)}, ${texts.t(`export.state.${stateOf(m)}`)})`,
  );
  const grid = ticks.map(({ day, text }) => {
    const at = x(day);
    return (
      shape('line', { x1: at, x2: at, y1: AXIS - 6, y2: bottom, stroke: INK.grid }) +
      label(text, at + 4, 2, { size: SIZE.small, colour: INK.soft })
    );
  });
  return {
    title: texts.t('export.picture.gantt'),
    alt: texts.t('export.alt.gantt', {
      projects: plan.projects?.length ?? 0,
      milestones: milestones.length,
      detail: told(each, texts),
    }),
    width: WIDTH,
    height: top + 4,
    body: [
      ...grid,
      ...drawn,
      shape('line', { x1: 0, x2: WIDTH, y1: bottom, y2: bottom, stroke: INK.line }),
      legend.body,
      ...tail,
    ].join(''),
  };
}

function rowsOf(plan: Plan): Row[] {
  return (plan.projects ?? []).flatMap((project): Row[] => {
    const own = (project.milestones ?? []).filter(
      (m): m is Milestone & { date: string } => m.date !== undefined,
    );
    const milestones = own
      .map((milestone): MilestoneRow => ({ kind: 'milestone', milestone, days: daysOf(milestone.date) }))
      .toSorted((a, b) => a.days.first - b.days.first);
    const edge = project.start ?? project.end;
    const days = edge === undefined ? undefined : daysOf(project.start ?? edge, project.end ?? edge);
    return days || milestones.length > 0 ? [{ kind: 'project', project, days }, ...milestones] : [];
  });
}

function drawRow(
  row: Row,
  top: number,
  x: (day: number) => number,
  ctx: ExportContext,
): { body: string; height: number } {
  const isProject = row.kind === 'project';
  const indent = isProject ? 0 : 14;
  const look = { size: SIZE.small, weight: isProject ? 'bold' : 'regular' } as const;
  const name = fitted(isProject ? row.project.name : row.milestone.name, LEFT - indent - 14, 2, look);
  const height = name.length * rowHeight(SIZE.small) + 2 * PAD;
  const middle = top + height / 2;
  const head = isProject
    ? shape('rect', { x: 0, y: top, width: WIDTH, height, fill: INK.pale, 'fill-opacity': 0.9 })
    : '';
  const text = labels(name, indent + 4, top + PAD, { ...look, colour: isProject ? INK.heading : INK.text });
  return {
    body: head + text + (isProject ? projectBar(row, middle, x, ctx) : milestoneMark(row, middle, x, ctx)),
    height,
  };
}

function projectBar(
  { project, days }: Extract<Row, { kind: 'project' }>,
  middle: number,
  x: (day: number) => number,
  ctx: ExportContext,
): string {
  if (!days) return '';
  const [from, to] = [x(days.first), x(days.last + 1)];
  const bar = { x: from, y: middle - 6, width: Math.max(3, to - from), height: 12, rx: 2 };
  // Only one end is known: the bar is open, as its length is not.
  const open = project.start === undefined || project.end === undefined;
  const drawn = shape(
    'rect',
    open ? { ...bar, fill: INK.ground, stroke: INK.mark } : { ...bar, fill: INK.mark },
  );
  return drawn + (open ? besides(dateRange(project, ctx) ?? '', from, to, middle) : '');
}

function milestoneMark(
  { milestone, days }: MilestoneRow,
  middle: number,
  x: (day: number) => number,
  { texts }: ExportContext,
): string {
  const [from, to] = [x(days.first), x(days.last + 1)];
  const at = (from + to) / 2;
  const stretch =
    to - from > 14
      ? shape('line', { x1: from, x2: to, y1: middle, y2: middle, stroke: INK.line, 'stroke-width': 2 })
      : '';
  const ends = { from: Math.min(from, at - 8), to: Math.max(to, at + 8) };
  return (
    stretch +
    drawMark(stateOf(milestone), at, middle) +
    besides(formatDate(milestone.date, texts.language), ends.from, ends.to, middle)
  );
}

/** A short text right of a mark, or left of it where the picture ends, or on it where it fills the row. */
function besides(text: string, from: number, to: number, middle: number): string {
  const look = { size: 11, colour: INK.soft };
  const room = { right: WIDTH - to - 6, left: from - LEFT - 6 };
  const top = middle - rowHeight(look.size) / 2;
  if (Math.max(room.right, room.left) < LEAST) {
    const [row = ''] = fitted(text, (to - from) / 2 - 24, 1, look);
    const ground = {
      x: from + 6,
      y: top,
      width: textWidth(row, look.size) + 8,
      height: rowHeight(look.size),
    };
    return shape('rect', { ...ground, fill: INK.ground }) + label(row, from + 10, top, look);
  }
  const right = room.right >= room.left || room.right > 130;
  const [row = ''] = fitted(text, right ? room.right : room.left, 1, look);
  return label(row, right ? to + 5 : from - 5, top, { ...look, anchor: right ? 'start' : 'end' });
}

/** Least room for a date beside its mark. */
const LEAST = 60;

function stateOf(milestone: Milestone): MarkState {
  return milestone.state ?? 'planned';
}

/** What is left out of the picture. */
function notesOf(plan: Plan, cut: number, { texts }: ExportContext): string[] {
  const undated = (plan.projects ?? [])
    .flatMap((p) => p.milestones ?? [])
    .filter((m) => m.date === undefined);
  return [
    ...(cut > 0 ? [texts.t('export.more', { count: cut })] : []),
    ...(undated.length > 0 ? [texts.t('export.picture.undated', { count: undated.length })] : []),
  ];
}

function drawLegend(states: readonly MarkState[], top: number, { texts }: ExportContext) {
  if (states.length === 0) return { body: '', height: 0 };
  const body = states.map((state, i) => {
    const left = 10 + i * 138;
    return (
      drawMark(state, left, top + rowHeight(SIZE.small) / 2) +
      label(texts.t(`export.state.${state}`), left + 14, top, { size: SIZE.small })
    );
  });
  return { body: body.join(''), height: rowHeight(SIZE.small) + 8 };
}

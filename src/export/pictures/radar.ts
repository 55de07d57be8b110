import { INK, type Picture, SIZE } from './picture.ts';
import { fitted, label, labels, points, rowHeight, shape } from './svg.ts';

/** What a radar shows, whoever scored it: a plan's review, or the evaluation of a practice. */
export interface RadarData {
  title: string;
  /** The whole in words. */
  alt: string;
  /** The highest score; the lowest is zero. */
  max: number;
  /** How a score is written at the rings. */
  scoreText: (score: number) => string;
  axes: readonly string[];
  /** One value an axis, in their order, or undefined where there is none; two at most can be told apart. */
  series: readonly { name: string; values: readonly (number | undefined)[] }[];
}

const WIDTH = 720;
const RADIUS = 165;
const CENTRE = { x: WIDTH / 2, y: RADIUS + 62 };
const LABEL = { width: 170, gap: 14 };
/** Most scores that each get a ring of their own; a finer scale has a ring for each quarter. */
const MOST_RINGS = 5;
const LOOKS = [
  { stroke: INK.mark, dash: undefined },
  { stroke: INK.second, dash: '6 4' },
] as const;

/**
 * Scores as a polygon around a centre. Axes without a value have no point, and the line passes them by.
 * @returns undefined with fewer than three axes, or with fewer than three values in every series.
 */
export function radarPicture(data: RadarData): Picture | undefined {
  const { axes, max } = data;
  const known = (values: readonly (number | undefined)[]) => values.filter((v) => v !== undefined).length;
  const series = data.series.slice(0, LOOKS.length).filter((s) => known(s.values) >= 3);
  if (axes.length < 3 || series.length === 0 || max <= 0) return undefined;
  const at = (i: number, share: number): [number, number] => {
    const angle = (2 * Math.PI * i) / axes.length - Math.PI / 2;
    return [CENTRE.x + RADIUS * share * Math.cos(angle), CENTRE.y + RADIUS * share * Math.sin(angle)];
  };
  const count = Number.isInteger(max) && max <= MOST_RINGS ? max : 4;
  const rings = Array.from({ length: count }, (_, i) => (i + 1) / count);
  const grid = [
    ...rings.map((share) =>
      shape('polygon', { points: points(axes.map((_, i) => at(i, share))), fill: 'none', stroke: INK.grid }),
    ),
    ...axes.map((_, i) => {
      const [x, y] = at(i, 1);
      return shape('line', { x1: CENTRE.x, y1: CENTRE.y, x2: x, y2: y, stroke: INK.grid });
    }),
  ];
  const drawn = series.map(({ values }, s) => drawSeries(values, s, (i, value) => at(i, clamp(value / max))));
  const scale = rings.map((share) =>
    label(data.scoreText(max * share), CENTRE.x + 4, at(0, share)[1] - 2, { size: 10, colour: INK.soft }),
  );
  const bottom = CENTRE.y + RADIUS + 62;
  const legend =
    series.length > 1
      ? drawLegend(
          series.map((s) => s.name),
          bottom,
        )
      : '';
  return {
    title: data.title,
    alt: data.alt,
    width: WIDTH,
    height: bottom + (series.length > 1 ? rowHeight(SIZE.small) + 8 : 0),
    body: [...grid, ...drawn, ...scale, ...axes.map((name, i) => axisLabel(name, at(i, 1))), legend].join(''),
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function drawSeries(
  values: readonly (number | undefined)[],
  index: number,
  at: (i: number, value: number) => [number, number],
): string {
  const { stroke, dash } = LOOKS[index] ?? LOOKS[0];
  const places = values.flatMap((value, i) => (value === undefined ? [] : [at(i, value)]));
  const marks = places.map(([x, y]) =>
    index === 0
      ? shape('circle', { cx: x, cy: y, r: 4, fill: stroke })
      : shape('rect', {
          x: x - 4,
          y: y - 4,
          width: 8,
          height: 8,
          fill: INK.ground,
          stroke,
          'stroke-width': 2,
        }),
  );
  return [
    shape('polygon', {
      points: points(places),
      fill: stroke,
      'fill-opacity': index === 0 ? 0.16 : 0,
      stroke,
      'stroke-width': 2,
      'stroke-dasharray': dash,
    }),
    ...marks,
  ].join('');
}

/** Outside the end of its axis, on the side where there is room. */
function axisLabel(name: string, [x, y]: [number, number]): string {
  const rows = fitted(name, LABEL.width, 3, { size: SIZE.small });
  const height = rows.length * rowHeight(SIZE.small);
  const [dx, dy] = [(x - CENTRE.x) / RADIUS, (y - CENTRE.y) / RADIUS];
  const anchor = Math.abs(dx) < 0.2 ? 'middle' : dx > 0 ? 'start' : 'end';
  const left = x + (anchor === 'middle' ? 0 : Math.sign(dx) * LABEL.gap);
  const top = y + dy * LABEL.gap - height / 2 + (dy * height) / 2;
  return labels(rows, left, top, { size: SIZE.small, anchor });
}

function drawLegend(names: readonly string[], top: number): string {
  return names
    .map((name, i) => {
      const left = 60 + i * 330;
      const { stroke, dash } = LOOKS[i] ?? LOOKS[0];
      const y = top + rowHeight(SIZE.small) / 2;
      return [
        shape('line', {
          x1: left,
          x2: left + 34,
          y1: y,
          y2: y,
          stroke,
          'stroke-width': 2,
          'stroke-dasharray': dash,
        }),
        label(fitted(name, 270, 1, { size: SIZE.small })[0] ?? '', left + 42, top, { size: SIZE.small }),
      ].join('');
    })
    .join('');
}

import { cleanText } from '../clean-text.ts';
import type { Weight } from '../fonts.ts';
import { drawable } from '../glyphs.ts';
import { wrapText } from '../wrap.ts';
import { INK, LEADING, type Picture, SIZE } from './picture.ts';

type Attributes = Record<string, string | number | undefined>;

/** An empty SVG element. */
export function shape(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>`;
}

export interface TextLook {
  size?: number;
  weight?: Weight;
  colour?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One row of text; `y` is the top of its row. */
export function label(text: string, x: number, y: number, look: TextLook = {}): string {
  const { size = SIZE.body, weight = 'regular', colour = INK.text, anchor } = look;
  const attributes = {
    x,
    y: y + size * BASELINE,
    'font-size': size,
    'font-weight': weight === 'bold' ? 'bold' : undefined,
    'font-style': weight === 'italic' ? 'italic' : undefined,
    'text-anchor': anchor,
    fill: colour,
  };
  return `<text${written(attributes)}>${escaped(cleanText(text))}</text>`;
}

/** Where letters stand in a row of text, as a multiple of its size from the top of the row. */
const BASELINE = 1.02;

/** Rows of text under one another, from the top `y`. */
export function labels(rows: readonly string[], x: number, y: number, look: TextLook = {}): string {
  return rows.map((row, i) => label(row, x, y + i * rowHeight(look.size), look)).join('');
}

export function rowHeight(size: number = SIZE.body): number {
  return size * LEADING;
}

/** Text on one line as rows of at most `width`; what does not fit into `most` rows ends in an ellipsis. */
export function fitted(text: string, width: number, most: number, look: TextLook = {}): string[] {
  const { size = SIZE.body, weight = 'regular' } = look;
  return wrapText(drawable(text).replace(/\s+/g, ' ').trim(), width, size, { weight, most });
}

/** A picture as a whole SVG document; with `titled`, its title stands above it, for a picture on its own. */
export function pictureSvg(picture: Picture, { titled = false }: { titled?: boolean } = {}): string {
  const heading = titled ? fitted(picture.title, picture.width, 2, HEADING) : [];
  const [left, above] = titled ? [MARGIN, heading.length * rowHeight(HEADING.size) + 1.75 * MARGIN] : [0, 0];
  const width = picture.width + 2 * left;
  const height = Math.ceil(picture.height + above + left);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${written({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': 'DejaVu Sans Condensed', role: 'img' })}>`,
    `<title>${escaped(cleanText(picture.title))}</title><desc>${escaped(cleanText(picture.alt))}</desc>`,
    shape('rect', { width, height, fill: INK.ground }),
    labels(heading, MARGIN, MARGIN, HEADING),
    `<g transform="translate(${left} ${rounded(above)})">${picture.body}</g></svg>`,
  ].join('');
}

const MARGIN = 16;
const HEADING = { size: 18, weight: 'bold', colour: INK.heading } as const;

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : escaped(value ?? '')}"`)
    .join('');
}

/** Points of a line or a polygon. */
export function points(list: readonly (readonly [number, number])[]): string {
  return list.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

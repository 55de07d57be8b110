import type { Plan } from '../../plan/schema.ts';
import type { ExportContext } from '../lines.ts';

/** A drawing of something a plan says, in a unit of its own (a pixel on screen at the usual size). */
export interface Picture {
  /** What it shows. */
  title: string;
  /** The same in words, for whoever cannot see it. */
  alt: string;
  width: number;
  height: number;
  /** SVG elements inside that size, without the `svg` element around them. */
  body: string;
}

/** What draws a plan; undefined when the plan has nothing to show yet. */
export type DrawPlan = (plan: Plan, context: ExportContext) => Picture | undefined;

/** Width of every picture: at the width of a letter page its 13-unit texts come out at 8.7 points. */
export const WIDTH = 720;

/** Lines of dark text on light ground; every pair of text and ground here keeps 4.5:1 of contrast at least. */
export const INK = {
  text: '#222222',
  soft: '#595959',
  heading: '#1F3864',
  line: '#8A97AD',
  grid: '#D5DCE8',
  ground: '#FFFFFF',
  pale: '#F3F6FB',
  tint: '#DCE5F3',
  mark: '#1F3864',
  second: '#9C4A00',
};

/** Sizes of text. */
export const SIZE = { head: 14, body: 13, small: 12 };
/** Height of a row of text as a multiple of its size. */
export const LEADING = 1.3;

import type { MILESTONE_STATES } from '../../plan/terms.ts';
import { INK } from './picture.ts';
import { points, shape } from './svg.ts';

export type MarkState = (typeof MILESTONE_STATES)[number];

const R = 6.5;

/** The mark of a milestone, told apart by its shape and not by colour alone. */
export function drawMark(state: MarkState, x: number, y: number): string {
  const diamond = points([
    [x, y - R],
    [x + R, y],
    [x, y + R],
    [x - R, y],
  ]);
  const edge = { stroke: INK.mark, 'stroke-width': 1.8 };
  switch (state) {
    case 'planned':
      return shape('polygon', { points: diamond, fill: INK.ground, ...edge });
    case 'on-track':
      return (
        shape('polygon', { points: diamond, fill: INK.ground, ...edge }) +
        shape('circle', { cx: x, cy: y, r: 2.2, fill: INK.mark })
      );
    case 'done':
      return shape('polygon', { points: diamond, fill: INK.mark, ...edge });
    case 'delayed':
      return shape('polygon', {
        points: points([
          [x, y - R],
          [x + R, y + R * 0.8],
          [x - R, y + R * 0.8],
        ]),
        fill: INK.second,
        stroke: INK.second,
      });
    case 'dropped':
      return shape('path', {
        d: `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`,
        stroke: INK.soft,
        'stroke-width': 2.2,
      });
  }
}

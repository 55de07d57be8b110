import { formatNumber } from '../../text/format.ts';
import type { Texts } from '../../text/locales.ts';
import { told } from './alt.ts';
import { INK, type Picture, SIZE, WIDTH } from './picture.ts';
import { fitted, label, labels, rowHeight, shape } from './svg.ts';

/** How far a step of the guide has come. */
export interface StepProgress {
  title: string;
  /** Questions answered, and all of the step. */
  filled: number;
  total: number;
}

const LEFT = 280;
const RIGHT = 90;
const BAR = 14;
const SPACE = 9;

/** A bar for each step: how many of its questions are answered. Undefined when there are no questions. */
export function progressPicture(steps: readonly StepProgress[], texts: Texts): Picture | undefined {
  const asked = steps.filter((step) => step.total > 0);
  if (asked.length === 0) return undefined;
  let top = 4;
  const rows = asked.map(({ title, filled, total }) => {
    const name = fitted(title, LEFT - 12, 2, { size: SIZE.small });
    const height = Math.max(BAR, name.length * rowHeight(SIZE.small));
    const middle = top + height / 2;
    const width = WIDTH - LEFT - RIGHT;
    const bar = { y: middle - BAR / 2, height: BAR, rx: 2 };
    const drawn = [
      labels(name, 0, middle - (name.length * rowHeight(SIZE.small)) / 2, { size: SIZE.small }),
      shape('rect', { x: LEFT, width, ...bar, fill: INK.ground, stroke: INK.line }),
      filled > 0
        ? shape('rect', { x: LEFT, width: (width * Math.min(filled, total)) / total, ...bar, fill: INK.mark })
        : '',
      label(
        texts.t('export.picture.answered', { filled, total }),
        LEFT + width + 10,
        middle - rowHeight(SIZE.small) / 2,
        {
          size: SIZE.small,
        },
      ),
    ].join('');
    top += height + SPACE;
    return drawn;
  });
  const sum = (key: 'filled' | 'total') => asked.reduce((all, step) => all + step[key], 0);
  const percent = formatNumber(Math.round((100 * sum('filled')) / sum('total')), texts.language);
  const each = asked.map(
    ({ title, filled, total }) => `${title}: ${texts.t('export.picture.answered', { filled, total })}`,
  );
  return {
    title: texts.t('export.picture.progress', { percent }),
    alt: texts.t('export.alt.progress', { percent, detail: told(each, texts) }),
    width: WIDTH,
    height: top,
    body: rows.join(''),
  };
}

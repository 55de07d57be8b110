import { CRITERIA } from '../../plan/terms.ts';
import { formatNumber } from '../../text/format.ts';
import { type ExportContext, guideName } from '../lines.ts';
import { told } from './alt.ts';
import type { Picture } from './picture.ts';
import { radarPicture } from './radar.ts';

/** What a radar of the sixteen criteria says besides its scores. */
export interface CriteriaRadar {
  title: string;
  /** The description, around the scores told one after another. */
  alt: (detail: string) => string;
  /** What is told of a criterion without a score. */
  none: string;
}

/** Scores of the sixteen criteria, in their order: shares from 0 to 1; a criterion without one has no point. */
export interface CriteriaScores {
  name: string;
  shares: readonly (number | undefined)[];
}

/**
 * The guide's sixteen criteria as a radar.
 * @param series whose scores to draw; the first is told in words
 * @returns undefined with fewer than three shares in each
 */
export function criteriaPicture(
  series: readonly CriteriaScores[],
  { title, alt, none }: CriteriaRadar,
  ctx: ExportContext,
): Picture | undefined {
  const { texts } = ctx;
  const names = CRITERIA.map((id) => guideName(`guide.term.criterion.${id}`, id, ctx));
  const scoreText = (percent: number) => `${formatNumber(Math.round(percent), texts.language)} %`;
  const percents = series.map(({ name, shares }) => ({
    name,
    values: shares.map((share) => (share === undefined ? undefined : 100 * share)),
  }));
  const scores = names.map((name, i) => {
    const percent = percents[0]?.values[i];
    return `${name}: ${percent === undefined ? none : scoreText(percent)}`;
  });
  return radarPicture({
    title,
    alt: alt(told(scores, texts)),
    max: 100,
    scoreText,
    axes: names,
    series: percents,
  });
}

import { type Assessed, assess } from '../../plan/assessment/assess.ts';
import type { Plan } from '../../plan/schema.ts';
import { CRITERIA } from '../../plan/terms.ts';
import { formatNumber } from '../../text/format.ts';
import { type ExportContext, guideName } from '../lines.ts';
import { told } from './alt.ts';
import type { Picture } from './picture.ts';
import { radarPicture } from './radar.ts';

/**
 * The review as a radar: for each of the sixteen criteria, what share of the questions that apply are met, by the
 * verdicts that hold and, where the entity says otherwise than the data, by the data alone. A question that does
 * not apply yet, or that nobody has answered, never counts as missing; a criterion without any other has no point.
 */
export function reviewPicture(plan: Plan, ctx: ExportContext): Picture | undefined {
  const { texts } = ctx;
  const points = assess(plan).filter(({ list }) => list === 'criteria');
  // What a blank plan lacks needs no picture.
  if (!points.some(({ own, verdict }) => own !== undefined || verdict === 'met')) return undefined;
  const shares = sharesOf(points, ({ verdict }) => verdict);
  const ofData = sharesOf(points, ({ data }) => data);
  const names = CRITERIA.map((id) => guideName(`guide.term.criterion.${id}`, id, ctx));
  const scoreText = (share: number) => `${formatNumber(Math.round(share), texts.language)} %`;
  const scores = names.map((name, i) => {
    const share = shares[i];
    return `${name}: ${share === undefined ? texts.t('guide.term.verdict.not-yet') : scoreText(share)}`;
  });
  const judged = points.some(({ own }) => own !== undefined);
  return radarPicture({
    title: texts.t('export.picture.review'),
    alt: texts.t('export.alt.review', { detail: told(scores, texts) }),
    max: 100,
    scoreText,
    axes: names,
    series: judged
      ? [
          { name: texts.t('export.picture.review.held'), values: shares },
          { name: texts.t('export.picture.review.data'), values: ofData },
        ]
      : [{ name: texts.t('export.picture.review.data'), values: shares }],
  });
}

/** Per criterion, the share of its questions that are met, in hundredths, of those that apply. */
function sharesOf(points: Assessed[], verdictOf: (point: Assessed) => Assessed['verdict']) {
  return CRITERIA.map((criterion) => {
    const verdicts = points.filter(({ group }) => group === criterion).map(verdictOf);
    const met = verdicts.filter((v) => v === 'met').length;
    const applying = met + verdicts.filter((v) => v === 'missing').length;
    return applying === 0 ? undefined : (100 * met) / applying;
  });
}

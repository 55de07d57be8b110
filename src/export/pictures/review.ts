import type { Plan } from '../../plan/schema.ts';
import { CRITERIA } from '../../plan/terms.ts';
import { formatNumber } from '../../text/format.ts';
import { type ExportContext, guideName } from '../lines.ts';
import { told } from './alt.ts';
import type { Picture } from './picture.ts';
import { radarPicture } from './radar.ts';

/**
 * The plan's own review as a radar: for each of the sixteen criteria, what share of the questions that apply
 * are met. A question that does not apply yet never counts as missing; a criterion without one has no point.
 */
export function reviewPicture(plan: Plan, ctx: ExportContext): Picture | undefined {
  const { texts } = ctx;
  const judged = plan.review.criteria ?? {};
  const shares = CRITERIA.map((criterion) => {
    const verdicts = [1, 2, 3].map((n) => judged[`${criterion}-${n}`]?.verdict);
    const met = verdicts.filter((v) => v === 'met').length;
    const applying = met + verdicts.filter((v) => v === 'missing').length;
    return applying === 0 ? undefined : (100 * met) / applying;
  });
  const names = CRITERIA.map((id) => guideName(`guide.term.criterion.${id}`, id, ctx));
  const scoreText = (share: number) => `${formatNumber(Math.round(share), texts.language)} %`;
  const scores = names.map((name, i) => {
    const share = shares[i];
    return `${name}: ${share === undefined ? texts.t('guide.term.verdict.not-yet') : scoreText(share)}`;
  });
  return radarPicture({
    title: texts.t('export.picture.review'),
    alt: texts.t('export.alt.review', { detail: told(scores, texts) }),
    max: 100,
    scoreText,
    axes: names,
    series: [{ name: texts.t('export.picture.review'), values: shares }],
  });
}

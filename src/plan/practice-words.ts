import { formatNumber } from '../text/format.ts';
import type { Texts } from '../text/locales.ts';
import type { Change, CriterionAnswer, PracticeIndicator } from './practice.ts';
import { type CriterionScore, differenceOf } from './practice-score.ts';

/** What a criterion is called: the same name as in the plan's review. */
export function criterionName(id: string, texts: Texts): string {
  return texts.t(`guide.term.criterion.${id}`);
}

/** What an indicator is called: a short name for one of the guide's, or the official's own. */
export function indicatorName({ guide, name }: PracticeIndicator, texts: Texts): string {
  return guide === undefined ? (name ?? '') : texts.t(`practice.indicator.${guide}`);
}

/** «1 sí, 2 no, 3 en parte — hay actas», or «sí» where one answer stands for the whole criterion. */
export function answerText({ verdicts, note }: CriterionAnswer, texts: Texts): string {
  const each = verdicts.map((verdict, i) => {
    const said = texts.t(`practice.verdict.${verdict}`);
    return verdicts.length === 1 ? said : texts.t('practice.answer.each', { number: i + 1, verdict: said });
  });
  const answer = each.join(', ');
  return note === undefined ? answer : texts.t('practice.answer.noted', { answer, note });
}

/** «2,5 de 3»: points of the answers that count; the word itself where there is one. Undefined where none counts. */
export function pointsText({ points, counted, asked }: CriterionScore, texts: Texts): string | undefined {
  if (counted === 0) return undefined;
  if (asked === 1)
    return texts.t(`practice.verdict.${points === 1 ? 'yes' : points === 0 ? 'no' : 'partly'}`);
  return texts.t('practice.points', { points: formatNumber(points, texts.language), counted });
}

/** «Inclusión (0 de 3)»; of one answer alone, only what falls short is told. */
export function criterionAndPoints(score: CriterionScore, texts: Texts): string {
  const name = criterionName(score.criterion, texts);
  const points = score.asked === 1 && score.share === 1 ? undefined : pointsText(score, texts);
  return points === undefined ? name : texts.t('practice.named', { name, points });
}

/** «antes 3, después 8 (convenios); cambio: +5; +167 %». */
export function changeText(change: Change, texts: Texts): string {
  const [before, after] = [change.before, change.after].map((value) => valueText(value, texts)) as [
    string,
    string,
  ];
  const values = texts.t('practice.change.values', { before, after });
  const unit =
    change.unit === undefined ? values : texts.t('practice.change.with-unit', { values, unit: change.unit });
  const difference = differenceText(change, texts);
  return [
    unit,
    ...(difference === undefined ? [] : [texts.t('practice.change.difference', { difference })]),
    ...(change.said ? [texts.t(`practice.change.${change.said}`)] : []),
  ].join('; ');
}

/** One side of a change; what is not known is pending. */
export function valueText(value: number | undefined, texts: Texts): string {
  return value === undefined ? texts.t('practice.change.pending') : formatNumber(value, texts.language);
}

/** «+5; +167 %»; percentage points for what is a percentage itself. Undefined where a value is pending. */
export function differenceText(change: Change, texts: Texts): string | undefined {
  const difference = differenceOf(change);
  if (!difference) return undefined;
  if (difference.absolute === 0) return texts.t('practice.change.none');
  const absolute = signed(difference.absolute, texts);
  if (difference.percent !== undefined)
    return texts.t('practice.change.percent', {
      absolute,
      percent: signed(rounded(difference.percent), texts),
    });
  return texts.t(change.unit === '%' ? 'practice.change.points' : 'practice.change.from-zero', { absolute });
}

/** A small percentage keeps one decimal; more would say more than two counts can. */
function rounded(percent: number): number {
  return Math.abs(percent) >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10;
}

function signed(value: number, { language }: Texts): string {
  return `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value), language)}`;
}

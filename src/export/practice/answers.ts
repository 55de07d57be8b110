import type { Criterion, Practice, PracticeIndicator } from '../../plan/practice.ts';
import { differenceOf, QUESTIONS, scorePractice, verdictsOf } from '../../plan/practice-score.ts';
import {
  criterionName,
  differenceText,
  indicatorName,
  pointsText,
  valueText,
} from '../../plan/practice-words.ts';
import { CRITERIA } from '../../plan/terms.ts';
import { bullets, type ExportContext, line, orPending, paragraphs, row, table } from '../lines.ts';
import type { Line, Section } from '../model.ts';

function section(key: string, blocks: Section['blocks'], { texts }: ExportContext): Section {
  return { title: texts.t(`practice.report.chapter.${key}`), blocks, sections: [] };
}

/** What was evaluated. */
export function practiceSection(practice: Practice, ctx: ExportContext): Section {
  const rows = [
    row('practiceName', line(practice.name), ctx),
    row('practiceWhat', paragraphs(practice.what), ctx),
    row('practiceWhen', line(practice.when), ctx),
    row('practicePartners', bullets(practice.partners), ctx),
  ];
  return section('practice', [{ kind: 'facts', rows }], ctx);
}

/** The sixteen criteria with their scores, the answers each rests on, and the evidence told. */
export function criteriaSection(practice: Practice, ctx: ExportContext): Section {
  const { texts } = ctx;
  const { criteria } = scorePractice(practice);
  const scores = table(
    'practiceCriteria',
    criteria,
    [
      { key: 'criterion', weight: 5, cell: ({ criterion }) => line(criterionName(criterion, texts)) },
      {
        key: 'score',
        weight: 3,
        cell: (score) => line(pointsText(score, texts) ?? noScore(score.criterion)),
      },
      {
        key: 'assessment',
        weight: 3,
        optional: true,
        cell: ({ level }) => line(level && texts.t(`practice.level.${level}`)),
      },
      {
        key: 'evidence',
        weight: 7,
        optional: true,
        cell: ({ criterion }) => paragraphs(practice.criteria[criterion]?.note),
      },
    ],
    ctx,
  );
  return section('criteria', [{ kind: 'note', text: texts.t('practice.report.criteria') }, scores], ctx);

  /** «No aplica» where that was the answer; otherwise the place is pending. */
  function noScore(criterion: Criterion): string | undefined {
    const verdicts = verdictsOf(practice.criteria[criterion], practice.route);
    return verdicts.includes('pending') ? undefined : texts.t('practice.answer.na');
  }
}

/** Values before and after, with the change that they make; whether it is good only where the official said so. */
export function indicatorsSection({ indicators }: Practice, ctx: ExportContext): Section {
  const { texts } = ctx;
  if (indicators.length === 0)
    return section(
      'indicators',
      [{ kind: 'prose', lines: line(texts.t('practice.report.no-indicators')) }],
      ctx,
    );
  const value = (number: number | undefined): Line[] =>
    number === undefined ? [] : line(valueText(number, texts));
  const change = ({ change: told }: PracticeIndicator): Line[] => {
    if (!told || !differenceOf(told)) return [];
    const said = told.said ? [{ text: texts.t(`practice.report.${told.said}`) }] : [];
    return [...line(differenceText(told, texts)), ...said];
  };
  const values = table(
    'practiceIndicators',
    indicators,
    [
      { key: 'indicator', weight: 7, cell: (one) => line(indicatorName(one, texts)) },
      { key: 'unit', weight: 3, optional: true, cell: (one) => line(one.change?.unit) },
      { key: 'before', weight: 3, align: 'right', cell: (one) => value(one.change?.before) },
      { key: 'after', weight: 3, align: 'right', cell: (one) => value(one.change?.after) },
      { key: 'change', weight: 5, align: 'right', cell: change },
    ],
    ctx,
  );
  return section('indicators', [values], ctx);
}

/** Each question with its answer, where the three of a criterion were answered apart. */
export function answersSection(practice: Practice, ctx: ExportContext): Section[] {
  const { texts } = ctx;
  const questions = CRITERIA.flatMap((criterion) => {
    const verdicts = practice.criteria[criterion]?.verdicts ?? [];
    if (verdicts.length < QUESTIONS) return [];
    return verdicts.map((verdict, i) => ({ criterion, number: i + 1, verdict }));
  });
  if (questions.length === 0) return [];
  const all = table(
    'practiceAnswers',
    questions,
    [
      { key: 'criterion', weight: 4, cell: ({ criterion }) => line(criterionName(criterion, texts)) },
      {
        key: 'question',
        weight: 9,
        cell: ({ criterion, number }) =>
          line(texts.t(`guide.field.review.criteria.${criterion}-${number}.ask`)),
      },
      {
        key: 'answer',
        weight: 3,
        cell: ({ verdict }) =>
          verdict === 'pending' ? orPending([], ctx) : line(raised(texts.t(`practice.verdict.${verdict}`))),
      },
    ],
    ctx,
  );
  return [section('answers', [all], ctx)];
}

function raised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

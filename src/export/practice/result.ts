import type { Practice } from '../../plan/practice.ts';
import {
  type CriterionScore,
  type Recommendation,
  recommend,
  scorePractice,
  unknown,
} from '../../plan/practice-score.ts';
import { criterionAndPoints, criterionName } from '../../plan/practice-words.ts';
import { type ExportContext, figure, line } from '../lines.ts';
import type { Block, Line, Section } from '../model.ts';
import { practicePicture } from '../pictures/practice.ts';

function section(key: string, blocks: Block[], { texts }: ExportContext): Section {
  return { title: texts.t(`practice.report.chapter.${key}`), blocks, sections: [] };
}

/** The score as a whole, what it rests on, what is strong and weak, and the radar. */
export function resultSection(practice: Practice, ctx: ExportContext): Section {
  const { texts } = ctx;
  const score = scorePractice(practice);
  const { overall, scored, counted, asked, pending, criteria } = score;
  if (overall === undefined)
    return section(
      'result',
      [{ kind: 'prose', lines: [{ text: texts.t('practice.score.none'), pending: true }] }],
      ctx,
    );
  const named = (level: CriterionScore['level'], key: string): Block[] => {
    const lines = criteria
      .filter((one) => one.level === level)
      .map((one): Line => ({ text: criterionAndPoints(one, texts), bullet: true }));
    return lines.length > 0 ? [{ kind: 'prose', label: texts.t(key), lines }] : [];
  };
  return section(
    'result',
    [
      { kind: 'prose', lines: line(plain(texts.t('practice.score', { overall, scored, counted, asked }))) },
      ...(pending > 0
        ? [{ kind: 'prose' as const, lines: line(texts.t('practice.score.pending', { pending })) }]
        : []),
      { kind: 'note', text: texts.t('practice.report.method') },
      ...figure(practicePicture(practice, ctx)),
      ...named('strong', 'practice.strengths'),
      ...named('weak', 'practice.weak'),
    ],
    ctx,
  );
}

/** What to do, criterion by criterion, the weakest first. */
export function adviceSection(practice: Practice, ctx: ExportContext): Section {
  const { texts } = ctx;
  const advice = recommend(practice, scorePractice(practice));
  const none = texts.t(
    Object.keys(practice.criteria).length > 0 ? 'practice.advice.none' : 'practice.advice.open',
  );
  if (advice.length === 0) return section('advice', [{ kind: 'prose', lines: line(none) }], ctx);
  return section(
    'advice',
    [
      { kind: 'note', text: texts.t('practice.report.advice') },
      ...advice.map(
        (one): Block => ({ kind: 'prose', label: criterionAndPoints(one, texts), lines: tasks(one, ctx) }),
      ),
    ],
    ctx,
  );
}

function tasks({ criterion, tasks: all }: Recommendation, { texts }: ExportContext): Line[] {
  return all.map(({ question, verdict }) => {
    const task = texts.t(`practice.task.${criterion}-${question}`);
    return { text: verdict === 'partly' ? texts.t('practice.task.partly', { task }) : task, bullet: true };
  });
}

/** The questions that are still to be answered. */
export function pendingSection(practice: Practice, ctx: ExportContext): Section[] {
  const { texts } = ctx;
  const open = unknown(practice);
  if (open.length === 0) return [];
  const lines = open.flatMap(({ criterion, questions }) =>
    questions.map((n): Line => {
      const key =
        practice.route === 'quick' || practice.criteria[criterion]?.verdicts.length === 1
          ? `practice.question.${criterion}`
          : `guide.field.review.criteria.${criterion}-${n}.ask`;
      return { label: criterionName(criterion, texts), text: texts.t(key), bullet: true };
    }),
  );
  const note: Block = { kind: 'note', text: texts.t('practice.report.pending') };
  return [section('pending', [note, { kind: 'prose', lines }], ctx)];
}

/** A sentence of the conversation without its marks. */
function plain(text: string): string {
  return text.replaceAll('**', '');
}

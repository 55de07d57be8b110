import type { Texts } from '../text/locales.ts';
import { nextId, type Patch } from './patch.ts';
import type { Practice } from './practice.ts';
import { type CriterionScore, scorePractice } from './practice-score.ts';
import { criterionName } from './practice-words.ts';
import type { Plan } from './schema.ts';

/** Weak criteria named in a note. */
const NAMED = 3;

/**
 * What an evaluation adds to the plan: progress of the project that the practice is, or else an antecedent. One that
 * was written of the same practice before gives way (of a project, on the same day).
 */
export function noteInPlan(
  practice: Practice,
  plan: Plan,
  texts: Texts,
  today: string,
): { patch: Patch; where: 'progress' | 'antecedent' } {
  const name = practice.name ?? texts.t('practice.unnamed');
  const { overall, counted, asked, criteria } = scorePractice(practice);
  const weak = criteria
    .filter((one): one is CriterionScore => one.level === 'weak')
    .slice(0, NAMED)
    .map(({ criterion }) => criterionName(criterion, texts));
  const result = [
    overall === undefined
      ? texts.t('practice.note.none')
      : texts.t('practice.note.score', { overall, counted, asked }),
    ...(weak.length > 0 ? [texts.t('practice.note.weak', { weak: weak.join(', ') })] : []),
  ].join(' ');
  const project = plan.projects?.find(({ id }) => id === practice.project);
  if (project) {
    const head = texts.t('practice.note.progress');
    const before = plan.followUp.progress ?? [];
    const others = before.filter(
      ({ date, subject, note }) => !(date === today && subject === project.name && note.startsWith(head)),
    );
    const entry = {
      id: nextId('progress', before),
      date: today,
      subject: project.name,
      note: `${head} ${result}`,
    };
    return {
      patch: [{ op: 'set', path: 'followUp.progress', value: [...others, entry] }],
      where: 'progress',
    };
  }
  const head = texts.t('practice.note.antecedent', { name });
  const others = (plan.profile.antecedents ?? []).filter((one) => !one.startsWith(head));
  const when = practice.when === undefined ? '' : ` (${practice.when})`;
  const statement = `${head}${when}. ${result}`;
  return {
    patch: [{ op: 'set', path: 'profile.antecedents', value: [...others, statement] }],
    where: 'antecedent',
  };
}

import { inventory } from '../../guide/inventory.ts';
import { subjectOf } from '../../guide/reported.ts';
import { rememberingPlan } from '../../guide/undo.ts';
import { applyPatch, nextId, type Patch, valueAt } from '../../plan/patch.ts';
import type { Milestone, Plan } from '../../plan/schema.ts';
import type { PlanDate } from '../../plan/values.ts';
import { formatDate } from '../../text/format.ts';
import type { Texts } from '../../text/locales.ts';
import type { Report } from '../../understanding/index.ts';
import type { Draft } from '../conversation.ts';
import { todayIn } from '../services.ts';
import type { Answers, Conclude } from './outcome.ts';

/** Writes what was told in the plan's follow-up, with the milestone's new state and date; «deshacer» takes it back. */
export const concludeTracking: Conclude = (answers, draft, services) => {
  const { conversation, plan } = draft;
  const texts = services.texts[conversation.language];
  // What is recorded is taken back or deleted in the plan, not corrected here.
  conversation.asides = (conversation.asides ?? []).filter(({ workflow }) => workflow !== 'tracking');
  if (conversation.asides.length === 0) delete conversation.asides;
  const told = plan && entryOf(answers, plan, todayIn(services.clock), texts);
  const result = plan && told && applyPatch(plan, told.patch);
  if (!plan || !told || !result?.ok) return [{ type: 'say', text: texts.t('tracking.nothing') }];
  keep(draft, plan, result.plan);
  return [{ type: 'say', text: `${told.said}\n\n${texts.t('tracking.after')}` }];
};

function keep(draft: Draft, before: Plan, after: Plan): void {
  draft.plan = after;
  const { guide } = draft.conversation;
  if (guide) draft.conversation.guide = rememberingPlan({ state: guide, plan: before }, guide, after);
}

interface Entry {
  patch: Patch;
  said: string;
}

function entryOf(answers: Answers, plan: Plan, today: string, texts: Texts): Entry | undefined {
  const report = answers['tracking.event'] as Report | undefined;
  if (!report) return undefined;
  const text = (key: string) => answers[`tracking.${key}`] as string | undefined;
  const date = (text('date') ?? report.date ?? today) as PlanDate;
  const day = formatDate(date, texts.language);
  if (report.kind === 'revision') {
    const note = text('change') ?? report.note;
    if (note === undefined) return undefined;
    const id = nextId('revision', plan.followUp.revisions);
    const reason = text('reason');
    const value = { id, date, note, ...(reason !== undefined && { reason }) };
    return {
      patch: [{ op: 'append', path: 'followUp.revisions', value }],
      said: texts.t('tracking.recorded.revision', { date: day, note }),
    };
  }
  return progressOf(report, answers, plan, { date, day }, texts);
}

function progressOf(
  report: Report,
  answers: Answers,
  plan: Plan,
  { date, day }: { date: PlanDate; day: string },
  texts: Texts,
): Entry | undefined {
  const text = (key: string) => answers[`tracking.${key}`] as string | undefined;
  const path = text('subject') ?? subjectOf(report, plan)?.path;
  const item = inventory(plan).find((one) => one.path === path);
  const milestone = item?.kind === 'milestone' ? milestoneAt(plan, item.path) : undefined;
  // A state of no milestone says nothing.
  if (report.kind === 'milestone' && !milestone) return undefined;
  const { state } = report;
  const due = state === 'delayed' ? ((text('due') ?? report.due) as PlanDate | undefined) : undefined;
  const subject = item?.name ?? texts.t('tracking.term.subject.plan');
  const change = state && texts.t(`guide.term.milestoneState.${state}`);
  const problem = report.kind === 'deviation' ? (text('problem') ?? report.note) : undefined;
  const deviation = text('deviation') ?? problem ?? deviationOf(report, milestone, due, texts);
  const told = text('note') ?? text('evidence') ?? text('cause');
  const said = report.kind === 'deviation' ? undefined : (told ?? report.note);
  const note = said ?? change ?? (deviation === undefined ? undefined : texts.t('tracking.deviated'));
  if (note === undefined) return undefined;
  const measure = text('measure');
  const value = {
    id: nextId('progress', plan.followUp.progress),
    date,
    subject,
    note,
    ...(deviation !== undefined && { deviation }),
    ...(measure !== undefined && { measure }),
    ...(item && { project: item.path.split('.')[1] }),
    ...(milestone && { milestone: milestone.id }),
    ...(state && milestone && { state }),
    ...(due && { due }),
  };
  return {
    patch: [
      { op: 'append', path: 'followUp.progress', value },
      ...(state && milestone ? [{ op: 'set' as const, path: `${path}.state`, value: state }] : []),
      ...(due && milestone ? [{ op: 'set' as const, path: `${path}.date`, value: due }] : []),
    ],
    said: [
      texts.t('tracking.recorded.progress', { date: day, subject, note }),
      ...(change ? [texts.t('tracking.recorded.state', { state: change })] : []),
      ...(due ? [texts.t('tracking.recorded.due', { date: formatDate(due, texts.language) })] : []),
      ...(deviation !== undefined ? [texts.t('tracking.recorded.deviation', { deviation })] : []),
      ...(measure !== undefined ? [texts.t('tracking.recorded.measure', { measure })] : []),
    ].join('\n'),
  };
}

function milestoneAt(plan: Plan, path: string): Milestone | undefined {
  return valueAt(plan, path) as Milestone | undefined;
}

/** A delay is a deviation that tells itself: from when to when. */
function deviationOf(
  { state }: Report,
  milestone: Milestone | undefined,
  due: PlanDate | undefined,
  texts: Texts,
): string | undefined {
  if (state !== 'delayed') return undefined;
  const day = (date: PlanDate) => formatDate(date, texts.language);
  if (milestone?.date !== undefined && due !== undefined)
    return texts.t('tracking.delay.moved', { from: day(milestone.date), to: day(due) });
  if (milestone?.date !== undefined) return texts.t('tracking.delay.from', { from: day(milestone.date) });
  return undefined;
}

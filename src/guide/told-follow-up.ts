import type { Milestone, Plan, ProgressEntry } from '../plan/schema.ts';
import { lastDay, type PlanDate } from '../plan/values.ts';
import { formatDate } from '../text/format.ts';
import { showPerson } from './fields.ts';
import type { Move } from './move.ts';

/** Most entries told at once, the latest: the document has all of them. */
const TOLD = 10;

/** How the plan is going: each project's milestones with their state, what was recorded, and its revisions. */
export function tellFollowUp(move: Move): string {
  const { followUp, projects = [] } = move.plan;
  const parts = [
    ...projects.flatMap(({ name, milestones = [] }) =>
      milestones.length > 0
        ? [[`**${name}**`, ...milestones.map((m) => milestoneLine(m, move))].join('\n')]
        : [],
    ),
    ...section(
      move,
      'progress',
      (followUp.progress ?? []).map((entry) => entryLine(entry, move)),
    ),
    ...section(
      move,
      'revisions',
      (followUp.revisions ?? []).map(({ date, note, reason }) =>
        [`**${day(date, move)}:** ${note}`, ...(reason ? [labelled(move, 'reason', reason)] : [])].join(
          ' · ',
        ),
      ),
    ),
  ];
  if (parts.length === 0) return move.t('elements.followUp.empty');
  return [move.t('elements.followUp.title', { cadence: cadence(move.plan) }), ...parts].join('\n\n');
}

function section(move: Move, key: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const from = Math.max(0, lines.length - TOLD);
  const shown = lines.slice(from).map((line, i) => `${from + i + 1}. ${line}`);
  const before = from > 0 ? [move.t('elements.followUp.before', { count: from })] : [];
  return [[move.t(`elements.followUp.${key}`), ...before, ...shown].join('\n')];
}

function milestoneLine({ name, date, responsible, state = 'planned' }: Milestone, move: Move): string {
  const open = state !== 'done' && state !== 'dropped';
  const overdue = open && date !== undefined && lastDay(date) < move.today;
  return `- ${[
    name,
    ...(date === undefined ? [] : [day(date, move)]),
    ...(responsible ? [showPerson(responsible)] : []),
    move.t(`guide.term.milestoneState.${state}`),
    ...(overdue ? [move.t('elements.followUp.overdue')] : []),
  ].join(' · ')}`;
}

function entryLine({ date, subject, note, deviation, measure }: ProgressEntry, move: Move): string {
  return [
    `**${day(date, move)} · ${subject}:** ${note}`,
    ...(deviation ? [labelled(move, 'deviation', deviation)] : []),
    ...(measure ? [labelled(move, 'measure', measure)] : []),
  ].join(' · ');
}

function labelled(move: Move, key: string, text: string): string {
  return `${move.t(`elements.followUp.${key}`)}: ${text}`;
}

function day(date: PlanDate, { texts }: Move): string {
  return formatDate(date, texts.language);
}

/** How often the plan is followed and by whom, where it says so. */
function cadence({ followUp: { frequency, responsible } }: Plan): string {
  const told = [frequency, responsible && showPerson(responsible)].filter((part) => part !== undefined);
  return told.length > 0 ? ` (${told.join('; ')})` : '';
}

import { createHash } from 'node:crypto';
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { Plan } from '../plan/schema.ts';
import { lastDay, type PlanDate } from '../plan/values.ts';
import { formatDate } from '../text/format.ts';
import { cleanText } from './clean-text.ts';
import { type ExportContext, personLine } from './lines.ts';

/** Where every official of this service is; it has no summer time. */
const ZONE = 'America/Bogota';
/** How long before its day a reminder comes up, in seconds. */
const WEEK = 7 * 86_400;

interface Day {
  /** Tells the event from the others of its plan, and stays the same when the plan is exported again. */
  id: string;
  date: PlanDate;
  summary: string;
  details: string[];
  /** Nothing is to be reminded of: it is over. */
  past?: boolean;
}

/**
 * The dates of the plan as a calendar (iCalendar, RFC 5545): each milestone and each recorded follow-up is an event
 * of a whole day, with a reminder a week before. An imprecise date falls on its last day, and the event says so. An
 * event keeps its UID, so that a later export brings it up to date instead of adding another.
 */
export function exportIcs(plan: Plan, ctx: ExportContext): Uint8Array {
  const { texts, today } = ctx;
  const product = texts.t('export.product');
  const calendar = ical({
    name: calendarName(plan.title ?? texts.t('export.document')),
    description: texts.t('export.description'),
    prodId: { company: 'accion-internacional', product, language: texts.language.toUpperCase() },
    // Days have no hour; the zone is for the programs that show one. `timezone` would write DTSTAMP in it.
    x: [{ key: 'X-WR-TIMEZONE', value: ZONE }],
  });
  const taken = new Set<string>();
  for (const day of [...milestoneDays(plan, ctx), ...followUpDays(plan, ctx)]) {
    const event = calendar.createEvent({
      id: uid(plan, day.id, taken),
      stamp: noon(today),
      start: noon(lastDay(day.date)),
      allDay: true,
      summary: cleanText(day.summary),
      description: cleanText([...day.details, ...imprecise(day.date, ctx)].join('\n')),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    if (!day.past)
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: WEEK,
        description: cleanText(day.summary),
      });
  }
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

/** The library escapes every text but the name of the calendar. */
function calendarName(title: string): string {
  return cleanText(title)
    .replace(/\s+/g, ' ')
    .replace(/[\\;,]/g, '\\$&');
}

function milestoneDays(plan: Plan, ctx: ExportContext): Day[] {
  const { texts } = ctx;
  return (plan.projects ?? []).flatMap((project) =>
    (project.milestones ?? []).flatMap((milestone): Day[] => {
      if (milestone.date === undefined) return [];
      const responsible = milestone.responsible ?? project.responsible;
      const who = responsible ? personLine(responsible) : texts.t('export.pending');
      const state = milestone.state ?? 'planned';
      return [
        {
          id: `${project.id}/${milestone.id}`,
          date: milestone.date,
          summary: milestone.name,
          details: [
            `${texts.t('export.column.project')}: ${project.name}`,
            `${texts.t('export.column.responsible')}: ${who}`,
            `${texts.t('export.column.state')}: ${texts.t(`export.state.${state}`)}`,
          ],
          past: state === 'done' || state === 'dropped',
        },
      ];
    }),
  );
}

function followUpDays({ followUp }: Plan, { texts }: ExportContext): Day[] {
  const { progress = [], revisions = [], responsible } = followUp;
  const who = responsible ? personLine(responsible) : texts.t('export.pending');
  const by = `${texts.t('export.label.followUpBy')}: ${who}`;
  return [
    ...progress.map(({ id, date, subject, note, deviation, measure }) => ({
      id: `progress/${id}`,
      date,
      summary: texts.t('export.calendar.progress', { subject }),
      details: [
        note,
        ...(deviation ? [`${texts.t('export.column.deviation')}: ${deviation}`] : []),
        ...(measure ? [`${texts.t('export.column.measure')}: ${measure}`] : []),
        by,
      ],
      past: true,
    })),
    ...revisions.map(({ id, date, note, reason }) => ({
      id: `revision/${id}`,
      date,
      summary: texts.t('export.calendar.revision'),
      details: [note, ...(reason ? [`${texts.t('export.column.reason')}: ${reason}`] : []), by],
      past: true,
    })),
  ];
}

/** Says what a date was when it had no day of its own. */
function imprecise(date: PlanDate, { texts }: ExportContext): string[] {
  if (date.length === 10) return [];
  return [texts.t('export.calendar.imprecise', { date: formatDate(date, texts.language) })];
}

/** From the ids of the plan and of the element; a second element of the same id gets a number. */
function uid(plan: Plan, id: string, taken: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const key = JSON.stringify(n === 1 ? [plan.id, id] : [plan.id, id, n]);
    const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
    if (taken.has(hash)) continue;
    taken.add(hash);
    return `${hash}@accion-internacional`;
  }
}

/** In the middle of a day: the library writes it by UTC where it knows of no zone. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

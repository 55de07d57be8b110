import type { Application, ApplicationObjective } from './application.ts';
import { lastDay } from './values.ts';

/** Something to look at before an application is sent: a sentence under `funds.check.<id>`, with its parameters. */
export interface Suggestion {
  id: string;
  params: Record<string, string | number>;
}

/** A quantity in words or figures: what makes a goal measurable. */
const QUANTITY =
  /\d|%|\b(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cien|mil|todos|todas|cada|mitad|doble|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|all|every|half|twice)\b/i;

/**
 * What the data themselves show to be looked at in an application: SMART objectives (measurable, with a responsible
 * and a date), amounts that do not add up, dates that collide, requirements that cannot be met. Suggestions, never
 * refusals.
 * @param today `YYYY-MM-DD`
 */
export function checkApplication(application: Application, today: string): Suggestion[] {
  return [
    ...application.objectives.flatMap((objective) => checkObjective(objective, application)),
    ...checkAmounts(application),
    ...checkDates(application, today),
    ...application.requirements
      .filter(({ state }) => state === 'no' || state === 'partly')
      .map(({ name, state }) => ({ id: `requirement.${state}`, params: { name } })),
  ];
}

function checkObjective(
  { name, goal, responsible, period }: ApplicationObjective,
  { period: whole }: Application,
) {
  const found: Suggestion[] = [];
  const add = (id: string) => found.push({ id, params: { name } });
  if (!QUANTITY.test(`${name} ${goal ?? ''}`)) add('measurable');
  if (responsible === undefined) add('responsible');
  if (period?.end === undefined && period?.start === undefined) add('date');
  else if (whole?.end !== undefined && period.end !== undefined && lastDay(period.end) > lastDay(whole.end))
    add('beyond');
  return found;
}

function checkAmounts({ cost, requested, ceiling }: Application): Suggestion[] {
  const above = (a: typeof cost, b: typeof cost) =>
    a !== undefined && b !== undefined && a.currency === b.currency && a.amount > b.amount;
  return [
    ...(above(requested, cost) ? [{ id: 'requestedOverCost', params: {} }] : []),
    ...(above(requested, ceiling) ? [{ id: 'requestedOverCeiling', params: {} }] : []),
  ];
}

function checkDates({ deadline, period }: Application, today: string): Suggestion[] {
  return [
    ...(deadline !== undefined && lastDay(deadline) < today ? [{ id: 'deadlinePast', params: {} }] : []),
    ...(deadline !== undefined && period?.start !== undefined && lastDay(period.start) < lastDay(deadline)
      ? [{ id: 'startsBeforeDeadline', params: {} }]
      : []),
  ];
}

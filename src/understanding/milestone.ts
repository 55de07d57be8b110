import type { Person, PlanDate } from '../plan/values.ts';
import { carried } from './carried.ts';
import { type FoundDate, findDates } from './find-dates.ts';
import { stripFillers } from './lead-ins.ts';
import { readPerson } from './person.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { byMarks, byNumbers } from './statements.ts';
import { fold, stripStart, trimMarks, usable } from './words.ts';

/** Something to reach, and when. */
export interface Milestone {
  name: string;
  date?: PlanDate;
  responsible?: Person;
}

const LABEL =
  /^(?:(?:el|los|un|the)? ?(?:(?:primer|segundo|tercer) )?(?:hitos?|milestones?)(?: (?:es|son|seria|serian|is|are)\b| ?:))\s*/;
const BEFORE_DATE =
  /(?:[\s,:(–-]|\b(?:el|la|dia|para|en|a|al|de|del|antes|mas|tardar|hasta|desde|hacia|por|fecha|con|es|mes|lunes|martes|miercoles|jueves|viernes|sabado|domingo|on|by|in|the|before|due|at|until))+$/;
/** Who answers for it, told after it: «…, responsable Ana Ruiz», «… (a cargo de Planeación)». */
const RESPONSIBLE =
  /(?:^|[\s,;.:(–-]+)(?:y )?(?:(?:la |el )?responsable(?: es| sera)?|(?:esta |queda )?a cargo de|en manos de|lo (?:lleva|hace|lidera)|responsible(?: is)?|led by|in charge of)\s*:?\s+(?<who>[^;\n]+?)\)?$/;
const AFTER_DATE = /^[\s,:;.)–-]+/;

/**
 * Milestones with their dates: «catálogo listo el 30 de abril de 2027». Several are divided by lines, numbers or
 * semicolons, or by commas and «y» when each has its date.
 * @returns problems: `problem.milestone` (a date without a name), `problem.dateImpossible`
 */
export function readMilestones(text: string, ctx: ReadingContext): Reading<Milestone[]> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const list = carried(stripStart(stripFillers(whole.value), LABEL), ctx);
  const marked = byMarks(list);
  const parts = marked.length > 1 ? marked : byNumbers(list).flatMap((part) => byDates(part, ctx));
  const milestones: Milestone[] = [];
  for (const part of parts) {
    const milestone = milestoneIn(part, ctx);
    if (!milestone.ok) return milestone;
    milestones.push(milestone.value);
  }
  return milestones.length > 0 ? read(milestones) : unread('problem.milestone');
}

/** Cuts at commas and «y» where every piece has a name and a date of its own. */
function byDates(line: string, ctx: ReadingContext): string[] {
  for (const mark of [/,\s+(?:y\s+|and\s+)?|\s+(?:y|and)\s+/, /,\s+(?:y\s+|and\s+)?/, /\s+(?:y|and)\s+/]) {
    const pieces = line.split(mark).filter((p) => p.trim() !== '');
    const complete = (piece: string) => {
      const milestone = milestoneIn(piece, ctx);
      return milestone.ok
        ? milestone.value.date !== undefined
        : milestone.problem === 'problem.dateImpossible';
    };
    if (pieces.length > 1 && pieces.length <= 60 && pieces.every(complete)) return pieces;
  }
  return [line];
}

function milestoneIn(part: string, ctx: ReadingContext): Reading<Milestone> {
  const cue = RESPONSIBLE.exec(fold(part));
  const who = cue ? part.slice(cue.index + cue[0].lastIndexOf(cue.groups?.who ?? '')).replace(/\)$/, '') : '';
  const person = cue && cue.index > 0 ? readPerson(who, ctx) : undefined;
  // What tells a date is no person: «responsable Ana, 3 de mayo» ends with the date.
  if (!cue || !person?.ok || findDates(who, ctx.today).length > 0) return datedIn(part, ctx);
  const told = datedIn(part.slice(0, cue.index), ctx);
  return told.ok ? read({ ...told.value, responsible: person.value }) : told;
}

function datedIn(part: string, ctx: ReadingContext): Reading<Milestone> {
  const dates = findDates(part, ctx.today, { monthFirst: ctx.language === 'en' });
  const date = dates.at(-1);
  if (date?.impossible) return unread('problem.dateImpossible', { date: part.slice(date.start, date.end) });
  const name = date ? without(part, date) : trimMarks(part);
  if (!/\p{L}{2}/u.test(name)) return unread('problem.milestone');
  return read(date ? { name, date: date.date } : { name });
}

function without(part: string, date: FoundDate): string {
  const before = part.slice(0, date.start);
  const joint = BEFORE_DATE.exec(fold(before));
  const head = trimMarks(joint ? before.slice(0, joint.index) : before);
  const tail = trimMarks(stripStart(part.slice(date.end), AFTER_DATE));
  return [head, tail].filter((side) => side !== '').join(', ');
}

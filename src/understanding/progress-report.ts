import type { PlanDate } from '../plan/values.ts';
import { WANT } from './command-phrases.ts';
import type { Beginning } from './commands.ts';
import { readDate } from './dates.ts';
import { findDates } from './find-dates.ts';
import type { ReadingContext } from './reading.ts';
import { fold, stripStart, tidy, trimMarks } from './words.ts';

/** What a message reports of the plan's execution, as far as it tells. */
export interface Report {
  kind: 'progress' | 'milestone' | 'deviation' | 'revision';
  /** What became of the milestone. */
  state?: 'done' | 'delayed' | 'on-track' | 'dropped';
  /** The project or the milestone, as it was called. */
  subject?: string;
  /** What happened, in the words of the message. */
  note?: string;
  /** When it happened. */
  date?: PlanDate;
  /** The new date of what is delayed. */
  due?: PlanDate;
}

const RECORD =
  '(?:registrar|registre|registremos|anotar|anote|anotemos|reportar|reporte|reportemos|apuntar|apunte|informar|informe|record|report|log|note)';
const ONE = '(?:(?:un|una|el|la|los|las|otro|otra|nuevo|nueva|de|a|an|the|another|new) )*';
const PROGRESS = '(?:avances?(?: o desviacion)?|progresos?|seguimiento|progress)';
const DEVIATION = '(?:desviacion(?:es)?|desvios?|problemas?|inconvenientes?|deviations?|problems?)';
const REVISION = '(?:revision(?:es)?(?: del plan)?|(?:plan )?revisions?(?: of the plan)?)';
const DELAY = '(?:atrasos?|retrasos?|delays?)';
const DONE_ONE = '(?:hitos? cumplidos?|cumplimiento de (?:un )?hito|milestones? (?:reached|done|completed))';
/** What it is about: «del proyecto X», «en el hito Y». */
const ABOUT =
  '(?: (?:del?|de la|en el|en la|en|sobre el|sobre|al|on|of|in|for)(?: (?:el|la|the))?(?: (?:proyecto|hito|project|milestone))? (?<subject>[^:;]{2,200}?))?';
/** Likewise, and said to be of the plan: without a verb «avances en turismo: …» may well be an answer. */
const ABOUT_PLAN =
  ' (?:del?|en el|en|sobre el|al|on|of|in|for)(?: (?:el|the))? (?:(?:proyecto|hito|project|milestone) (?<subject>[^:;]{1,200}?)|plan)';
const NOTE = '(?:\\s?[:;]\\s?(?<note>.{2,}))?';
const MILESTONE = '(?:(?:el|the) )?(?:hito|milestone)(?: de(?:l)?)?';
/** Ends the name of the milestone: what follows tells when, why or for when. */
const REST =
  '(?<rest>(?:[,.;:(–-].*|\\s(?:(?:porque|ya que|debido|por falta|por culpa|queda(?:ria)?|quedo|pasa|hasta|hoy|ayer|because|due to|until|now|today|yesterday)\\b|(?:el|on) \\d|(?:para|a|en|al|de|desde|to|in|for) (?:el |la |los )?(?:(?:fin(?:es|ales)?|mediados|comienzos|principios|proximo|otro|next) |(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec)[a-z]*\\b|\\d)).*)?)';

type State = NonNullable<Report['state']>;
const SAID: readonly (readonly [State, before: string, after: string])[] = [
  [
    'done',
    '(?:ya )?(?:se )?(?:cumplio|cumplimos|cumplieron|termino|terminamos|logro|logramos|alcanzamos|completamos|completo|completed|finished|reached|we (?:have )?(?:completed|finished|reached|met)) ',
    '(?:ya )?(?:se cumplio|se termino|se logro|se completo|quedo (?:listo|cumplido|hecho)|esta (?:listo|cumplido|hecho|terminado)|fue cumplido|(?:is|was|has been) (?:done|complete|completed|reached|met|finished))',
  ],
  [
    'delayed',
    '(?:se )?(?:atraso|retraso|atrasa|retrasa|aplazo|aplaza|demoro|corrio|pospuso|aplazamos|pospusimos|we (?:have )?(?:delayed|postponed)) ',
    '(?:ya )?(?:se (?:atraso|retraso|atrasa|retrasa|aplazo|aplaza|demoro|corrio|pospuso|va a atrasar|va a demorar)|(?:esta|va|viene|quedo) (?:atrasado|retrasado|aplazado|demorado)|(?:is|was|has been|is running) (?:delayed|late|postponed)|slipped)',
  ],
  [
    'dropped',
    '(?:se )?(?:descarto|descartamos|cancelo|cancelamos|we (?:have )?(?:dropped|cancelled)) ',
    '(?:ya )?(?:se (?:descarto|cancelo|descarta|cancela)|(?:fue|quedo) (?:descartado|cancelado)|(?:is|was|has been) (?:dropped|cancelled))',
  ],
  [
    'on-track',
    '(?:ya )?(?:empezo|arranco|comenzo|empezamos|arrancamos|iniciamos|we (?:have )?started) ',
    '(?:ya )?(?:empezo|arranco|comenzo|(?:esta|va) en marcha|va bien|(?:is|has) (?:under way|on track|started))',
  ],
];

const STATES: readonly (readonly [State, RegExp])[] = SAID.flatMap(([state, before, after]) => [
  [state, whole(`${before}${MILESTONE} (?<subject>[^,.;:(]{1,200}?)${REST}`)] as const,
  [state, whole(`${MILESTONE} (?<subject>[^,.;:(]{1,200}?) ${after}${REST}`)] as const,
]);
const KINDS: readonly (readonly [Report['kind'], State | undefined, RegExp])[] = [
  ['revision', undefined, whole(`${WANT}${RECORD} ${ONE}${REVISION}${NOTE}`)],
  ['revision', undefined, whole(`(?:revision del plan|plan revision)\\s?:\\s?(?<note>.{2,})`)],
  ['milestone', 'done', whole(`${WANT}${RECORD} ${ONE}${DONE_ONE}${NOTE}`)],
  ['milestone', 'delayed', whole(`${WANT}${RECORD} ${ONE}${DELAY}${ABOUT}${NOTE}`)],
  ['deviation', undefined, whole(`${WANT}${RECORD} ${ONE}${DEVIATION}${ABOUT}${NOTE}`)],
  [
    'milestone',
    'delayed',
    whole(`(?:(?:hay|tenemos|there is|we have) )?(?:(?:un|a) )?${DELAY}${ABOUT_PLAN}${NOTE}`),
  ],
  [
    'deviation',
    undefined,
    whole(`(?:(?:hay|hubo|tenemos|there is) )?(?:(?:una|a) )?(?:desviacion|deviation)${ABOUT_PLAN}${NOTE}`),
  ],
  ['progress', undefined, whole(`${WANT}${RECORD} ${ONE}${PROGRESS}${ABOUT}${NOTE}`)],
  ['progress', undefined, whole(`(?:avances?|progress)${ABOUT_PLAN}\\s?:\\s?(?<note>.{2,})`)],
];

const OPENING =
  /^(?:(?:ah|oiga|mire|vea|buenas|hola|bueno|listo|ok|por favor|porfa|ahora|tambien|le cuento que|le informo que|quiero informar que|well|please|now|also|hi|hello)[\s,.:;!]+)+/;
/** What introduces the new date of what is delayed; it belongs to no reason. */
const FOR_WHEN =
  /[,.;]?\s*(?:y )?(?:ahora )?(?:queda(?:ria)?|quedo|sera|seria|pasa|se corre|lo pasamos|lo corrimos|se movio|nueva fecha|la nueva fecha es|it is now|now|moved|new date|rescheduled|until)?\s*(?::|para|a|al|en|el|to|for|until|due)?\s*$/;

/**
 * A message that begins the recording of what happened with the plan: «registrar avance», «avance del proyecto X: …»,
 * «el hito Y ya se cumplió», «se atrasó el hito Z, queda para agosto», «registrar revisión del plan».
 * @param tidied the message, tidied
 * @returns the beginning of the workflow that records, with the message as what it was told
 */
export function readProgressReport(tidied: string): Beginning | undefined {
  return found(tidied) ? { type: 'begin', workflow: 'tracking', about: tidied } : undefined;
}

/** What such a message tells. Undefined where it is none. */
export function reportIn(text: string, ctx: ReadingContext): Report | undefined {
  const match = found(tidy(text));
  if (!match) return undefined;
  const { kind, state, subject, note, rest } = match;
  const dates = findDates(rest ?? '', ctx.today, { monthFirst: ctx.language === 'en' });
  const date = dates.find(({ impossible }) => !impossible);
  const left = trimMarks(rest === undefined ? '' : without(rest, date));
  const bare = state === 'delayed' && !date ? bareDate(left, ctx) : undefined;
  const why = bare === undefined ? left : '';
  const told = note ?? (why.length > 2 ? why : undefined);
  return {
    kind,
    ...(state && { state }),
    ...(subject !== undefined && { subject }),
    ...(told !== undefined && { note: told }),
    ...(bare !== undefined && { due: bare }),
    ...(date && (state === 'delayed' ? { due: date.date } : { date: notAfter(date.date, ctx.today) })),
  };
}

/** A day told without its year is the last one there was: what is reported has happened. */
export function notAfter(date: PlanDate, today: string): PlanDate {
  const first = date.length === 7 ? `${date}-01` : date;
  return date.length > 4 && first > today ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : date;
}

/** «now August»: a month alone is a date where nothing else is said. */
function bareDate(text: string, ctx: ReadingContext): PlanDate | undefined {
  const said = text.replace(
    /^(?:ahora|now|queda(?:ría)?|moved|rescheduled|until|to|for|para|a|en|in)\b\s*/gi,
    '',
  );
  if (said.split(/\s+/).length > 4) return undefined;
  const date = readDate(said, ctx);
  return date.ok ? date.value : undefined;
}

interface Match {
  kind: Report['kind'];
  state?: State | undefined;
  subject?: string;
  note?: string;
  /** What stands after the state of a milestone. */
  rest?: string;
}

function found(tidied: string): Match | undefined {
  const line = tidied.replace(/\s+/g, ' ').replace(/^[\s¿¡]+|[\s!.]+$/g, '');
  if (line.endsWith('?')) return undefined;
  const said = stripStart(line, OPENING);
  const folded = fold(said);
  const rules = [
    ...KINDS.map(([kind, state, pattern]) => ({ kind, state, pattern })),
    ...STATES.map(([state, pattern]) => ({ kind: 'milestone' as const, state, pattern })),
  ];
  for (const { kind, state, pattern } of rules) {
    const spans = pattern.exec(folded)?.indices;
    if (!spans) continue;
    const cut = (name: string) => {
      const span = spans.groups?.[name];
      return span ? said.slice(...span) : undefined;
    };
    const [subject, note, rest] = [cut('subject'), cut('note'), cut('rest')];
    return {
      kind,
      state,
      ...(subject !== undefined && { subject: trimMarks(subject) }),
      ...(note !== undefined && { note: trimMarks(note) }),
      ...(rest !== undefined && { rest }),
    };
  }
  return undefined;
}

function without(rest: string, date: { start: number; end: number } | undefined): string {
  if (!date) return rest;
  const before = rest.slice(0, date.start);
  const joint = FOR_WHEN.exec(fold(before));
  return `${joint ? before.slice(0, joint.index) : before} ${rest.slice(date.end)}`;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'd');
}

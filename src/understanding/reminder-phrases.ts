import { WANT, whole } from './command-phrases.ts';
import { core, plainWords } from './courtesy.ts';
import { readDate } from './dates.ts';
import { findNumbers } from './find-numbers.ts';
import type { ReadingContext } from './reading.ts';
import { WEEKDAYS } from './since.ts';

/** What a message asks about reminders. */
export type ReminderAsk =
  /** Which there are to be had. */
  | { type: 'offer' }
  | { type: 'milestones' }
  /** The unfinished plan: on a day (`YYYY-MM-DD`), after days without a word, or as usual. */
  | { type: 'plan'; on?: string; afterDays?: number }
  /** The same, at a time that could not be read. */
  | { type: 'unclear' }
  | { type: 'list' }
  | { type: 'stop'; which?: 'milestones' | 'plan' };

const REMIND =
  '(?:recuerdeme|recuerdame|recuerdenos|recuerdenme|recordarme|recordarnos|recordar|(?:me|nos) (?:recuerda|recuerde|recuerden|puede recordar|podria recordar|avisa|avise)|aviseme|avisame|avisenos|avisarme|remind (?:me|us)|reminders? (?:about|of|for|to))';
const REMINDERS = '(?:(?:el |los |mis |un |unos |algun |the |my |a |any )*(?:recordatorios?|reminders?))';
const PLAN =
  '(?:(?:el |mi |este |nuestro |al |the |my |our )?(?:plan|pai|trabajo|plan de accion(?: internacional)?)|esto|aqui|it)';
const GO_ON =
  '(?:(?:seguir|continuar|terminar|retomar|completar|acabar|volver|avanzar|continue|finish|go on|carry on|get back|resume|complete))';
const MILESTONES =
  '(?:(?:los |mis |el |las |the |my )?(?:hitos?|fechas|vencimientos|milestones?|deadlines)(?: (?:del|de mi|of the|of my) plan)?)';

const OFFER = whole(
  `${WANT}(?:${REMIND}|(?:(?:activar|active|poner|ponga|programar|programe|tener|recibir|crear|cree|set(?: up)?|turn on|get|have) )?${REMINDERS})`,
);
const OF_MILESTONES = whole(
  `${WANT}(?:${REMIND}|(?:(?:activar|active|poner|ponga|recibir|programar|set(?: up)?|get) )?${REMINDERS})(?: (?:de|sobre|cuando (?:se acerquen|lleguen|venzan)|of|about|for))* ?${MILESTONES}`,
);
const OF_PLAN = whole(
  `${WANT}(?:${REMIND}|${REMINDERS})(?: (?:de|que|debo|to|about|of|para))*(?: (?:${GO_ON}(?: (?:(?:con|a|en|with|to) )?${PLAN})?|${PLAN}))(?<when>(?: .{1,50})?)`,
);
/** «Recuérdeme el lunes»: only a time that can be read makes it one of these. */
const AT = whole(`${WANT}${REMIND} (?<when>.{2,40})`);
const LIST = whole(
  `${WANT}(?:(?:ver|muestre|muestreme|mostrar|consultar|show|show me|see|list|view) ${REMINDERS}|(?:mis|my) (?:recordatorios|reminders)|que ${REMINDERS} (?:tengo|hay|estan activos)|what reminders do i have|${REMINDERS} activos)`,
);
const STOP = whole(
  `${WANT}(?:(?:quitar|quite|quiteme|parar|pare|desactivar|desactive|cancelar|cancele|eliminar|elimine|borrar|borre|suspender|suspenda|apagar|no mas|sin|no quiero(?: (?:mas|recibir))*|no me (?:mande|envie)(?: mas)?|stop|cancel|remove|delete|turn off|no more|i do not want|i don t want)(?: (?:todos|all))? ${REMINDERS}|(?:no me|deje de|no nos) (?:recuerde|recordarme|avise|avisarme|recuerden)(?: (?:mas|nada|nada mas))*|stop reminding me|do not remind me|don t remind me)(?: (?:de|del|sobre|of|about|for|the)*(?: (?:${MILESTONES}|${PLAN})))?`,
);

const EVERY =
  /^(?:cada|every) (?:(?<n>[a-z0-9]+) )?(?<unit>dias?|semanas?|mes(?:es)?|days?|weeks?|months?)$|^(?<weekly>semanalmente|weekly|cada semana|every week)$/;
const SILENT =
  /^(?:(?:si|cuando|despues de|tras|if|when|after)(?: (?:pasan|pasen|llevo|llevamos|van|hay))?|a los) (?<n>[a-z0-9]+) (?<unit>dias?|semanas?|days?|weeks?)(?: (?:sin|without) .{2,30})?$/;
const NEXT_WEEK =
  /^(?:la )?(?:proxima semana|semana (?:que viene|entrante|proxima)|otra semana)$|^next week$/;
/** Longest time of silence that may be chosen, in days. */
const LONGEST = 90;

/** Reads what a whole message asks about reminders; undefined when it is about something else. */
export function readReminder(text: string, ctx: ReadingContext): ReminderAsk | undefined {
  if (text.length > 160) return undefined;
  const plain = plainWords(text);
  for (const said of new Set([plain, core(plain)])) {
    const ask = askIn(said, ctx);
    if (ask) return ask;
  }
  return undefined;
}

function askIn(said: string, ctx: ReadingContext): ReminderAsk | undefined {
  if (STOP.test(said)) {
    const milestones = new RegExp(`${MILESTONES}$`).test(said);
    const plan = new RegExp(`(?:de|del|of|about|for|the) ${PLAN}$`).test(said);
    return { type: 'stop', ...(milestones ? { which: 'milestones' } : plan ? { which: 'plan' } : {}) };
  }
  if (LIST.test(said)) return { type: 'list' };
  if (OFFER.test(said)) return { type: 'offer' };
  if (OF_MILESTONES.test(said)) return { type: 'milestones' };
  const plan = OF_PLAN.exec(said);
  if (plan) {
    const when = plan.groups?.when?.trim() ?? '';
    // «El plan de desarrollo» is another plan.
    return atTime(when, ctx) ?? (/^(?:de|del|of) /.test(when) ? undefined : { type: 'unclear' });
  }
  const bare = AT.exec(said)?.groups?.when;
  return bare === undefined ? undefined : atTime(bare, ctx);
}

/** A time that is told: none, a day, or a number of days without a word. */
function atTime(said: string, ctx: ReadingContext): ReminderAsk | undefined {
  if (said === '') return { type: 'plan' };
  const days = daysIn(said);
  if (days !== undefined) return { type: 'plan', afterDays: Math.min(Math.max(days, 1), LONGEST) };
  const on = dayIn(said, ctx);
  return on === undefined ? undefined : { type: 'plan', on };
}

function daysIn(said: string): number | undefined {
  const every = EVERY.exec(said);
  const found = every ?? SILENT.exec(said);
  if (!found) return undefined;
  if (every?.groups?.weekly) return 7;
  const { n, unit = '' } = found.groups ?? {};
  const count = n === undefined || /^(?:un|una|uno|a|one)$/.test(n) ? 1 : numberIn(n);
  if (count === undefined) return undefined;
  return count * (/^(?:s|w)/.test(unit) ? 7 : unit.startsWith('m') ? 30 : 1);
}

function numberIn(word: string): number | undefined {
  const [found] = findNumbers(word);
  return found && Number.isInteger(found.value) ? found.value : undefined;
}

/** The day that words name: the next Monday, «la próxima semana», «mañana», «en 8 días», «el 3 de marzo». */
function dayIn(said: string, ctx: ReadingContext): string | undefined {
  const today = new Date(`${ctx.today}T00:00:00Z`);
  const after = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const toward = (weekday: number) => (weekday - today.getUTCDay() + 7) % 7 || 7;
  if (NEXT_WEEK.test(said)) return after(toward(1));
  const weekday = WEEKDAYS.findIndex((names) =>
    names.some((name) =>
      new RegExp(
        `^(?:el |este |on |next |this )?(?:proximo )?${name}(?: (?:proximo|que viene|por la manana|en la manana|a primera hora))?$`,
      ).test(said),
    ),
  );
  if (weekday >= 0) return after(toward(weekday));
  if (!/\d|\b(?:manana|tomorrow|en|dentro|in|mes|month|pasado)\b/.test(said)) return undefined;
  const read = readDate(said.replace(/ (?:por|en) la manana$/, ''), ctx);
  if (!read.ok) return undefined;
  // A month is reminded of on its first day.
  const day = `${read.value}-01-01`.slice(0, 10);
  return read.value.length < 7 ? undefined : day;
}

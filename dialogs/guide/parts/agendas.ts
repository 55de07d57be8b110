import { fromGuide } from '../../../src/guide/basis.ts';
import { buttons, termName, termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, type Options, place, reading, set } from '../../../src/guide/describe.ts';
import { showStatements } from '../../../src/guide/fields.ts';
import { valueAt } from '../../../src/plan/patch.ts';
import { GLOBAL_AGENDAS } from '../../../src/plan/terms.ts';
import { readChoices, readSdgs } from '../../../src/understanding/index.ts';
import { read } from '../../../src/understanding/reading.ts';

type Agenda = (typeof GLOBAL_AGENDAS)[number];

/** Global agendas, and the goals of the 2030 Agenda when the answer names them. */
export interface Agendas {
  agendas: Agenda[];
  sdgs?: number[];
}

const GOALS = /\b(ods|sdgs?)\b|objetivos? de desarrollo sostenible|sustainable development goals?/i;

/** Figures in the names of agendas. */
const OTHER_FIGURES = /\b(?:beijing\s*\+?\s*25|agenda (?:de )?2030)/gi;

/**
 * A question for agendas and goals together: «ODS 6 y ODS 8», or «6 y 8» alone, is the 2030 Agenda with
 * its goals 6 and 8.
 * @param id path of the agendas
 * @param sdgsId path of the goals
 */
export function agendasField(id: string, sdgsId: string, options: Options<Agendas> = {}): Field {
  return field<Agendas>({
    id,
    read: (text, ctx) => {
      // Nobody knows the agendas by number; the goals, everybody does.
      if (!/\p{L}{2}/u.test(text) && /\d/.test(text))
        return mapReading(readSdgs(text, reading(ctx)), (sdgs) => ({ agendas: ['agenda-2030'], sdgs }));
      const named = readChoices(text, reading(ctx), termOptions('agenda', GLOBAL_AGENDAS, ctx.texts));
      if (!GOALS.test(text)) return named.ok ? read({ agendas: named.value }) : named;
      const goals = readSdgs(text.replace(OTHER_FIGURES, ' '), reading(ctx));
      if (!goals.ok && !named.ok) return goals;
      const agendas = inOrder(['agenda-2030', ...(named.ok ? named.value : [])]);
      return read(goals.ok ? { agendas, sdgs: goals.value } : { agendas });
    },
    current: (ctx) => {
      const agendas = valueAt(ctx.plan, place(id, ctx)) as Agenda[] | undefined;
      const sdgs = valueAt(ctx.plan, place(sdgsId, ctx)) as number[] | undefined;
      return agendas?.length ? { agendas, ...(sdgs?.length && { sdgs }) } : undefined;
    },
    write: ({ agendas, sdgs }, ctx) => [
      set(place(id, ctx), agendas),
      ...(sdgs === undefined ? [] : [set(place(sdgsId, ctx), sdgs)]),
    ],
    show: ({ agendas, sdgs }, ctx) => {
      const names = agendas.map((agenda) => termName('agenda', agenda, ctx.texts));
      return showStatements(sdgs ? [...names, showSdgs(sdgs, ctx)] : names, ctx);
    },
    choices: (ctx) => buttons(termOptions('agenda', GLOBAL_AGENDAS, ctx.texts)),
    rests: ({ agendas }, { texts }) => fromGuide('agendas', agendas, texts),
    merge: (current, addition) => {
      const sdgs = [...new Set([...(current.sdgs ?? []), ...(addition.sdgs ?? [])])].sort((a, b) => a - b);
      const agendas = inOrder([...current.agendas, ...addition.agendas]);
      return sdgs.length > 0 ? { agendas, sdgs } : { agendas };
    },
    ...options,
  });
}

/** The goals alone, by number or name. */
export function sdgsField(id: string, options: Options<number[]> = {}): Field {
  return field<number[]>({
    id,
    read: (text, ctx) => readSdgs(text, reading(ctx)),
    show: showSdgs,
    merge: (current, addition) => [...new Set([...current, ...addition])].sort((a, b) => a - b),
    ...options,
  });
}

function showSdgs(sdgs: readonly number[], ctx: FieldContext): string {
  const prefix = ctx.texts.t('guide.term.sdg');
  return sdgs.map((goal) => `${prefix} ${goal}`).join(', ');
}

function inOrder(agendas: readonly Agenda[]): Agenda[] {
  return GLOBAL_AGENDAS.filter((agenda) => agendas.includes(agenda));
}

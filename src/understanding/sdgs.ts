import { findNumbers } from './find-numbers.ts';
import { stripOpening } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { alike, fold, usable, words } from './words.ts';

/** What the seventeen goals are called, in order: names and shorthands in Spanish and English, folded. */
const NAMES: readonly string[] = [
  'fin de la pobreza|pobreza|no poverty|poverty',
  'hambre cero|hambre|zero hunger|hunger|seguridad alimentaria|food security',
  'salud y bienestar|salud|good health and well being|good health|health',
  'educacion de calidad|educacion|quality education|education',
  'igualdad de genero|genero|gender equality|gender',
  'agua limpia y saneamiento|agua limpia|agua potable|agua|saneamiento|clean water and sanitation|clean water|water|sanitation',
  'energia asequible y no contaminante|energia asequible|energia limpia|energia|affordable and clean energy|clean energy|energy',
  'trabajo decente y crecimiento economico|trabajo decente|crecimiento economico|empleo|decent work and economic growth|decent work|economic growth|jobs',
  'industria innovacion e infraestructura|industria|innovacion|infraestructura|industry innovation and infrastructure|industry|innovation|infrastructure',
  'reduccion de las desigualdades|reducir desigualdades|desigualdades|desigualdad|reduced inequalities|inequality|inequalities',
  'ciudades y comunidades sostenibles|ciudades sostenibles|ciudades|comunidades sostenibles|sustainable cities and communities|sustainable cities|cities',
  'produccion y consumo responsables|consumo responsable|produccion responsable|consumo|responsible consumption and production|responsible consumption',
  'accion por el clima|accion climatica|cambio climatico|clima|climate action|climate',
  'vida submarina|oceanos|mares|life below water|oceans',
  'vida de ecosistemas terrestres|ecosistemas terrestres|bosques|biodiversidad|life on land|forests',
  'paz justicia e instituciones solidas|paz|justicia|instituciones solidas|peace justice and strong institutions|peace|justice',
  'alianzas para lograr los objetivos|alianzas|partnerships for the goals|partnerships',
];
/** More words than a list of goals has; the rest of a long text is not compared. */
const LONGEST_LIST = 120;
const NAMED = NAMES.flatMap((names, i) =>
  names.split('|').map((name) => ({ goal: i + 1, name: name.split(' ') })),
).toSorted((a, b) => b.name.length - a.name.length);
const ALL = /^(?:(?:los|las|all|the) )*(?:tod[oa]s|diecisiete|17 ods|all)\b(?! menos)/;

/**
 * Goals of the 2030 Agenda by number or name: «ODS 6 y ODS 8», «13 y 14», «agua limpia», «climate action».
 * @returns their numbers (1 to 17) in order, each once. Problems: `problem.sdg`, `problem.sdgRange`
 */
export function readSdgs(text: string, _ctx: ReadingContext): Reading<number[]> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = fold(stripOpening(whole.value)).replace(/\b(?:agenda (?:de )?2030|2030 agenda)\b/g, '');
  if (ALL.test(said)) return read(NAMES.map((_, i) => i + 1));
  const numbers = findNumbers(
    said.replace(/(\d)\s?[,.;-]\s?(?=\d)/g, (m, d) => (m.includes('-') ? `${d} a ` : `${d} , `)),
  )
    .filter((n) => !n.percent && !n.article)
    .map((n) => n.value);
  const outside = numbers.find((n) => !Number.isInteger(n) || n < 1 || n > 17);
  if (outside !== undefined) return unread('problem.sdgRange', { number: outside });
  const range =
    /\b(?:del|de|desde el|from)?\s?(?:ods |el )?(\d{1,2})\s?(?:al|hasta(?: el)?|to|-)\s?(?:ods )?(\d{1,2})\b/.exec(
      said,
    );
  const spanned = range ? span(Number(range[1]), Number(range[2])) : [];
  const goals = new Set([...numbers, ...spanned, ...named(said)]);
  return goals.size > 0 ? read([...goals].sort((a, b) => a - b)) : unread('problem.sdg');
}

function span(from: number, to: number): number[] {
  return from < to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];
}

/** Goals whose name stands in the text; a longer name takes its words from the shorter ones. */
function named(said: string): number[] {
  const spoken = words(said).slice(0, LONGEST_LIST);
  const taken = new Set<number>();
  const found: number[] = [];
  for (const { goal, name } of NAMED) {
    for (let at = 0; at + name.length <= spoken.length; at += 1) {
      const here = name.map((_, i) => at + i);
      if (here.some((i) => taken.has(i)) || !name.every((w, i) => alike(w, spoken[at + i] ?? ''))) continue;
      for (const i of here) taken.add(i);
      found.push(goal);
    }
  }
  return found;
}

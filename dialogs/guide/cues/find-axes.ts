import type { Cues } from '../../../src/guide/cues.ts';
import { remembered } from '../../../src/text/remembered.ts';
import { findMoney, readStatements, type Span, sentencesOf } from '../../../src/understanding/index.ts';
import { fold, trimMarks } from '../../../src/understanding/words.ts';

/** Something told of an axis: where it stands, its words for the field's reader, and the axis by its name. */
interface Beside extends Span {
  says: string;
  of: string;
}

/** Axes told with what is theirs. */
interface AxesTold {
  /** Stretches that name axes, with their names a line each. */
  named: (Span & { says: string })[];
  /** Goals and amounts inside those stretches. */
  goals: Beside[];
  amounts: Beside[];
  /** Amounts told of an axis elsewhere: «para el primero 70 millones». */
  later: Beside[];
}

const AXES = '(?:ejes|axes|lineas estrategicas|frentes|pilares)';
/** «Los ejes quedaron así: …», «dos ejes, …»: where the list of axes begins. */
const LIST = new RegExp(
  `\\b(?:(?:quedaron|tenemos|son|hay|van|seran|we (?:have|settled on)) )?(?:(?:en|los|las|the|our) )?(?:(?:dos|tres|cuatro|cinco|seis|\\d|two|three|four|five|six) )?(?:strategic )?${AXES}(?: (?:estrategicos|del plan|de trabajo))?(?:\\s(?:que\\s[^,.;:]{2,40}?\\s)?(?:son|seran|serian|quedaron|quedan|are)(?: (?:asi|estos|cuatro|tres|dos|cinco|seis))?\\s?[:,]?|\\s?[:,])\\s`,
  'g',
);
/** «Eje uno: música y oficios, …» */
const NUMBERED =
  /(?:^|[.;,\n]\s?)(?:y )?(?:el )?(?:eje|axis) (?:uno|dos|tres|cuatro|cinco|seis|\d)\s?(?::|,| es| sera)\s(?!(?:el|su|los) (?:reto|objetivo|desafio)|presupuesto|objetivo|reto|desafio)(?=\p{L}|«)/gu;
const NUMBERS =
  '(?:el |al |los |ods |sdgs? )?\\d{1,2}(?:(?:\\s?,\\s?|\\s?,?\\s(?:y|and|e)\\s|\\s)(?:con )?(?:el |al |ods |sdg )?\\d{1,2}(?!\\.?\\d| (?:millon|mil|palos|barras)))*(?![.,]?\\d| (?:millon|mil|palos|barras))';
const JOINT =
  '[,(–-]?\\s*(?:(?<!\\p{L})(?:y|que|con|al|a|en|para|por|hacia|le|va|van|apunta|aporta|responde|alinead[oa]|atad[oa]|contribuye|el|los|las|su|del?) )*';
const GOALS = new RegExp(`${JOINT}(?<ods>(?:ods|sdgs?)\\s?:?\\s?${NUMBERS})\\)?`, 'gu');
const GOALS_AGAIN = new RegExp(
  `[,(]?\\s*(?<!\\p{L})(?:con|al|a)\\s(?<ods>(?:el|los|al)\\s${NUMBERS})\\)?`,
  'gu',
);
const BEFORE_AMOUNT =
  /[,(–-]?\s*(?:(?<!\p{L})(?:y|que|con|por|de|un|su|va|tiene|lleva|cuesta|vale|presupuesto|le tocan|gets|with|and|budget)(?!\p{L})\s*:?\s*)*$/u;

/** A stretch after which another axis begins: what it tells, in the text. */
interface Attribute extends Span {
  says: string;
  kind: 'goals' | 'amounts';
}

/** The axes of a message with their goals and budgets, where these are told axis by axis. */
const axesTold: (text: string) => AxesTold = remembered((text) => {
  const told: AxesTold = { named: [], goals: [], amounts: [], later: [] };
  const folded = fold(text);
  if (!/\b(?:eje|axis|axes|frente|pilar|linea)/.test(folded)) return told;
  const names: string[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const sentence = folded.slice(start, end);
    for (const head of sentence.matchAll(LIST)) {
      const from = start + head.index;
      readList(text, { start: from, end }, from + head[0].length, told, names);
    }
  }
  readNumbered(text, folded, told, names);
  told.later = [...laterAmounts(text, told, names), ...amountsFor(text)];
  return told;
});

function readList(text: string, { start, end }: Span, from: number, told: AxesTold, names: string[]): void {
  const attributes = attributesIn(text, { start: from, end });
  if (attributes.length === 0) {
    const list = readStatements(
      text.slice(from, end),
      { language: 'es', today: '2000-01-01' },
      { split: 'phrases' },
    );
    if (list.ok) names.push(...list.value.map((name) => trimMarks(name)));
    return;
  }
  const own: string[] = [];
  let at = from;
  let last = from;
  for (const attribute of attributes) {
    const said = namesIn(text.slice(at, attribute.start));
    if (said === undefined) break;
    own.push(...said);
    const of = own.at(-1);
    if (of === undefined) return;
    told[attribute.kind].push({ start: attribute.start, end: attribute.end, says: attribute.says, of });
    at = attribute.end;
    last = attribute.end;
  }
  const rest = /^[^.;]*/.exec(text.slice(at, end))?.[0] ?? '';
  const more = last === at ? namesIn(rest) : undefined;
  if (more && more.length > 0 && more.every((name) => name.split(/\s+/).length <= 6 && !/\d/.test(name))) {
    own.push(...more);
    last = at + rest.length;
  }
  names.push(...own);
  if (own.length > 0) told.named.push({ start, end: last, says: quoted(own) });
}

/** The names in what stands between two attributes: «, y mar y sal»; undefined where it tells something else. */
function namesIn(between: string): string[] | undefined {
  const said = between.replace(/^[\s,;)]*(?:(?:y|e|and)\s)?(?:(?:otro|el otro)(?: (?:de|es))?\s)?/i, '');
  if (!/\p{L}/u.test(said)) return [];
  const names = said.split(/,\s+|;\s+/).map((name) => trimMarks(name.replace(/^(?:y|e|and)\s/i, '')));
  return names.every((name) => /\p{L}{2}/u.test(name) && name.split(/\s+/).length <= 9) ? names : undefined;
}

function attributesIn(text: string, { start, end }: Span): Attribute[] {
  const folded = fold(text.slice(start, end));
  const found: Attribute[] = [];
  const add = (attribute: Attribute) => {
    if (!found.some((other) => attribute.start < other.end && other.start < attribute.end))
      found.push(attribute);
  };
  const goals = (pattern: RegExp) => {
    for (const match of folded.matchAll(pattern)) {
      const said = (match.groups?.ods ?? '').replace(/^(?:ods|sdgs?)\s?:?/, '');
      const at = start + match.index;
      add({
        start: at,
        end: at + match[0].length,
        says: `ODS ${said.match(/\d+/g)?.join(', ')}`,
        kind: 'goals',
      });
    }
  };
  goals(GOALS);
  for (const money of findMoney(text.slice(start, end))) {
    const joint = BEFORE_AMOUNT.exec(folded.slice(0, money.start))?.[0].length ?? 0;
    const closes = /^\s?\)/.exec(folded.slice(money.end))?.[0].length ?? 0;
    const says = text.slice(start + money.start, start + money.end);
    add({ start: start + money.start - joint, end: start + money.end + closes, says, kind: 'amounts' });
  }
  if (found.some(({ kind }) => kind === 'goals')) goals(GOALS_AGAIN);
  return found.toSorted((a, b) => a.start - b.start);
}

function readNumbered(text: string, folded: string, told: AxesTold, names: string[]): void {
  const heads = [...folded.matchAll(NUMBERED)];
  for (const [i, head] of heads.entries()) {
    const from = head.index + head[0].length;
    const stop = heads[i + 1]?.index ?? text.length;
    const sentence = sentencesOf(text).find((one) => one.start <= from && from < one.end);
    const end = Math.min(stop, sentence?.end ?? stop);
    const attributes = attributesIn(text, { start: from, end });
    const [first] = attributes;
    const clause = /^[^,;.:(]+/.exec(text.slice(from, first?.start ?? end))?.[0] ?? '';
    const name = trimMarks(clause);
    if (name === '' || name.split(/\s+/).length > 9) continue;
    names.push(name);
    const whole = text
      .slice(from, first?.start ?? end)
      .trim()
      .replace(/[.,;:]+$/, '');
    if (first && trimMarks(whole) !== name) continue;
    if (!first && !/\s(?:y|e|and)\s/.test(name)) continue;
    for (const { kind, ...one } of attributes) told[kind].push({ ...one, of: name });
    const start = head.index + (/^[.;,\s]*/.exec(head[0])?.[0].length ?? 0);
    told.named.push({ start, end: attributes.at(-1)?.end ?? from + clause.length, says: quoted([name]) });
  }
}

/** A name in quotes is one, whatever stands in it. */
const quoted = (names: readonly string[]) =>
  names.length === 1 ? `«${names[0]?.replace(/[«»]/g, '')}»` : names.join('\n');

const ORDER = ['primer', 'segund', 'tercer', 'cuart', 'quint', 'sext'].map(
  (word) => new RegExp(`\\b${word}(?:o|a|er)?\\b`),
);

/** Amounts after a list of axes that name one of them, or its place in the list. */
function laterAmounts(text: string, { named, amounts }: AxesTold, names: readonly string[]): Beside[] {
  const [opening] = names;
  if (opening === undefined) return [];
  const folded = fold(text);
  const found: Beside[] = [];
  let from = Math.max(folded.indexOf(fold(opening)), ...named.map(({ end }) => end));
  let told = -1;
  for (const money of findMoney(text)) {
    if (money.start < from || amounts.some((one) => money.start < one.end && one.start < money.end)) continue;
    const before = folded.slice(from, money.start);
    const clause = /(?:^|[,;.:]|\sy\s)(?<said>[^,;.:]{0,80})$/.exec(before);
    const said = clause?.groups?.said ?? '';
    const place = ORDER.findIndex((word) => word.test(said));
    const called = names.findIndex((name) => said.includes(fold(name)));
    const other = /\botr[oa]\b/.test(said) ? told + 1 : -1;
    const at = called >= 0 ? called : place >= 0 ? place : other;
    const of = names[at];
    if (of !== undefined && !/\b(?:proyecto|ponen?|aporta)/.test(said)) {
      const start = money.start - said.trimStart().length;
      found.push({ start, end: money.end, says: text.slice(money.start, money.end), of });
      told = at;
    }
    from = money.end;
  }
  return found;
}

const FOR_AXIS =
  /^\s(?:(?:son|van|seran|irian|es|va) )?(?:para|al|a|del) (?:el )?eje (?:de )?(?<name>«[^»]+»|\p{Lu}[\p{L}\d]*(?:\s(?:(?:de|del|la|las|los|el|al|y|sin|con)\s){0,2}\p{Lu}[\p{L}\d]*){0,6})/u;
/** «100 millones son para el eje Puertos». */
function amountsFor(text: string): Beside[] {
  return findMoney(text).flatMap((money) => {
    const found = FOR_AXIS.exec(text.slice(money.end));
    const of = found?.groups?.name;
    if (!found || of === undefined) return [];
    const lead =
      /(?:de (?:los|las) cuales|de esos|y)\s$/.exec(fold(text.slice(0, money.start)))?.[0].length ?? 0;
    const end = money.end + found[0].length - of.length;
    return [{ start: money.start - lead, end, says: text.slice(money.start, money.end), of }];
  });
}

type Finder = NonNullable<Cues['find']>;
/** Axes in a list that tells their goals or budgets beside them, these, and amounts told of an axis elsewhere. */
export const findAxes: Finder = (_, __, whole) =>
  axesTold(whole).named.map((one) => ({ ...one, adds: true }));
export const findAxisGoals: Finder = (_, __, whole) => axesTold(whole).goals;
export const findAxisAmounts: Finder = (_, __, whole) => axesTold(whole).amounts;
export const findLaterAmounts: Finder = (_, __, whole) => axesTold(whole).later;

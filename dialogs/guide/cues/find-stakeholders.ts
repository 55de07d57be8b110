import type { Cues } from '../../../src/guide/cues.ts';
import { remembered } from '../../../src/text/remembered.ts';
import { type Span, sentencesOf } from '../../../src/understanding/index.ts';
import { fold, trimMarks } from '../../../src/understanding/words.ts';

const FIELDS = ['sector', 'interest', 'motivation', 'willingness', 'contribution'] as const;
type FieldName = (typeof FIELDS)[number];

interface Beside extends Span {
  says: string;
  of: string;
  about: FieldName;
}

interface Told {
  named: (Span & { says: string; adds: boolean })[];
  beside: Beside[];
}

const NOUN = '(?:actores|aliad[oa]s|actor|aliad[oa]|partes interesadas|stakeholders?)';
/** «Como actores tenemos …», «los actores serían …», «otro actor es …», «contamos como aliados con …». */
const HEAD = new RegExp(
  `(?:^|[\\s(])(?:(?:y |e )?(?:como|de|con|los|las|el|la|otr[oa]s?|un|una|nuestr[oa]s|our|the|en el mapa de|del mapa de) )*${NOUN}(?: (?:clave|principal(?:es)?|importantes?|locales|del territorio|de la gobernanza))?,?(?:\\s?:|\\s(?:ya |si |nos |ahi )?(?:tenemos|hay|estan?|estarian?|son|es|seria|serian|seran|sera|identificamos|contamos con|va|van|quedaron|vemos|are|include|con|a) ?:?)\\s(?:(?:a|con|los siguientes|the) )?`,
  'g',
);
const OF_PROJECT = /\bproyecto\b/;

const DISPOSITION = '(?:disposicion|voluntad|ganas|animo|interes|willingness)';
const WILLING: [says: string, pattern: RegExp][] = [
  [
    'por averiguar',
    /\bno (?:se )?(?:sabemos|sabe|se|tenemos claro|(?:ha|han) (?:dicho|confirmado|respondido|contestado))\b|\bpor averiguar\b|\b(?:disposicion|voluntad) (?:desconocida|no (?:sabida|conocida))|\bfalta (?:hablar|preguntar)/,
  ],
  [
    'baja',
    new RegExp(
      `\\b${DISPOSITION}(?: (?:es|esta|mas bien|muy|bien|tirando a))* (?:baj\\p{L}+|poc[oa]|poquit[oa]|low)\\b|\\b(?:poc[oa]|baja|nada de|low) ${DISPOSITION}\\b|\\b(?:poco|nada) (?:dispuest|interesad|convencid)`,
      'u',
    ),
  ],
  [
    'media',
    new RegExp(
      `\\b${DISPOSITION}(?: (?:es|esta|mas bien|muy|tirando a))* (?:medi[oa]|regular|intermedia|mas o menos|medium)\\b|\\b(?:medi[oa]|regular|medium) ${DISPOSITION}\\b|\\bmas o menos dispuest|\\ba medias\\b`,
    ),
  ],
  [
    'alta',
    new RegExp(
      `\\b${DISPOSITION}(?: (?:es|esta|muy|bien|bastante))* (?:alt\\p{L}+|total|plena|high)\\b|\\b(?:alta|mucha|toda la|plena|high) ${DISPOSITION}\\b|\\b(?:muy|bien|super|bastante) (?:dispuest|interesad|comprometid|animad)|\\bcon toda\\b`,
      'u',
    ),
  ],
];
const TELLS: [field: FieldName, pattern: RegExp][] = [
  [
    'interest',
    /\b(?:(?:le|les) interesa(?:n|ria)?|interesad[oa]s? en|su interes es|con interes en) (?<value>[^,.;:]+)/,
  ],
  [
    'motivation',
    /\b(?:(?:lo|la|los|las) (?:mueve|motiva)n?|su motivacion es|motivad[oa]s? por) (?<value>[^,.;:]+)/,
  ],
  [
    'contribution',
    /\b(?:(?:puede|pueden|podrian?|van? a|quieren?) )?(?:aportar|aportan?|aportarian?|poner|pone|ponen|pondrian?|ofrecen?|ofrecer|prestan?|prestar) (?<value>(?!\d)[^,.;:]+)/,
  ],
  [
    'sector',
    /\((?<beside>privado|publico|social|academico|internacional|medios|comunitario)\b|\b(?:del |el )?sector (?<value>privado|publico|social|academico|internacional|cultural|empresarial|educativo|productivo|comunitario)\b|(?<=^|[(]|de la |es )(?<academy>academia)\b|^(?<media>medios?) de comunicacion$/,
  ],
];
/** What tells more of the one before, and names nobody. */
const ATTRIBUTE = new RegExp(
  `^(?:y |pero |aunque |que |con |sin |muy |bien |poc[oa] |mucha |alta |baja |media |del? sector|sector|academia|medios? de comunicacion|l[ea]s? |los |las |lo |es[oea]s? |est[oea]s? |ell[oa]s? |est[ae] ultim|puede|podri|aporta|pone|ofrece|presta|quiere|tiene|son |es |esta |estan |no |si |ya |todavia |${DISPOSITION}|interesad|dispuest|motivad|amb[oa]s |tod[oa]s |ningun|(?:alta|media|baja|desconocida)\\)?$)`,
);
/** Pronouns before a verb, not articles before a name: «los mueve», «las lanchas». */
const ARTICLE_NAME =
  /^(?:los|las|la|lo|el) (?!(?:mueve|motiva|interes|dos\b|tres\b|cuatro\b|conform|un[eo]))/;
const TAIL =
  /,?\s(?:pero|aunque|que|quien|quienes|porque|con (?:disposicion|voluntad|mucha|poca|alta|baja|interes|ganas)|del sector|de la academia|muy dispuest|bien dispuest|poco dispuest)(?!\p{L}).*$/u;
const ALL = /\b(?:amb[oa]s|tod[oa]s|l[oa]s (?:dos|tres|cuatro))\b/;

const stakeholdersTold: (text: string) => Told = remembered((text) => {
  const told: Told = { named: [], beside: [] };
  const folded = fold(text);
  if (!/\b(?:actor|aliad|partes interesadas|stakeholder)/.test(folded)) return told;
  for (const { start, end } of sentencesOf(text)) {
    const sentence = folded.slice(start, end);
    const [head] = sentence.matchAll(HEAD);
    if (!head || OF_PROJECT.test(sentence.slice(0, head.index + head[0].length))) continue;
    readList(text, { start: start + head.index + head[0].length, end }, start + head.index, told, head[0]);
  }
  return told;
});

function readList(text: string, list: Span, start: number, told: Told, head: string): void {
  const names: string[] = [];
  const beside: Beside[] = [];
  let last = list.start;
  for (const piece of piecesOf(text, list)) {
    const said = text.slice(piece.start, piece.end);
    const folded = fold(said);
    // «… con la diócesis y con el gremio»: what tells nothing of the one before names another.
    const another = /^con /.test(folded) && attributesOf(folded, said, piece, names).length === 0;
    const more = ATTRIBUTE.test(folded) && !ARTICLE_NAME.test(folded) && !another;
    if (!more) {
      const name = nameOf(said);
      if (name === undefined) break;
      names.push(name);
    }
    if (names.length === 0) return;
    const attributes = attributesOf(folded, said, piece, names);
    if (more && attributes.length === 0 && /\b(?:presupuesto|proyecto|eje|responsable|plan)\b/.test(folded))
      break;
    beside.push(...attributes);
    last = piece.end;
  }
  // Without anything told of them, the list is read as any other.
  if (beside.length === 0) return;
  const adds = /\botr[oa]s?\b/.test(head) || !/actores|aliad[oa]s|partes|stakeholders/.test(head);
  const says = names.length === 1 ? `«${names[0]}»` : names.join('\n');
  told.named.push({ start: start + (/^[\s(]*/.exec(head)?.[0].length ?? 0), end: last, says, adds });
  told.beside.push(...beside);
}

function nameOf(said: string): string | undefined {
  const name = trimMarks(said.replace(TAIL, '').replace(/\s\([^()]*\)?$/, '')).replace(
    /^(?:al|a (?:el |la |los |las )|con (?:el |la |los |las )?|con (?=\p{L})|(?:el|la|los|las|un|una|the) )(?=\p{L})/iu,
    '',
  );
  return /\p{L}{2}/u.test(name) && name.split(/\s+/).length <= 9 ? name : undefined;
}

function attributesOf(folded: string, said: string, piece: Span, names: readonly string[]): Beside[] {
  const named = names.findLast((name) => folded.includes(fold(name).split(' ').at(-1) ?? fold(name)));
  const meant = ALL.test(folded) ? names : [named ?? names.at(-1) ?? ''];
  const found: Beside[] = [];
  const add = (about: FieldName, says: string, start: number, end: number) => {
    for (const of of meant)
      found.push({ about, says, of, start: piece.start + start, end: piece.start + end });
  };
  const bare = /^(alta|media|baja|desconocida)\)?$/.exec(folded)?.[1];
  const willing = bare === undefined ? WILLING.find(([, pattern]) => pattern.test(folded))?.[0] : bare;
  if (willing !== undefined) add('willingness', willing, 0, said.length);
  for (const [field, pattern] of TELLS) {
    const value = Object.values(pattern.exec(folded)?.groups ?? {}).find((group) => group !== undefined);
    if (value === undefined || (field === 'interest' && willing !== undefined)) continue;
    const at = folded.indexOf(value);
    add(
      field,
      said
        .slice(at, at + value.length)
        .trim()
        .replace(/\s(?:y|e)$/, ''),
      0,
      said.length,
    );
  }
  return found;
}

/** The stretches between commas, semicolons and colons, and at an «y» after which a name or another thing told begins. */
function piecesOf(text: string, { start, end }: Span): Span[] {
  const list = text.slice(start, end);
  const pieces: Span[] = [];
  let from = 0;
  const cut = (to: number, next: number) => {
    const head = /^\s*(?:(?:y|e|and)\s)?/i.exec(list.slice(from, to))?.[0].length ?? 0;
    if (/\p{L}{2}/u.test(list.slice(from, to))) pieces.push({ start: start + from + head, end: start + to });
    from = next;
  };
  const marks =
    /[,;:](?=\s)|[.]\s*$|\s[ye]\s(?=(?:el|la|los|las|con|a|al|un|una|puede|pueden|aporta|pone|le|les|lo)\s|\p{Lu}|pone|aporta|ofrece|tiene)|\s(?=(?:pero|aunque)\s)/gu;
  for (const mark of list.matchAll(marks)) cut(mark.index, mark.index + mark[0].length);
  cut(list.length, list.length);
  return pieces;
}

/** Stakeholders in a list that tells their willingness, interest or contribution beside them. */
export const findStakeholders: NonNullable<Cues['find']> = (_, __, whole) => stakeholdersTold(whole).named;

/** What is told of each of those, by field. */
export const findStakeholdersBeside =
  (field: FieldName): NonNullable<Cues['peek']> =>
  (_, __, whole) =>
    stakeholdersTold(whole).beside.filter(({ about }) => about === field);

import type { Cues } from '../../../src/guide/cues.ts';
import { remembered } from '../../../src/text/remembered.ts';
import type { Span } from '../../../src/understanding/index.ts';
import { fold, trimMarks } from '../../../src/understanding/words.ts';

type FieldName = 'nature' | 'unit' | 'source' | 'frequency';

interface Beside extends Span {
  says: string;
  of: string;
  about: FieldName;
}

interface Told {
  named: (Span & { says: string })[];
  beside: Beside[];
}

/** An indicator as its clauses tell it, in whatever order. */
interface Draft extends Span {
  name?: string;
  baseline?: string;
  target?: string;
  others: Omit<Beside, 'of'>[];
}

const NUMBER =
  '(?:\\d[\\d.,]*|cero|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|cien)';
const PENDING =
  /\b(?:pendiente|por (?:levantar|definir|establecer|averiguar|medir)|no (?:la |lo )?(?:tenemos|hay|sabemos|se sabe|conocemos|se tiene|se ha|existe)|sin (?:dato|medir|establecer|levantar|definir)|(?:toca|falta|hay que) (?:levantarla|medirla|definirla)|pending|unknown|not (?:yet )?known)\b/;
const BASELINE =
  /\b(?:linea (?:de )?base|valor actual|baseline)\b|^(?:y |la )?(?:hoy|actualmente|ahora|arrancamos|partimos|base)\b/;
const TARGET =
  /^(?:(?:y|con|pero|la|una|su|de|the|and|a|as) )*(?:meta|target)\b|^(?:y )?(?:queremos|esperamos|aspiramos a|vamos a|la idea es) (?:llegar|subir|pasar|lograr|tener|alcanzar|\d)\b|^(?:y )?(?:en|para|a|al) 20\d\d (?:seran|tendremos|llegaremos|llegar|tener|esperamos)\b/;
const VALUE = new RegExp(
  `(?<!\\p{L})(?<value>${NUMBER}(?!\\p{L})\\s?%?(?:\\s(?!y\\b|a\\b|en\\b|para\\b|al\\b|cada\\b)\\p{L}+){0,3})`,
  'u',
);
/** «La meta era 90 pero la bajamos a 40». */
const CORRECTED = new RegExp(
  `\\bmeta (?:era|eran|estaba en|iba a ser|fue)(?: de)? [^.;]{1,40}?(?:pero|y ahora|aunque|y luego)[^.;]{0,40}?\\b(?:bajamos|subimos|dejamos|cambiamos|quedo|quedaron|bajo|subio|paso|ajustamos|redujimos)(?: (?:en|a|de|por|solo))* (?<value>${NUMBER})`,
  'u',
);
const NATURE =
  /^(?:(?:y|que|es|ese|este|eso|esta|seria|un|indicador|naturaleza|tipo|de|it|is|a) ?:?\s?)*(?<nature>gestion|resultados?|producto|impacto|management|outcome|result)(?: indicator)?$/;
const FREQUENCY =
  /(?:^(?:y )?(?:frecuencia(?: de medicion)?|periodicidad)?:?\s?|\b(?:se mide|se medira|se revisa|lo medimos|la medimos|medimos|medicion|medid[oa]s?|se toma|measured|frecuencia(?: de medicion)?(?: es)?:?) )(?<value>(?:cada|every) [^,.;]+|(?:diari|semanal|quincenal|mensual|bimestral|trimestral|semestral|anual)\p{L}*|(?:monthly|quarterly|yearly|weekly))$/u;
const SOURCE =
  /^(?:y )?(?:(?:la |con |de )?fuente(?: de (?:informacion|verificacion|datos))?(?: es| sera)?:?|(?:el dato |los datos )?(?:sale|salen|viene|vienen) del?|(?:lo|la|los) (?:da|saca|lleva|reporta|entrega)|source(?: is)?:?) (?<value>.{3,})$/;
const UNIT =
  /^(?:y )?(?:(?:la )?unidad(?: de medida)?(?: es| son)?:?|se (?:cuenta|mide) en|unit(?: is)?:?) (?<value>\p{L}.{1,40})$/u;
const HEAD =
  /^(?:(?:y|el|la|los|un|una|otro|mi|nuestro|nombre|en|the|an|van|son|tiene|tenemos|hay|como|de|del|primer|segundo|dos|tres|our) )*(?:indicador(?:es)?|indicators?)(?: (?:de (?<nature>gestion|resultado|producto|impacto)))?(?<project> (?:del?|para el) (?:proyecto )?x{4,})?(?: que(?: [^\s,.;:()]+){1,4}?(?= (?:es|son|seria)\b))?(?: (?:son|es|seran|seria|serian|sera|dos|tres|uno|\d|is|are|llamado|se llama|de los|de las|del|de la|de|clave|ponga|pongale|pongamos|anote|queda|quedo))*(?<mark>\s?:)?\s*/;
/** Where another project begins, or the plan's own things. */
const ELSEWHERE = /\b(?:proyecto|project|eje|ejes|presupuesto|responsable|seguimiento)\b/;
/** What tells more of the indicator at hand and names none. */
const TELLS_MORE = /^(?:que|es|ese|esta|lo|la|se|con|de|del|medid[oa]|segun|esos|y (?:es|se|lo|la)) /;
const FOR = /^(?:y )?(?:para|en|de) (?:el|la|los|las) (?:indicador (?:de )?)?/;

const FOR_WRITTEN = new RegExp(FOR.source, 'i');

/** The indicators of a message, with what is told of each. */
const indicatorsTold: (text: string) => Told = remembered((text) => {
  const folded = fold(text);
  if (!/\b(?:indicador|indicator|linea (?:de )?base|baseline)/.test(folded)) return { named: [], beside: [] };
  const drafts = draftsIn(text, folded).filter(({ name }) => name !== undefined);
  const whole = drafts.filter(({ baseline, target, others }) => baseline ?? target ?? others[0]);
  if (whole.length === 0) return { named: [], beside: [] };
  const start = Math.min(...drafts.map((draft) => draft.start));
  const end = Math.max(...drafts.map((draft) => draft.end));
  const lines = drafts.map(({ name, baseline, target }) => {
    const values = [
      ...(baseline === undefined ? [] : [`línea base ${baseline}`]),
      ...(target === undefined ? [] : [`meta ${target}`]),
    ];
    return values.length > 0 ? `${name}: ${values.join(', ')}` : `${name}`;
  });
  return {
    named: [{ start, end, says: lines.join('\n') }],
    beside: drafts.flatMap(({ name, others }) => others.map((one) => ({ ...one, of: name ?? '' }))),
  };
});

function draftsIn(text: string, folded: string): Draft[] {
  const drafts: Draft[] = [];
  let plural = false;
  const pieces = piecesOf(text);
  for (const [i, piece] of pieces.entries()) {
    const said = text.slice(piece.start, piece.end);
    const words = folded.slice(piece.start, piece.end);
    const last = drafts.at(-1);
    const take = (draft: Draft) => {
      draft.end = piece.end;
      if (draft !== last) drafts.push(draft);
    };
    const open = (): Draft => last ?? { start: piece.start, end: piece.end, others: [] };
    const head = HEAD.exec(words);
    if (!head && drafts.length > 0 && ELSEWHERE.test(words)) break;
    if (head) {
      plural ||= /indicadores|indicators/.test(head[0]);
      const name = nameIn(said.slice(head[0].length));
      // The project that a head names is told before its indicators.
      const start = piece.start + (head.groups?.project === undefined ? 0 : head[0].length);
      const fresh = last && last.name === undefined ? last : { start, end: piece.end, others: [] };
      const nature = head.groups?.nature;
      if (nature !== undefined) fresh.others.push({ ...piece, about: 'nature', says: nature });
      if (name !== undefined) fresh.name = name;
      if (name !== undefined || nature !== undefined || plural) take(fresh);
      continue;
    }
    const corrected = CORRECTED.exec(words)?.groups?.value;
    if (corrected !== undefined) {
      const draft = open();
      draft.target = corrected;
      take(draft);
    } else if (BASELINE.test(words)) {
      const value = PENDING.test(words)
        ? 'pendiente'
        : valueIn(said.replace(/^.*\b(?:base|actual|hoy|baseline)\b/i, ''));
      if (value === undefined) break;
      const draft = open();
      if (draft.baseline !== undefined) break;
      draft.baseline = value;
      take(draft);
    } else if (TARGET.test(words)) {
      const value = valueIn(said);
      if (value === undefined) break;
      const draft = open();
      if (draft.target !== undefined) break;
      draft.target = value;
      take(draft);
    } else {
      const other = otherIn(said, words, piece);
      const next = pieces[i + 1];
      const nextWords = next ? folded.slice(next.start, next.end) : '';
      const valued = BASELINE.test(nextWords) || TARGET.test(nextWords);
      if (other && last) {
        last.others.push(other);
        take(last);
      } else if (valued && (plural || FOR.test(words)) && !TELLS_MORE.test(words)) {
        const name = nameIn(said.replace(FOR_WRITTEN, '').replace(/^(?:y|e|and)\s/i, ''));
        if (name === undefined) break;
        const fresh =
          last && last.name === undefined ? last : { start: piece.start, end: piece.end, others: [] };
        fresh.name = name;
        take(fresh);
      } else if (last !== undefined && !valued) break;
    }
  }
  return drafts;
}

function otherIn(said: string, folded: string, piece: Span): Omit<Beside, 'of'> | undefined {
  const ways: [FieldName, RegExp][] = [
    ['nature', NATURE],
    ['frequency', FREQUENCY],
    ['source', SOURCE],
    ['unit', UNIT],
  ];
  for (const [about, pattern] of ways) {
    const groups = pattern.exec(folded)?.groups;
    const value = groups?.value ?? groups?.nature;
    if (value === undefined) continue;
    const at = folded.lastIndexOf(value);
    return { ...piece, about, says: said.slice(at, at + value.length) };
  }
  return undefined;
}

function nameIn(said: string): string | undefined {
  const name = trimMarks(said.replace(/^\s*\d{1,2}[).]\s*/, ''));
  const words = name.split(/\s+/).length;
  return /\p{L}{3}/u.test(name) && words <= 14 ? name : undefined;
}

/** The words from the first number on that is no year. */
function valueIn(said: string): string | undefined {
  const told = said.replace(/\b(?:en|para|a|al)\s(?:el\s)?20\d\d\b/gi, (year) => ' '.repeat(year.length));
  const found = VALUE.exec(fold(told));
  return found ? told.slice(found.index).trim() : undefined;
}

/** The clauses of a message: at commas, semicolons and stops, and before each value that a «y» joins. */
function piecesOf(text: string): Span[] {
  const marks =
    /[,;](?=\s)|[.](?=\s|$)|:(?=\s*\n)|:(?=\s*(?:hoy|la meta|linea|meta|la linea)\b)|\s\((?=\p{L})|(?<!\b\d{1,2})\)|\s(?:y|e|and|con|pero|tiene|lleva|trae)\s(?=(?:la |el |una |su |a |the |as a )?(?:metas?|linea (?:de )?base|baseline|target|indicador|se mide|la fuente|queremos|hoy|fuente|indicator)\b)|\s(?=(?:la|una) (?:meta|linea (?:de )?base) (?:es|era|esta|son|queda|quedo)\b)|\s(?=(?:hoy|actualmente) (?:van|hay|esta|tenemos|son|vamos)\b)/giu;
  const spans: Span[] = [];
  let from = 0;
  const cut = (to: number, next: number) => {
    const lead = /^[\s,;.()]*/.exec(text.slice(from, to))?.[0].length ?? 0;
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) spans.push({ start: from + lead, end: to });
    from = next;
  };
  for (const { 0: mark, index } of fold(text).matchAll(marks)) cut(index, index + mark.length);
  cut(text.length, text.length);
  return spans;
}

/** Indicators told together, with their values before their names, or with what a plain list does not hold. */
export const findIndicators: NonNullable<Cues['find']> = (text) => indicatorsTold(text).named;

/** What is told of each of those beside its values. */
export const findIndicatorsBeside =
  (field: FieldName): NonNullable<Cues['peek']> =>
  (text) =>
    indicatorsTold(text).beside.filter(({ about }) => about === field);

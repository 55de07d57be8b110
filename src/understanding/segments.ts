import { asksOutright, TURNS } from './asks-outright.ts';
import { isQuestion, seeksApproval } from './question.ts';
import type { ReadingContext } from './reading.ts';
import { isRhetorical } from './tentative.ts';
import { fold } from './words.ts';

/** A stretch of a text, as UTF-16 offsets `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch that tells a value; `says` is what the value's reader is given in the place of its words. */
export interface Said extends Span {
  says?: string;
}

/** Shortened words whose stop ends no sentence, and the number of a list. */
const ABBREVIATION =
  /(?:\b(?:sec|dir|coord|subsec|art|num|no|nro|dr|dra|sr|sra|ing|lic|arq|hab|aprox|depto|dpto|prof|pag|cat)|\b[a-z])$/;
const LIST_NUMBER = /^\s*\d{1,2}$/;
/** Longest of those, in characters. */
const LONGEST_ABBREVIATION = 8;

/**
 * The sentences of a text, each with the mark that ends it. An opening question mark begins one of its own; the
 * numbers of a list («ejes: 1. Agua 2. Vías») end none.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let item = 1;
  const numbers = (end: number) => {
    const before = text.slice(Math.max(start, end - 5), end);
    const counts = item === 1 ? /[:;,]\s*1$/.test(before) : new RegExp(`\\s${item}$`).test(before);
    if (counts) item += 1;
    return counts;
  };
  const abbreviates = (end: number) =>
    ABBREVIATION.test(fold(text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end))) ||
    (end - start < LONGEST_ABBREVIATION && LIST_NUMBER.test(text.slice(start, end)));
  const cut = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) spans.push({ start, end });
    start = end;
  };
  for (const mark of text.matchAll(/\n|[.!?…]+["»”)]*(?=\s|$)|\?(?=[;,)])|¿/gu)) {
    if (mark[0] === '¿') cut(mark.index);
    else if (mark[0] !== '.' || !(abbreviates(mark.index) || numbers(mark.index)))
      cut(mark.index + mark[0].length);
  }
  cut(text.length);
  return spans;
}

/** «¿La cámara cuenta como actor? Póngala»: what is ordered right after needs no answer. */
const ORDERED =
  /^\s*(?:(?:yo )?(?:creo|diria|pienso|supongo|me parece|imagino)\b|(?:(?:entonces|si|bueno|listo|pues|si si),? )*(?:pongal[oa]s?|pongan?l[oa]s?|agreguel[oa]s?|anotel[oa]s?|dejel[oa]s?|incluyal[oa]s?|metal[oa]s?|sumel[oa]s?|apuntel[oa]s?|add (?:it|them)|put (?:it|them))\b)/;
const TAKES_THE_FLOOR = /^\s*(?:(?:oiga|oye|mire|por cierto|y|pero|and|but)[,:]? )+/i;
/** A later sentence without marks that asks: «Fondos. Oiga y qué quiere decir incidencia». */
const OPENS_ASKING =
  /^\s*(?:(?:oiga|oye|mire|por cierto|otra cosa|una (?:pregunta|duda|cosa)|y|pero|and|but)[,:]? )*(?:(?:a|de|en|con|por|para) )?(?:qué|cuál(?:es)?|quién(?:es)?|cómo|cuándo|dónde|cuánt[oa]s?|what|which|who|how|when|where)\s|^\s*(?:oiga|por cierto|otra cosa|una (?:pregunta|duda))[,:]? /iu;
/** An answer that begins with what they do not know of their own: «no sé la exacta, ponga 17 mil». */
const FACT = /,? (?:ponga|pongale|anote|deje|digamos|put|say) /;

/**
 * The stretches of a message that ask something: sentences by their marks, but those that expect no answer, and what
 * a sentence turns to ask at its end.
 */
export function questionsIn(text: string, ctx: ReadingContext): Span[] {
  return sentencesOf(text).flatMap(({ start, end }): Span[] => {
    const sentence = text.slice(start, end);
    if (/[?¿]/.test(sentence))
      return isQuestion(sentence, ctx) &&
        !isRhetorical(sentence) &&
        !(start > 0 && seeksApproval(sentence)) &&
        !ORDERED.test(fold(text.slice(end, end + 40)))
        ? [{ start, end }]
        : [];
    const folded = fold(sentence);
    const asks =
      asksOutright(folded) ||
      (start > 0 && OPENS_ASKING.test(sentence) && isQuestion(sentence.replace(TAKES_THE_FLOOR, ''), ctx));
    if (asks && !FACT.test(folded)) return [{ start, end }];
    const turn = TURNS.exec(folded);
    return turn ? [{ start: start + turn.index + turn[0].length, end }] : [];
  });
}

const OTHERS =
  '(?:(?:el|la|los|las|un|una|otro|otra|nuestr[oa]s?) )*(?:vecin[oa]s?|(?:vereda|cabecera|comuna|corregimiento|zona rural|casco urbano|capital)(?=,? (?:\\p{Lu}|tiene|con|suma|[\\p{L} ]{3,30},? tiene))|(?:ell[oa]s|they) (?=(?:tienen|cuentan|suman|pasan|llegan|gastaron|invirtieron|recibieron|lograron|have|got)\\b)|(?:municipio|pueblo|ciudad|departamento)s? (?:vecin[oa]s?|de al lado|cercan[oa]s?|herman[oa]s?)|(?:otr[oa]s?|demas) (?:municipios?|pueblos?|ciudad(?:es)?|alcaldias?|entidad(?:es)?)|de al lado|the (?:neighbou?r(?:ing \\w+)?|next town)|(?:neighbou?ring|other|another) (?:town|city|municipalit)\\w*)\\b';
/** Verbs that tell a figure of whoever stands before them. */
const HAS =
  '(?:tienen?|cuentan? con|suman?|pasan? del?|llegan? a|invirti[oe]\\w*|gast[oa]\\w*|pus[oi]\\w*|consigui\\w+|logr[oa]\\w*|recibi\\w+|hizo|hicieron|firm[oa]\\w*|manejan?|has|have|got|spent)';
const BEFORE_NOW =
  '(?:(?:el|la|en el|en la|con el|con la|del|de la) )?(?:(?:presupuesto|plata|monto|plan|poblacion|gobierno|alcalde|alcaldesa|equipo|cifra)(?: \\p{L}+){0,2} (?:del? (?:la )?(?:ano|administracion|gobierno|periodo|cuatrienio|vigencia) (?:anterior|pasad[oa])|de antes)|last year s|(?:gobierno|alcalde|alcaldesa|administracion|plan|proyecto|presupuesto|periodo|vigencia|responsable|jefe|jefa|ano) (?:anterior|pasad[oa])|anteriormente|eramos|eran (?=[^.;,]{0,20}(?:\\d|\\bmil\\b))|antes (?:era|eran|eramos|tenia\\w*|habia|estaba)|last (?:year|term)|previous(?:ly)?|we used to)\\b';
const UNSURE =
  '(?:(?:y )?(?:tal vez|quizas?|de pronto|ojala|a lo mejor|puede que|es posible que|no (?:se|sabemos|estoy segur[oa]|estamos segur[oa]s|tenemos claro) (?:si|cuant|cual|quien)|estamos (?:pensando|mirando|viendo) (?:si|en)|nos gustaria|si (?:nos|se) (?:aprueban?|dan?|llegan?|resulta|puede)|falta (?:confirmar|definir|aprobar)|sin confirmar|maybe|perhaps|hopefully|not sure (?:if|whether)))\\b';
/** Where what is said of others ends and the person speaks of their own again. */
const BACK =
  /\b(?:pero )?(?:nosotr[oa]s|aca|aqui|(?:para |y )?(?:este|el nuevo) (?:plan|ano|presupuesto)|(?:este|esta|el de ahora|el actual) (?:va|es|son|sera|dura)|todo el municipio|en total|this (?:plan|year)|nuestr[oa]|somos|quedamos|ahora|hoy|el nuestro|la nuestra|we|our|here)\b|,? (?:pero|mientras(?: que)?|en cambio|but|while)\b|,? (?:entonces|asi que|por eso|so)\b/;

/**
 * Stretches that say something of somebody else, of what was before, or of what is not sure: «el municipio vecino
 * tiene…», «Pasto tiene 400 mil», «tal vez 80 millones». Their figures are not the plan's.
 */
export function withheldIn(text: string): Span[] {
  const whole = fold(text);
  const sentences = sentencesOf(text);
  const [opening] = sentences;
  return sentences.flatMap(({ start, end }) => {
    const spans: Span[] = [];
    for (const { start: from } of clausesOf(text, { start, end })) {
      if (spans.some((span) => from < span.end)) continue;
      // Whoever opens by telling of a place tells of their own, unless they set themselves against it later.
      const opens = opening?.start === start && from === start && !CONTRASTS.test(whole);
      const cue = withheldAt(
        text.slice(from, from + HEAD),
        whole.slice(from, Math.min(end, from + HEAD)),
        opens,
      );
      if (cue === undefined) continue;
      spans.push({ start: from, end: from + extent(whole.slice(from, end), cue) });
    }
    for (const { 0: cue, index } of whole.slice(start, end).matchAll(THEY_HAVE)) {
      const from = start + index;
      if (spans.some((span) => from < span.end && span.start <= from)) continue;
      spans.push({ start: from, end: from + extent(whole.slice(from, end), cue.length) });
    }
    return spans;
  });
}

/** «Me contó que ellos tienen 300 millones»: theirs, wherever it stands. */
const THEY_HAVE =
  /\b(?:que )?(?:ell[oa]s|they) (?:ya |si |solo )?(?:tienen|cuentan con|suman|pasan de|llegan a|gastaron|invirtieron|recibieron|have|got)\b/g;
/** «Pasto tiene 400 mil; nosotros, 6.500», «Ibarra, nuestro par, tiene …; nosotros …». */
const CONTRASTS =
  /[;,.] (?:(?:pero|mientras|y|en cambio) )*(?:que )?(?:nosotr[oa]s|aca|aqui)\b[^.]*(?:\d|\bmil\b)|\b(?:pero|mientras|en cambio)(?: que)? (?:nosotr[oa]s|aca|aqui)\b[^.]*(?:\d|\bmil\b)|^[^,;.]{3,40}, (?:que es )?nuestr[oa] (?:par|vecin[oa]|herman[oa]|soci[oa]|aliad[oa]|ciudad herman[oa])\b/;
/** How far into a clause its subject and verb stand, in characters. */
const HEAD = 200;
/** «De ahí 40 millones se van en …»: a share of what was told; that of an axis or a project is theirs. */
const SHARE =
  '(?:de (?:ahi|esos?|esas?|ell[oa]s|l[oa]s cuales)|of which|out of (?:that|those)),? (?![^.;]{0,60}\\b(?:ejes?|proyectos?|ax[ie]s|projects?)\\b)(?=[^.;]{0,40}(?:\\d|millon|palos|\\bmil\\b|(?:diez|veinte|treinta|cuarenta|cincuenta|mitad)\\b))';
const STARTS = new RegExp(
  `^[\\s,;:(]*(?:(?:y|pero|porque|pues|eso es|es|como|que|and|but|vea|mire|(?:me|nos) (?:dij\\p{L}+|cont\\p{L}+) que) )*(?:${OTHERS}|${BEFORE_NOW}|${UNSURE}|${SHARE})`,
  'u',
);
const THIRD = /^[\s,;:(]*(?:(?:y|pero|porque|como|que|and|but) )*/;
const NAMED_HAS = new RegExp(
  `^\\p{Lu}\\p{L}+(?: (?:de |del |la )?\\p{Lu}\\p{L}+){0,3}(?:, (?:que|el|la|un|una) [^,;.:]{3,60})?,?(?: que [^,;]{2,60},)? ${HAS}(?!\\p{L})`,
  'u',
);
const OWN_SUBJECT =
  /^(?:El|La|Los|Las|Mi|Nuestr[oa]|Alcald|Secretar|Gobernad|Oficina|Municipio|Equipo|Proyecto|Plan|Se|Ya|Aún|The|Our|Universidad|Cámara|Fundación|Comité|Cooperativa|Instituto|Asociación|Corporación|Gremio|Cabildo|Hospital|Colegio|SENA|Turismo|Hacienda|Salud|Educación|Cultura|Ambiente|Infraestructura)/;

/** Length of the words that withhold a clause, or undefined. */
function withheldAt(clause: string, folded: string, opens: boolean): number | undefined {
  const found = STARTS.exec(folded);
  if (found) return found[0].length;
  const at = THIRD.exec(folded)?.[0].length ?? 0;
  const rest = clause.slice(at);
  const named = opens || OWN_SUBJECT.test(rest) ? null : NAMED_HAS.exec(rest);
  return named &&
    /^[^,;]{0,40}(?:\d|millon|mil\b|hermana|convenio|oficina|\bpero nosotr[oa]s no\b)/.test(
      folded.slice(at + named[0].length),
    )
    ? at + named[0].length
    : undefined;
}

/** Where after a comma something else is stated: «tal vez haya 80 millones, el responsable es Luis Gil». */
const OTHER_MATTER =
  /, (?:y )?(?:(?:el|la|los|las|nuestr[oa]s?|the|our) \p{L}+(?: (?:del?|de la|of the) \p{L}+)? (?:es|son|sera|seran|is|are)\b|(?:el |la )?(?:presupuesto|equipo|responsable|vision|titulo|plan|alcalde|alcaldesa)\b)/u;
/** To the semicolon, or to where the person speaks of their own again. */
function extent(folded: string, from: number): number {
  const semicolon = folded.indexOf(';', from);
  const end = semicolon < 0 ? folded.length : semicolon;
  const rest = folded.slice(from, end);
  const ends = [BACK.exec(rest)?.index, OTHER_MATTER.exec(rest)?.index].filter((at) => at !== undefined);
  return from + Math.min(rest.length, ...ends);
}

/** The clauses of a sentence: what stands between its commas, semicolons, colons and brackets. */
export function clausesOf(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const mark of text.slice(start, end).matchAll(/[,;:()](?=\s|$)|\s\(/g)) {
    spans.push({ start: from, end: start + mark.index });
    from = start + mark.index + mark[0].length;
  }
  spans.push({ start: from, end });
  return spans.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
}

import { rememberedWith } from '../text/remembered.ts';
import { type Said, type Span, sentencesOf } from '../understanding/segments.ts';
import { fold } from '../understanding/words.ts';

/** A value found by its shape. */
export interface Found extends Said {
  /** The element of a list that it is told of, where the words before do not name it. */
  of?: string;
  /** One more member of a list: what is there stays. */
  adds?: boolean;
}

/** How far the value after a cue reaches, before the next cue or the sentence ends it. */
export type Extent =
  /** To the comma. */
  | 'clause'
  /** A name and, after a comma, a post. */
  | 'person'
  /** To the end of the sentence; semicolons divide a list. */
  | 'list'
  /** Likewise, of names: it ends where a clause with its own verb begins. */
  | 'names';

/**
 * What tells that a stretch of a message is about a field. Patterns are sources of regular expressions matched on
 * folded text (lower case, no accents).
 */
export interface Cues {
  /** What heads the value: «presupuesto: …», «el presupuesto es …», and bare at the start of a clause. */
  labels?: string;
  /** Heads that only count with a colon or «es» after them: words that also stand inside values. */
  headings?: string;
  /** Phrases in the flow of a sentence that the value follows. */
  leads?: string;
  /** Values known by their shape, wherever they stand. `whole` is the text with its names (`names`) as they are written. */
  find?: (text: string, today: string, whole: string) => Found[];
  /** Names it knows by their shape, whatever becomes of them: no other field reads the words inside. */
  names?: (text: string) => Span[];
  /** Values known by their shape where the words still count for other fields. */
  peek?: (text: string, today: string, whole: string) => Found[];
  /** Counts only after these words in its sentence (headed, in the message), and there before a cue without them. */
  within?: string;
  /** Of two fields with one cue this one is meant where the message tells others of these paths before: «profile.swot». */
  beside?: string;
  /** The value is one more member of the list. */
  adds?: boolean;
  /** The value is a list told in a row: «agua, vías y empleo» is three. */
  divides?: boolean;
  /** Left out: `clause`. */
  extent?: Extent;
  /** The label belongs to the value: «objetivos específicos: …». */
  withLabel?: boolean;
  /** Fields whose shapes may stand inside the value: the years of a budget. */
  keeps?: readonly string[];
}

/** Cues by field id. */
export type CueTable = Readonly<Record<string, Cues | readonly Cues[]>>;

/** A cue in a message, with where the value begins. */
export interface Mark extends Found {
  field: string;
  kind: 'label' | 'lead' | 'shape' | 'peek';
  /** End of the cue, where the value after it begins; of a shape, the end of the value. */
  end: number;
  /** Headed with a colon or a verb: nobody writes that by chance. */
  plain: boolean;
  by: Cues;
  /** Where the last of the words that it counts after (`within`) stands. */
  scope?: number;
}

const BEFORE = '(?:^|(?<=[\\s(«"¡,.;:-]))';
const ARTICLES =
  '(?:(?:y|e|con|de|el|la|los|las|lo|un|una|su|sus|mi|nuestr[oa]s?|the|our|an?|and|with|como) ){0,4}';
/** A name in the text that heads are looked for in (`hidden`). */
const NAME = 'x{4,}';
const OF_WHAT = `(?:(?:del?|de la|de los|para el|of the|of|for the) (?:(?:plan|proyecto|municipio|entidad|project|equipo|pai|(?:eje|axis)(?: (?:\\d|uno|dos|tres|cuatro))?)(?: ${NAME})?|${NAME}))?`;
const HEADED =
  '(?: ?[:=|]| [–—-](?= )|\\s(?:(?:va|van) a ser|es|son|sera|seran|seria|serian|quedo en|quedo|quedaron(?: (?:asi|en (?:dos|tres|cuatro|cinco|seis)))?:?|(?:va|iria)(?= (?:por|en|con|de) )|is|are|will be)(?= ))';
/** What may stand between a label and its verb: «la necesidad más urgente es», «los socios que buscamos son». */
const QUALIFIED =
  '(?:\\s(?:mas |muy )?(?:grandes?|principal(?:es)?|importantes?|mayor(?:es)?|fuertes?|graves?|clave|urgentes?|fundamental(?:es)?|main))?(?:\\sque(?! (?:es|son|sera|tiene|se llama)\\b)(?: [^\\s,.;:()]+){1,5}?)?';
const PUT = '(?:ponga(?:le|mos)?|pongo|ponemos|anote(?:le)?|registre|escriba|deje(?:mos)?)';
/** «De responsable ponga a Ana Ruiz», «como fortaleza lo que tenemos es el puerto». */
const AS_TOLD = `,?\\s(?:(?:lo que|solo|apenas|ya|nos|le|se|si|unicamente) )*(?:${PUT}|tenemos|tendriamos|hay|habria|vemos|veo|esta|estan|estaria|contamos con|identificamos|encontramos|salio|salieron|quedo|quedaron|queda|va|van|iria|irian|seria|serian|usamos|usaremos)(?! (?:a|para|que) (?:\\p{L}+[aei]r)\\b)(?: (?:a|es|son))?(?= )`;
/** «Vemos como amenaza la sequía», «quedó de responsable Ana Ruiz». */
const TOLD_AS = `(?:${PUT}|quedo|queda|va|iria|tiene|tendra|tenemos|vemos|veo|hay|esta|estan|nombramos|nombraron|escogimos|identificamos)(?: (?:como|de)(?: (?:el|la|los|las|un|una))?) `;
/** «La meta era 90 pero la bajamos a 40»: what counts stands after. */
const BECAME =
  '\\s(?:era|eran|es|estaba en|iba a ser|seria|fue) [^.;\\n]{1,60}?,? (?:pero|aunque|y (?:ahora|luego|despues))(?: [^\\s,.;]+){0,4}? (?:(?:la|lo|las|los|se) )?(?:bajamos|subimos|dejamos|cambiamos|pasamos|ajustamos|corregimos|redujimos|aumentamos|bajo|subio|paso|quedo|quedaron|queda)(?: (?:en|a|de|por|solo|apenas))*(?= )';
const SENTENCE_START = '(?:^|(?<=[.;\\n])\\s{0,3})';
/** After a label without a mark: what begins a value, and no word that makes the label part of a sentence. */
const BARE =
  ' +(?!(?:no|y|e|ni|del?|que|and|of)\\b(?! (?:\\$|\\d|unos|cerca|\\p{L}+ (?:mil|millones))))(?:de )?(?=[\\p{L}\\p{N}«"$])';
/** What a text needs for these ways to be looked for. */
const BECOMING = /\b(?:pero|aunque|y (?:ahora|luego|despues)) /;
const TELLING = new RegExp(`\\b(?:de|como|en) [^.;:]{3,60}${AS_TOLD}`, 'u');
const TOLD = new RegExp(`\\b${TOLD_AS}`, 'u');
const LISTED = /(?:[;:,]|\sy) (?:el|la|los|las) [^,;:.]{3,60},/;
const ASIDE = /(?:[;:] |[\s,]y (?:el|la|los|las|de|como) )[^,;:.]{3,60},/;
const ELSEWHERE = '(?:(?<=[;:] )|(?<=[\\s,]y (?:el|la|los|las|de|como) ))';
const CLAUSE_START = '(?:^|(?<=[,.;:(\\n])\\s{0,3})';

/** Every cue of a text that stands in none of the spans given. */
export function marksIn(text: string, today: string, table: CueTable, without: readonly Span[]): Mark[] {
  const { all, named, groups } = preparedOf(table);
  const names = named.flatMap(({ names }) => names?.(text) ?? []);
  const plain = hidden(text, names);
  const folded = fold(plain);
  const frames = new Map<RegExp, boolean>();
  const framed = (frame: RegExp): boolean => {
    const known = frames.get(frame) ?? frame.test(folded);
    frames.set(frame, known);
    return known;
  };
  // Most messages have no word of most groups of heads, which one look tells.
  const headed = new Set(groups.filter((group) => group.named.test(folded)).flatMap(({ cues }) => cues));
  const marks: Mark[] = [];
  for (const [field, cues] of all) {
    if (headed.has(cues)) marks.push(...headsIn(folded, field, cues, framed));
    if (cues.find) marks.push(...shapesIn(field, 'shape', cues, cues.find(plain, today, text)));
    if (cues.peek) marks.push(...shapesIn(field, 'peek', cues, cues.peek(plain, today, text)));
  }
  const sentences = sentencesOf(text);
  const scoped = (mark: Mark): Mark[] => {
    const { start, by, plain } = mark;
    if (by.within === undefined) return [mark];
    const sentence = sentences.find((one) => one.start <= start && start < one.end);
    // What is headed may stand in a sentence of its own: «Comunicación externa: radio. Idioma: inglés.»
    const from = plain ? 0 : (sentence?.start ?? start);
    const last = [...folded.slice(from, mark.end).matchAll(compiled(`\\b(?:${by.within})`))].at(-1);
    return last ? [{ ...mark, scope: from + last.index }] : [];
  };
  return marks
    .filter((mark) => !without.some((span) => mark.start < span.end && span.start < mark.end))
    .map((mark) => unhidden(mark, text, names))
    .flatMap(scoped);
}

/** A text of the same length with one long word for each name: «Ruta sin Fronteras» tells of no border. */
function hidden(text: string, names: readonly Span[]): string {
  let plain = text;
  for (const { start, end } of names)
    plain = plain.slice(0, start) + 'x'.repeat(end - start) + plain.slice(end);
  return plain;
}

/** A mark whose words for the reader hold the names again. */
function unhidden(mark: Mark, text: string, names: readonly Span[]): Mark {
  if (mark.says === undefined || !mark.says.includes('xxxx')) return mark;
  const inside = names.filter(({ start, end }) => mark.start <= start && end <= mark.end);
  const says = mark.says.replace(/x{4,}/g, (word) => {
    const name = inside.find(({ start, end }) => end - start === word.length);
    return name ? text.slice(name.start, name.end) : word;
  });
  return { ...mark, says };
}

function headsIn(folded: string, field: string, cues: Cues, framed: (frame: RegExp) => boolean): Mark[] {
  const marks: Mark[] = [];
  for (const { named, headed } of headsOf(cues)) {
    // Most words of most messages head nothing: one look tells, before the ways to stand as a head are tried.
    if (!named.test(folded)) continue;
    for (const { pattern, kind, plain, frame } of headed) {
      if (frame && !framed(frame)) continue;
      for (const found of folded.matchAll(pattern)) {
        const start = found.index + (/^[\s,;]*/.exec(found[0])?.[0].length ?? 0);
        const end = found.index + found[0].length;
        if (kind === 'lead' || !marks.some((mark) => start < mark.end && mark.start < end))
          marks.push({ field, kind, start, end, plain, by: cues, ...(cues.adds && { adds: true }) });
      }
    }
  }
  return marks;
}

/** A table as messages are read with it. */
interface Prepared {
  /** All its cues, each with its field, in the order of the table. */
  all: [field: string, cues: Cues][];
  /** Those that know names. */
  named: Cues[];
  /** Those with heads, some at a time, with what tells whether a text has a word of any. */
  groups: { named: RegExp; cues: Cues[] }[];
}

/** Cues in a group: of fewer there are more groups to look for, of more fewer that a message has no word of. */
const TOGETHER = 16;

const preparedOf = rememberedWith((table: CueTable): Prepared => {
  const all = Object.entries(table).flatMap(([field, some]) =>
    [some].flat().map((cues: Cues): [string, Cues] => [field, cues]),
  );
  const headed = all.map(([, cues]) => cues).filter((cues) => headsOf(cues).length > 0);
  const groups: Prepared['groups'] = [];
  for (let at = 0; at < headed.length; at += TOGETHER) {
    const cues = headed.slice(at, at + TOGETHER);
    const words = cues.flatMap(headsOf).map(({ named }) => named.source);
    groups.push({ named: new RegExp(words.join('|'), 'u'), cues });
  }
  const named = all.map(([, cues]) => cues).filter(({ names }) => names !== undefined);
  return { all, named, groups };
});

/** Words that head a value, and the ways in which they do. */
interface Head {
  named: RegExp;
  headed: { pattern: RegExp; kind: 'label' | 'lead'; plain: boolean; frame?: RegExp }[];
}

/** The patterns of a field's cues, put together once. */
const headsOf = rememberedWith(({ labels, headings, leads }: Cues): Head[] => {
  const made: Head[] = [];
  const way = (source: string, kind: 'label' | 'lead', plain: boolean, frame?: RegExp) => ({
    pattern: new RegExp(source, 'gu'),
    kind,
    plain,
    ...(frame && { frame }),
  });
  const whole = (words: string) => `(?:${words})(?![\\p{L}\\p{N}])`;
  const head = (words: string, ...headed: Head['headed']) =>
    made.push({ named: new RegExp(whole(words), 'u'), headed });
  if (headings !== undefined) {
    const named = `${whole(headings)}\\s?${OF_WHAT}`;
    head(
      headings,
      way(`${BEFORE}${ARTICLES}${named}${QUALIFIED}${HEADED}`, 'label', true),
      way(`(?<=[;:,] |\\sy )(?:el|la|los|las) ${named},(?= )`, 'label', false, LISTED),
    );
  }
  if (labels !== undefined) {
    const named = `${whole(labels)}\\s?${OF_WHAT}`;
    head(
      labels,
      way(`${BEFORE}${ARTICLES}${named}${BECAME}`, 'label', true, BECOMING),
      way(`${BEFORE}${ARTICLES}${named}${QUALIFIED}${HEADED}`, 'label', true),
      way(`${BEFORE}(?:y )?(?:de|como|en) (?:(?:el|la|los|las) )?${named}${AS_TOLD}`, 'label', true, TELLING),
      way(`${BEFORE}${TOLD_AS}${named}:?(?: a)?(?= )`, 'label', true, TOLD),
      way(`${SENTENCE_START}${ARTICLES}${named},(?= )`, 'label', false),
      way(`${ELSEWHERE}${ARTICLES}${named},(?= )`, 'label', false, ASIDE),
      way(`(?:${CLAUSE_START}|(?<=\\sy ))${ARTICLES}${named}${BARE}`, 'label', false),
    );
  }
  if (leads !== undefined) head(leads, way(`${BEFORE}${whole(leads)}\\s?:?`, 'lead', false));
  return made;
});

function shapesIn(field: string, kind: 'shape' | 'peek', by: Cues, found: Found[]): Mark[] {
  return found.map((one) => ({ field, kind, plain: false, by, ...(by.adds && { adds: true }), ...one }));
}

const patterns = new Map<string, RegExp>();

function compiled(source: string, flags = 'gu'): RegExp {
  const known = patterns.get(flags + source) ?? new RegExp(source, flags);
  patterns.set(flags + source, known);
  return known;
}

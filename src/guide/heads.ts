import type { Cues } from './cues.ts';
import { byOpening } from './openings.ts';

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

/** Where anything can head a value. */
const START = new RegExp(`${BEFORE}.`, 'gsu');

/** A head of a value in a folded text: where the value's words begin (`end`), and how sure it is that they are one. */
export interface Headed {
  kind: 'label' | 'lead';
  start: number;
  end: number;
  /** Headed with a colon or a verb: nobody writes that by chance. */
  plain: boolean;
}

/** A way in which words head a value; `frame` is what a text needs for it to be looked for. */
interface Way extends Pick<Headed, 'kind' | 'plain'> {
  pattern: RegExp;
  frame?: RegExp;
}

/** Words that head a value, and the ways in which they do. */
interface Head {
  of: Cues;
  /** The words, at one place of a text. */
  words: RegExp;
  ways: Way[];
}

/**
 * Finds heads of values in folded texts.
 * @param cues those whose values they head
 * @returns for a text, where the heads of each stand in it that has any, no label over another of the same cues
 */
export function headsFinder(cues: readonly Cues[]): (folded: string) => ReadonlyMap<Cues, Headed[]> {
  const all = [...new Set(cues)].flatMap(headsOf);
  // Most words of most messages head nothing: only what a word can begin is tried at it.
  const beginning = byOpening(all, ({ words }) => words.source);
  return (folded) => {
    const named = new Set<Head>();
    for (const { index } of folded.matchAll(START))
      for (const head of beginning(folded, index))
        if (!named.has(head) && standsAt(head.words, folded, index)) named.add(head);
    const framed = framesOf(folded);
    const said = named.size > 0 ? all.filter((head) => named.has(head)) : [];
    const byCues = Map.groupBy(said, ({ of }) => of);
    return new Map([...byCues].map(([of, heads]) => [of, headedBy(heads, folded, framed)]));
  };
}

function standsAt(words: RegExp, text: string, at: number): boolean {
  words.lastIndex = at;
  return words.test(text);
}

/** Whether a text has a frame, looked for once. */
function framesOf(folded: string): (frame: RegExp) => boolean {
  const frames = new Map<RegExp, boolean>();
  return (frame) => {
    const known = frames.get(frame) ?? frame.test(folded);
    frames.set(frame, known);
    return known;
  };
}

function headedBy(heads: readonly Head[], folded: string, framed: (frame: RegExp) => boolean): Headed[] {
  const found: Headed[] = [];
  for (const { pattern, kind, plain, frame } of heads.flatMap(({ ways }) => ways)) {
    if (frame && !framed(frame)) continue;
    for (const match of folded.matchAll(pattern)) {
      const start = match.index + (/^[\s,;]*/.exec(match[0])?.[0].length ?? 0);
      const end = match.index + match[0].length;
      if (kind === 'lead' || !found.some((other) => start < other.end && other.start < end))
        found.push({ kind, start, end, plain });
    }
  }
  return found;
}

/** What heads the values of some cues. */
function headsOf(cues: Cues): Head[] {
  const { labels, headings, leads } = cues;
  const made: Head[] = [];
  const way = (source: string, kind: Way['kind'], plain: boolean, frame?: RegExp): Way => ({
    pattern: new RegExp(source, 'gu'),
    kind,
    plain,
    ...(frame && { frame }),
  });
  const whole = (words: string) => `(?:${words})(?![\\p{L}\\p{N}])`;
  const head = (words: string, ...ways: Way[]) =>
    made.push({ of: cues, words: new RegExp(whole(words), 'uy'), ways });
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
}

import { rememberedWith } from '../text/remembered.ts';
import { type Said, type Span, sentencesOf } from '../understanding/segments.ts';
import { fold } from '../understanding/words.ts';
import { type Headed, headsFinder } from './heads.ts';

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

/** Every cue of a text that stands in none of the spans given. */
export function marksIn(text: string, today: string, table: CueTable, without: readonly Span[]): Mark[] {
  const { all, named, headsIn } = preparedOf(table);
  const names = named.flatMap(({ names }) => names?.(text) ?? []);
  const plain = hidden(text, names);
  const folded = fold(plain);
  const headed = headsIn(folded);
  const marks: Mark[] = [];
  for (const [field, cues] of all) {
    for (const one of headed.get(cues) ?? [])
      marks.push({ field, ...one, by: cues, ...(cues.adds && { adds: true }) });
    for (const one of cues.find?.(plain, today, text) ?? []) marks.push(shaped(field, 'shape', cues, one));
    for (const one of cues.peek?.(plain, today, text) ?? []) marks.push(shaped(field, 'peek', cues, one));
  }
  if (marks.length === 0) return marks;
  const sentences = sentencesOf(text);
  const scoped = (mark: Mark): Mark[] => {
    const { start, by, plain } = mark;
    if (by.within === undefined) return [mark];
    const sentence = sentences.find((one) => one.start <= start && start < one.end);
    // What is headed may stand in a sentence of its own: «Comunicación externa: radio. Idioma: inglés.»
    const from = plain ? 0 : (sentence?.start ?? start);
    const last = [...folded.slice(from, mark.end).matchAll(scopeOf(by))].at(-1);
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

/** A table as messages are read with it. */
interface Prepared {
  /** All its cues, each with its field, in the order of the table. */
  all: [field: string, cues: Cues][];
  /** Those that know names. */
  named: Cues[];
  /** Where what heads their values stands in a folded text. */
  headsIn: (folded: string) => ReadonlyMap<Cues, readonly Headed[]>;
}

const preparedOf = rememberedWith((table: CueTable): Prepared => {
  const all = Object.entries(table).flatMap(([field, some]) =>
    [some].flat().map((cues: Cues): [string, Cues] => [field, cues]),
  );
  const each = all.map(([, cues]) => cues);
  const named = each.filter(({ names }) => names !== undefined);
  return { all, named, headsIn: headsFinder(each) };
});

/** What the words that some cues count after (`within`) are looked for with. */
const scopeOf = rememberedWith(({ within }: Cues) => new RegExp(`\\b(?:${within})`, 'gu'));

function shaped(field: string, kind: 'shape' | 'peek', by: Cues, found: Found): Mark {
  return { field, kind, plain: false, by, ...(by.adds && { adds: true }), ...found };
}

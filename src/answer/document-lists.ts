import { contentWords, fold } from '../retrieval/language/stems.ts';
import type { ReadPassage, ReadSentence } from './corpus.ts';
import { calm } from './readable.ts';
import { LEANS } from './sentences.ts';
import type { Stretch } from './stretch.ts';

/** A list of a section with the name that it goes by. */
export interface DocumentList {
  /** Its label («Criterios cualitativos:») or the heading of its section. */
  title: string;
  /** The passage in which it begins. */
  read: ReadPassage;
  stretches: Stretch[];
  /** How many items it has. */
  length: number;
  /** Plain lines without marks, which may be a torn table: only a question that names them whole asks for them. */
  plain?: true;
}

/** A paragraph as one sentence, with its passage. */
interface Line {
  read: ReadPassage;
  sentence: ReadSentence;
}

const FEWEST = 3;
const MOST = 24;
/** Longer paragraphs without a mark are prose, not items. */
const LONGEST = 320;
/** The label of an item is short. */
const LABEL = 90;
const LABEL_WORDS = 4;
/** A list this near its heading is what the heading names. */
const NEAR = 1;
/** Characters told of a section that answers its own heading. */
const SECTION = 1500;
const BULLET = /^(?:[•·●▪○–-]|\d{1,2}[.)])\s/;
const NUMBER = /^(\d{1,2})[.)]\s/;

/** The lists of a section, whose passages stand in reading order. */
export function listsOf(section: readonly ReadPassage[]): DocumentList[] {
  const [first] = section;
  const heading = first?.passage.section.at(-1);
  if (!first || heading === undefined) return [];
  const lines = section.flatMap(paragraphs);
  const marked = markedLists(lines, heading);
  if (marked.length > 0) return marked;
  const labelled = labelledList(section, heading);
  if (labelled) return [labelled];
  if (/^¿.*\?$/.test(heading.trim())) return answerOf(section, heading);
  const unmarked = lineList(first, heading);
  return unmarked ? [{ ...unmarked, plain: true }] : [];
}

/** Runs of paragraphs that bear a mark; numbers go up by one, and a new «1.» is a new list. */
function markedLists(lines: readonly Line[], heading: string): DocumentList[] {
  const lists: { title: string | undefined; items: Line[] }[] = [];
  let label: string | undefined;
  let open = false;
  for (const [at, line] of lines.entries()) {
    const { text } = line.sentence;
    if (!BULLET.test(text)) {
      label = isLabel(text) ? text.slice(0, -1) : undefined;
      open = false;
      continue;
    }
    const last = lists.at(-1);
    const before = numberOf(last?.items.at(-1)?.sentence.text);
    const own = numberOf(text);
    const goesOn = own === undefined ? before === undefined : before !== undefined && own === before + 1;
    // A numbered list goes on after the prose of an item.
    if (last && goesOn && (open || own !== undefined)) last.items.push(line);
    // Further down, a list without a name of its own is of something else than the heading.
    else lists.push({ title: label ?? (at <= NEAR ? heading : undefined), items: [line] });
    open = true;
  }
  return lists.flatMap(({ title, items }) => (title === undefined ? [] : built(title, items)));
}

/** «Criterios cualitativos:» names a list; a longer line that ends so is a sentence that leads in to one. */
function isLabel(text: string): boolean {
  return text.endsWith(':') && text.split(/\s+/).length <= LABEL_WORDS;
}

function numberOf(text: string | undefined): number | undefined {
  const number = NUMBER.exec(text ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Items that open with the word that the heading names several of: «Enfoque de utilidad. …», with what they say first. */
function labelledList(section: readonly ReadPassage[], heading: string): DocumentList | undefined {
  const named = new Set(contentWords(heading).map(singular));
  const items = section.flatMap((read) =>
    read.sentences.flatMap((sentence, at): Line[] => {
      const opening = contentWords(sentence.text)[0];
      const label = sentence.text.length <= LABEL && /^\p{Lu}[^.:?]+\.$/u.test(sentence.text);
      if (!label || opening === undefined || !named.has(opening)) return [];
      const next = read.sentences[at + 1];
      const said = next?.kind === 'prose' ? [sentence, next] : [sentence];
      return [{ read, sentence: merged(read, said) }];
    }),
  );
  return built(calm(heading), items)[0];
}

function singular(word: string): string {
  return word.replace(/(?<=[dlnrz])es$|(?<=[aeo])s$/, '');
}

/** The first short lines under the heading, without marks, one item each; the label of a marked list ends them. */
function lineList(read: ReadPassage, heading: string): DocumentList | undefined {
  const lines = paragraphs(read);
  const end = lines.findIndex(({ sentence: { text } }) => BULLET.test(text) || text.length > LONGEST);
  const next = lines[end];
  const labelled = next !== undefined && BULLET.test(next.sentence.text);
  return built(heading, end < 0 ? lines : lines.slice(0, labelled ? Math.max(0, end - 1) : end))[0];
}

/** What stands under a heading that is a question, from its beginning: its answer, questions in it as a list. */
function answerOf(section: readonly ReadPassage[], heading: string): DocumentList[] {
  const [first, second] = section;
  if (!first) return [];
  const sentences = first.sentences
    .filter(({ kind, text }) => kind !== 'fragment' && text !== heading)
    .map((sentence) => (sentence.text.startsWith('¿') ? { ...sentence, kind: 'item' as const } : sentence));
  const leaning = second?.sentences[0];
  const rest = second && leaning && LEANS.test(leaning.text) ? [{ read: second, sentences: [leaning] }] : [];
  const length = sentences.filter(({ kind }) => kind === 'item').length;
  if (sentences.length === 0 || sentences.reduce((sum, { text }) => sum + text.length, 0) > SECTION)
    return [];
  return [{ title: heading, read: first, stretches: [{ read: first, sentences }, ...rest], length }];
}

/** A list of some lines, as stretches of the passages that hold them; none when they are too few to be one. */
function built(title: string, lines: readonly Line[]): DocumentList[] {
  const [first] = lines;
  if (!first || lines.length < FEWEST) return [];
  const stretches: Stretch[] = [];
  for (const { read, sentence } of lines.slice(0, MOST)) {
    const item = { ...sentence, kind: 'item' as const };
    const last = stretches.at(-1);
    const before = last?.sentences.at(-1);
    const beside = last?.read === read && before !== undefined && adjoins(read, before, sentence);
    if (last && beside) stretches.splice(-1, 1, { read, sentences: [...last.sentences, item] });
    else stretches.push({ read, sentences: [item] });
  }
  return [{ title: calm(title), read: first.read, stretches, length: lines.length }];
}

/** Whether nothing but white space parts two sentences of a passage. */
function adjoins({ passage }: ReadPassage, before: ReadSentence, after: ReadSentence): boolean {
  return passage.text.slice(before.at + before.text.length, after.at).trim() === '';
}

/** The paragraphs of a passage, each as one sentence; its headings left out. */
function paragraphs(read: ReadPassage): Line[] {
  const headings = new Set(read.passage.section.map(fold));
  return [...Map.groupBy(read.sentences, ({ paragraph }) => paragraph).values()]
    .map((own) => ({ read, sentence: merged(read, own) }))
    .filter(({ sentence }) => !headings.has(fold(sentence.text)));
}

/** Sentences that stand side by side as one. */
function merged({ passage }: ReadPassage, own: readonly ReadSentence[]): ReadSentence {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) throw new Error('no sentence to merge');
  const text = passage.text.slice(first.at, last.at + last.text.length);
  return { ...first, text, stems: own.flatMap((one) => one.stems) };
}

import { stems } from '../retrieval/language/stems.ts';
import type { Hit } from '../retrieval/types.ts';
import type { Corpus, ReadPassage, ReadSentence } from './corpus.ts';
import type { ReadQuestion } from './question.ts';
import { presence } from './score.ts';
import type { Stretch } from './stretch.ts';

/** Share of the question's weight that a heading must hold for what stands under it to be the list asked for. */
const NAMED = 0.65;
const FEWEST = 3;
const MOST = 14;
/** Longer paragraphs are prose, not items. */
const LONGEST = 320;

/**
 * The list that stands under a heading which names it: «¿cuáles son los principios de X?» under «Principios de X»,
 * bulleted or line by line. Undefined when no passage found has such a heading and list.
 */
export function listUnderHeading(
  { terms, wants }: ReadQuestion,
  hits: readonly Hit[],
  corpus: Corpus,
): Stretch | undefined {
  if (!wants.list && wants.things === null) return undefined;
  const total = terms.reduce((sum, { idf }) => sum + idf, 0);
  for (const { passage } of hits) {
    const read = corpus.read(passage.id);
    const heading = new Set(stems(passage.section.at(-1) ?? '', read.document.language));
    const above = new Set(stems(passage.section.slice(-3).join(' '), read.document.language));
    const things = terms.find(({ word }) => word === wants.things);
    if (things && presence(things, heading) === 0) continue;
    if (terms.some((term) => term.named && presence(term, above) === 0)) continue;
    const own = terms.reduce((sum, term) => sum + term.idf * presence(term, heading), 0);
    if (total === 0 || own / total < NAMED) continue;
    const sentences = firstRun(read);
    if (sentences.length >= FEWEST) return { read, sentences };
  }
  return undefined;
}

const BULLET = /^(?:[•·●▪○–-]|\d{1,2}[.)])\s/;

/** The first lines under the heading that are all bulleted, or all not, one sentence for each. */
function firstRun(read: ReadPassage): ReadSentence[] {
  const headings = new Set(read.passage.section.map((one) => one.toLowerCase()));
  const items = paragraphs(read).filter(({ text }) => !headings.has(text.toLowerCase()));
  const begins = items.findIndex(({ text }) => BULLET.test(text));
  const bulleted = begins >= 0 && begins <= 1;
  const from = bulleted ? items.slice(begins) : items;
  const end = from.findIndex(({ text }) => BULLET.test(text) !== bulleted || text.length > LONGEST);
  const run = end < 0 ? from : from.slice(0, end);
  return run.slice(0, MOST).map((item) => ({ ...item, kind: 'item' as const }));
}

/** The paragraphs of a passage, each as one sentence. */
function paragraphs({ passage, sentences }: ReadPassage): ReadSentence[] {
  return [...Map.groupBy(sentences, ({ paragraph }) => paragraph).values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const text = passage.text.slice(first.at, last.at + last.text.length);
    return [{ ...first, text, stems: own.flatMap((one) => one.stems) }];
  });
}

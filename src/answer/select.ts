import type { Corpus, ReadPassage, ReadSentence } from './corpus.ts';
import type { ReadQuestion } from './question.ts';
import type { Candidate } from './score.ts';
import { announces, LEANS } from './sentences.ts';
import { type Stretch, stretchesAt } from './stretch.ts';

const MAX_SENTENCES = 4;
const MAX_PASSAGES = 3;
/** A list is shown whole up to this many items. */
const MAX_ITEMS = 12;
/** A further sentence is worth showing from this share of the best one's score. */
const WORTH = 0.88;
/** One that adds words of the question which the answer still lacks may be worth a little less. */
const WORTH_ADDING = 0.76;
/** Characters of prose after which no further sentence is added. */
const LONG_ENOUGH = 700;
/**
 * The sentences to answer with, out of the scored candidates: at most four from three passages, or a list whole;
 * each passage's in reading order, the best passage first.
 */
export function selectStretches(
  question: ReadQuestion,
  candidates: readonly Candidate[],
  corpus: Corpus,
): Stretch[] {
  const chosen = new Map<ReadPassage, Set<number>>();
  const covered = new Set<string>();
  let count = 0;
  let length = 0;
  let best: Candidate | undefined;
  const add = (candidate: Candidate) => {
    const whole = unit(question, candidate, corpus);
    if (whole.length > 0) best ??= candidate;
    const fresh = whole.filter(({ read, index }) => !chosen.get(read)?.has(index));
    for (const { read, index } of fresh) {
      chosen.set(read, (chosen.get(read) ?? new Set<number>()).add(index));
      length += read.sentences[index]?.text.length ?? 0;
    }
    count += Math.min(fresh.length, 3);
    for (const word of candidate.holds) covered.add(word);
  };
  for (const candidate of candidates) {
    if (count >= MAX_SENTENCES || length >= LONG_ENOUGH) break;
    if (!chosen.has(candidate.read) && chosen.size >= MAX_PASSAGES) continue;
    if (best && candidate.score < best.score * share(candidate, covered)) continue;
    if (best && isPartisan(candidate) && !isPartisan(best)) continue;
    if (repeats(candidate, chosen)) continue;
    add(candidate);
  }
  return [...chosen].flatMap(([read, indexes]) => stretchesAt(read, indexes));
}

/** Campaign and press answer what is asked of them; they never complete what an official or academic document says. */
export function isPartisan({ read }: Candidate): boolean {
  return read.document.kind === 'campaign-programme' || read.document.kind === 'press-article';
}

/** Share of the best score from which a further sentence is worth showing. */
function share({ holds }: Candidate, covered: ReadonlySet<string>): number {
  return [...holds].some((word) => !covered.has(word)) ? WORTH_ADDING : WORTH;
}

/** A sentence of a passage. */
interface Place {
  read: ReadPassage;
  index: number;
}

/** A sentence with what it cannot be read without: its list, the sentence it announces or leans on. */
function unit({ wants }: ReadQuestion, { read, index }: Candidate, corpus: Corpus): Place[] {
  const { sentences } = read;
  const own = sentences[index];
  if (!own) return [];
  const here = (at: number): Place => ({ read, index: at });
  if (own.kind === 'item') {
    if (!wants.list && wants.things === null) return [here(index)];
    let first = index;
    while (sentences[first - 1]?.kind === 'item') first--;
    const lead = sentences[first - 1];
    const from = lead && announces(lead) ? [here(first - 1)] : [];
    return [...from, ...following(here(first - 1), corpus)];
  }
  const lists = wants.list || wants.things !== null;
  const then = next(here(index), corpus);
  if (announces(own) || (lists && then?.read.sentences[then.index]?.kind === 'item')) {
    const announced = following(here(index), corpus);
    // What a sentence announces may be a figure that the text lost: it then says nothing.
    return announced.length === 0 && own.text.endsWith(':') ? [] : [here(index), ...announced];
  }
  const lead = lists ? listAfter(read, index) : -1;
  if (lead >= 0) return [here(index), here(lead), ...following(here(lead), corpus)];
  const before = sentences[index - 1];
  if (before?.kind !== 'prose') return [here(index)];
  const together = before.paragraph === own.paragraph;
  const leads = announces(before) ? together || /^[“"«¿]/.test(own.text) : together && LEANS.test(own.text);
  return leads ? [here(index - 1), here(index)] : [here(index)];
}

/** What stands after a sentence that announces it: the items of a list, also over the end of the passage, or a sentence. */
function following({ read, index }: Place, corpus: Corpus): Place[] {
  const found: Place[] = [];
  const closes = read.sentences[index]?.text.endsWith(':') ?? false;
  let place: Place | undefined = next({ read, index }, corpus);
  while (place && found.length < MAX_ITEMS) {
    const sentence = place.read.sentences[place.index];
    const question = sentence?.kind === 'prose' && sentence.text.endsWith('?');
    if (sentence?.kind === 'prose' && !question)
      return found.length === 0 && closes && continues(read, index, sentence) ? [place] : found;
    if (sentence?.kind !== 'item' && !question) break;
    found.push(place);
    place = next(place, corpus);
  }
  return found;
}

/** Where the paragraph of a sentence goes on to announce a list: the things asked for stand there. -1 when it does not. */
function listAfter({ sentences }: ReadPassage, index: number): number {
  const paragraph = sentences[index]?.paragraph;
  return sentences.findIndex(
    (sentence, at) =>
      at > index &&
      sentence.paragraph === paragraph &&
      announces(sentence) &&
      sentences[at + 1]?.kind === 'item',
  );
}

/** Whether a sentence is what the one before announces: it stands in its paragraph, or is a quote or a question. */
function continues(read: ReadPassage, index: number, sentence: ReadSentence): boolean {
  return read.sentences[index]?.paragraph === sentence.paragraph || /^[“"«¿]/.test(sentence.text);
}

function next({ read, index }: Place, corpus: Corpus): Place | undefined {
  if (index + 1 < read.sentences.length) return { read, index: index + 1 };
  const after = corpus.after(read);
  return after ? { read: after, index: 0 } : undefined;
}

/** Whether a sentence says again, nearly word by word, one that is chosen already: boxes are repeated in the guide. */
function repeats({ read, index }: Candidate, chosen: ReadonlyMap<ReadPassage, ReadonlySet<number>>): boolean {
  const own = new Set(read.sentences[index]?.stems);
  for (const [other, indexes] of chosen) {
    for (const at of indexes) {
      const said = other.sentences[at]?.stems ?? [];
      const shared = said.filter((form) => own.has(form)).length;
      if (shared > 0.7 * Math.min(own.size, said.length)) return true;
    }
  }
  return false;
}

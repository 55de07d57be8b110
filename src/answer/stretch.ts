import type { ReadPassage, ReadSentence } from './corpus.ts';

/** Sentences of one passage that stand side by side in it, in reading order. */
export interface Stretch {
  read: ReadPassage;
  sentences: readonly ReadSentence[];
}

/** The sentences of a passage at some positions, as the fewest stretches that hold no other sentence. */
export function stretchesAt(read: ReadPassage, positions: Iterable<number>): Stretch[] {
  const runs: number[][] = [];
  for (const position of [...new Set(positions)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === position - 1) last.push(position);
    else runs.push([position]);
  }
  return runs.map((run) => ({ read, sentences: run.flatMap((at) => read.sentences[at] ?? []) }));
}

/** The stretches of some sentences of a passage. */
export function stretchesOf(read: ReadPassage, sentences: readonly ReadSentence[]): Stretch[] {
  return stretchesAt(
    read,
    sentences.map((sentence) => read.sentences.indexOf(sentence)).filter((at) => at >= 0),
  );
}

/** A stretch exactly as it stands in its passage, line ends included. Empty when it holds no sentence. */
export function quoteOf({ read, sentences }: Stretch): string {
  const first = sentences[0];
  const last = sentences.at(-1);
  return first && last ? read.passage.text.slice(first.at, last.at + last.text.length) : '';
}

/** Characters of a stretch. */
export function lengthOf(stretch: Stretch): number {
  return quoteOf(stretch).length;
}

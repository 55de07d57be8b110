import type { ReadPassage } from './corpus.ts';
import type { Candidate } from './score.ts';
import { isPartisan } from './select.ts';
import { type Stretch, stretchesAt } from './stretch.ts';

const MOST_PASSAGES = 2;
/** Characters shown of one passage. */
const ROOM = 550;

/**
 * What to show when a question shares few words with the documents, and only the passages are known to answer it: of
 * the best two, the sentence that fits best with those around it.
 */
export function selectParagraphs(candidates: readonly Candidate[]): Stretch[] {
  const first = candidates[0];
  if (!first) return [];
  const best = new Map<ReadPassage, Candidate>();
  for (const one of candidates) {
    const known = best.get(one.read);
    if (!known || one.within > known.within) best.set(one.read, one);
  }
  return [...best.values()]
    .filter((one) => !isPartisan(one) || isPartisan(first))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_PASSAGES)
    .flatMap((one) => stretchesAt(one.read, around(one)));
}

/** Positions of a sentence and of those around it, the nearest first, as far as there is room. */
function around({ read, index }: Candidate): Set<number> {
  const { sentences } = read;
  const shown = new Set([index]);
  let length = sentences[index]?.text.length ?? 0;
  for (let step = 1; step < sentences.length; step++) {
    for (const at of [index + step, index - step]) {
      const sentence = sentences[at];
      const beside = shown.has(at - 1) || shown.has(at + 1);
      if (!sentence || !beside || sentence.kind === 'fragment' || length + sentence.text.length > ROOM)
        continue;
      shown.add(at);
      length += sentence.text.length;
    }
  }
  return shown;
}

/** A sentence of an answer with the numbers of the citations it stands on; none when it has no mark. */
export interface Statement {
  text: string;
  marks: number[];
  /** Whether a mark follows it at once; the marks of the others are those of the sentence or the list around them. */
  marked: boolean;
}

const MARKS = /(?:\s*\[\d+\])+/g;
const LIST_ITEM = /^\s*(?:[-•]|\d{1,2}[.)])\s+/;
const SENTENCE_END = /(?<=[.!?…][”»")]?)\s+(?=[¿¡«“"(]?\p{Lu})/u;

/**
 * Parts an answer into sentences with their marks. A mark covers what stands before it up to the mark before; a line
 * without one, such as an item of a list, is covered by the mark above it in its block or the one below.
 */
export function statementsOf(answer: string): Statement[] {
  return answer
    .split(/\n{2,}/)
    .flatMap(stretchesOfBlock)
    .flatMap(({ text, marks, marked }) => {
      const sentences = sentencesOf(text);
      return sentences.map((sentence, at) => ({
        text: sentence,
        marks,
        marked: marked && at === sentences.length - 1,
      }));
    });
}

function stretchesOfBlock(block: string): Statement[] {
  const stretches = block.split('\n').flatMap(stretchesOfLine);
  return stretches.map((stretch, at) => {
    if (stretch.marked) return stretch;
    const before = stretches.slice(0, at).findLast(({ marked }) => marked)?.marks ?? [];
    const after = stretches.slice(at + 1).find(({ marked }) => marked)?.marks ?? [];
    return { ...stretch, marks: [...new Set([...before, ...after])] };
  });
}

function stretchesOfLine(line: string): Statement[] {
  const found: Statement[] = [];
  let from = 0;
  for (const match of line.matchAll(MARKS)) {
    found.push({ text: line.slice(from, match.index), marks: numbersOf(match[0]), marked: true });
    from = match.index + match[0].length;
  }
  return [...found, { text: line.slice(from), marks: [], marked: false }].filter(({ text }) =>
    /[\p{L}\p{N}]/u.test(text),
  );
}

function sentencesOf(text: string): string[] {
  return text
    .replace(LIST_ITEM, '')
    .replace(/\*\*(.+?)\*\*/g, '$1\n')
    .split('\n')
    .flatMap((line) => line.split(SENTENCE_END))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The numbers of all the marks of a text, in order. */
export function numbersOf(text: string): number[] {
  return [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
}

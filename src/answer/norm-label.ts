import type { Norm } from '../legal/index.ts';
import type { CitationBook } from './citations.ts';
import type { AnswerContext } from './context.ts';
import type { Stretch } from './stretch.ts';

/**
 * The names of norms that a stretch tells of, in bold. A norm that the stretch's passage does not name itself gets the
 * mark of the place that does.
 */
export function labelOf(
  norms: readonly Norm[],
  stretch: Stretch,
  context: AnswerContext,
  book: CitationBook,
): string {
  return norms
    .map((norm) => {
      const name = `**${norm.label}**`;
      if (namesNorm(stretch.read.passage.text, norm)) return name;
      const leading = context.normSentences.leading(norm.says.es, norm);
      if (!leading) return name;
      return `${name} [${book.cite(leading.read.passage, leading.read.document, leading.sentence.text)}]`;
    })
    .join('; ');
}

/** Whether a text holds all the numbers that a norm is known by: its article and its number, or its year. */
export function namesNorm(text: string, { type, number, year, article }: Norm): boolean {
  if (type === 'constitution' && !/\bConstitución\b|\bCarta Política\b|\bConst\./i.test(text)) return false;
  const known = [number, article].filter((part) => part !== null);
  return (known.length > 0 ? known : [String(year)]).every((part) =>
    new RegExp(`(?<!\\d)0*${part}(?!\\d)`).test(text),
  );
}

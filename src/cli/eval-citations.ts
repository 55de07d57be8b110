import type { Answer } from '../answer/index.ts';
import type { Citation } from '../messages/message.ts';
import { fold } from '../retrieval/language/stems.ts';
import { countFacts, factsOf, missingFacts } from './eval-facts.ts';
import { numbersOf, type Statement, statementsOf } from './eval-statements.ts';

/** What became of the citations of one answer, refusals with the passages they name included. */
export interface CitationCheck {
  citations: number;
  /** Citations that open and hold their quote word for word. */
  sound: number;
  /** Marks, and marks that a citation resolves. */
  marks: number;
  resolved: number;
  /** Sentences that stand word for word in a span they cite. */
  verbatim: number;
  /** Sentences of the product's own whose numbers, norms and names all stand in what they cite. */
  borneOut: number;
  /** Sentences of the product's own without a number, a norm or a name: nothing to check. */
  plain: number;
  /** Sentences that say what their citations do not. */
  unsupported: number;
  /** What is wrong, told for a person. */
  faults: string[];
}

/** What a citation's address opens. */
export interface OpenedPassage {
  text: string;
  /** What is known of its document: titles, publisher, date, language. */
  about: string;
}

/** Opens a citation; undefined when its address opens nothing. */
export type OpenCitation = (citation: Citation) => OpenedPassage | undefined;

/**
 * Checks one answer against what it cites: that every mark has its citation, that every citation opens and holds its
 * quote, and that every sentence says what its citations hold.
 * @param asked the question, whose numbers and names an answer may repeat
 */
export function checkCitations(answer: Answer, asked: string, open: OpenCitation): CitationCheck {
  const citations = answer.kind === 'answer' ? answer.citations : answer.nearest;
  const known = new Set(citations.map(({ n }) => n));
  const marks = numbersOf(answer.text);
  const unresolved = marks.filter((mark) => !known.has(mark));
  const broken = citations.flatMap((citation) => faultOf(citation, open) ?? []);
  const check: CitationCheck = {
    citations: citations.length,
    sound: citations.length - broken.length,
    marks: marks.length,
    resolved: marks.length - unresolved.length,
    verbatim: 0,
    borneOut: 0,
    plain: 0,
    unsupported: 0,
    faults: [...unresolved.map((mark) => `the mark [${mark}] has no citation`), ...broken],
  };
  if (answer.kind === 'not-found') return check;
  for (const statement of statementsOf(answer.text)) judge(statement, citations, asked, open, check);
  return check;
}

function faultOf(citation: Citation, open: OpenCitation): string | undefined {
  const passage = open(citation);
  if (passage === undefined) return `[${citation.n}] opens nothing: ${citation.url}`;
  if (citation.quote === '') return `[${citation.n}] quotes nothing`;
  return passage.text.includes(citation.quote)
    ? undefined
    : `[${citation.n}] quotes what its passage does not say`;
}

/** A sentence of our own that no mark follows at once may speak of anything that the answer cites. */
function judge(
  { text, marks, marked }: Statement,
  citations: readonly Citation[],
  asked: string,
  open: OpenCitation,
  check: CitationCheck,
): void {
  const cited = citations.filter(({ n }) => marks.includes(n));
  if (cited.some(({ quote }) => standsIn(text, quote))) {
    check.verbatim++;
    return;
  }
  const facts = factsOf(text);
  const told = (marked ? cited : citations).flatMap((citation) => {
    const opened = open(citation);
    return opened ? [opened.text, opened.about, citation.section, citation.kind] : [];
  });
  const missing = missingFacts(facts, [...told, asked].join(' \n '));
  if (missing.length > 0) {
    check.unsupported++;
    check.faults.push(`«${text}» ${marksOf(marks)}: ${missing.join(', ')}`);
  } else if (countFacts(facts) > 0) check.borneOut++;
  else check.plain++;
}

function marksOf(marks: readonly number[]): string {
  return marks.length > 0 ? marks.map((mark) => `[${mark}]`).join(' ') : '(no mark)';
}

/** A sentence may be introduced by words of the product's own up to a colon: «Según la guía de 2025: …». */
function standsIn(sentence: string, span: string): boolean {
  const whole = plainWords(span);
  const said = plainWords(sentence.replace(/^[^:]{1,120}:\s+/, ''));
  return whole.includes(plainWords(sentence)) || (said.trim() !== '' && whole.includes(said));
}

/** Words alone between spaces, so that marks of lists, bars of tables and calls of footnotes make no difference. */
function plainWords(text: string): string {
  const bare = fold(text).replace(/(?<=\p{L}{3})\d{1,2}(?!\d)/gu, '');
  return ` ${(bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

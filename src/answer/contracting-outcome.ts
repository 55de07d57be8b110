import {
  type ContractingCase,
  type ContractingParty,
  contractingDecisions,
  type Norm,
} from '../legal/index.ts';
import type { Language } from '../text/locales.ts';
import { CitationBook } from './citations.ts';
import type { AnswerContext } from './context.ts';
import { labelOf } from './norm-label.ts';
import { readableRun } from './readable.ts';
import { announces } from './sentences.ts';
import { quoteOf, type Stretch } from './stretch.ts';
import type { CitedText } from './types.ts';

/** The rows that the norms tell by what they say for the contrary case. */
const OTHERWISE: readonly ContractingParty[] = ['cooperation-body-under-half', 'national'];
const CONTRARY = /^[“"«]?En caso contrario\b/;

/**
 * Which contracting rules a case falls under: the row of the table, then norm by norm the sentence that bears it out best; norms that share one are told together.
 * A cooperation body whose share is not known gets both rows.
 */
export function concludeContracting(
  read: ContractingCase,
  language: Language,
  context: AnswerContext,
): CitedText {
  const texts = context.texts(language);
  const book = new CitationBook(texts, context.sourceUrl);
  const rows = contractingDecisions(read).map(({ party, norms }) => {
    const key = `legal.contracting.${party}`;
    const spanish = context.texts('es').t(key);
    const told = new Map<string, { stretch: Stretch; norms: Norm[] }>();
    for (const id of norms) {
      const norm = context.norms.get(id);
      const borne = context.normSentences
        .supporting(spanish, [norm])
        .find(({ sentences }) => !sentences.some(announces));
      if (!borne) continue;
      const stretch = OTHERWISE.includes(party) ? withContrary(borne) : borne;
      const quote = quoteOf(stretch);
      told.set(quote, { stretch, norms: [...(told.get(quote)?.norms ?? []), norm] });
    }
    const cited = [...told].map(([quote, { stretch, norms: own }]) => {
      const n = book.cite(stretch.read.passage, stretch.read.document, quote);
      const text = readableRun(stretch.sentences.map((sentence) => sentence.text)).join(' ');
      return { n, line: `- ${labelOf(own, stretch, context, book)}: ${text} [${n}]` };
    });
    const marks = cited.map(({ n }) => `[${n}]`).join(' ');
    return [`${texts.t(key)} ${marks}`, ...cited.map(({ line }) => line)].join('\n');
  });
  const opening = rows.length > 1 ? [texts.t('legal.contracting.depends')] : [];
  return {
    text: [...opening, ...rows, texts.t('legal.orientation')].join('\n\n'),
    citations: book.citations,
  };
}

/** A rule with the sentence that says what holds where it does not. */
function withContrary({ read, sentences }: Stretch): Stretch {
  const last = sentences.at(-1);
  const next = last && read.sentences[read.sentences.indexOf(last) + 1];
  return { read, sentences: next && CONTRARY.test(next.text) ? [...sentences, next] : sentences };
}

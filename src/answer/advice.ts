import { adviseNorms, type LegalFacts } from '../legal/index.ts';
import type { Language } from '../text/locales.ts';
import { CitationBook } from './citations.ts';
import type { AnswerContext } from './context.ts';
import type { NormAdvice } from './types.ts';

/**
 * The norms that bear on a plan, told in plain words with their citations, for step 8 of the plan. It ends by saying
 * that it is orientation, not legal advice.
 */
export function adviseOnPlan(facts: LegalFacts, language: Language, context: AnswerContext): NormAdvice {
  const texts = context.texts(language);
  const book = new CitationBook(texts, context.sourceUrl);
  const ids = new Set<string>();
  const lines = adviseNorms(facts).map(({ topic, party, norms }) => {
    const key = topic === 'contracting' ? `legal.contracting.${party}` : `legal.point.${topic}`;
    const spanish = context.texts('es').t(key);
    const told = norms.map((id) => context.norms.get(id));
    const marks = told.flatMap((norm) => {
      ids.add(norm.id);
      const leading = context.normSentences.leading(spanish, norm);
      return leading ? [book.cite(leading.read.passage, leading.read.document, leading.sentence.text)] : [];
    });
    const labels = told.map(({ label }) => label).join('; ');
    return `- ${texts.t(key)} (${labels}) ${[...new Set(marks)].map((n) => `[${n}]`).join(' ')}`;
  });
  const text = [texts.t('legal.intro'), lines.join('\n'), texts.t('legal.orientation')].join('\n\n');
  return { text, citations: book.citations, norms: [...ids] };
}

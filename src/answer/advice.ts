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
    const told = norms.map((id) => context.norms.get(id));
    const marks = told.flatMap((norm) => {
      ids.add(norm.id);
      const stretch = context.normSentences.of(norm)[0]?.[0];
      const sentence = stretch?.sentences.find(({ text }) => !text.endsWith(':')) ?? stretch?.sentences[0];
      return stretch && sentence
        ? [book.cite(stretch.read.passage, stretch.read.document, sentence.text)]
        : [];
    });
    const key = topic === 'contracting' ? `legal.contracting.${party}` : `legal.point.${topic}`;
    const labels = told.map(({ label }) => label).join('; ');
    return `- ${texts.t(key)} (${labels}) ${[...new Set(marks)].map((n) => `[${n}]`).join(' ')}`;
  });
  const text = [texts.t('legal.intro'), lines.join('\n'), texts.t('legal.orientation')].join('\n\n');
  return { text, citations: book.citations, norms: [...ids] };
}

import { createAnswerer, type Evidence, type ModelWriter } from '../../../src/answer/index.ts';
import { readNorms } from '../../../src/legal/index.ts';
import { stems } from '../../../src/retrieval/language/stems.ts';
import type { Hit, Passage, Retriever, SourceDocument } from '../../../src/retrieval/types.ts';
import { loadTexts } from '../../../src/text/locales.ts';

const texts = { es: loadTexts('dialogs/locales', 'es'), en: loadTexts('dialogs/locales', 'en') };
const norms = await readNorms('knowledge/norms.json');

const GUIDE: SourceDocument = {
  id: '901',
  file: '901.txt',
  title: 'Guía de prueba',
  shortTitle: 'Guía de prueba',
  publisher: 'Editorial',
  date: '2025',
  kind: 'official-guide',
  language: 'es',
  sha256: '0',
  reference: true,
};
/** A document that is not the guide. */
const { reference: _, ...ADDED } = GUIDE;
const ARTICLE: SourceDocument = {
  ...ADDED,
  id: '902',
  title: 'Artículo de prueba',
  shortTitle: 'Artículo de prueba',
  date: 'c. 2010',
  kind: 'academic-article',
};

const CAMPAIGN: SourceDocument = {
  ...ADDED,
  id: '903',
  title: 'Programa de prueba',
  shortTitle: 'Programa de prueba',
  publisher: 'Candidata de prueba',
  date: '2026',
  kind: 'campaign-programme',
};
const PRESS: SourceDocument = {
  ...ADDED,
  id: '904',
  title: 'Press test',
  shortTitle: 'Press test',
  date: '2024',
  kind: 'press-article',
  language: 'en',
};
const DOCUMENTS = [GUIDE, ARTICLE, CAMPAIGN, PRESS];

/** A made-up passage; of the guide, unless it says that it is of the article, the campaign or the press. */
export interface MadeUp {
  text: string;
  section: string[];
  article?: boolean;
  campaign?: boolean;
  press?: boolean;
}

/**
 * An answerer over made-up passages, found in the order in which they are given; a model may word its answers.
 * @param likeness how like the passages and the questions written for them the question is found, 0 to 1
 */
export function answererOver(
  made: readonly MadeUp[],
  llm?: ModelWriter,
  likeness = 0.5,
  watch?: (evidence: Evidence) => void,
) {
  const passages = made.map(({ text, section, article, campaign, press }, at): Passage => {
    const document = (article ? ARTICLE : campaign ? CAMPAIGN : press ? PRESS : GUIDE).id;
    return {
      id: `${document}-${at}`,
      document,
      section,
      text,
      links: [],
      start: at * 1000,
      end: at * 1000 + 1,
    };
  });
  const hits = passages.map(
    (passage, at): Hit => ({
      passage,
      score: 1 - at / 10,
      signals: { bm25: 1, coverage: 1, cosine: likeness, question: likeness, meaning: likeness },
      asked: [],
    }),
  );
  const retriever: Retriever = {
    documents: DOCUMENTS,
    passages,
    questionsOf: (id) => passages.filter((one) => one.id === id).flatMap(({ text }) => text.split('\n')),
    spread: (stem) => passages.filter(({ text }) => stems(text, 'es').includes(stem)).length,
    search: async (_query, { kinds, limit } = {}) =>
      hits
        .filter(({ passage }) => {
          const document = DOCUMENTS.find(({ id }) => id === passage.document);
          return !kinds || (document && kinds.includes(document.kind));
        })
        .slice(0, limit ?? 10),
  };
  const answerer = createAnswerer({ retriever, norms, texts: (language) => texts[language], llm, watch });
  return { passages, answerer };
}

import { createAnswerer } from '../../../src/answer/index.ts';
import { readNorms } from '../../../src/legal/index.ts';
import {
  type Hit,
  NO_SIGNALS,
  type Passage,
  type Retriever,
  type SourceDocument,
} from '../../../src/retrieval/types.ts';
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
};
const ARTICLE: SourceDocument = {
  ...GUIDE,
  id: '902',
  title: 'Artículo de prueba',
  shortTitle: 'Artículo de prueba',
  date: 'c. 2010',
  kind: 'academic-article',
};

/** A made-up passage; `article` says that it is of the article and not of the guide. */
export interface MadeUp {
  text: string;
  section: string[];
  article?: boolean;
}

/** An answerer over made-up passages, found in the order in which they are given. */
export function answererOver(made: readonly MadeUp[]) {
  const passages = made.map(({ text, section, article }, at): Passage => {
    const document = article ? ARTICLE.id : GUIDE.id;
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
    (passage, at): Hit => ({ passage, score: 1 - at / 10, signals: { ...NO_SIGNALS, bm25: 1, coverage: 1 } }),
  );
  const retriever: Retriever = {
    documents: [GUIDE, ARTICLE],
    passages,
    search: async (_query, { kinds, limit } = {}) =>
      hits
        .filter(
          ({ passage }) => !kinds || kinds.includes(passage.document === '901' ? GUIDE.kind : ARTICLE.kind),
        )
        .slice(0, limit ?? 10),
  };
  return { passages, answerer: createAnswerer({ retriever, norms, texts: (language) => texts[language] }) };
}

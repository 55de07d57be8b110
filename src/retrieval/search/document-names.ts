import { contentWords, fold, stem } from '../language/stems.ts';
import type { DocumentKind, SourceDocument } from '../types.ts';

/** What people call a document of each kind when they ask for it by name. */
const KIND_NAMES: Readonly<Record<DocumentKind, { es: string; en: string }>> = {
  'official-guide': { es: 'guía', en: 'guide handbook' },
  'public-policy': {
    es: 'política pública nacional del ministerio',
    en: 'national public policy of the ministry',
  },
  'academic-article': {
    es: 'artículo académico de los autores, estudio, investigación, paper',
    en: 'academic article, paper, study by the authors, researchers',
  },
  'campaign-programme': {
    es: 'programa de campaña de la candidata, candidato, propuestas, plan de gobierno',
    en: 'campaign programme, candidate, platform, proposals',
  },
  'press-article': { es: 'artículo de prensa, noticia, periódico', en: 'press article, news, newspaper' },
};

/** The names a document can be asked for by: its title, and what its kind is called in both languages. */
export function documentNames({ kind, title }: SourceDocument): { text: string; language: 'es' | 'en' }[] {
  return [
    { text: `${title}. ${KIND_NAMES[kind].es}`, language: 'es' },
    { text: KIND_NAMES[kind].en, language: 'en' },
  ];
}

/** Words that ask for a document by its kind; others of its names are too common to tell. */
const KIND_MARKS: Readonly<Record<DocumentKind, string>> = {
  'official-guide': 'guía guide handbook',
  'public-policy': 'política policy ministerio ministry',
  'academic-article': 'artículo article académico academic autores authors paper',
  'campaign-programme': 'campaña campaign candidata candidato candidate propone propuestas proposals',
  'press-article': 'prensa press noticia news nota periódico newspaper artículo article',
};

/**
 * How much the kind of a document speaks for its passages when the question names none: what a candidate or a
 * newspaper says comes after what an authority says of the same thing, and is never kept back.
 */
const AUTHORITY: Readonly<Record<DocumentKind, number>> = {
  'official-guide': 1,
  'public-policy': 1,
  'academic-article': 0.97,
  'campaign-programme': 0.93,
  'press-article': 0.93,
};

/** What the authority of documents gives their passages for one query: a factor by document id, at most 1. */
export type Authority = (query: string) => ReadonlyMap<string, number>;

/** Weighs documents by their authority, all of it for those that a query names. The names are read once, here. */
export function authorityOf(documents: readonly SourceDocument[]): Authority {
  const partial = documents.map(({ id, kind }) => [id, AUTHORITY[kind]] as const);
  const marked = new Map<string, string[]>();
  for (const { id, kind, title } of documents) {
    const names = title.match(/(?<=\s)\p{Lu}\p{Ll}{3,}/gu) ?? [];
    for (const mark of new Set(stemsOf(`${KIND_MARKS[kind]} ${names.join(' ')}`)))
      marked.set(mark, [...(marked.get(mark) ?? []), id]);
  }
  return (query) => {
    const factors = new Map<string, number>(partial);
    for (const asked of stemsOf(query)) for (const id of marked.get(asked) ?? []) factors.set(id, 1);
    return factors;
  };
}

function stemsOf(text: string): string[] {
  return contentWords(fold(text)).map((word) => stem(word, 'es'));
}

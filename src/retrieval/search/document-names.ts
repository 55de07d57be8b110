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

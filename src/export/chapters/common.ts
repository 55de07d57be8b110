import type { ExportContext } from '../lines.ts';
import type { ExportSource, Line, Section } from '../model.ts';

/**
 * The passages cited, each with its document and, where it can be opened, its address.
 * @param words where `<words>.sourcesNote` and `<words>.noSources` stand
 */
export function sourcesSection(
  sources: readonly ExportSource[],
  { texts }: ExportContext,
  words = 'export',
): Section {
  const title = texts.t('export.chapter.sources');
  if (sources.length === 0)
    return {
      title,
      blocks: [{ kind: 'prose', lines: [{ text: texts.t(`${words}.noSources`) }] }],
      sections: [],
    };
  const lines = sources.flatMap((source): Line[] => [
    {
      text: [`${source.title} (${source.kind}, ${source.date})`, source.section].filter(Boolean).join('. '),
      ...(source.url !== '' && { url: source.url }),
      bullet: true,
    },
    ...(source.quote ? [{ text: source.quote, quote: true as const }] : []),
  ]);
  return {
    title,
    blocks: [
      { kind: 'note', text: texts.t(`${words}.sourcesNote`) },
      { kind: 'prose', lines },
    ],
    sections: [],
  };
}

/** Chapters as «4», their sections as «4.1»; deeper ones go without a number. */
export function numbered(chapters: readonly Section[], first: number): Section[] {
  return chapters.map((chapter, i) => ({
    ...chapter,
    number: `${first + i}`,
    sections: chapter.sections.map((section, j) => ({ ...section, number: `${first + i}.${j + 1}` })),
  }));
}

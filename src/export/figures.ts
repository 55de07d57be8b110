import type { Texts } from '../text/locales.ts';
import type { Part, Section } from './model.ts';

/** The same parts, their figures numbered in the order they come: «Figura 2. Matriz FODA». */
export function numberFigures(parts: readonly Part[], texts: Texts): Part[] {
  let number = 0;
  const inSection = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind !== 'figure') return block;
      number += 1;
      return { ...block, caption: texts.t('export.figure', { number, title: block.caption }) };
    }),
    sections: section.sections.map(inSection),
  });
  return parts.map((part) => ({ ...part, sections: part.sections.map(inSection) }));
}

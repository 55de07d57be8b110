import type { Card, CardSection } from '../../messages/message.ts';
import { type CardPart, textBlock, textBlocks } from './card.ts';

/** A group of facts that stand in one table. */
type Facts = CardSection['facts'];

/**
 * The sections of a told card as elements: title, facts in a table, what is to be said of them all.
 * @param split facts by as many as one table of the channel holds; by default all of a section.
 */
export function sectionParts(
  sections: readonly CardSection[],
  split: (facts: Facts) => Facts[] = (facts) => [facts],
): CardPart[] {
  return sections.flatMap((section): CardPart[] => [
    ...(section.title ? [heading(section.title)] : []),
    ...split(section.facts).map((facts) => ({
      type: 'FactSet',
      facts: facts.map(({ label, value }) => ({ title: label, value: value.replaceAll('\n', ' ') })),
    })),
    ...(section.note ? textBlocks(section.note) : []),
  ]);
}

/** What stands over the first section: the card's title and how much of the whole is done. */
export function titleParts({ title, progress }: Card): CardPart[] {
  return [textBlock(title, { size: 'Large', weight: 'Bolder' }), ...(progress ? progressBar(progress) : [])];
}

/** The title of a section. A number at its beginning is a number, and no list. */
function heading(text: string): CardPart {
  return textBlock(text.replace(/^(\d+)\./, '$1\\.'), {
    weight: 'Bolder',
    style: 'heading',
    spacing: 'Medium',
  });
}

/** How much of something is done, as a bar. */
function progressBar({ done, total }: { done: number; total: number }): CardPart[] {
  if (total <= 0) return [];
  const share = Math.round((100 * Math.min(done, total)) / total);
  const column = (width: number, style: string): CardPart => ({
    type: 'Column',
    width,
    items: [{ type: 'Container', style, minHeight: '8px', items: [textBlock(' ', { size: 'Small' })] }],
  });
  const columns = [
    ...(share > 0 ? [column(share, 'good')] : []),
    ...(share < 100 ? [column(100 - share, 'emphasis')] : []),
  ];
  return [textBlock(`${done} / ${total} (${share} %)`), { type: 'ColumnSet', spacing: 'Small', columns }];
}

import { collectWordForms, type WordForms } from '../clean/hyphens.ts';
import { readLines } from '../clean/lines.ts';
import { dropNoise } from '../clean/noise.ts';
import type { Passage } from '../types.ts';
import { toBlocks } from './blocks.ts';
import { outline } from './outline.ts';
import { DEFAULT_PACKING, type PackingOptions, toPassages } from './passages.ts';
import { profileOf } from './profiles.ts';
import { markTitles } from './titles.ts';

/** Word forms of a collection of source texts, for joining the words that line ends broke. */
export function wordFormsOf(sources: readonly string[]): WordForms {
  return collectWordForms(sources.flatMap((source) => readLines(source).map(({ content }) => content.text)));
}

/** Cuts a source into passages: clean, group into blocks, place under headings, pack. */
export function segmentDocument(
  document: string,
  source: string,
  forms: WordForms,
  packing: PackingOptions = DEFAULT_PACKING,
): Passage[] {
  const profile = profileOf(document);
  const lines = markTitles(dropNoise(readLines(source), profile.scraps), profile.outline ?? []);
  const blocks = toBlocks(lines, forms, profile);
  return toPassages(document, outline(blocks, profile), packing);
}

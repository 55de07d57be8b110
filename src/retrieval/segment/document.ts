import { collectWordForms, type WordForms } from '../clean/hyphens.ts';
import { type Line, readLines } from '../clean/lines.ts';
import { dropNoise } from '../clean/noise.ts';
import { joinSplitWords } from '../clean/split-words.ts';
import type { Passage } from '../types.ts';
import { arrangeLines } from './arrange.ts';
import { toBlocks } from './blocks.ts';
import { readMarkedTitles } from './marked.ts';
import { outline } from './outline.ts';
import { DEFAULT_PACKING, type PackingOptions, toPassages } from './passages.ts';
import { type LayoutProfile, profileOf } from './profiles.ts';
import { markTitles } from './titles.ts';

/** Word forms of a collection of source texts, for joining the words that line ends broke. */
export function wordFormsOf(sources: readonly string[]): WordForms {
  return collectWordForms(sources.flatMap((source) => readLines(source).map(({ content }) => content.text)));
}

/** The lines of a source in the order in which they read, cleaned, without what belongs to the page. */
export function readingLines(source: string, profile: LayoutProfile, forms: WordForms): Line[] {
  const lines = joinSplitWords(readLines(source), forms);
  return dropNoise(arrangeLines(lines, profile.stretches ?? [], forms), profile.scraps);
}

/** Cuts a source into passages: clean, group into blocks, place under headings, pack. */
export function segmentDocument(
  document: string,
  source: string,
  forms: WordForms,
  packing: PackingOptions = DEFAULT_PACKING,
): Passage[] {
  const own = profileOf(document);
  const kept = readingLines(source, own, forms);
  const { lines: read, marked } = readMarkedTitles(kept);
  const profile = marked ? { ...own, outline: [] } : own;
  const lines = markTitles(read, profile.outline ?? []);
  const blocks = toBlocks(lines, forms, profile);
  return toPassages(document, outline(blocks, profile), packing);
}

import type { Expansions, WrittenQuestion } from './expansions.ts';
import type { Passage, SourceDocument } from './types.ts';

/** Longest stand-in: about as long as the questions beside which it is compared. */
const LONGEST = 200;
const LEAST_WORDS = 3;

/**
 * What stands in for the questions of passages that nobody wrote any for, as those of a document added without a
 * model: its own sentences, each under its heading and the name of its document. Without them such a passage would
 * stand behind every one that has questions, however well it answers.
 */
export function standIns(
  passages: readonly Passage[],
  documents: readonly SourceDocument[],
  expansions: Expansions,
): WrittenQuestion[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return passages.flatMap(({ id, document, section, text }, passage) => {
    const source = byId.get(document);
    if (!source || expansions.has(id)) return [];
    const above = section.at(-1) ?? '';
    const sentences = text.split(/\n|(?<=[.!?;])\s+(?=["“«¿¡(]?\p{Lu})/u).map((sentence) => sentence.trim());
    const told = sentences.filter(
      (sentence) => sentence !== above && sentence.split(/\s+/).length >= LEAST_WORDS,
    );
    return [`${source.title}. ${section.join('. ')}`, ...told.map((sentence) => `${above}. ${sentence}`)].map(
      (one): WrittenQuestion => ({ text: cut(one), language: source.language, passage }),
    );
  });
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf(' ', LONGEST) + 1 || LONGEST).trim();
}

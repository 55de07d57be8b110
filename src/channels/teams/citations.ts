import type { Entity } from 'botbuilder';
import type { Citation } from '../../messages/message.ts';
import type { Texts } from '../../text/locales.ts';
import {
  CITATION_ABSTRACT,
  CITATION_KEYWORD,
  CITATION_KEYWORDS,
  CITATION_NAME,
  CITATIONS,
  shorten,
} from './limits.ts';

/**
 * The one entity that tells what a message rests on, each claim at the place of its `[n]`, and that a model wrote it.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 * @param citations with absolute addresses; those the text does not name are left out, and so is what is past the most
 *   that Teams takes: `linkMarks` leaves those as links.
 * @returns undefined where there is nothing to tell
 */
export function messageEntity(
  text: string,
  citations: readonly Citation[],
  byModel: boolean,
  texts: Texts,
): Entity | undefined {
  const claims = named(text, citations).slice(0, CITATIONS);
  if (claims.length === 0 && !byModel) return undefined;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(byModel && { additionalType: ['AIGeneratedContent'] }),
    ...(claims.length > 0 && { citation: claims.map((one) => claim(one, texts)) }),
  };
}

/** Marks past the most that Teams takes become links to their passages; a mark without a citation stays. */
export function linkMarks(text: string, citations: readonly Citation[]): string {
  const rest = new Map(
    named(text, citations)
      .slice(CITATIONS)
      .map((citation) => [citation.n, citation]),
  );
  return text.replace(/\[(\d{1,3})\](?![(:])/g, (mark, digits: string) => {
    const citation = rest.get(Number(digits));
    return citation ? `[\\[${digits}\\]](${citation.url})` : mark;
  });
}

/** The citations that a text names, in order of their numbers, each number once. */
function named(text: string, citations: readonly Citation[]): Citation[] {
  const marks = new Set([...text.matchAll(/\[(\d{1,3})\](?![(:])/g)].map(([, digits]) => Number(digits)));
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  return [...byNumber.values()].filter(({ n }) => marks.has(n)).sort((a, b) => a.n - b.n);
}

function claim({ n, title, kind, date, section, url, quote }: Citation, texts: Texts) {
  const key = `web.kind.${kind}`;
  const words = texts.has(key) ? texts.t(key) : kind;
  const place = section.split(' › ').at(-1) ?? '';
  const abstract = `${texts.t('web.source', { kind: words, date })}. «${quote.replace(/\s+/g, ' ').trim()}»`;
  return {
    '@type': 'Claim',
    position: n,
    appearance: {
      '@type': 'DigitalDocument',
      name: shorten(title, CITATION_NAME),
      url,
      abstract: shorten(abstract, CITATION_ABSTRACT),
      keywords: [words, date, place]
        .filter((word) => word !== '')
        .slice(0, CITATION_KEYWORDS)
        .map((word) => shorten(word, CITATION_KEYWORD)),
    },
  };
}

import type { Attachment } from 'botbuilder';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** The newest version that Teams shows on telephones too; the web chat shows every one of it and older. */
const VERSION = '1.5';

/** An element or an action of an Adaptive Card: its type and its properties. */
export type CardPart = { type: string } & Record<string, unknown>;

/**
 * Elements and actions as a card that goes with a message.
 * @param more what a channel adds to the card itself.
 */
export function adaptiveCard(
  body: readonly CardPart[],
  actions: readonly CardPart[] = [],
  more: Record<string, unknown> = {},
): Attachment {
  return {
    contentType: ADAPTIVE_CARD,
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: VERSION,
      ...more,
      body,
      ...(actions.length > 0 && { actions }),
    },
  };
}

/** A neutral text as elements: one for each paragraph, and one for each run of list lines. */
export function textBlocks(text: string): CardPart[] {
  const blocks: CardPart[] = [];
  let list: string[] = [];
  const flush = () => {
    if (list.length > 0) blocks.push(textBlock(list.join('\n')));
    list = [];
  };
  for (const line of text.split('\n')) {
    if (/^\s*(?:[-*]|\d+\.) /.test(line)) {
      list.push(line);
      continue;
    }
    flush();
    if (line.trim() !== '') blocks.push(textBlock(line.trim()));
  }
  flush();
  return blocks;
}

/** One paragraph; nothing of it is cut. */
export function textBlock(text: string, more: Record<string, unknown> = {}): CardPart {
  return { type: 'TextBlock', text, wrap: true, ...more };
}

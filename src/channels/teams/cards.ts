import type { Attachment } from 'botbuilder';
import type { ButtonValue } from '../../messages/incoming.ts';
import type { Choice } from '../../messages/message.ts';
import { BUTTON_TITLE, shorten } from './limits.ts';

/** The newest version that Teams shows on telephones too. */
const VERSION = '1.5';

/** An element or an action of an Adaptive Card: its type and its properties. */
export type CardPart = { type: string } & Record<string, unknown>;

/** Elements and actions as a card that goes with a message. */
export function card(body: readonly CardPart[], actions: readonly CardPart[] = []): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: VERSION,
      msteams: { width: 'Full' },
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

/** The title of a section. A number at its beginning is a number, and no list. */
export function heading(text: string): CardPart {
  return textBlock(text.replace(/^(\d+)\./, '$1\\.'), {
    weight: 'Bolder',
    style: 'heading',
    spacing: 'Medium',
  });
}

/**
 * A button that says something for the person, seen as their message. Under a question it tells which one, so that one
 * pressed late still means what it meant.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-actions
 */
export function sayButton({ label, value }: Choice, ask: string | undefined): CardPart {
  const back = ask === undefined ? {} : { value: JSON.stringify({ ask } satisfies ButtonValue) };
  return submit(label, { msteams: { type: 'messageBack', displayText: label, text: value, ...back } });
}

/** A button that sends `data` with what was filled in on the card; `associatedInputs: none` leaves that out. */
export function submit(title: string, data: object, more: Record<string, unknown> = {}): CardPart {
  return { type: 'Action.Submit', title: shorten(title, BUTTON_TITLE), data, ...more };
}

/** How much of something is done, as a bar. */
export function progressBar({ done, total }: { done: number; total: number }): CardPart[] {
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

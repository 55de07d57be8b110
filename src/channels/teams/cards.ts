import type { Attachment } from 'botbuilder';
import type { ButtonValue } from '../../messages/incoming.ts';
import type { Choice } from '../../messages/message.ts';
import { adaptiveCard, type CardPart } from '../cards/card.ts';
import { BUTTON_TITLE, shorten } from './limits.ts';

/** Elements and actions as a card that goes with a message, as wide as Teams lets it be. */
export function card(body: readonly CardPart[], actions: readonly CardPart[] = []): Attachment {
  return adaptiveCard(body, actions, { msteams: { width: 'Full' } });
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

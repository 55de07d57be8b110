import { type Activity, ActivityTypes } from 'botbuilder';
import type { Texts } from '../../text/locales.ts';
import { card } from './cards.ts';
import { offer } from './choices.ts';

const STREAM = 'streaminfo';

/**
 * An update that tells what is being done.
 * @param sequence 1 for the one that begins a stream, which has no id yet
 */
export function informative(text: string, sequence: number, streamId: string | undefined): Partial<Activity> {
  const info = { type: STREAM, streamType: 'informative', streamSequence: sequence };
  return {
    type: ActivityTypes.Typing,
    text,
    entities: [streamId === undefined ? info : { ...info, streamId }],
  };
}

/** What makes a message the last of a stream. */
export function ending(streamId: string) {
  return { type: STREAM, streamId, streamType: 'final' };
}

export function isOfStream({ entities = [] }: Partial<Activity>): boolean {
  return entities.some(({ type }) => type === STREAM);
}

/**
 * Whether a message can be the last of a stream: Teams wants words in it, and shows its cards of files in messages of
 * their own.
 */
export function mayEnd({ text, attachments = [] }: Partial<Activity>): boolean {
  return Boolean(text) && !attachments.some(({ contentType }) => contentType.startsWith(FILES));
}

const FILES = 'application/vnd.microsoft.teams.';

/**
 * Makes what may be said next buttons of a card: Teams shows no suggested actions where it streamed.
 * https://github.com/microsoft/Agents/issues/308
 */
export function withButtons(activity: Partial<Activity>, texts: Texts): void {
  const { suggestedActions, attachments = [] } = activity;
  const choices = (suggestedActions?.actions ?? []).map(({ title, value }) => ({
    label: title,
    value: String(value),
  }));
  const { body, actions } = offer(choices, undefined, texts);
  delete activity.suggestedActions;
  activity.attachments = [...attachments, card(body, actions)];
}

/** Whether Teams took an activity for wrong or unwelcome: then it was not shown. */
export function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500;
}

/** The HTTP status of a channel's answer that was an error. */
export function statusOf(error: unknown): number | undefined {
  const { statusCode } = Object(error) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

import type { Citation } from '../messages/message.ts';
import { passage } from '../plan/origin.ts';
import type { OriginNote } from '../plan/provenance.ts';
import type { Conversation } from './conversation.ts';

/** Notes the passages that were shown to help with a question. */
export function noteAdvice(conversation: Conversation, field: string, citations: readonly Citation[]): void {
  conversation.advised = { field, passages: citations.map(passage) };
}

/** What a turn says of its changes, with the passages that were in sight when the question they answer was answered. */
export function withAdvice(origins: readonly OriginNote[], conversation: Conversation): OriginNote[] {
  const { advised } = conversation;
  if (!advised) return [...origins];
  return origins.map((note) => {
    if ('putBack' in note || note.passages || !isAt(note.under, advised.field)) return note;
    delete conversation.advised;
    return { ...note, passages: advised.passages };
  });
}

function isAt(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}

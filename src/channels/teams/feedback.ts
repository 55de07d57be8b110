import type { Activity } from 'botbuilder';
import type { Store } from '../../storage/store.ts';
import { COMMENT_LIMIT } from './limits.ts';

export const FEEDBACK = 'feedback';

/** How a person rated an answer, and why if they said so; not what was answered. */
export interface Feedback {
  reaction: 'like' | 'dislike';
  comment?: string;
  /** ISO 8601. */
  at: string;
}

/**
 * Reads the value of a `message/submitAction`; undefined for what is no rating.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */
export function readFeedback(value: unknown, at: Date): Feedback | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { actionName, actionValue } = value as { actionName?: unknown; actionValue?: unknown };
  if (actionName !== 'feedback' || typeof actionValue !== 'object' || actionValue === null) return undefined;
  const { reaction, feedback } = actionValue as { reaction?: unknown; feedback?: unknown };
  if (reaction !== 'like' && reaction !== 'dislike') return undefined;
  const comment = commentIn(feedback);
  return { reaction, ...(comment && { comment }), at: at.toISOString() };
}

/** Keeps a rating. The last one of a person about a message counts. */
export async function keepFeedback(
  store: Store,
  conversationId: string,
  { replyToId, from }: Pick<Activity, 'replyToId' | 'from'>,
  feedback: Feedback,
): Promise<void> {
  const key = `${conversationId}/${replyToId ?? 'unknown'}/${from?.id ?? 'unknown'}`;
  await store.commit({ writes: [{ collection: FEEDBACK, key, value: feedback }] });
}

/** The ratings given in a conversation. */
export async function feedbackOf(
  store: Store,
  conversationId: string,
): Promise<{ key: string; value: Feedback }[]> {
  return await store.list<Feedback>(FEEDBACK, `${conversationId}/`);
}

/** Teams hands the comment over as JSON in a string. */
function commentIn(feedback: unknown): string {
  if (typeof feedback !== 'string') return '';
  try {
    const { feedbackText } = JSON.parse(feedback) as { feedbackText?: unknown };
    return typeof feedbackText === 'string' ? feedbackText.trim().slice(0, COMMENT_LIMIT) : '';
  } catch {
    return feedback.trim().slice(0, COMMENT_LIMIT);
  }
}

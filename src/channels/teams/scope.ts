import type { Activity } from 'botbuilder';

/** Where a conversation takes place: with one person, in a group chat, or in a channel of a team. */
export type Scope = 'personal' | 'groupChat' | 'channel';

/** The scope of an activity's conversation. */
export function scopeOf({ conversation }: Partial<Activity>): Scope {
  const kind = conversation?.conversationType;
  if (kind === 'channel' || kind === 'groupChat') return kind;
  return conversation?.isGroup ? 'groupChat' : 'personal';
}

/** Whom a plan belongs to where several write: all of the conversation, or each person. */
export type PlanPer = 'conversation' | 'person';

/**
 * What an activity's plan and records are kept under. The threads of a channel are one conversation: Teams gives each an
 * id of its own, the channel's with the id of the first message.
 */
export function planIdOf(activity: Partial<Activity>, planPer: PlanPer): string {
  const id = (activity.conversation?.id ?? 'unknown').replace(/;messageid=\d+$/, '');
  if (planPer === 'conversation' || scopeOf(activity) === 'personal') return id;
  return `${id}/${activity.from?.aadObjectId ?? activity.from?.id ?? 'unknown'}`;
}

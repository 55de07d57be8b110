import type { Activity } from 'botbuilder';
import type { Conversation } from './conversation.ts';
import type { Desk } from './desk.ts';
import { everyConversation } from './erase.ts';
import { activityAt } from './inbox.ts';
import { planOf } from './seat.ts';

/**
 * What is kept of a person beside the turn's own conversation and plan.
 * @param ask those of a channel's own records that they would want to see
 */
export async function recordsOf(
  activity: Activity,
  desk: Desk,
  ask: (activity: Activity) => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const own = await onEveryChannel(activity, desk, ask);
  const aside = await setAside(desk);
  return {
    ...own[0],
    ...(own.length > 1 && { linked: own.slice(1) }),
    ...(aside.length > 0 && { aside }),
  };
}

/** What a person left in conversations other than this turn's, for whoever asks what is kept of them. */
async function setAside(desk: Desk): Promise<{ conversation: Conversation; plan: unknown }[]> {
  const found = (await everyConversation(desk)).filter(
    ({ key, revision }) => key !== desk.seat.kept.key && revision > 0,
  );
  return await Promise.all(
    found.map(async ({ value }) => ({
      conversation: value,
      plan: (await planOf(desk.store, value))?.value ?? null,
    })),
  );
}

/** The channels' records of every conversation of a person: the turn's own, and those linked with it. */
async function onEveryChannel<T>(
  activity: Activity,
  { seat }: Desk,
  ask: (activity: Activity) => Promise<T>,
): Promise<T[]> {
  const linked = (seat.kept.value.members ?? []).filter(({ key }) => key !== seat.own.key);
  return await Promise.all([activity, ...linked.map(({ reference }) => activityAt(reference))].map(ask));
}

import type { KeyObject } from 'node:crypto';
import { type Activity, TurnContext } from 'botbuilder';
import type { Store } from '../storage/store.ts';
import type { Draft } from './conversation.ts';
import type { Desk } from './desk.ts';
import { recordsOf } from './records.ts';
import { isGroup, type Seat } from './seat.ts';

/** What every turn of a service begins with. */
export interface OpeningOptions {
  store: Store;
  /** Those of the channel's own records that a person would want to see. */
  records?(activity: Activity): Promise<Record<string, unknown>>;
  /** Makes the hashes of the codes that link conversations. */
  secret: KeyObject;
  /** Bot Framework ids of the channels on which people can go on. */
  channels: readonly string[];
  /** Those that, where nobody wrote for a day, show what is said only once they write again. */
  waiting?: readonly string[];
}

/** What a turn has at hand at its beginning. */
export function deskAt(seat: Seat, activity: Activity, options: OpeningOptions): Desk {
  const { store, secret, channels, waiting = [] } = options;
  return {
    store,
    seat,
    reference: TurnContext.getConversationReference(activity),
    group: isGroup(activity),
    secret,
    channels,
    waiting,
    also: [],
    notices: [],
  };
}

/** A conversation and its plan at the beginning of a turn. */
export function draftAt(desk: Desk, activity: Activity, { records }: OpeningOptions): Draft {
  const { kept, plan } = desk.seat;
  return {
    // What is in them is replaced, never changed: what was read stays as it was read.
    conversation: { ...kept.value },
    plan: plan?.value,
    channel: activity.channelId,
    desk,
    records: () => recordsOf(activity, desk, async (one) => (await records?.(one)) ?? {}),
  };
}

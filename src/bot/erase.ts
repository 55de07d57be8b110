import type { Activity } from 'botbuilder';
import type { Batch, Store, Write } from '../storage/store.ts';
import type { Conversation } from './conversation.ts';
import type { Desk } from './desk.ts';
import { activityAt } from './inbox.ts';
import { LINK_CODES } from './linking/code.ts';
import { entryOf, REMINDERS } from './reminders/index-entry.ts';
import { type KeptConversation, readConversation } from './seat.ts';

/** The conversations of a person, as they were when the turn began, on every channel. */
async function everyConversation({ store, seat }: Desk): Promise<KeptConversation[]> {
  const { language, members = [] } = seat.kept.value;
  const own = [
    seat.own,
    ...(await Promise.all(
      members
        .filter(({ key }) => key !== seat.own.key)
        .map(({ key }) => readConversation(store, key, language)),
    )),
  ];
  const elsewhere = own
    .flatMap(({ value }) => [
      ...(value.earlier ?? []),
      ...(value.movedTo === undefined ? [] : [value.movedTo]),
    ])
    .filter((key) => key !== seat.kept.key);
  const others = await Promise.all(
    [...new Set(elsewhere)].map((key) => readConversation(store, key, language)),
  );
  const shared = seat.kept.key === seat.own.key ? [] : [seat.kept];
  return [...own, ...shared, ...others].filter(({ revision }) => revision > 0);
}

/** What a person left in conversations other than this turn's, for whoever asks what is kept of them. */
export async function setAside(desk: Desk): Promise<{ conversation: Conversation; plan: unknown }[]> {
  const found = (await everyConversation(desk)).filter(({ key }) => key !== desk.seat.kept.key);
  return await Promise.all(
    found.map(async ({ value }) => ({ conversation: value, plan: await planIn(value, desk.store) })),
  );
}

/** The channels' records of every conversation of a person: the turn's own, and those linked with it. */
export async function onEveryChannel<T>(
  activity: Activity,
  { seat }: Desk,
  ask: (activity: Activity) => Promise<T>,
): Promise<T[]> {
  const linked = (seat.kept.value.members ?? []).filter(({ key }) => key !== seat.own.key);
  return await Promise.all([activity, ...linked.map(({ reference }) => activityAt(reference))].map(ask));
}

/** What deletes everything of a person: conversations, plans, codes and reminders, on every channel that is linked. */
export async function erasureOf(
  activity: Activity,
  desk: Desk,
  channel: (activity: Activity) => Promise<Batch>,
): Promise<Batch> {
  const batches = await onEveryChannel(activity, desk, channel);
  const all = await everyConversation(desk);
  const gone = (collection: string) => (key: string) => ({ collection, key, value: null });
  const documents: Write[] = all
    .filter(({ key }) => key !== desk.seat.own.key)
    .map(({ key, revision }) => ({ ...gone('conversations')(key), expected: revision }));
  return {
    drops: batches.flatMap(({ drops = [] }) => drops),
    appends: batches.flatMap(({ appends = [] }) => appends),
    writes: [
      ...batches.flatMap(({ writes = [] }) => writes),
      ...documents,
      ...all.flatMap(({ value }) => value.planId ?? []).map(gone('plans')),
      ...all.flatMap(({ value }) => value.linkCode ?? []).map(gone(LINK_CODES)),
      ...all.flatMap(({ key, value }) => entryOf(key, value) ?? []).map(gone(REMINDERS)),
    ],
  };
}

async function planIn({ planId }: Conversation, store: Store): Promise<unknown> {
  return planId === undefined ? null : ((await store.read('plans', planId))?.value ?? null);
}

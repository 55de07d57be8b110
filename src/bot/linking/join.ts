import { randomUUID } from 'node:crypto';
import { type Conversation, type Draft, type Member, newConversation } from '../conversation.ts';
import type { Desk } from '../desk.ts';
import { entryOf, REMINDERS } from '../reminders/index-entry.ts';
import {
  conversationWrite,
  type KeptConversation,
  readConversation,
  type Seat,
  SHARED,
  seatAt,
} from '../seat.ts';
import { CODE_LIFETIME, CODE_MEMORY, hashOf, LINK_CODES, type LinkCode, newCode } from './code.ts';

/** Whether somebody did something in a conversation that they would miss. */
export function holdsWork({ planId, kept, asides }: Conversation): boolean {
  return planId !== undefined || (kept ?? []).length > 0 || (asides ?? []).length > 0;
}

/** A code that leads another conversation to this one; the one given before no longer does. */
export async function giveCode(draft: Draft, desk: Desk, now: Date): Promise<string> {
  const { store, secret, seat, reference, also } = desk;
  const code = newCode();
  const hash = hashOf(code, secret);
  const gone = (key: string) => ({ collection: LINK_CODES, key, value: null });
  const old = (await store.list<LinkCode>(LINK_CODES)).filter(
    ({ value }) => Date.parse(value.expires) < now.getTime() - CODE_MEMORY,
  );
  const { linkCode } = draft.conversation;
  const value: LinkCode = {
    own: seat.own.key,
    reference,
    expires: new Date(now.getTime() + CODE_LIFETIME).toISOString(),
  };
  also.push(
    ...old.filter(({ key }) => key !== linkCode).map(({ key }) => gone(key)),
    ...(linkCode === undefined ? [] : [gone(linkCode)]),
    { collection: LINK_CODES, key: hash, value, expected: 0 },
  );
  draft.conversation.linkCode = hash;
  return code;
}

/** A code that was typed, and where it leads. */
export interface FoundCode {
  hash: string;
  value: LinkCode;
  revision: number;
  seat: Seat;
}

/** What becomes of a code that is typed. */
export type Looked = { found: FoundCode } | { fault: 'wrong' | 'expired' | 'used' | 'own' | 'same' };

/** Looks a code up by its hash. */
export async function lookUp(hash: string, draft: Draft, desk: Desk, now: Date): Promise<Looked> {
  const stored = await desk.store.read<LinkCode>(LINK_CODES, hash);
  if (!stored) return { fault: 'wrong' };
  const { value, revision } = stored;
  if (value.used) return { fault: 'used' };
  if (now.getTime() >= Date.parse(value.expires)) return { fault: 'expired' };
  if (value.own === desk.seat.own.key) return { fault: 'own' };
  const seat = await seatAt(desk.store, value.own, draft.conversation.language);
  if (seat.kept.key === desk.seat.kept.key) return { fault: 'same' };
  // Whoever erased their data meanwhile gave no code any more.
  if (seat.kept.revision === 0) return { fault: 'wrong' };
  return { found: { hash, value, revision, seat } };
}

/**
 * Makes two conversations one: from then on both share the one that has work in it, the one that gave the code where
 * both have. The other stays as it is, and comes back when they are unlinked.
 */
export async function join(
  { hash, value, revision, seat: theirs }: FoundCode,
  draft: Draft,
  desk: Desk,
  now: Date,
): Promise<{ theirsGoesOn: boolean }> {
  const { store, seat: mine, also } = desk;
  const theirsGoesOn = holdsWork(theirs.kept.value) || !holdsWork(draft.conversation);
  const member = (seat: Seat, reference: Member['reference']): Member => ({
    key: seat.own.key,
    channel: reference.channelId ?? 'unknown',
    since: now.toISOString(),
    reference,
  });
  const me = member(mine, desk.reference);
  const them = member(theirs, value.reference);
  const standing: Conversation = { ...draft.conversation };
  for (const key of ['awaits', 'joining'] as const) delete standing[key];
  const winner = theirsGoesOn ? theirs : { ...mine, kept: { ...mine.kept, value: standing } };
  const loser = theirsGoesOn ? { ...mine, kept: { ...mine.kept, value: standing } } : theirs;
  const fresh = winner.kept.key === winner.own.key;
  const shared: KeptConversation = fresh
    ? { key: `${SHARED}${randomUUID()}`, revision: 0, value: withoutEntry(winner.kept, desk) }
    : winner.kept;
  const [before, joined] = theirsGoesOn ? [them, me] : [me, them];
  const newcomers = loser.kept.value.members ?? [joined];
  const members = distinct([...(shared.value.members ?? [before]), ...newcomers, joined]);
  if (fresh) also.push(conversationWrite(winner.own, leftFor(shared.key, winner.kept.value)));
  for (const { key } of distinct([...newcomers, joined])) {
    const own = key === loser.own.key ? ownOf(loser) : await readConversation(store, key, standing.language);
    also.push(conversationWrite(own, wentTo(shared.key, own.value)));
  }
  if (theirsGoesOn && mine.kept.key !== mine.own.key) also.push(conversationWrite(mine.kept, standing));
  for (const key of new Set([shared.value.linkCode, standing.linkCode]))
    if (key !== undefined && key !== hash) also.push({ collection: LINK_CODES, key, value: null });
  also.push({ collection: LINK_CODES, key: hash, value: { ...value, used: true }, expected: revision });
  draft.conversation = { ...shared.value, members, linkCode: hash };
  draft.plan = winner === theirs ? theirs.plan?.value : draft.plan;
  desk.seat = { own: mine.own, kept: shared, plan: winner.plan };
  return { theirsGoesOn };
}

/** A conversation about to be kept elsewhere: the index of reminders no longer has it where it was. */
function withoutEntry({ key, value }: KeptConversation, { also }: Desk): Conversation {
  const entry = entryOf(key, value);
  if (entry === undefined || !value.reminders) return value;
  also.push({ collection: REMINDERS, key: entry, value: null });
  const { due: _due, ...reminders } = value.reminders;
  return { ...value, reminders };
}

/** The document of a conversation itself: what is kept there, also while it goes on elsewhere. */
function ownOf({ own, kept }: Seat): KeptConversation {
  return kept.key === own.key ? kept : own;
}

/** What stays under the key of a conversation whose content moved to where several share it. */
function leftFor(key: string, { language, notice }: Conversation): Conversation {
  return { ...newConversation(language), ...(notice && { notice }), movedTo: key };
}

/** A conversation that goes on elsewhere; what it was comes back when it is unlinked. */
function wentTo(key: string, value: Conversation): Conversation {
  const { movedTo, earlier = [], ...rest } = value;
  const left = [...earlier, ...(movedTo === undefined ? [] : [movedTo])];
  return { ...rest, movedTo: key, ...(left.length > 0 && { earlier: left }) };
}

function distinct(members: readonly Member[]): Member[] {
  return members.filter(({ key }, i) => members.findIndex((one) => one.key === key) === i);
}

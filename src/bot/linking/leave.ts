import type { Conversation, Draft, Member } from '../conversation.ts';
import type { Desk } from '../desk.ts';
import { conversationWrite, type KeptConversation, planOf, readConversation } from '../seat.ts';

/** The conversations that a turn's is linked with. */
export function others({ members = [] }: Conversation, desk: Desk): Member[] {
  return members.filter(({ key }) => key !== desk.seat.own.key);
}

/** Takes the other conversations out of the link: each goes back to what it was, and is told so when it goes on. */
export async function stayAlone(draft: Draft, desk: Desk): Promise<void> {
  const { conversation } = draft;
  const { channelId = 'unknown' } = desk.reference;
  for (const { key } of others(conversation, desk)) {
    const own = await readConversation(desk.store, key, conversation.language);
    desk.also.push(
      conversationWrite(own, {
        ...wentBack(own.value),
        unlinked: { channel: channelId, plan: 'there' },
      }),
    );
  }
  delete conversation.members;
}

/** Takes the turn's conversation out of the link: it goes back to what it was. What they shared stays with the others. */
export async function goAlone(draft: Draft, desk: Desk): Promise<void> {
  const { seat, store, also } = desk;
  const { channelId = 'unknown' } = desk.reference;
  const shared: Conversation = {
    ...draft.conversation,
    members: others(draft.conversation, desk),
    unlinked: { channel: channelId, plan: 'here' },
  };
  const [first] = shared.members ?? [];
  if (shared.reminders && first) shared.reminders = { ...shared.reminders, reference: first.reference };
  also.push(conversationWrite(seat.kept, shared));
  const own = { ...seat.own, value: wentBack(seat.own.value) };
  const earlier =
    own.value.movedTo === undefined
      ? undefined
      : await readConversation(store, own.value.movedTo, shared.language);
  if (earlier && earlier.revision > 0) {
    also.push(conversationWrite(own, own.value));
    return await sit(own, earlier, draft, desk);
  }
  delete own.value.movedTo;
  await sit(own, own, draft, desk);
}

async function sit(own: KeptConversation, kept: KeptConversation, draft: Draft, desk: Desk): Promise<void> {
  const { notice, language, lastAt } = draft.conversation;
  const plan = await planOf(desk.store, kept.value);
  draft.conversation = { ...kept.value, language, ...(notice && { notice }), ...(lastAt && { lastAt }) };
  draft.plan = plan?.value;
  desk.seat = { own, kept, plan };
}

/** The document of a conversation that no longer goes on with the others. */
function wentBack(value: Conversation): Conversation {
  const { movedTo: _left, earlier = [], ...rest } = value;
  const back = earlier.at(-1);
  const before = earlier.slice(0, -1);
  return {
    ...rest,
    ...(back !== undefined && { movedTo: back }),
    ...(before.length > 0 && { earlier: before }),
  };
}

import type { Plan } from '../../plan/schema.ts';
import { formatList } from '../../text/format.ts';
import type { Texts } from '../../text/locales.ts';
import type { Conversation, Draft, Member } from '../conversation.ts';
import { others } from './leave.ts';

/** A channel by the name people know it by. */
export function channelName(channel: string | undefined, texts: Texts): string {
  const key = `linking.channel.${channel}`;
  return texts.t(texts.has(key) ? key : 'linking.channel.other');
}

/** Channels of linked conversations, each once. */
export function channelNames(members: readonly Member[], texts: Texts): string {
  const names = new Set(members.map(({ channel }) => channelName(channel, texts)));
  return formatList([...names], texts.language);
}

/** What there is in a conversation, for whoever is to choose between two: its plan by name, or what was begun. */
export function workOf(plan: Plan | undefined, texts: Texts): string {
  if (!plan) return texts.t('linking.work.tasks');
  const { title, entity } = plan;
  return texts.t('linking.work.plan', {
    named: title !== undefined ? 'title' : entity.name !== undefined ? 'entity' : 'none',
    name: title ?? entity.name ?? '',
  });
}

/** Which channels are linked, for whoever asks what is kept of them; undefined where none is. */
export function tellLinks({ conversation, desk }: Draft, texts: Texts): string | undefined {
  const linked = desk ? others(conversation, desk) : [];
  return linked.length === 0
    ? undefined
    : texts.t('linking.data', { channels: channelNames(linked, texts), count: linked.length });
}

/** What else goes when everything is deleted: what is linked, and what waits until it no longer is. */
export function tellErasure({ conversation, desk }: Draft, texts: Texts): string | undefined {
  const linked = desk ? others(conversation, desk) : [];
  if (!desk || linked.length === 0) return undefined;
  return texts.t('linking.erasure', { channels: channelNames(linked, texts), count: linked.length });
}

/** Says once that a link was taken away on the other side. */
export function tellUnlinked(conversation: Conversation, texts: Texts): string | undefined {
  const { unlinked } = conversation;
  if (!unlinked) return undefined;
  delete conversation.unlinked;
  return texts.t(`linking.unlinked-${unlinked.plan}`, { channel: channelName(unlinked.channel, texts) });
}

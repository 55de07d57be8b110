import { sameText } from '../../guide/describe.ts';
import type { Message } from '../../messages/message.ts';
import { formatTime } from '../../text/format.ts';
import { type LinkingAsk, readLinking, readYesNo } from '../../understanding/index.ts';
import type { Conversation, Draft } from '../conversation.ts';
import type { Desk } from '../desk.ts';
import { type Services, todayIn } from '../services.ts';
import { CODE_LIFETIME, hashOf, spelled } from './code.ts';
import { type FoundCode, giveCode, holdsWork, join, lookUp } from './join.ts';
import { goAlone, others, stayAlone } from './leave.ts';
import { channelName, channelNames, workOf } from './tell.ts';

/** Wrong codes taken from a conversation within the hour. */
const WRONG_CODES = 5;
const HOUR = 3_600_000;
/** Longest answer, in words, to whether conversations are to be linked. */
const YES_OR_NO = 4;

/** What to say, and whether what waited is then put again. */
export interface Linked {
  said: Message[];
  goesOn: boolean;
}

/**
 * Attends what is said about going on with the same plan on another channel: a code asked for or typed, the yes or
 * no that follows, and the way back.
 * @returns undefined when the message is about something else
 */
export async function attendLinking(
  text: string,
  draft: Draft,
  services: Services,
): Promise<Linked | undefined> {
  const { desk } = draft;
  if (!desk) return undefined;
  const decided = await decide(text, draft, desk, services);
  if (decided) return decided;
  const ask = readLinking(text);
  if (!ask) return undefined;
  if (desk.group) return told('group', draft, services);
  switch (ask.type) {
    case 'offer':
      return await offer(ask, draft, desk, services);
    case 'unread':
      return wrong('unread', draft, services);
    case 'redeem':
      return await redeem(hashOf(ask.code, desk.secret), draft, desk, services);
    case 'leave':
      return askWhere(draft, desk, services);
  }
}

/** Whoever turns to something else no longer answers whether to link. */
export function lapseLinking(conversation: Conversation): void {
  if (conversation.awaits === 'link' || conversation.awaits === 'unlink') delete conversation.awaits;
  delete conversation.joining;
}

async function offer(
  { channel }: Extract<LinkingAsk, { type: 'offer' }>,
  draft: Draft,
  desk: Desk,
  services: Services,
): Promise<Linked> {
  const texts = textsOf(draft, services);
  const here = desk.reference.channelId;
  const elsewhere = desk.channels.filter((one) => one !== here);
  if (channel !== undefined && channel !== here && !desk.channels.includes(channel)) {
    const names = elsewhere.map((one) => channelName(one, texts)).join(', ');
    const params = { channel: channelName(channel, texts), others: names, count: elsewhere.length };
    return { said: [{ type: 'say', text: texts.t('linking.no-channel', params) }], goesOn: true };
  }
  const now = services.clock();
  const code = spelled(await giveCode(draft, desk, now));
  const until = formatTime(new Date(now.getTime() + CODE_LIFETIME).toISOString(), texts.language);
  const where = channel === undefined || channel === here ? 'other' : 'named';
  const params = { code, until, where, channel: channelName(channel, texts) };
  return { said: [{ type: 'say', text: texts.t('linking.offer', params) }], goesOn: false };
}

async function redeem(hash: string, draft: Draft, desk: Desk, services: Services): Promise<Linked> {
  const { conversation } = draft;
  const texts = textsOf(draft, services);
  const now = services.clock();
  const { wrongCodes } = conversation;
  const fresh = wrongCodes && now.getTime() - Date.parse(wrongCodes.since) < HOUR;
  if (!fresh) delete conversation.wrongCodes;
  else if (wrongCodes.count >= WRONG_CODES) return told('too-many', draft, services);
  const looked = await lookUp(hash, draft, desk, now);
  if ('fault' in looked) {
    if (looked.fault !== 'wrong') return told(looked.fault, draft, services);
    return wrong('wrong', draft, services);
  }
  const linked = others(conversation, desk);
  if (linked.length > 0) {
    const params = { channels: channelNames(linked, texts) };
    return { said: [{ type: 'say', text: texts.t('linking.already', params) }], goesOn: true };
  }
  const { found } = looked;
  const theirs = found.seat.kept.value;
  if (!holdsWork(conversation) || !holdsWork(theirs)) return await link(found, draft, desk, services);
  conversation.awaits = 'link';
  conversation.joining = hash;
  const params = {
    mine: workOf(draft.plan, texts),
    theirs: workOf(found.seat.plan?.value, texts),
    channel: channelName(found.value.reference.channelId, texts),
  };
  const choices = ['yes', 'no'].map((key) => texts.t(`linking.choice.${key}`));
  return {
    said: [
      {
        type: 'ask',
        text: texts.t('linking.confirm', params),
        choices: choices.map((label) => ({ label, value: label })),
      },
    ],
    goesOn: false,
  };
}

async function link(found: FoundCode, draft: Draft, desk: Desk, services: Services): Promise<Linked> {
  const here = channelName(desk.reference.channelId, textsOf(draft, services));
  const before = holdsWork(draft.conversation) ? workOf(draft.plan, textsOf(draft, services)) : undefined;
  const { theirsGoesOn } = await join(found, draft, desk, services.clock());
  // What goes on may be in another language.
  const texts = textsOf(draft, services);
  const there = channelName(found.value.reference.channelId, texts);
  const work = holdsWork(draft.conversation) ? 'yes' : 'no';
  const notice = texts.t('linking.notice', { channel: here, side: theirsGoesOn ? 'same' : 'moved', work });
  desk.notices.push({
    id: `linked-${found.hash.slice(0, 16)}`,
    reference: found.value.reference,
    messages: [{ type: 'say', text: notice }],
  });
  const parts = [texts.t('linking.linked', { channel: there })];
  if (theirsGoesOn && before !== undefined) parts.push(texts.t('linking.set-aside', { mine: before }));
  if (work === 'yes') parts.push(texts.t(theirsGoesOn ? 'linking.go-on' : 'linking.go-on-here'));
  return { said: [{ type: 'say', text: parts.join('\n\n') }], goesOn: true };
}

function askWhere(draft: Draft, desk: Desk, services: Services): Linked {
  const texts = textsOf(draft, services);
  const linked = others(draft.conversation, desk);
  if (linked.length > 0) {
    draft.conversation.awaits = 'unlink';
    const text = texts.t('linking.where', { channels: channelNames(linked, texts) });
    const choices = ['here', 'there', 'keep'].map((key) => texts.t(`linking.choice.${key}`));
    return {
      said: [{ type: 'ask', text, choices: choices.map((label) => ({ label, value: label })) }],
      goesOn: false,
    };
  }
  return told('not-linked', draft, services);
}

/** The answer to whether to link, or where the plan stays; anything else leaves all as it is. */
async function decide(
  text: string,
  draft: Draft,
  desk: Desk,
  services: Services,
): Promise<Linked | undefined> {
  const { conversation } = draft;
  const { awaits, joining } = conversation;
  if (awaits !== 'link' && awaits !== 'unlink') return undefined;
  lapseLinking(conversation);
  const texts = textsOf(draft, services);
  const is = (key: string) => sameText(text, texts.t(`linking.choice.${key}`));
  if (awaits === 'unlink') {
    if (is('here')) {
      await stayAlone(draft, desk);
      return told('alone-here', draft, services);
    }
    if (is('there')) {
      await goAlone(draft, desk);
      return told(holdsWork(draft.conversation) ? 'alone-back' : 'alone-new', draft, services);
    }
    const no = is('keep') || saysNo(text, draft, services);
    return no ? told('kept', draft, services) : undefined;
  }
  if (is('no') || saysNo(text, draft, services)) return told('not-now', draft, services);
  if ((!is('yes') && !saysYes(text, draft, services)) || joining === undefined) return undefined;
  // The code may have run out, or have been used, while they thought about it.
  const looked = await lookUp(joining, draft, desk, services.clock());
  return 'fault' in looked
    ? told(looked.fault, draft, services)
    : await link(looked.found, draft, desk, services);
}

function saysYes(text: string, draft: Draft, services: Services): boolean {
  const said = yesOrNo(text, draft, services);
  return said?.ok === true && said.value;
}

function saysNo(text: string, draft: Draft, services: Services): boolean {
  const said = yesOrNo(text, draft, services);
  return said?.ok === true && !said.value;
}

function yesOrNo(text: string, { conversation }: Draft, services: Services) {
  if (text.trim().split(/\s+/).length > YES_OR_NO) return undefined;
  return readYesNo(text, { language: conversation.language, today: todayIn(services.clock) });
}

/** A code that is none: after several, none is looked up for an hour. */
function wrong(key: 'wrong' | 'unread', draft: Draft, services: Services): Linked {
  const { conversation } = draft;
  const since = conversation.wrongCodes?.since ?? services.clock().toISOString();
  conversation.wrongCodes = { count: (conversation.wrongCodes?.count ?? 0) + 1, since };
  return told(key, draft, services);
}

function told(key: string, draft: Draft, services: Services): Linked {
  return { said: [{ type: 'say', text: textsOf(draft, services).t(`linking.${key}`) }], goesOn: true };
}

function textsOf({ conversation }: Draft, services: Services) {
  return services.texts[conversation.language];
}

import { sameText } from '../guide/describe.ts';
import type { Message } from '../messages/message.ts';
import { type FollowUp, readFollowUp, readPositions } from '../understanding/index.ts';
import { answer, openSource, sumUp, tellMore } from './answers.ts';
import type { Answered, Draft, Offer } from './conversation.ts';
import type { Services } from './services.ts';

/** What came of a message that goes on from the last answer. */
export interface WentOn {
  said: Message[];
  /** It asked something new, so that a question that waits is put again. */
  asked: boolean;
}

/**
 * Attends a message that goes on from the last answer: «más», «fuente 2», «resuma», or one of the next questions or
 * nearest passages offered. While a step waits for an answer it must follow at once on an answer of ours, so that
 * nothing meant for the step is taken from it; a source is named by its word and can mean nothing else.
 * @returns undefined when the message is about something else
 */
export async function attendFollowUp(
  text: string,
  draft: Draft,
  services: Services,
): Promise<WentOn | undefined> {
  const { answered } = draft.conversation;
  const fresh = answered?.fresh === true;
  const waits = stepWaits(draft);
  if (answered) draft.conversation.answered = { ...answered, fresh: false };
  const offer = answered && fresh ? offerMeant(text, answered, waits) : undefined;
  if (answered && offer) return await takeOffer(offer, answered, draft, services);
  const follow = readFollowUp(text);
  if (!follow || !isMeant(follow, fresh, waits, answered)) return undefined;
  if (answered) return { said: [await goOn(follow, answered, draft, services)], asked: false };
  const nothing = services.texts[draft.conversation.language].t('bot.follow.nothing');
  return { said: [{ type: 'say', text: nothing }], asked: true };
}

/** Whether a question of a workflow waits for the next message. */
export function stepWaits({ conversation, plan }: Draft): boolean {
  const { guide, asides } = conversation;
  if (asides?.some(({ status }) => status === 'running')) return true;
  return guide !== undefined && plan !== undefined && guide.status === 'running';
}

function isMeant(follow: FollowUp, fresh: boolean, waits: boolean, answered: Answered | undefined): boolean {
  if (follow.type === 'source') return !waits || answered !== undefined;
  // Words that may also go on with what waits, or sum up the plan, need an answer just given and nothing waiting.
  return follow.goesOn ? fresh && !waits : fresh || !waits;
}

async function goOn(
  follow: FollowUp,
  answered: Answered,
  draft: Draft,
  services: Services,
): Promise<Message> {
  if (follow.type === 'more') return await tellMore(answered, draft, services);
  if (follow.type === 'summary') return sumUp(answered, draft, services);
  return openSource(follow.number, answered, draft, services);
}

/** The offer whose words a message says, or its place among them where no step could mean a number. */
function offerMeant(text: string, { offers }: Answered, waits: boolean): Offer | undefined {
  const said = offers.find(({ value }) => sameText(text, value));
  if (said || waits) return said;
  const places = readPositions(text, offers.length);
  return places?.length === 1 ? offers[(places[0] ?? 0) - 1] : undefined;
}

async function takeOffer(
  offer: Offer,
  answered: Answered,
  draft: Draft,
  services: Services,
): Promise<WentOn> {
  if (offer.source !== undefined)
    return { said: [openSource(offer.source, answered, draft, services)], asked: false };
  return { said: [await answer(offer.value, draft, services, { standsAlone: true })], asked: true };
}

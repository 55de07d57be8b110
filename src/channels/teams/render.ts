import { ActionTypes, type Activity, ActivityTypes } from 'botbuilder';
import type { Ask, Card, Choice, Citation, Message, Say } from '../../messages/message.ts';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import { textBlock, textBlocks } from '../cards/card.ts';
import { sectionParts, titleParts } from '../cards/facts.ts';
import { splitText } from '../webchat/limits.ts';
import { card } from './cards.ts';
import { offer } from './choices.ts';
import { linkMarks, messageEntity } from './citations.ts';
import { fileMessage } from './files.ts';
import { formCard } from './form.ts';
import { CARD_BYTES, fits, groupsByBytes, PARTS_AT_ONCE, SUGGESTIONS, TEXT_LIMIT } from './limits.ts';
import { keepPages, moreMessage } from './pages.ts';

export interface RenderContext {
  texts: Texts;
  store: Store;
  /** What files and pages are kept under. */
  conversationId: string;
  /** Address of the service, put before links to its pages. */
  baseUrl: string;
  /** A chat with one person: only there Teams takes files and shows suggested actions. */
  personal: boolean;
}

type Sent = Partial<Activity>;

/** Neutral messages as the activities that Teams shows, each below its limit of bytes. */
export async function render(messages: Message[], context: RenderContext): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const message of messages) {
    if (message.type === 'file') sent.push(await fileMessage(message, context));
    else if (message.type === 'ask') sent.push(...(await question(message, context)));
    else if (message.card) sent.push(...(await told(message, message.card, context)));
    else sent.push(...(await said(message, context)));
  }
  return sent;
}

/** A question on a card of its own, with its form or its choices; what is too long for the card goes before it. */
async function question(ask: Ask, context: RenderContext): Promise<Sent[]> {
  const parts = splitText(ask.text, TEXT_LIMIT);
  const text = parts.at(-1) ?? '';
  const before = await paged(
    parts.slice(0, -1).map((part) => bubble(part)),
    context,
  );
  return [...before, ...questionCard({ ...ask, text }, context)];
}

function questionCard(ask: Ask, { texts }: RenderContext): Sent[] {
  const summary = ask.text.split('\n\n').at(-1) ?? ask.text;
  const common = {
    type: ActivityTypes.Message,
    summary: plain(summary),
  };
  if (ask.form) {
    const filled = { ...common, attachments: [formCard({ ...ask, form: ask.form }, texts)] };
    if (fits(filled)) return [filled];
  }
  const { choices = [] } = ask;
  if (choices.length === 0) return [{ ...common, textFormat: 'markdown', text: markdown(ask.text) }];
  return choiceGroups(choices).map((group, n) => {
    const { body, actions } = offer(group, ask.field, texts);
    const lead = n === 0 ? textBlocks(ask.text) : [textBlock(texts.t('teams.choose.on'))];
    return { ...common, attachments: [card([...lead, ...body], actions)] };
  });
}

/** Choices by as many as one message holds; what may be asked about the question stands with the last. */
function choiceGroups(choices: readonly Choice[]): Choice[][] {
  return groupsByBytes(choices, CARD_BYTES);
}

/** A text with its citations, and what may be said next. */
async function said(say: Say, context: RenderContext): Promise<Sent[]> {
  const { texts, baseUrl } = context;
  const citations = (say.citations ?? []).map((one) => ({ ...one, url: `${baseUrl}${one.url}` }));
  const parts = splitText(say.text, TEXT_LIMIT).map((part) =>
    withSources(part, citations, say.byModel === true, texts),
  );
  const choices = say.choices ?? [];
  if (choices.length === 0) return await paged(parts, context);
  const last = parts.at(-1);
  if (!last || parts.length > 1)
    return [...(await paged(parts, context)), ...offered(texts.t('teams.next'), choices, context)];
  if (context.personal && choices.length <= SUGGESTIONS && choices.every((one) => one.label === one.value))
    return [{ ...last, suggestedActions: suggested(choices) }];
  const groups = choiceGroups(choices);
  const [first = []] = groups;
  const { body, actions } = offer(first, undefined, texts);
  const withCard = { ...last, attachments: [card(body, actions)] };
  if (groups.length > 1 || !fits(withCard))
    return [last, ...offered(texts.t('teams.next'), choices, context)];
  return [withCard];
}

/** Choices on cards of their own. */
function offered(text: string, choices: readonly Choice[], { texts }: RenderContext): Sent[] {
  return choiceGroups(choices).map((group) => {
    const { body, actions } = offer(group, undefined, texts);
    return { type: ActivityTypes.Message, attachments: [card([textBlock(text), ...body], actions)] };
  });
}

/** Facts as cards, as many as they need; past the first they are asked for. */
async function told(say: Say, shown: Card, context: RenderContext): Promise<Sent[]> {
  const parts = sectionParts(shown.sections, (facts) => groupsByBytes(facts, CARD_BYTES / 2));
  const groups = groupsByBytes(parts, CARD_BYTES);
  const cards = (groups.length > 0 ? groups : [[]]).map((group, n): Sent => {
    const top = n === 0 ? titleParts(shown) : [];
    return {
      type: ActivityTypes.Message,
      summary: plain(shown.title),
      attachments: [card([...top, ...group])],
    };
  });
  const sent = await paged(cards, context, 1);
  const choices = say.choices ?? [];
  return choices.length > 0 ? [...sent, ...offered(context.texts.t('teams.next'), choices, context)] : sent;
}

/** Messages up to the most sent at once; the others are kept, and asked for with «ver más». */
async function paged(messages: Sent[], context: RenderContext, most = PARTS_AT_ONCE): Promise<Sent[]> {
  if (messages.length <= most) return messages;
  const id = await keepPages(context.store, context.conversationId, messages);
  return [...messages.slice(0, most), moreMessage(id, most + 1, messages.length, context.texts)];
}

function bubble(text: string): Sent {
  return { type: ActivityTypes.Message, textFormat: 'markdown', text: markdown(text) };
}

/** A text with the entity of its citations; what answers from the documents may be rated. */
function withSources(text: string, citations: readonly Citation[], byModel: boolean, texts: Texts): Sent {
  const entity = messageEntity(text, citations, byModel, texts);
  return {
    ...bubble(linkMarks(text, citations)),
    ...(entity && { entities: [entity], channelData: { feedbackLoop: { type: 'default' } } }),
  };
}

function suggested(choices: readonly Choice[]) {
  return {
    to: [],
    actions: choices.map(({ label, value }) => ({ type: ActionTypes.ImBack, title: label, value })),
  };
}

/**
 * Neutral text in the Markdown of Teams: a line break that is no list is told, and what looks like a tag is something
 * a person wrote, and is shown as such.
 */
function markdown(text: string): string {
  return text.replaceAll('<', '&lt;').replace(/([^\s])\n(?!\n|\s*(?:[-*]|\d+\.) )/g, '$1  \n');
}

/** What a notification says: one line, without Markdown. */
function plain(text: string): string {
  return text.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim().slice(0, 200);
}

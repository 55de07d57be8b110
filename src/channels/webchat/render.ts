import type { Activity, SuggestedActions } from 'botbuilder';
import { ActionTypes, ActivityTypes, type Attachment } from 'botbuilder';
import type { ButtonValue } from '../../messages/incoming.ts';
import type { Choice, Citation, FileMessage, Message } from '../../messages/message.ts';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import { formCard, toldCard } from './cards.ts';
import { keepFile, LINK_DAYS, linkTo } from './files.ts';
import { splitText, withBlocks } from './limits.ts';

export interface RenderContext {
  texts: Texts;
  store: Store;
  /** Its key, `<channel>/<id>`. */
  conversation: string;
  /** Address of the service, put before links to its pages; empty where the page is the service's own. */
  baseUrl: string;
  /** Whether the channel shows Adaptive Cards. The text is sent all the same. */
  cards?: boolean;
}

/** Neutral messages as the activities that show them in the web chat. Files are kept in the store on the way. */
export async function render(messages: Message[], context: RenderContext): Promise<Partial<Activity>[]> {
  const activities: Partial<Activity>[] = [];
  for (const message of messages) {
    if (message.type === 'file') {
      activities.push(await handedOver(message, context));
      continue;
    }
    const cited = message.type === 'say' ? (message.citations ?? []) : [];
    const citations = cited.map((citation) => ({ ...citation, url: `${context.baseUrl}${citation.url}` }));
    const field = message.type === 'ask' ? message.field : undefined;
    const told = bubbles(message.text, citations, message.choices ?? [], field, context.texts);
    activities.push(...(context.cards ? withCard(told, message, context.texts) : told));
  }
  return activities;
}

/** The form of a question, or the card that tells the same as a text; the page shows that one in the text's place. */
function withCard(
  told: Partial<Activity>[],
  message: Exclude<Message, { type: 'file' }>,
  texts: Texts,
): Partial<Activity>[] {
  const last = (attachment: Attachment) =>
    told.map((activity, n) =>
      n === told.length - 1 ? { ...activity, attachments: [attachment] } : activity,
    );
  if (message.type === 'ask')
    return message.form ? last(formCard({ ...message, form: message.form }, texts)) : told;
  if (!message.card) return told;
  return last(toldCard(message.card)).map((activity) => ({
    ...activity,
    channelData: { ...activity.channelData, toldByCard: true },
  }));
}

/**
 * A file as a link, and under it how long that opens it. In the service's own web chat the transcript signs links
 * whenever it is read; elsewhere they are signed here.
 */
async function handedOver(file: FileMessage, context: RenderContext): Promise<Partial<Activity>> {
  const { store, conversation, baseUrl, texts } = context;
  const { name, contentType } = file;
  const path = await keepFile(store, conversation, file);
  const contentUrl = baseUrl === '' ? path : `${baseUrl}${await linkTo(store, path)}`;
  const shown = contentType.startsWith('image/');
  const text = texts.t(baseUrl === '' ? 'files.link.here' : 'files.link', { days: LINK_DAYS });
  return {
    type: ActivityTypes.Message,
    ...(!shown && { text, textFormat: 'markdown' }),
    attachments: [{ name, contentType, contentUrl }],
  };
}

/** A text in as many bubbles as it needs; the last one bears the sources, the buttons and the field. */
function bubbles(
  text: string,
  citations: Citation[],
  choices: Choice[],
  field: string | undefined,
  texts: Texts,
): Partial<Activity>[] {
  // Neutral text holds no HTML: what looks like a tag is something a person wrote, and is shown as such.
  const told = splitText(text).map((part) => linkMarks(part.replaceAll('<', '\\<'), citations));
  const parts = withBlocks(told, citations.length > 0 ? sourcesList(citations, texts) : []);
  return parts.map((part, index) => {
    const last = index === parts.length - 1;
    return {
      type: ActivityTypes.Message,
      textFormat: 'markdown',
      text: part,
      ...(last && choices.length > 0 ? { suggestedActions: buttons(choices, field) } : {}),
      ...(last && field ? { channelData: { field } } : {}),
    };
  });
}

/** `[1]` becomes a link to its passage; a mark without a citation, and a link that is one already, stay. */
function linkMarks(text: string, citations: Citation[]): string {
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  return text.replace(/\[(\d{1,3})\](?![(:])/g, (mark, digits: string) => {
    const citation = byNumber.get(Number(digits));
    return citation ? `[\\[${digits}\\]](${citation.url})` : mark;
  });
}

/**
 * One line for each passage cited: its numbers, title with its link, kind of document, date and section. The first has
 * the heading of them all.
 */
function sourcesList(citations: Citation[], texts: Texts): string[] {
  const lines = [...Map.groupBy(citations, ({ url }) => url).values()].map((group) => {
    const [citation] = group as [Citation];
    const marks = group.map(({ n }) => `\\[${n}\\]`).join(' ');
    const title = `[${marks} ${escapeMarkdown(citation.title)}](${citation.url})`;
    const source = texts.t('web.source', { kind: kindLabel(citation.kind, texts), date: citation.date });
    const section = citation.section ? `, ${escapeMarkdown(citation.section)}` : '';
    return `- ${title} (${source})${section}`;
  });
  const [first = '', ...rest] = lines;
  return [`\n**${texts.t('web.sources', { count: lines.length })}**\n\n${first}`, ...rest];
}

/** A document's kind in words; what is in words already stays. */
function kindLabel(kind: string, texts: Texts): string {
  const key = `web.kind.${kind}`;
  return texts.has(key) ? texts.t(key) : kind;
}

/** Buttons of a question tell which one, so that one pressed late still means what it meant. */
function buttons(choices: Choice[], ask: string | undefined): SuggestedActions {
  const back = (label: string, text: string) =>
    ask === undefined
      ? { type: ActionTypes.ImBack, title: label, value: text }
      : {
          type: ActionTypes.MessageBack,
          title: label,
          displayText: label,
          text,
          value: { ask } satisfies ButtonValue,
        };
  return { to: [], actions: choices.map(({ label, value }) => back(label, value)) };
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

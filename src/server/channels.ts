import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { BotRegistration } from '../bot/cloud-adapter.ts';
import type { KeptReplies, Renderer } from '../bot/inbox.ts';
import { conversationKey } from '../bot/seat.ts';
import { render, type WebChatAdapter } from '../channels/webchat/index.ts';
import type { Store } from '../storage/store.ts';
import { LANGUAGES, type Language, type Texts } from '../text/locales.ts';

/** One channel, as the rest of the service uses it whatever carries its turns. */
export interface Channel {
  render: Renderer;
  /** What an activity's conversation is known by; `<channel>/<conversation>` where it is left out. */
  key?(activity: Activity): string;
  /** How replies are handed over where the channel keeps them in the store. */
  kept?: KeptReplies;
  /** The language that an activity comes in, where the channel asks the person for it; else the configured one. */
  languageOf?(activity: Activity): Language | undefined;
  /** Those of the channel's own records that a person would want to see, with what is kept of them. */
  records?(activity: Activity): Promise<Record<string, unknown>>;
  /** Starts a turn in a known conversation without a message of the person. */
  continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void>;
}

/** The channels by their Bot Framework id; `others` attends every one without an entry. */
export interface Channels {
  byId: ReadonlyMap<string, Channel>;
  others: Channel;
}

export interface ChannelContext {
  texts: Record<Language, Texts>;
  store: Store;
  /** Address of the service, put before links to its pages. */
  publicUrl: string;
}

/** The channel of an activity or of a conversation. */
export function channelOf({ byId, others }: Channels, { channelId }: { channelId?: string }): Channel {
  return byId.get(channelId ?? '') ?? others;
}

/**
 * The turn of an activity that Azure Bot brings. One of its channels has the name of one of this service's own (its Web
 * Chat): it gets another, so that nobody there can name a conversation of the own one.
 */
export function fromCloud(logic: (turn: TurnContext) => Promise<void>): (turn: TurnContext) => Promise<void> {
  return async (turn) => {
    const { activity } = turn;
    if (OWN_CHANNELS.includes(activity.channelId)) activity.channelId = `azure-${activity.channelId}`;
    await logic(turn);
  };
}

/** Channels that come over addresses of their own. */
const OWN_CHANNELS: readonly string[] = ['webchat', 'whatsapp'];

/** Hands replies over outside a turn, on the channel of their conversation. */
export async function sendAgain(
  channels: Channels,
  reference: Partial<ConversationReference>,
  replies: Partial<Activity>[],
): Promise<void> {
  await channelOf(channels, reference).continueConversation(reference, async (context) => {
    if (replies.length > 0) await context.sendActivities(replies);
  });
}

/** The web chat: links to the service's pages stay relative, because its page is the service's own. */
export function webChatChannel(context: ChannelContext, adapter: WebChatAdapter): Channel {
  const plain = plainChannel({ ...context, publicUrl: '' }, true);
  return {
    ...plain,
    kept: { batch: async (turn, replies) => adapter.batch(turn, replies), done: () => {} },
    // The page is in the language that the person chose, and follows the one in which it is answered.
    languageOf: ({ locale }) => LANGUAGES.find((language) => locale?.slice(0, 2) === language),
    render: async (messages, activity, language) =>
      (await plain.render(messages, activity, language)).map((reply) => ({ ...reply, locale: language })),
    continueConversation: (reference, logic) => adapter.continueConversation(reference, logic),
  };
}

/** Every channel that Azure Bot carries and that has no rendering of its own. */
export function cloudChannel(
  context: ChannelContext,
  cloud: CloudAdapter,
  registration: BotRegistration | undefined,
): Channel {
  return {
    ...plainChannel(context),
    continueConversation: (reference, logic) =>
      cloud.continueConversationAsync(registration?.appId ?? '', reference, logic),
  };
}

/** Markdown bubbles with suggested actions, with cards where they are shown, and files as links to this service. */
function plainChannel({ texts, store, publicUrl }: ChannelContext, cards = false): Pick<Channel, 'render'> {
  return {
    render: (messages, activity, language) =>
      render(messages, {
        texts: texts[language],
        store,
        conversation: conversationKey(activity),
        baseUrl: publicUrl,
        cards,
      }),
  };
}

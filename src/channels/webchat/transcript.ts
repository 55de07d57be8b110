import type { Activity, Attachment } from 'botbuilder';
import type { Store } from '../../storage/store.ts';
import { leadsToFileOf, linkTo } from './files.ts';

/** Most activities given in one answer to a poll. */
const PAGE = 500;

/** What the names of all these streams begin with. */
export const TRANSCRIPTS = 'webchat/';

/** The stream of everything said in a conversation, by both sides. */
export function transcriptStream(conversationId: string): string {
  return `${TRANSCRIPTS}${conversationId}`;
}

export interface TranscriptPage {
  activities: Partial<Activity>[];
  /** Position of the last activity given: where the next page begins. */
  watermark: string;
}

/**
 * What was said after a position. Each activity carries its place, so that clients keep the order, and its files with
 * links that open now: those given before may have ended.
 */
export async function readTranscript(
  store: Store,
  conversationId: string,
  after: number,
): Promise<TranscriptPage> {
  const stream = transcriptStream(conversationId);
  const entries = await store.readStream<Partial<Activity>>(stream, after, PAGE);
  const activities = entries.map(async ({ position, value }) => ({
    ...value,
    ...(value.attachments && { attachments: await withLinks(value.attachments, store, conversationId) }),
    channelData: { ...value.channelData, 'webchat:sequence-id': position },
  }));
  return {
    activities: await Promise.all(activities),
    watermark: String(entries.at(-1)?.position ?? after),
  };
}

async function withLinks(
  attachments: Attachment[],
  store: Store,
  conversationId: string,
): Promise<Attachment[]> {
  const linked = attachments.map(async (attachment) => {
    const { contentUrl = '' } = attachment;
    if (!(await leadsToFileOf(store, contentUrl, `${TRANSCRIPTS}${conversationId}`))) return attachment;
    return { ...attachment, contentUrl: await linkTo(store, contentUrl) };
  });
  return await Promise.all(linked);
}

import type { Activity } from 'botbuilder';
import type { Store } from '../../storage/store.ts';

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

/** What was said after a position. Each activity carries its place, so that clients keep the order. */
export async function readTranscript(
  store: Store,
  conversationId: string,
  after: number,
): Promise<TranscriptPage> {
  const stream = transcriptStream(conversationId);
  const entries = await store.readStream<Partial<Activity>>(stream, after, PAGE);
  return {
    activities: entries.map(({ position, value }) => ({
      ...value,
      channelData: { ...value.channelData, 'webchat:sequence-id': position },
    })),
    watermark: String(entries.at(-1)?.position ?? after),
  };
}

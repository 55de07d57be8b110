/**
 * Largest activity sent, in bytes of its JSON: Teams refuses a message of more than about 100 KB with 413, and what
 * the SDK adds to it (who, where, to what) counts.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const MESSAGE_BYTES = 80 * 1024;
/** Left in it for what the SDK adds. */
const ENVELOPE_BYTES = 4 * 1024;

/** Longest text of one message, in UTF-16 code units: more is hard to read, and its JSON stays far below the limit. */
export const TEXT_LIMIT = 8_000;
/** Most parts of a text sent at once; the others are asked for. */
export const PARTS_AT_ONCE = 2;
/** Largest body of a card that tells the plan, in bytes, before it goes on to another. */
export const CARD_BYTES = 24 * 1024;

/** Most actions of a card that Teams shows side by side; the others hide behind «…». */
export const BUTTONS = 6;
/** Longest title of a button, in UTF-16 code units, before it is cut on a telephone. */
export const BUTTON_TITLE = 60;
/** Most suggested actions: Teams shows the first three. */
export const SUGGESTIONS = 3;

/** https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
export const CITATIONS = 20;
export const CITATION_NAME = 80;
export const CITATION_ABSTRACT = 160;
export const CITATION_KEYWORDS = 3;
export const CITATION_KEYWORD = 28;

/**
 * Between two requests of a stream: Teams takes one a second. Longest stream before it is ended: Teams gives it two
 * minutes. In milliseconds. https://learn.microsoft.com/en-us/microsoftteams/platform/bots/streaming-ux
 */
export const STREAM_GAP = 1_100;
export const STREAM_LONGEST = 105_000;

/** Largest file taken from a person, in bytes. */
export const INCOMING_FILE_BYTES = 2 * 1024 * 1024;
/** Longest wait for a file to come or to go, in milliseconds: Teams waits 15 seconds for an answer. */
export const FILE_TIMEOUT = 10_000;

/** Longest comment kept of a rating, in UTF-16 code units. */
export const COMMENT_LIMIT = 2_000;

/** Whether an activity, with what is added on the way, is one that Teams takes. */
export function fits(activity: object): boolean {
  return bytesOf(activity) <= MESSAGE_BYTES - ENVELOPE_BYTES;
}

/** Bytes of something as JSON. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** At most `limit` code units, with «…» where something was left out. Never cuts inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const broken = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return `${broken.trimEnd()}…`;
}

/** Things in groups of at most `limit` bytes each; one larger than that stands alone. */
export function groupsByBytes<T>(things: readonly T[], limit: number): T[][] {
  const groups: T[][] = [];
  let size = 0;
  for (const thing of things) {
    const bytes = bytesOf(thing);
    const last = groups.at(-1);
    if (last && size + bytes <= limit) last.push(thing);
    else groups.push([thing]);
    size = last && size + bytes <= limit ? size + bytes : bytes;
  }
  return groups;
}

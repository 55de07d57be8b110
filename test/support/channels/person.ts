import type { App } from '../../../src/server/app.ts';
import type { TestOptions } from '../app.ts';

/** Something that a person may press: a button, a row of a list, an answer to choose. */
export interface Option {
  /** All that is written on it. */
  label: string;
  press(): Promise<Seen[]>;
}

/** A file as it reaches the person who takes it. */
export interface SeenFile {
  name: string;
  /** Shown in the conversation, and not as a document. */
  picture: boolean;
  content(): Promise<Buffer>;
}

/** A form to fill in. */
export interface SeenForm {
  labels: string[];
  /** Fills in by label, with the label of an answer where there are some to choose from, and sends it. */
  fill(answers: Record<string, string>): Promise<Seen[]>;
}

/** One message as a person sees it, whatever the channel. */
export interface Seen {
  /** Its words, without what formats them. */
  text: string;
  options: Option[];
  files: SeenFile[];
  /** Where each `[n]` leads. */
  sources: { n: number; url: string }[];
  form?: SeenForm;
  /** Marked as written by a model. */
  byModel: boolean;
}

/** What a person may send beside words, buttons and forms. */
export type Sent = 'file' | 'audio' | 'location' | 'reaction' | 'sticker' | 'edited' | 'unsupported';
/** What a channel may show beside words, choices and files. */
export type Shown = 'form' | 'typing' | 'model label' | 'failure';

/** One person on one channel, in a conversation of their own. */
export interface ChannelPerson {
  /**
   * Writes; everything shown in answer, in order, with the pages that are asked for: whoever wants to see it all sees
   * this.
   */
  say(text: string): Promise<Seen[]>;
  /** The channel delivers the same message three times: twice at once, and again later. */
  sayThrice(text: string): Promise<Seen[]>;
  /** What else this channel has. */
  sends: { file?(name: string, contentType: string, content: string): Promise<Seen[]> } & {
    [kind in Exclude<Sent, 'file'>]?: () => Promise<Seen[]>;
  };
  /** Whether it was shown so far that an answer is being written. */
  typing?(): boolean;
}

/** A channel in front of the service, driven at its network edge. */
export interface ChannelDriver {
  app: App;
  /** Where the service listens. */
  url: string;
  /** Somebody who was never here before. */
  person(): Promise<ChannelPerson>;
  /** The channel cannot take the next message that is sent, for once. */
  failOnce?(): void;
  /** What was sent since the last look, as numbers of messages, and which rules of the channel it breaks. */
  checked(): { sent: number; broken: string[] };
  close(): Promise<void>;
}

/** A channel that can be opened, and what it has not, each with its reason. */
export interface ChannelKind {
  name: string;
  absent: Partial<Record<Sent | Shown, string>>;
  open(options?: TestOptions): Promise<ChannelDriver>;
}

export const SENT: readonly Sent[] = [
  'file',
  'audio',
  'location',
  'reaction',
  'sticker',
  'edited',
  'unsupported',
];

/** Address of the service as people know it. */
export const PUBLIC_URL = 'https://plan.example.gov.co';

/** A file of the service, asked for where it listens in the tests. */
export async function download(address: string, at: string): Promise<Buffer> {
  const response = await fetch(address.replace(PUBLIC_URL, at));
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A message without options, files and the like. */
export function plainSeen(text: string): Seen {
  return { text, options: [], files: [], sources: [], byModel: false };
}

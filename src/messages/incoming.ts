/** What a person sent, as every channel hands it over. */
export interface Incoming {
  /** Their words; of a button, what it says for them. Empty where they sent none. */
  text: string;
  files: IncomingFile[];
  /** The question that the pressed button stood under: `Ask.field`. Typed words have none. */
  ask?: string;
  /** A form that was filled in: words by the key of each question. */
  form?: Readonly<Record<string, string>>;
  /** What came in the place of words, and holds none that can be read. */
  wordless?: Wordless;
}

/** A file that came with a message. */
export interface IncomingFile {
  name?: string | undefined;
  contentType: string;
  /** The text of the file; undefined where the channel could not hand it over. */
  content?: string | undefined;
}

export const WORDLESS = ['audio', 'video', 'image', 'location', 'contact', 'sticker', 'other'] as const;
export type Wordless = (typeof WORDLESS)[number];

/** What a button sends back with its words. */
export interface ButtonValue {
  ask: string;
}

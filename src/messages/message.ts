/**
 * The neutral vocabulary between the conversation and the channels. Text is plain sentences with a small
 * Markdown: **bold**, lists with «- » or «1. », and links. A channel renders each within its own limits.
 */
export type Message = Say | Ask | FileMessage;

/** Something told. `citations` are numbered as `[1]`, `[2]` inside the text. */
export interface Say {
  type: 'say';
  text: string;
  citations?: Citation[];
  choices?: Choice[];
  /** A language model wrote the text, from its citations. */
  byModel?: boolean;
  /** The same told by parts, for channels that show cards. */
  card?: Card;
}

/** A text as a table of facts. */
export interface Card {
  title: string;
  sections: CardSection[];
  /** How much of the whole is done. */
  progress?: { done: number; total: number };
}

/** Facts that stand together under a heading, and what is to be said of them all. */
export interface CardSection {
  title: string;
  facts: { label: string; value: string }[];
  note?: string;
}

/** One question that waits for an answer. Typed answers always work; choices are a help. */
export interface Ask {
  type: 'ask';
  text: string;
  /** Stable id of what is asked for (a plan field), so that drivers and forms can tell. */
  field?: string;
  choices?: Choice[];
  /** The questions of this step that may be answered at once, where the channel has forms; the first is the one asked. */
  form?: FormField[];
}

/** One question of a form; what is filled in comes back as words under its key. */
export interface FormField {
  key: string;
  label: string;
  input: FormInput;
  /** What is there already, in the words of the person. */
  value?: string;
  /** What the plan proposes, an example, or how to write it. */
  hint?: string;
  /** The answers to choose from, where `input` says so. */
  choices?: Choice[];
}

/** How an answer is written: in a line, in several, as a number, a date, or chosen, one or several. */
export type FormInput = 'line' | 'text' | 'number' | 'date' | 'choice' | 'choices';

/** A document handed to the person. */
export interface FileMessage {
  type: 'file';
  name: string;
  contentType: string;
  content: Uint8Array;
}

/** A button: what it shows and what it sends back as the person's message. */
export interface Choice {
  label: string;
  value: string;
  /** It asks for something about the question (help, to skip it) and is no answer to it. */
  aside?: boolean;
}

/** Where a statement comes from; `url` opens the passage on a page of the service. */
export interface Citation {
  n: number;
  title: string;
  kind: string;
  date: string;
  section: string;
  /** Path on this service, e.g. `/fuentes/001#p-…`; the channel makes it absolute where it must. */
  url: string;
  quote: string;
}

import type { Ask, Card, Choice, FormField, Say } from '../messages/message.ts';
import type { PictureName } from '../understanding/index.ts';
import type { ListOf } from './lists.ts';

/** What a draft is about and made of; nothing but what the plan holds. */
export interface DraftRequest {
  type: 'draft';
  label: string;
  /** The question that the draft answers. */
  ask: string;
  /** The draft as the guide's patterns have it. */
  pattern: string;
  /** The plan's answers in plain words, a line each. */
  facts: string[];
  /** Words to look the subject up in the guide. */
  topic?: string;
}

/** What the engine cannot do by itself and asks its host for; the host's words go in this place. */
export type Request =
  | { type: 'answer'; question: string }
  /** Help with a question, by its key. */
  | { type: 'advice'; advice: 'norms'; field: string }
  /** Word the draft that waits better than its pattern does, where something can; then put it. */
  | DraftRequest
  /** Where the guide explains a step, by the step's topic. */
  | { type: 'sources'; topic: string }
  /** How a city did what is asked: a stretch of the guide, to be shown with its citation. */
  | { type: 'cityExample'; example: ListOf<'city-examples'>[number] }
  /** Hand the plan over; without a format, in the usual one, with the others on offer. */
  | { type: 'export'; format?: string; edition?: 'public' | 'internal' }
  /** The plan, or a part of it, drawn. */
  | { type: 'picture'; picture: PictureName }
  /** What a workflow beside the plan comes to, from its own answers. */
  | { type: 'outcome'; workflow: string; answers: Readonly<Record<string, unknown>> }
  /** Delete the plan; the host confirms it to the person. */
  | { type: 'discard' };

export type Output = Say | Ask | { type: 'request'; request: Request };

/** Gathers what is to be said in one turn, joining neighbouring paragraphs into one message. */
export class Script {
  readonly #outputs: Output[] = [];
  #paragraphs: string[] = [];

  say(paragraph: string): void {
    this.#paragraphs.push(paragraph);
  }

  /** Says a text that channels with cards show as one: a message of its own. */
  show(text: string, card: Card): void {
    this.#flush();
    this.#outputs.push({ type: 'say', text, card });
  }

  /** What was said so far is a message of its own. */
  close(): void {
    this.#flush();
  }

  request(request: Request): void {
    this.#flush();
    this.#outputs.push({ type: 'request', request });
  }

  /** Ends with a question: the paragraphs gathered so far go before it in the same message. */
  ask(question: string, field: string | undefined, choices: Choice[], form: FormField[] = []): void {
    const text = [...this.#paragraphs, question].join('\n\n');
    this.#paragraphs = [];
    this.#outputs.push({
      type: 'ask',
      text,
      ...(field === undefined ? {} : { field }),
      choices,
      ...(form.length > 0 && { form }),
    });
  }

  /** Ends with an offer of things to do, without a question that waits. */
  offer(text: string, choices: Choice[]): void {
    this.#outputs.push({ type: 'say', text: [...this.#paragraphs, text].join('\n\n'), choices });
    this.#paragraphs = [];
  }

  finish(): Output[] {
    this.#flush();
    return this.#outputs;
  }

  #flush(): void {
    if (this.#paragraphs.length > 0) this.#outputs.push({ type: 'say', text: this.#paragraphs.join('\n\n') });
    this.#paragraphs = [];
  }
}

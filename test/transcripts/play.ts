import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mammoth from 'mammoth';
import { readFile } from '../../src/channels/webchat/index.ts';
import { LocalPerson } from '../../src/cli/person.ts';
import { type Line, playScript, type Reply, Script } from '../../src/cli/script.ts';
import type { Plan } from '../../src/plan/schema.ts';
import type { App } from '../../src/server/app.ts';
import { openApp } from '../support/app.ts';

export interface Played {
  script: Script;
  plan: Plan;
  lines: Line[];
  replies: Reply[];
  unasked: string[];
  /** Text of the last Word document handed over. */
  document: string | undefined;
  /** What was said in answer to a message, joined. */
  answerTo(message: string): string;
}

const NOON = Date.parse('2026-11-21T17:00:00Z');

/** Plays a conversation of the development set through the web chat's own adapter. */
export async function play(name: string): Promise<Played> {
  const file = resolve(import.meta.dirname, '../evals/conversations', `${name}.json`);
  const script = Script.parse(JSON.parse(readFileSync(file, 'utf8')));
  let waited = 0;
  const app = await openApp({ clock: () => new Date(NOON + waited) });
  try {
    const person = await LocalPerson.open(app, undefined, (days) => {
      waited += days * 86_400_000;
    });
    await person.listen();
    const { lines, replies, unasked } = await playScript(script, person, 'saltar');
    const plans = await app.store.list<Plan>('plans');
    if (plans.length !== 1) throw new Error(`the conversation left ${plans.length} plans`);
    const word = replies.findLast((reply) => reply.file?.name.endsWith('.docx'))?.file;
    const document = word && (await wordsOf(app, word.path));
    const answerTo = (message: string) => {
      const at = lines.findIndex((line) => line.who === 'user' && line.text === message);
      const rest = lines.slice(at + 1);
      const end = rest.findIndex((line) => line.who === 'user');
      return rest
        .slice(0, end < 0 ? undefined : end)
        .map((line) => line.text)
        .join('\n');
    };
    return { script, plan: (plans[0] as { value: Plan }).value, lines, replies, unasked, document, answerTo };
  } finally {
    await app.stop();
  }
}

/** A conversation of our own, message by message. */
export interface Conversed {
  lines: Line[];
  plans: Plan[];
  /** What was said in answer to the message at a place, 0 first, without the addresses of its links. */
  answers: string[];
  /** Buttons under the last of it. */
  choices: string[][];
  /** Key of the question that waits at the end. */
  waiting: string | undefined;
  /** Keys of the questions put, in order, each once in a row. */
  asked: string[];
  /** Texts of the Word documents handed over. */
  documents: string[];
}

/** A message, or days that pass before the next one. */
export type Said = string | { days: number };

/** One running service in which one conversation after another is played. */
export class Office {
  readonly #app: App;
  readonly #clock: { waited: number };

  private constructor(app: App, clock: { waited: number }) {
    this.#app = app;
    this.#clock = clock;
  }

  static async open(): Promise<Office> {
    const clock = { waited: 0 };
    return new Office(await openApp({ clock: () => new Date(NOON + clock.waited) }), clock);
  }

  /** Sends messages through the web chat's own adapter, as a person who was never here before. */
  async converse(messages: readonly Said[]): Promise<Conversed> {
    const known = new Set((await this.#app.store.list<Plan>('plans')).map(({ key }) => key));
    this.#clock.waited = 0;
    const person = await LocalPerson.open(this.#app, undefined, (days) => {
      this.#clock.waited += days * 86_400_000;
    });
    await person.listen();
    const told: Conversed = {
      lines: [],
      plans: [],
      answers: [],
      choices: [],
      waiting: undefined,
      asked: [],
      documents: [],
    };
    for (const said of messages) {
      if (typeof said === 'string') await this.#exchange(person, said, told);
      else {
        await person.waitDays(said.days);
        told.lines.push({
          who: 'bot',
          text: `\n(${said.days === 1 ? '1 día' : `${said.days} días`} después)`,
        });
      }
    }
    const plans = await this.#app.store.list<Plan>('plans');
    told.plans = plans.filter(({ key }) => !known.has(key)).map(({ value }) => value);
    return told;
  }

  async close(): Promise<void> {
    await this.#app.stop();
  }

  async #exchange(person: LocalPerson, text: string, told: Conversed): Promise<void> {
    const replies = await person.send(text);
    const offered = replies.at(-1)?.choices ?? [];
    told.lines.push(
      { who: 'user', text },
      ...replies.map((reply): Line => ({ who: 'bot', text: reply.text })),
    );
    if (offered.length > 0) told.lines.push({ who: 'bot', text: offered.map((one) => `[${one}]`).join(' ') });
    told.answers.push(replies.map((reply) => reply.text.replace(/\]\(\/fuentes[^)]*\)/g, ']')).join('\n'));
    told.choices.push(offered);
    for (const { field, file } of replies) {
      if (field !== undefined) told.waiting = field;
      if (field !== undefined && told.asked.at(-1) !== field) told.asked.push(field);
      if (file) told.lines.push({ who: 'bot', text: `(archivo: ${file.name})` });
      const words = file?.name.endsWith('.docx') ? await wordsOf(this.#app, file.path) : undefined;
      if (words !== undefined) told.documents.push(words);
    }
  }
}

/** One conversation in a service of its own. */
export async function converse(messages: readonly Said[]): Promise<Conversed> {
  const office = await Office.open();
  try {
    return await office.converse(messages);
  } finally {
    await office.close();
  }
}

/** The text of a Word document that was handed over. */
async function wordsOf(app: App, path: string): Promise<string | undefined> {
  const kept = await readFile(app.store, path.split('/')[2] as string);
  return kept && (await mammoth.extractRawText({ buffer: kept.content })).value;
}

/** A transcript as a person reads it. */
export function transcript(lines: Line[]): string {
  return `${lines.map(({ who, text }) => (who === 'user' ? `\n> ${text || '(nada)'}\n` : text)).join('\n')}\n`;
}

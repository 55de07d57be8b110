import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mammoth from 'mammoth';
import { readFile } from '../../src/channels/webchat/index.ts';
import { LocalPerson } from '../../src/cli/person.ts';
import { type Line, playScript, type Reply, Script } from '../../src/cli/script.ts';
import type { Plan } from '../../src/plan/schema.ts';
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
    const kept = word && (await readFile(app.store, word.path.split('/')[2] as string));
    const document = kept && (await mammoth.extractRawText({ buffer: kept.content })).value;
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
  /** Texts of the Word documents handed over. */
  documents: string[];
}

/** Sends messages through the web chat's own adapter; between them, days may pass. */
export async function converse(messages: readonly (string | { days: number })[]): Promise<Conversed> {
  let waited = 0;
  const app = await openApp({ clock: () => new Date(NOON + waited) });
  try {
    const person = await LocalPerson.open(app, undefined, (days) => {
      waited += days * 86_400_000;
    });
    await person.listen();
    const lines: Line[] = [];
    const answers: string[] = [];
    const choices: string[][] = [];
    const documents: string[] = [];
    for (const text of messages) {
      if (typeof text !== 'string') {
        await person.waitDays(text.days);
        lines.push({ who: 'bot', text: `\n(${text.days} días después)` });
        continue;
      }
      const replies = await person.send(text);
      const offered = replies.at(-1)?.choices ?? [];
      lines.push({ who: 'user', text }, ...replies.map((reply): Line => ({ who: 'bot', text: reply.text })));
      if (offered.length > 0) lines.push({ who: 'bot', text: offered.map((one) => `[${one}]`).join(' ') });
      answers.push(replies.map((reply) => reply.text.replace(/\]\(\/fuentes[^)]*\)/g, ']')).join('\n'));
      choices.push(offered);
      for (const { file } of replies) {
        if (!file) continue;
        lines.push({ who: 'bot', text: `(archivo: ${file.name})` });
        const kept = await readFile(app.store, file.path.split('/')[2] as string);
        if (file.name.endsWith('.docx') && kept)
          documents.push((await mammoth.extractRawText({ buffer: kept.content })).value);
      }
    }
    const plans = (await app.store.list<Plan>('plans')).map(({ value }) => value);
    return { lines, plans, answers, choices, documents };
  } finally {
    await app.stop();
  }
}

/** A transcript as a person reads it. */
export function transcript(lines: Line[]): string {
  return `${lines.map(({ who, text }) => (who === 'user' ? `\n> ${text || '(nada)'}\n` : text)).join('\n')}\n`;
}

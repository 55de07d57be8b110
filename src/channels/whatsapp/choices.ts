import { createHash } from 'node:crypto';
import type { Choice } from '../../messages/message.ts';
import type { Store } from '../../storage/store.ts';
import { plainLabel } from './format.ts';
import { shorten, titles } from './labels.ts';
import {
  BUTTON_TITLE,
  BUTTONS,
  CHOICE_ID,
  INTERACTIVE_BODY_LIMIT,
  LIST_BUTTON,
  ROW_DESCRIPTION,
  ROW_TITLE,
  ROWS,
} from './limits.ts';
import type { ListMessage, Outgoing, Row } from './outgoing.ts';

/** Choices too long for an id, and the pages of long lists, by conversation. */
export const KEPT_CHOICES = 'whatsapp-choices';

/** What a pressed button or row means. */
export type Pressed = { type: 'answer'; text: string; ask?: string } | { type: 'page'; message: Outgoing };

interface Answer {
  ask: string | null;
  value: string;
}

/** Words that the channel adds to choices. */
export interface ChoiceWords {
  /** Label of the button that opens a list. */
  open: string;
  /** Label of the row that leads to the next page. */
  more: string;
  /** Text above a page after the first. */
  page(from: number, to: number, total: number): string;
}

export interface ChoicesContext {
  store: Store;
  conversationId: string;
  words: ChoiceWords;
}

/**
 * One message that offers choices: up to three short ones as buttons, others as a list, in pages where there are more
 * than a list holds. A later page is kept and sent when it is asked for.
 * @param body text above them, at most 1024 characters.
 */
export async function offer(
  body: string,
  choices: readonly Choice[],
  ask: string | undefined,
  context: ChoicesContext,
): Promise<Outgoing> {
  // Two choices of the same value are one answer, and Meta takes no two of the same id.
  const distinct = [
    ...new Map(choices.toReversed().map((choice) => [choice.value, choice])).values(),
  ].toReversed();
  const rows = await rowsOf(distinct, ask, context);
  const short = rows.every(({ title, description }) => !description && title.length <= BUTTON_TITLE);
  if (rows.length <= BUTTONS && short)
    return { type: 'buttons', body, buttons: rows.map(({ id, title }) => ({ id, title })) };
  return await paged(body, rows, context);
}

/** Whether some label is too long for a row even with its description: the text above must then tell it whole. */
export function needsListing(choices: readonly Choice[]): boolean {
  return choices.some(({ label }) => plainLabel(label).length > ROW_DESCRIPTION);
}

/** What was pressed, by its id; what is no longer kept counts as typed. */
export async function pressed(
  store: Store,
  conversationId: string,
  { id, title, description }: Row,
): Promise<Pressed> {
  const [kind, given = '', page = ''] = id.split(':');
  const name = /^[0-9a-f]{40}$/.test(given) ? given : '';
  if (kind === 'h') {
    const kept = await store.read<Answer>(KEPT_CHOICES, `${conversationId}/${name}`);
    if (kept) return answerOf(kept.value);
  }
  if (kind === 'p') {
    const kept = await store.read<Outgoing[]>(KEPT_CHOICES, `${conversationId}/${name}`);
    const message = kept?.value[Number(page)];
    if (message) return { type: 'page', message };
  }
  const direct = readId(id);
  return direct ? answerOf(direct) : { type: 'answer', text: description ?? title };
}

async function rowsOf(
  choices: readonly Choice[],
  ask: string | undefined,
  context: ChoicesContext,
): Promise<Row[]> {
  const labels = choices.map(({ label }) => plainLabel(label));
  const short = titles(labels, ROW_TITLE, needsListing(choices));
  const rows: Row[] = [];
  for (const [index, { value }] of choices.entries()) {
    const label = labels[index] ?? '';
    const title = short[index] ?? '';
    const description = title === label ? {} : { description: shorten(label, ROW_DESCRIPTION) };
    rows.push({ id: await idOf({ ask: ask ?? null, value }, context), title, ...description });
  }
  return rows;
}

/** A list, or the first of the pages of one. */
async function paged(body: string, rows: Row[], context: ChoicesContext): Promise<ListMessage> {
  const { words } = context;
  const list = (text: string, page: Row[]): ListMessage => ({
    type: 'list',
    body: text,
    button: shorten(words.open, LIST_BUTTON),
    rows: page,
  });
  if (rows.length <= ROWS) return list(body, rows);
  const chunks: Row[][] = [];
  for (let rest = rows; rest.length > 0; ) {
    const size = rest.length <= ROWS ? rest.length : ROWS - 1;
    chunks.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  const name = hash(JSON.stringify([body, rows]));
  let from = 1;
  const pages = chunks.map((chunk, index) => {
    const text = index === 0 ? body : words.page(from, from + chunk.length - 1, rows.length);
    from += chunk.length;
    const next: Row = { id: `p:${name}:${index + 1}`, title: shorten(words.more, ROW_TITLE) };
    return list(shorten(text, INTERACTIVE_BODY_LIMIT), index < chunks.length - 1 ? [...chunk, next] : chunk);
  });
  await keep(name, pages, context);
  return pages[0] as ListMessage;
}

/** The id of a choice: what it says for the person and under which question, kept by its hash where it is too long. */
async function idOf(answer: Answer, context: ChoicesContext): Promise<string> {
  const id = JSON.stringify([answer.ask, answer.value]);
  if (id.length <= CHOICE_ID) return id;
  const name = hash(id);
  await keep(name, answer, context);
  return `h:${name}`;
}

async function keep(name: string, value: unknown, { store, conversationId }: ChoicesContext): Promise<void> {
  await store.commit({ writes: [{ collection: KEPT_CHOICES, key: `${conversationId}/${name}`, value }] });
}

function readId(id: string): Answer | undefined {
  try {
    const [ask, value] = JSON.parse(id) as unknown[];
    if (typeof value !== 'string' || (ask !== null && typeof ask !== 'string')) return undefined;
    return { ask: ask as string | null, value };
  } catch {
    return undefined;
  }
}

function answerOf({ ask, value }: Answer): Pressed {
  return { type: 'answer', text: value, ...(ask !== null && { ask }) };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

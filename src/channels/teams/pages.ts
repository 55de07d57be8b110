import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Store } from '../../storage/store.ts';
import type { Texts } from '../../text/locales.ts';
import { card, submit } from './cards.ts';
import type { Submitted } from './submitted.ts';

/** Messages shown when they are asked for, by `<conversation>/<id>`. */
export const PAGES = 'teams-pages';

/**
 * Keeps messages that are shown when they are asked for.
 * @returns their id, the same for the same messages in the same conversation
 */
export async function keepPages(
  store: Store,
  conversationId: string,
  pages: readonly Partial<Activity>[],
): Promise<string> {
  const id = createHash('sha256').update(JSON.stringify(pages)).digest('hex').slice(0, 32);
  await store.commit({ writes: [{ collection: PAGES, key: `${conversationId}/${id}`, value: pages }] });
  return id;
}

/** A message of its own with the button that shows what follows. */
export function moreMessage(id: string, from: number, total: number, texts: Texts): Partial<Activity> {
  const data: Submitted = { teams: 'more', page: `${id}:${from}` };
  return { type: 'message', attachments: [card([], [submit(texts.t('teams.more', { from, total }), data)])] };
}

/**
 * The message that a «ver más» asks for, and the next such button after it.
 * @returns none when it is no longer kept
 */
export async function pageOf(
  store: Store,
  conversationId: string,
  page: string,
  texts: Texts,
): Promise<Partial<Activity>[]> {
  const [id = '', number = ''] = page.split(':');
  // The button is the client's: what it names is looked for in this conversation alone.
  if (!/^[0-9a-f]{32}$/.test(id)) return [];
  const kept = (await store.read<Partial<Activity>[]>(PAGES, `${conversationId}/${id}`))?.value ?? [];
  const total = kept.length;
  const at = Number(number);
  const shown = kept[at - 1];
  if (!shown) return [];
  return at < total ? [shown, moreMessage(id, at + 1, total, texts)] : [shown];
}

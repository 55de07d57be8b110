import { DocumentFault } from '../export/index.ts';
import type { FileMessage, Say } from '../messages/message.ts';
import { currentTurn } from '../observe/index.ts';
import type { Texts } from '../text/locales.ts';

/** Something made, or what says to the person that it could not be. */
export type MadeOrTold<T> = { ok: true; made: T } | { ok: false; told: Say };

/**
 * Has a document or a picture made. Where that fails the turn goes on: the person hears it, with the reference of the
 * turn, and everything they told is kept.
 */
export async function makeOrTell<T>(texts: Texts, make: () => Promise<T>): Promise<MadeOrTold<T>> {
  try {
    return { ok: true, made: await make() };
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
    const reference = currentTurn()?.reference ?? '';
    const text = texts.t('bot.export.failed', { reason: error.reason, reference });
    return { ok: false, told: { type: 'say', text } };
  }
}

/** What hands a document over, or says that it could not be made. */
export async function handed(
  texts: Texts,
  make: () => Promise<Omit<FileMessage, 'type'>>,
): Promise<FileMessage | Say> {
  const made = await makeOrTell(texts, make);
  return made.ok ? { type: 'file', ...made.made } : made.told;
}

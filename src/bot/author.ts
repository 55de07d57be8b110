import type { Activity } from 'botbuilder';

/** Longest name kept, in characters. */
const LONGEST = 100;
/** What channels call a person whose name they do not know. */
const NOBODY =
  /^(?:user|usuario|usuaria|you|guest|invitad[oa]|an[oó]nim[oa]|anonymous|unknown|emulator user)$/i;

/** The name of the person who writes, as the channel gives it; undefined where it gives none. */
export function nameOf({ from }: Partial<Activity>): string | undefined {
  const name = (from?.name ?? '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/[*_`<>[\]|\\]/g, '')
    .trim();
  if (name === '' || name === from?.id || NOBODY.test(name)) return undefined;
  return [...name].slice(0, LONGEST).join('');
}

import type { Texts } from '../../text/locales.ts';

/** Longest description of a picture, in characters: longer ones tire whoever has them read aloud. */
const LONGEST = 1200;

/** Parts told one after another, as many as a description may hold, then how many more there are. */
export function told(parts: readonly string[], texts: Texts): string {
  const tidy = parts.map((part) => part.replace(/\s+/g, ' ').trim());
  let length = 0;
  const shown = tidy.filter((part, i) => {
    length += part.length;
    return length <= LONGEST || i === 0;
  });
  const [first = ''] = shown;
  if (first.length > LONGEST) return `${first.slice(0, LONGEST)}…`;
  const more = tidy.length - shown.length;
  return [...shown, ...(more > 0 ? [texts.t('export.more', { count: more })] : [])].join('; ');
}

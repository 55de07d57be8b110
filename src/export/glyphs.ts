import { readFileSync } from 'node:fs';
import { cleanText } from './clean-text.ts';
import { FONT_FILES } from './fonts.ts';

/** What stands for a character that the fonts do not have; they do have this one. */
const MISSING = '\uFFFD';
/** Signs that only decorate, or only join others: where they cannot be drawn, nothing is lost without them. */
const DECORATION =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}\p{Variation_Selector}\u{E0000}-\u{E007F}]/u;

/**
 * Text with only what the embedded fonts can draw: emoji without a drawing are left out, and any other
 * character without one shows as «�» instead of an empty box of the wrong width. Never empty when the text is not.
 */
export function drawable(text: string): string {
  let drawn = '';
  for (const character of cleanText(text)) {
    const code = character.codePointAt(0) as number;
    if (/\s/.test(character) || isDrawn(code)) drawn += character;
    else if (!DECORATION.test(character)) drawn += MISSING;
  }
  return drawn.trim() === '' && text.trim() !== '' ? MISSING : drawn;
}

type Range = readonly [first: number, last: number];
let coverages: Range[][] | undefined;

function isDrawn(code: number): boolean {
  coverages ??= Object.values(FONT_FILES).map((path) => coverageOf(readFileSync(path)));
  return coverages.every((ranges) => within(code, ranges));
}

function within(code: number, ranges: readonly Range[]): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] as Range;
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}

/**
 * Code points that a TrueType font has, in ascending ranges: its `cmap` table of format 12, in which groups of
 * twelve bytes tell the first and last code and the first glyph.
 */
function coverageOf(font: Buffer): Range[] {
  const cmap = tableAt(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  const tables = Array.from({ length: count }, (_, i) => cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4));
  const table = tables.find((at) => font.readUInt16BE(at) === 12);
  if (table === undefined) throw new Error('the font has no character table of format 12');
  const groups = font.readUInt32BE(table + 12);
  return Array.from({ length: groups }, (_, i) => {
    const group = table + 16 + 12 * i;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no «${name}» table`);
}

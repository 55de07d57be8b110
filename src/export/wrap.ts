import { textWidth, type Weight } from './fonts.ts';

/** A stretch of text in one look. */
export interface Run {
  text: string;
  weight: Weight;
  colour?: string;
  url?: string;
}

/** Runs in rows no wider than `width`, broken at spaces; a word wider than a row is cut. At least one row. */
export function wrapRuns(runs: readonly Run[], width: number, size: number): Run[][] {
  const rows: Run[][] = [[]];
  let used = 0;
  const put = (run: Run, text: string, advance: number) => {
    const row = rows.at(-1) as Run[];
    const last = row.at(-1);
    if (last && last.weight === run.weight && last.colour === run.colour && last.url === run.url)
      last.text += text;
    else row.push({ ...run, text });
    used += advance;
  };
  const breakRow = () => {
    rows.push([]);
    used = 0;
  };
  for (const run of runs)
    for (const word of run.text.match(/\S+|\s+/g) ?? []) {
      const advance = textWidth(word, size, run.weight);
      const blank = word.trim() === '';
      if (blank) {
        // The space at the end of a row may overhang: readers aloud need it, and nobody sees it.
        if (used > 0) put(run, ' ', textWidth(' ', size, run.weight));
        continue;
      }
      if (used > 0 && used + advance > width) breakRow();
      for (const piece of advance > width ? pieces(word, width, size, run.weight) : [word]) {
        if (used > 0 && used + textWidth(piece, size, run.weight) > width) breakRow();
        put(run, piece, textWidth(piece, size, run.weight));
      }
    }
  return rows;
}

/** A text in rows no wider than `width`; with `most`, what is left over is cut and marked by an ellipsis. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  { weight = 'regular', most = Infinity }: { weight?: Weight; most?: number } = {},
): string[] {
  const rows = wrapRuns([{ text, weight }], width, size).map((row) =>
    row
      .map((run) => run.text)
      .join('')
      .trimEnd(),
  );
  if (rows.length <= most) return rows;
  const kept = rows.slice(0, most);
  kept[most - 1] = ellipsis(kept[most - 1] ?? '', width, size, weight);
  return kept;
}

function ellipsis(row: string, width: number, size: number, weight: Weight): string {
  let text = row;
  while (text !== '' && textWidth(`${text}…`, size, weight) > width) text = [...text].slice(0, -1).join('');
  return `${text.trimEnd()}…`;
}

/** A long word in pieces that each fit; a piece has one character at least. */
function pieces(word: string, width: number, size: number, weight: Weight): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    // With the last character, because letters may stand closer or wider in pairs.
    const last = [...part.slice(-2)].at(-1) ?? '';
    const advance = textWidth(last + character, size, weight) - textWidth(last, size, weight);
    if (part !== '' && used + advance > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += advance;
  }
  return [...parts, part];
}

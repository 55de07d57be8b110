/** A line of the source, or some of its words, counted from 1. */
export interface Piece {
  line: number;
  first?: number;
  last?: number;
  /** Its characters before this place, or with `behind` those from it on. */
  cut?: number;
  behind?: true;
  /** Joined to the piece before it without a space. */
  glued?: true;
}

/** A line as it reads, put together from the pieces of a stretch. */
export interface Row {
  /** Bullet or number set before it. */
  mark?: string;
  /** Level of the heading that it is. */
  level?: number;
  /** Words printed in small capitals, which the extraction gives in mixed case. */
  smallCapitals?: boolean;
  parts: { pieces: Piece[]; after: string }[];
}

/** Lines of a source that the page sets in columns, boxes or a figure, and the rows in which they read as text. */
export interface Stretch {
  from: number;
  to: number;
  /** How its first line begins: the stretch is for this edition of the source alone. */
  opening: string;
  rows: Row[];
  /** Lines that belong to the picture and not to the text. */
  dropped: number[];
}

const HEADER = /^@ (\d+)-(\d+) (.+)$/;
const ROW = /^(?:(#+|•|\d{1,2}\.|~) )?([\d.,:<>+\- ]+)$/;
const PIECE = /^(\d+)(?:([-+])(\d+)|([<>])(\d+)|\.(\d+)(?:-(\d*))?)?$/;

/**
 * Reads the stretches of a document, by the numbers of its lines: `@ 10-20 opening words` begins one, and each line
 * after it is a row. `12` is a line, `12-14` lines joined, `12+14` lines joined without a space, `12.3-5` words of a
 * line, `12.3-` the words from the third, `12<8` its first eight characters and `12>8` the rest; ` + ` joins two pieces
 * without a space.
 * ` : ` and ` , ` set a colon or a comma between two parts. A row may begin with a bullet or a number that it bears,
 * with `#` for each level of the heading that it is, or with `~` when it is printed in small capitals.
 * `x` and numbers name the lines that are dropped. Throws on a line of another form.
 */
export function parseStretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const line of text.trim().split('\n')) {
    const header = HEADER.exec(line);
    const current = stretches.at(-1);
    if (header) {
      const [, from, to, opening = ''] = header;
      stretches.push({ from: Number(from), to: Number(to), opening, rows: [], dropped: [] });
    } else if (current && line.startsWith('x ')) {
      current.dropped.push(
        ...line
          .slice(2)
          .split(' ')
          .flatMap(parsePieces)
          .map((piece) => piece.line),
      );
    } else if (current) {
      current.rows.push(parseRow(line));
    } else {
      throw new Error(`not a line of a stretch: ${line}`);
    }
  }
  return stretches;
}

function parseRow(line: string): Row {
  const [, mark, body] = ROW.exec(line) ?? [];
  if (!body) throw new Error(`not a row of a stretch: ${line}`);
  const row: Row = { parts: [{ pieces: [], after: '' }] };
  if (mark?.startsWith('#')) row.level = mark.length;
  else if (mark === '~') row.smallCapitals = true;
  else if (mark) row.mark = mark;
  let glue = false;
  for (const token of body.trim().split(' ')) {
    const part = row.parts.at(-1);
    if (!part) continue;
    if (token === ':' || token === ',') {
      part.after = token;
      row.parts.push({ pieces: [], after: '' });
    } else if (token === '+') {
      glue = true;
    } else {
      const [piece, ...more] = parsePieces(token);
      if (piece) part.pieces.push({ ...piece, ...(glue && { glued: true as const }) }, ...more);
      glue = false;
    }
  }
  return row;
}

function parsePieces(token: string): Piece[] {
  const [match, from, range, to, side, cut, first, last] = PIECE.exec(token) ?? [];
  if (!match) throw new Error(`not a piece of a stretch: ${token}`);
  const line = Number(from);
  if (range) {
    const glued = range === '+' ? { glued: true as const } : {};
    return Array.from({ length: Number(to) - line + 1 }, (_, at) => ({
      line: line + at,
      ...(at > 0 && glued),
    }));
  }
  if (side) return [{ line, cut: Number(cut), ...(side === '>' && { behind: true as const }) }];
  if (!first) return [{ line }];
  if (last === '') return [{ line, first: Number(first) }];
  return [{ line, first: Number(first), last: Number(last ?? first) }];
}

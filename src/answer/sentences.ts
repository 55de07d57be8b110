/** A stretch of a passage that reads on its own. `text` is exactly as it stands in the passage. */
export interface Sentence {
  text: string;
  /** Where it begins in the passage's text. */
  at: number;
  /** `item` of a list; `fragment`: a heading, a torn table cell or a sentence cut by a page, never shown alone. */
  kind: 'prose' | 'item' | 'fragment';
  /** Paragraph it belongs to, counted in the passage. */
  paragraph: number;
}

const ABBREVIATION =
  /(?:^|[\s(“"«])(?:arts?|nums?|núms?|drs?|dras?|sra?s?|ing|lic|págs?|pp?|vols?|eds?|ej|no|nos|cap|inc|lit|c|av|const|vs|aprox|cf|fig|ibíd|op|cit|ee|uu|u\.s|st|mr|mrs|e\.g|i\.e|[A-ZÁÉÍÓÚÑ])\.$/i;
const BOUNDARY = /[.!?…]+[)”"»\]]*(?=\s+[¿¡“"«(]?[\p{Lu}\d])/gu;
/** A mark of a list, or the bar that opens a row of a table. */
const BULLET = /^(?:[•·●▪○–|-]|\d{1,2}[.)]|[a-z]\))\s+/;
const ENDED = /[.!?:;…][)”"»\]]*$/;

/** Beginnings that cannot be understood without the sentence before. */
export const LEANS =
  /^(?:est[aeo]s?|es[aeo]s?|dich[ao]s?|ello|ell[ao]s?|en ell[ao]s?|en est[ae]|fue|fueron|su|sus|tal|tales|este último|lo anterior|this|these|it|they|its|such)\s/i;

/** Splits the text of a passage into its sentences and list items, in reading order. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const items = BULLET.test(line) || line.includes(' • ') ? splitItems(line) : [{ text: line, at: 0 }];
    for (const part of items) {
      if (part.text.trim() === '') continue;
      const listed = BULLET.test(part.text);
      const pieces = listed ? [part] : splitProse(part.text, part.at);
      pieces.forEach((piece, position) => {
        const trimmed = piece.text.trim();
        sentences.push({
          text: trimmed,
          at: offset + piece.at + piece.text.indexOf(trimmed),
          kind: listed ? (broken(trimmed) ? 'fragment' : 'item') : proseKind(trimmed, position),
          paragraph,
        });
      });
      paragraph++;
    }
    offset += line.length + 1;
  }
  return sentences;
}

/** Whether a sentence announces what follows it, a list most often. */
export function announces({ text }: Sentence): boolean {
  return text.endsWith(':') || /^A continuación,? se (?:\p{L}+n|\p{L}+rá)\b/u.test(text);
}

function splitItems(line: string): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let at = 0;
  for (const match of line.matchAll(/\s(?=[•●▪]\s)/g)) {
    parts.push({ text: line.slice(at, match.index), at });
    at = match.index + 1;
  }
  parts.push({ text: line.slice(at), at });
  return parts;
}

function splitProse(text: string, at: number): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && ABBREVIATION.test(text.slice(start, end))) continue;
    parts.push({ text: text.slice(start, end), at: at + start });
    start = end;
  }
  parts.push({ text: text.slice(start), at: at + start });
  return parts.filter((part) => part.text.trim() !== '');
}

function proseKind(text: string, position: number): Sentence['kind'] {
  // Without an end it is a heading, a caption or a cell of a torn table.
  if (broken(text)) return 'fragment';
  if (position === 0 && /^[\p{Ll}),;]/u.test(text)) return 'fragment';
  return ENDED.test(text) ? 'prose' : 'fragment';
}

/** Words torn into letters, lines of capitals, and ends cut inside a word. */
function broken(text: string): boolean {
  return (
    /(?:(?<!\p{L})\p{L}\s){4}/u.test(text) ||
    /\p{L}-$/u.test(text) ||
    !/\p{Ll}{2}/u.test(text) ||
    /^\[?(?:Archivo PDF|Haz clic|Fuente:|Ver más)|\bfile:/i.test(text)
  );
}

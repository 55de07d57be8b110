/** A heading (1 outermost), a paragraph, an item of a list or the rows of a table, of a document whose form is known. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; text: string; marker?: string | undefined }
  | { kind: 'table'; rows: string[][]; header: boolean };

/**
 * More blank lines than a sentence goes on over, so that the passages part blocks where the document did and never
 * guess from the looks of their lines.
 */
const BETWEEN_BLOCKS = '\n'.repeat(6);

const LINK = /\s*\(https?:\/\/[^\s)]+\)/g;

/**
 * Writes blocks as the text that is kept under `sources/`: a line each, headings marked with `#` for each level, items
 * with their marker, and a row of a table as an item «columna: valor».
 */
export function writeBlocks(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'table') return tableLines(block.rows, block.header);
    const text = oneLine(block.text);
    if (text === '') return [];
    if (block.kind === 'heading') return [`${'#'.repeat(Math.min(Math.max(block.level, 1), 6))} ${text}`];
    return [block.kind === 'item' ? `${block.marker ?? '•'} ${text}` : escapeMarks(text)];
  });
  return lines.length === 0 ? '' : `${lines.join(BETWEEN_BLOCKS)}\n`;
}

/** Lines of text that begin as a marked heading does, told apart from one. */
export function escapeMarks(text: string): string {
  return text.replace(/^(?=\\?#)/gm, '\\');
}

/** Rows of a table as items. Two columns without a header name each other; more take the first row for their header. */
export function tableLines(rows: readonly string[][], header: boolean): string[] {
  const filled = rows.map((row) => row.map(oneLine)).filter((row) => row.some((cell) => cell !== ''));
  const columns = Math.max(0, ...filled.map((row) => row.length));
  if (columns <= 1) return filled.map(([cell = '']) => escapeMarks(cell));
  const named = filled.length > 1 && (header || columns > 2);
  const [names = []] = filled;
  if (!named) return filled.map((row) => `• ${row.filter((cell) => cell !== '').join(': ')}`);
  return filled.slice(1).map((row) => {
    const cells = row.flatMap((cell, at) =>
      cell === '' ? [] : [names[at] ? `${names[at]}: ${cell}` : cell],
    );
    return `• ${cells.join('; ')}`;
  });
}

/** On one line, with its addresses at the end, where they part no words when they are taken out of the text. */
function oneLine(text: string): string {
  const links = text.match(LINK) ?? [];
  const words = text.replace(LINK, '').replace(/\s+/g, ' ').trim();
  return [words, ...links.map((link) => link.trim())].join(' ').trim();
}

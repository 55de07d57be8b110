import { extractTextItems, getDocumentProxy } from 'unpdf';
import { escapeMarks } from '../blocks.ts';
import { IngestFault } from '../fault.ts';
import { linesOf, type PageLine } from './pdf-lines.ts';
import { headingLevels, withoutRunningLines } from './pdf-page.ts';

/** Letters below which a page is taken for a picture. */
const LEAST_LETTERS = 20;

/** The text of a PDF and the pages, from 1 on, on which none was found. */
export interface PdfText {
  text: string;
  withoutText: number[];
}

/**
 * A PDF as text: lines as they are set, pages parted by form feeds, headings marked when the size of their letters
 * tells them. Heads, feet and page numbers are left out.
 * @throws {IngestFault} when it is protected, damaged, or holds pictures of pages and no text.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) throw new IngestFault('damaged');
  const pages = (await itemsOf(bytes)).map(linesOf);
  const withoutText = pages.flatMap((lines, at) => (lettersIn(lines) < LEAST_LETTERS ? [at + 1] : []));
  if (withoutText.length === pages.length) throw new IngestFault('scanned', { pages: pages.length });
  const kept = withoutRunningLines(pages);
  const levels = headingLevels(kept);
  const text = kept.map((lines) => pageText(lines, levels)).join('\n\f');
  return { text: `${text}\n`, withoutText };
}

async function itemsOf(bytes: Uint8Array) {
  try {
    // pdf.js takes the bytes for its own.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      return (await extractTextItems(pdf)).items;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new IngestFault(locked ? 'password' : 'damaged', {}, { cause: error });
  }
}

function lettersIn(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0);
}

/** The lines of a page; a heading over several lines is one, with room around it. */
function pageText(lines: readonly PageLine[], levels: ReadonlyMap<PageLine, number>): string {
  const written: string[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const level = levels.get(line);
    const above = before && levels.get(before);
    if (level && level === above && !line.apart) {
      written.push(`${written.pop()} ${line.text}`);
      return;
    }
    if (at > 0 && (line.apart || level || above)) written.push('');
    written.push(level ? `${'#'.repeat(level)} ${line.text}` : escapeMarks(line.text));
  });
  return written.join('\n');
}

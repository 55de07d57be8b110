import { extname } from 'node:path';
import { IngestFault } from '../fault.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { readWord } from './word.ts';

/** Types of file by the ending of their name. */
export const FILE_TYPES = ['.pdf', '.docx', '.html', '.htm', '.md', '.markdown', '.txt'] as const;

/** Largest file, in bytes, and longest text, in UTF-16 code units. */
export const FILE_LIMIT = 30 * 1024 * 1024;
export const TEXT_LIMIT = 5 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;
/** A text of fewer letters than this says nothing. */
const LEAST_LETTERS = 40;

/** What a file says. */
export interface DocumentText {
  text: string;
  /** Pages of a PDF, from 1 on, that are pictures and say nothing here. */
  withoutText: number[];
}

/**
 * Reads a document by the ending of its name.
 * @throws {IngestFault} saying what is wrong with it.
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length > FILE_LIMIT) throw new IngestFault('too-big', { limit: FILE_LIMIT / MEGABYTE });
  if (bytes.length === 0) throw new IngestFault('empty');
  const type = extname(name).toLowerCase();
  const found = typeOf(bytes);
  if (found && found !== type && TEXT_TYPES.includes(type))
    throw new IngestFault('other-type', { type, found });
  const read = await readAs(type, bytes);
  if (read.text.length > TEXT_LIMIT) throw new IngestFault('too-long', { limit: TEXT_LIMIT / MEGABYTE });
  if (read.text.replace(/[^\p{L}]/gu, '').length < LEAST_LETTERS) throw new IngestFault('empty');
  return read;
}

/** Types that are read as text, whatever they hold. */
const TEXT_TYPES: readonly string[] = ['.html', '.htm', '.md', '.markdown', '.txt'];

/** What a file is by its first bytes, where they tell: its name may say otherwise. */
function typeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head === '%PDF-') return '.pdf';
  if (head.startsWith('PK\x03\x04')) return '.docx';
  return head === '{\\rtf' ? '.rtf' : undefined;
}

async function readAs(type: string, bytes: Uint8Array): Promise<DocumentText> {
  switch (type) {
    case '.pdf':
      return await readPdf(bytes);
    case '.docx':
      return { text: await readWord(bytes), withoutText: [] };
    case '.html':
    case '.htm':
      return { text: readHtml(bytes), withoutText: [] };
    case '.md':
    case '.markdown':
      return { text: readMarkdown(bytes), withoutText: [] };
    case '.txt':
      return { text: readPlain(bytes), withoutText: [] };
    case '.doc':
      throw new IngestFault('old-word');
    default:
      throw new IngestFault('unknown-type', { type: type || '?', types: FILE_TYPES.join(', ') });
  }
}

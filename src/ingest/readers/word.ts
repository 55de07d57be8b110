import mammoth from 'mammoth';
import { IngestFault } from '../fault.ts';
import { htmlText } from './html.ts';
import { unpack } from './zip.ts';

/** How Office files begin that are no zip: Word 97-2003, and any file that a password protects. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PROTECTED = Buffer.from('EncryptedPackage', 'utf16le');
/** Levels of a table of contents, which says again what the headings say. */
const CONTENTS = Array.from({ length: 9 }, (_, level) => `p[style-name='toc ${level + 1}'] => !`);

/**
 * A Word document as marked text: its headings, paragraphs, lists and tables. Notes stand at the end.
 * @throws {IngestFault} when it is protected, damaged, of an older Word, or made to harm who opens it.
 */
export async function readWord(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes);
  if (buffer.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE))
    throw new IngestFault(buffer.includes(PROTECTED) ? 'password' : 'old-word');
  const files = unpack(buffer);
  if (!files.has('[Content_Types].xml')) throw new IngestFault('damaged');
  // No program writes entities into a Word document, and expanding them can take all memory. Names are not believed: a
  // zip file may give one file two of them.
  for (const content of files.values())
    if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw new IngestFault('entities');
  const html = await htmlOf(buffer);
  return htmlText(html);
}

async function htmlOf(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: [...CONTENTS, "p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    );
    return value;
  } catch (error) {
    throw new IngestFault('damaged', {}, { cause: error });
  }
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DOCUMENT_KINDS, type SourceDocument } from './types.ts';

/** What `catalog.json` says of the documents under `sources/`. */
export const CATALOG = z.array(
  z.strictObject({
    id: z.string().min(1),
    file: z.string().min(1),
    title: z.string().min(1),
    shortTitle: z.string().min(1),
    publisher: z.string().min(1),
    date: z.string().min(1),
    kind: z.enum(DOCUMENT_KINDS),
    language: z.enum(['es', 'en']),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    reference: z.literal(true).optional(),
  }),
);

/** A document of the catalogue with its text. */
export interface Source {
  document: SourceDocument;
  text: string;
}

/**
 * Reads `catalog.json` of a folder. Throws, naming the file, when it is malformed or not there.
 */
export async function readCatalog(folder: string): Promise<SourceDocument[]> {
  const file = join(folder, 'catalog.json');
  const read = CATALOG.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return read.data;
}

/**
 * Reads `catalog.json` of a knowledge folder and the documents under its `sources/`, in catalogue order.
 * Throws when the catalogue is malformed or a file is missing or is not the one it describes.
 */
export async function readSources(knowledgeFolder: string): Promise<Source[]> {
  const catalog = await readCatalog(knowledgeFolder);
  return Promise.all(
    catalog.map(async (document) => {
      const file = join(knowledgeFolder, 'sources', document.file);
      const bytes = await readFile(file);
      if (sha256(bytes) !== document.sha256) {
        throw new Error(`${file} is not the file that catalog.json describes: its SHA-256 differs`);
      }
      return { document, text: bytes.toString('utf8') };
    }),
  );
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

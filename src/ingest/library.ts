import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalog, type SourceDocument, sha256 } from '../retrieval/index.ts';
import { IngestFault } from './fault.ts';

/** What an operator says of a document. */
export type DocumentDetails = Pick<
  SourceDocument,
  'title' | 'shortTitle' | 'publisher' | 'date' | 'kind' | 'language'
>;

/** Hexadecimal digits of the hash of a document's text in its id, and in the name of its file. */
const ID_DIGITS = 6;
const FILE_DIGITS = 16;

/**
 * The documents that an operator added, in a folder laid out as `knowledge/` is. The catalogue is what counts: it is
 * written last when a document comes and first when one goes, aside and then renamed, so that a document is there
 * whole or not at all.
 */
export class Library {
  readonly folder: string;
  readonly #shipped: readonly SourceDocument[];

  /** @param shipped the documents that are there already and stay as they are */
  constructor(folder: string, shipped: readonly SourceDocument[]) {
    this.folder = folder;
    this.#shipped = shipped;
  }

  /** The documents, in the order in which they were added. Throws when the catalogue is malformed. */
  async documents(): Promise<SourceDocument[]> {
    return existsSync(join(this.folder, 'catalog.json')) ? await readCatalog(this.folder) : [];
  }

  /** A document by its id. @throws {IngestFault} when there is none, or it is one that ships with the service. */
  async find(id: string): Promise<SourceDocument> {
    const found = (await this.documents()).find((document) => document.id === id);
    if (found) return found;
    throw new IngestFault(this.#shipped.some((one) => one.id === id) ? 'shipped' : 'no-such-document', {
      id,
    });
  }

  /**
   * Adds a document, or puts it in the place of the one that has the id `replaces`, which it then takes: its links
   * and the questions written for passages that stay as they were go on.
   * @throws {IngestFault} when the same text is there already, or there is nothing to replace.
   */
  async add(text: string, details: DocumentDetails, replaces?: string): Promise<SourceDocument> {
    const documents = await this.documents();
    const before = replaces === undefined ? undefined : await this.find(replaces);
    const hash = sha256(text);
    const same = [...this.#shipped, ...documents].find((one) => one.sha256 === hash);
    if (same && same.id !== before?.id)
      throw new IngestFault('already-there', { id: same.id, title: same.title });
    const id = before?.id ?? this.#freeId(hash, documents);
    const document: SourceDocument = {
      id,
      file: `${id}_${hash.slice(0, FILE_DIGITS)}.txt`,
      ...details,
      sha256: hash,
    };
    await this.#write(join('sources', document.file), text);
    await this.#writeCatalog(
      before ? documents.map((one) => (one.id === id ? document : one)) : [...documents, document],
    );
    if (before && before.file !== document.file) await this.#drop(join('sources', before.file));
    return document;
  }

  /** Takes a document away. @throws {IngestFault} when there is none of that id. */
  async remove(id: string): Promise<SourceDocument> {
    const document = await this.find(id);
    await this.#writeCatalog((await this.documents()).filter((one) => one.id !== id));
    await this.#drop(join('sources', document.file));
    await this.#drop(expansionsFile(id));
    return document;
  }

  /** Keeps the questions written for the passages of a document, by passage id. */
  async writeExpansions(id: string, expansions: object): Promise<void> {
    await this.#write(expansionsFile(id), `${JSON.stringify(expansions, null, 2)}\n`);
  }

  /** Short and of its own: the shipped documents are called by three digits. */
  #freeId(hash: string, documents: readonly SourceDocument[]): string {
    const taken = new Set([...this.#shipped, ...documents].map(({ id }) => id));
    for (let digits = ID_DIGITS; ; digits++) {
      const id = `d${hash.slice(0, digits)}`;
      if (!taken.has(id)) return id;
    }
  }

  async #writeCatalog(documents: readonly SourceDocument[]): Promise<void> {
    await this.#write('catalog.json', `${JSON.stringify(documents, null, 2)}\n`);
  }

  async #write(name: string, content: string): Promise<void> {
    const path = join(this.folder, name);
    await mkdir(join(path, '..'), { recursive: true });
    const aside = `${path}.${process.pid}.new`;
    try {
      await writeFile(aside, content, { flush: true });
      await rename(aside, path);
    } finally {
      await rm(aside, { force: true });
    }
  }

  async #drop(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }
}

function expansionsFile(id: string): string {
  return join('expansions', `${id}.json`);
}

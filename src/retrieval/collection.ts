import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, type Source } from './catalog.ts';
import { type Expansions, readExpansions } from './expansions.ts';
import { segmentDocument, wordFormsOf } from './segment/document.ts';
import type { Passage } from './types.ts';

/** Where documents come from. Both folders have `catalog.json`, `sources/` and `expansions/`. */
export interface CollectionFolders {
  /** The documents that ship with the service. */
  knowledgeFolder: string;
  /** The documents that its operator added; a folder that is not there has none. */
  libraryFolder?: string | undefined;
}

/** Every document that is searched, with the questions written for its passages. */
export interface Collection {
  shipped: readonly Source[];
  library: readonly Source[];
  expansions: Expansions;
}

/** Reads both folders. Throws when one is malformed, or a document of the library has the id of another. */
export async function readCollection({
  knowledgeFolder,
  libraryFolder,
}: CollectionFolders): Promise<Collection> {
  const added = libraryFolder !== undefined && existsSync(join(libraryFolder, 'catalog.json'));
  const shipped = await readSources(knowledgeFolder);
  const library = added ? await readSources(libraryFolder) : [];
  const ids = new Set<string>();
  for (const { document } of [...shipped, ...library]) {
    if (ids.has(document.id)) throw new Error(`two documents have the id ${document.id}`);
    ids.add(document.id);
  }
  const expansions = new Map(await readExpansions(join(knowledgeFolder, 'expansions')));
  if (added)
    for (const [id, expansion] of await readExpansions(join(libraryFolder, 'expansions')))
      expansions.set(id, expansion);
  return { shipped, library, expansions };
}

/**
 * Cuts every document into passages, the shipped ones first. What an operator adds never changes how another document
 * is cut: its passages are kept by their hash, in links and in the questions written for them.
 */
export function cutCollection({ shipped, library }: Pick<Collection, 'shipped' | 'library'>): Passage[] {
  const texts = shipped.map(({ text }) => text);
  const forms = wordFormsOf(texts);
  return [
    ...shipped.flatMap(({ document, text }) => segmentDocument(document.id, text, forms)),
    ...library.flatMap(({ document, text }) =>
      segmentDocument(document.id, text, wordFormsOf([...texts, text])),
    ),
  ];
}

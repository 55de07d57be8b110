import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FILE_LIMIT, IngestFault, Library, readBounded, writeQuestions } from '../ingest/index.ts';
import type { LanguageModel, Prompt } from '../llm/index.ts';
import {
  cutCollection,
  type Passage,
  readCatalog,
  readCollection,
  readExpansions,
  type SourceDocument,
} from '../retrieval/index.ts';
import type { Language, Texts } from '../text/locales.ts';
import { type IngestCommand, USAGE } from './ingest-command.ts';

export interface IngestOptions {
  knowledgeFolder: string;
  libraryFolder: string;
  /** Opens the model that writes questions; undefined when none is configured. */
  model: () => Promise<LanguageModel | undefined>;
  prompt: (language: Language) => Prompt;
  texts: Texts;
  /** Takes a line for the operator. */
  print: (line: string) => void;
  /** Takes the state of the work, each in place of the one before. */
  progress: (line: string) => void;
}

/**
 * Does what an operator asks for and says what came of it.
 * @throws {IngestFault} when the file or the id is not fit; then nothing was changed.
 */
export async function runIngest(command: IngestCommand, options: IngestOptions): Promise<void> {
  const { knowledgeFolder, libraryFolder, texts, print } = options;
  const say = (key: string, params = {}) => print(texts.t(`ingest.${key}`, params));
  const library = new Library(libraryFolder, await readCatalog(knowledgeFolder));
  switch (command.kind) {
    case 'help':
      return say('usage', USAGE);
    case 'list':
      return await list(library, options);
    case 'remove':
      say('removed', naming(await library.remove(command.id)));
      return say('restart');
    case 'questions':
      await addQuestions(await library.find(command.id), await passagesOf(options), library, options);
      return say('restart');
    case 'add': {
      const { text, withoutText } = await readBounded(basename(command.file), await bytesOf(command.file));
      const document = await library.add(text, command.details, command.replaces);
      const passages = (await passagesOf(options)).filter((one) => one.document === document.id);
      const done = command.replaces === undefined ? 'added' : 'replaced';
      say(done, { ...naming(document), passages: passages.length });
      if (withoutText.length > 0)
        say('without-text', { count: withoutText.length, pages: withoutText.join(', ') });
      await addQuestions(document, passages, library, options);
      return say('restart');
    }
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    // Before it is read: a file can be larger than the memory.
    const { size } = await stat(file);
    if (size > FILE_LIMIT) throw new IngestFault('too-big', { limit: FILE_LIMIT / (1024 * 1024) });
    return await readFile(file);
  } catch (error) {
    if (error instanceof IngestFault) throw error;
    throw new IngestFault('no-such-file', { file }, { cause: error });
  }
}

async function list(library: Library, options: IngestOptions): Promise<void> {
  const { libraryFolder, texts, print } = options;
  const documents = await library.documents();
  if (documents.length === 0) return print(texts.t('ingest.none'));
  const passages = await passagesOf(options);
  const written = await readExpansions(`${libraryFolder}/expansions`);
  for (const document of documents) {
    const { id, publisher, date, kind, language } = document;
    const own = passages.filter((one) => one.document === id);
    const missing = own.filter((passage) => !written.has(passage.id)).length;
    const counts = { passages: own.length, missing };
    print(texts.t('ingest.listed', { ...naming(document), publisher, date, kind, language, ...counts }));
  }
}

async function addQuestions(
  document: SourceDocument,
  all: readonly Passage[],
  library: Library,
  options: IngestOptions,
): Promise<void> {
  const { texts, print, progress } = options;
  const passages = all.filter((passage) => passage.document === document.id);
  const written = await readExpansions(`${library.folder}/expansions`);
  const own = new Map([...written].filter(([id]) => id.startsWith(`${document.id}-`)));
  const model = await options.model();
  const result = model
    ? await writeQuestions({
        model,
        prompt: options.prompt(document.language),
        document,
        passages,
        written: own,
        keep: (expansions) => library.writeExpansions(document.id, expansions),
        onProgress: (done, of) => progress(texts.t('ingest.progress', { done, of })),
      })
    : { missing: passages.filter(({ id }) => !own.has(id)).length, fault: 'none' };
  const { missing, fault } = result;
  const reason = fault ? texts.t(`ingest.reason.${fault}`) : '';
  print(
    missing === 0
      ? texts.t('ingest.questions-done')
      : texts.t('ingest.questions-missing', { missing, reason, id: document.id }),
  );
}

async function passagesOf({ knowledgeFolder, libraryFolder }: IngestOptions): Promise<Passage[]> {
  return cutCollection(await readCollection({ knowledgeFolder, libraryFolder }));
}

function naming({ id, title }: SourceDocument) {
  return { id, title };
}

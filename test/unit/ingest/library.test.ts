import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCommand } from '../../../src/cli/ingest-command.ts';
import { type IngestOptions, runIngest } from '../../../src/cli/ingest-run.ts';
import { readPrompt } from '../../../src/llm/index.ts';
import {
  cutCollection,
  openRetriever,
  readCatalog,
  readCollection,
  sha256,
} from '../../../src/retrieval/index.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { FakeModel, questions } from './fake-model.ts';

/** A shipped document; the hyphen at its line end depends on how words are written elsewhere. */
const GUIDE = `La relación entre el país donante-
receptor y el municipio se conviene por escrito, y cada parte nombra a quien responde por ella.
`;
const MANUAL = `# Manual de hermanamientos

## Comité

El Comité de Ciudades Hermanas de Villa Serena se reúne el primer martes de cada mes.

## Trámite

La oficina jurídica de Villa Serena revisa cada propuesta en quince días hábiles.
`;
const DETAILS = [
  '--publisher',
  'Alcaldía de Villa Serena',
  '--date',
  '2024',
  '--kind',
  'public-policy',
  '--language',
  'es',
];

let folder: string;
let knowledge: string;
let library: string;
let said: string[];
let options: IngestOptions;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  knowledge = join(folder, 'knowledge');
  library = join(folder, 'library');
  await mkdir(join(knowledge, 'sources'), { recursive: true });
  await copyFile('knowledge/lexicon.json', join(knowledge, 'lexicon.json'));
  await writeFile(join(knowledge, 'sources', 'g.txt'), GUIDE);
  const guide = { id: '009', file: 'g.txt', title: 'Guía', shortTitle: 'Guía', publisher: 'P', date: '2025' };
  await writeFile(
    join(knowledge, 'catalog.json'),
    JSON.stringify([{ ...guide, kind: 'official-guide', language: 'es', sha256: sha256(GUIDE) }]),
  );
  said = [];
  options = {
    knowledgeFolder: knowledge,
    libraryFolder: library,
    model: async () => undefined,
    prompt: (language) => readPrompt('prompts', 'expansion', language),
    texts: loadTexts('dialogs/locales', 'es'),
    print: (line) => void said.push(line),
    progress: () => undefined,
  };
});
afterEach(() => rm(folder, { recursive: true }));

async function ingest(...args: string[]): Promise<string[]> {
  said.length = 0;
  await runIngest(parseCommand(args), options);
  return [...said];
}

async function add(content: string, ...args: string[]): Promise<string[]> {
  const file = join(folder, 'manual.md');
  await writeFile(file, content);
  return await ingest(file, '--title', 'Manual de hermanamientos de Villa Serena', ...DETAILS, ...args);
}

async function only() {
  const [document] = await readCatalog(library);
  if (!document) throw new Error('nothing was added');
  return document;
}

/** The retriever over the shipped document and the library. */
async function opened() {
  return await openRetriever({
    knowledgeFolder: knowledge,
    libraryFolder: library,
    dataFolder: join(folder, 'index'),
  });
}

/** Every file of the library. */
async function filesIn(): Promise<string[]> {
  const entries = await readdir(library, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

describe('a document that an operator adds', () => {
  it('is found by a question, among the shipped ones, with its kind and date', async () => {
    const [added] = await add(MANUAL);
    const { id, sha256 } = await only();
    expect(added).toBe(`Agregado como ${id}: «Manual de hermanamientos de Villa Serena», 2 pasajes.`);
    expect(id).toBe(`d${sha256.slice(0, 6)}`);
    const retriever = await opened();
    expect(retriever.documents).toHaveLength((await readCatalog(knowledge)).length + 1);
    expect(retriever.documents.at(-1)).toMatchObject({ id, kind: 'public-policy', date: '2024' });
    const [hit] = await retriever.search('¿cuándo se reúne el comité de ciudades hermanas de Villa Serena?');
    expect(hit?.passage).toMatchObject({ document: id, section: ['Manual de hermanamientos', 'Comité'] });
    const [own] = await retriever.search('cuánto demora la revisión jurídica', { documents: [id] });
    expect(own?.passage.text).toContain('quince días');
  });

  it('is found without questions written for it, beside passages that have theirs', async () => {
    const [shipped] = cutCollection(await readCollection({ knowledgeFolder: knowledge }));
    await mkdir(join(knowledge, 'expansions'));
    const written = {
      [shipped?.id ?? '']: questions('¿cuándo se reúne el comité que responde por el convenio?'),
    };
    await writeFile(join(knowledge, 'expansions', '009.json'), JSON.stringify(written));
    await add(MANUAL);
    const { id } = await only();
    const retriever = await opened();
    const [first] = await retriever.search('¿qué día se reúne el comité de ciudades hermanas?');
    expect(first?.passage).toMatchObject({ document: id, section: ['Manual de hermanamientos', 'Comité'] });
    const [other] = await retriever.search('¿cuándo se reúne el comité que responde por el convenio?');
    expect(other?.passage.document).toBe('009');
  });

  it('leaves the passages of every other document as they are', async () => {
    const before = cutCollection(await readCollection({ knowledgeFolder: knowledge }));
    await add(`${MANUAL}
El donante-receptor es el de siempre.
`);
    const after = cutCollection(await readCollection({ knowledgeFolder: knowledge, libraryFolder: library }));
    expect(before[0]?.text).toContain('donantereceptor');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });

  it('is not added twice', async () => {
    await add(MANUAL);
    const { id } = await only();
    await expect(add(MANUAL)).rejects.toMatchObject({ reason: 'already-there', params: { id } });
    expect(await readCatalog(library)).toHaveLength(1);
    await writeFile(join(folder, 'copia.txt'), GUIDE);
    await expect(ingest(join(folder, 'copia.txt'), '--title', 'Otra', ...DETAILS)).rejects.toMatchObject({
      reason: 'already-there',
      params: { id: '009' },
    });
  });

  it('is replaced under its id, with its details, and leaves nothing of what it was', async () => {
    await add(MANUAL);
    const before = await only();
    await add(MANUAL.replace('quince', 'veinte'), '--replace', before.id, '--short-title', 'Manual');
    const after = await only();
    expect(after).toMatchObject({ id: before.id, shortTitle: 'Manual' });
    expect(after.sha256).not.toBe(before.sha256);
    expect(await filesIn()).toEqual(['catalog.json', after.file].sort());
    await add(MANUAL.replace('quince', 'veinte'), '--replace', before.id, '--short-title', 'Otro');
    expect(await only()).toMatchObject({ id: before.id, shortTitle: 'Otro', file: after.file });
    expect(await filesIn()).toEqual(['catalog.json', after.file].sort());
  });

  it('is listed and removed whole', async () => {
    expect(await ingest('--list')).toEqual(['No hay documentos agregados.']);
    options.model = async () => new FakeModel(() => questions('¿cuándo se reúne?'));
    await add(MANUAL);
    const { id, file } = await only();
    expect(await filesIn()).toEqual(['catalog.json', `${id}.json`, file].sort());
    expect((await ingest('--list')).join()).toMatch(`${id}  Manual de hermanamientos de Villa Serena`);
    await ingest('--remove', id);
    expect(await filesIn()).toEqual(['catalog.json']);
    await expect(ingest('--remove', id)).rejects.toMatchObject({ reason: 'no-such-document' });
  });

  it('is never one of the shipped documents', async () => {
    await expect(ingest('--remove', '009')).rejects.toMatchObject({ reason: 'shipped' });
    await expect(add(MANUAL, '--replace', '009')).rejects.toMatchObject({ reason: 'shipped' });
    await expect(add(MANUAL, '--replace', 'dffffff')).rejects.toMatchObject({ reason: 'no-such-document' });
    await expect(readdir(library)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('leaves nothing behind when it cannot be read', async () => {
    await expect(ingest(join(folder, 'no-hay.pdf'), '--title', 'T', ...DETAILS)).rejects.toMatchObject({
      reason: 'no-such-file',
    });
    await expect(add('# Hola')).rejects.toMatchObject({ reason: 'empty' });
    await expect(readdir(library)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says that its questions are missing, and how to have them written', async () => {
    const lines = await add(MANUAL);
    const { id } = await only();
    expect(lines.join('\n')).toContain(
      `2 pasajes quedan sin preguntas: no hay modelo configurado (OPENAI_CHAT_MODEL). El documento ya se puede consultar`,
    );
    const model = new FakeModel(({ user }) =>
      user.includes('Comité de') ? questions('¿cuándo?') : 'over-budget',
    );
    options.model = async () => model;
    expect((await ingest('--questions', id)).join()).toContain(
      '1 pasaje queda sin preguntas: se alcanzó el límite',
    );
    options.model = async () => new FakeModel(() => questions('¿cuánto demora?'));
    expect((await ingest('--questions', id))[0]).toBe('Todos los pasajes tienen sus preguntas.');
    const { expansions } = await readCollection({ knowledgeFolder: knowledge, libraryFolder: library });
    const own = [...expansions].filter(([passage]) => passage.startsWith(id));
    expect(own.map(([, { formal }]) => formal)).toEqual([['¿cuándo?'], ['¿cuánto demora?']]);
  });
});

describe('a library', () => {
  it('whose document has the id of a shipped one is refused', async () => {
    await add(MANUAL);
    const [document] = await readCatalog(library);
    await writeFile(join(library, 'catalog.json'), JSON.stringify([{ ...document, id: '009' }]));
    await expect(readCollection({ knowledgeFolder: knowledge, libraryFolder: library })).rejects.toThrow(
      /009/,
    );
  });
});

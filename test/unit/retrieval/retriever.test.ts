import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/retrieval/catalog.ts';
import {
  documentPassages,
  type EmbeddingModel,
  findPassage,
  openRetriever,
  type Retriever,
} from '../../../src/retrieval/index.ts';

const GUIDE = `1. Redes de ciudades

Las redes de ciudades reúnen a gobiernos locales que aprenden juntos y defienden sus intereses comunes.

2. Hermanamientos

El hermanamiento une a dos ciudades mediante un convenio que firman sus alcaldes por tiempo indefinido.

3. Presupuesto

El municipio asigna cada año los recursos de la oficina encargada de los asuntos internacionales.
`;
const PRESS = `Trade talks

The government announced new trade talks with its neighbours, and twinning between towns was praised.
`;

let folder: string;
let knowledge: string;
let data: string;
const messages: string[] = [];
const log = {
  info: (_: object, message: string) => void messages.push(message),
  warn: (_: object, message: string) => void messages.push(message),
};

async function writeKnowledge(guide: string): Promise<void> {
  const base = { publisher: 'p', date: '2025', title: 'Guía de prueba', shortTitle: 'Guía' };
  const catalog = [
    { ...base, id: 'g', file: 'g.txt', kind: 'official-guide', language: 'es', sha256: sha256(guide) },
    { ...base, id: 'n', file: 'n.txt', kind: 'press-article', language: 'en', sha256: sha256(PRESS) },
  ];
  await writeFile(join(knowledge, 'catalog.json'), JSON.stringify(catalog));
  await writeFile(join(knowledge, 'sources', 'g.txt'), guide);
  await writeFile(join(knowledge, 'sources', 'n.txt'), PRESS);
}

const open = (embeddings?: EmbeddingModel) =>
  openRetriever({ knowledgeFolder: knowledge, dataFolder: data, embeddings, log });
/** Opens and says what the retriever did about its index. */
async function opened(embeddings?: EmbeddingModel): Promise<string[]> {
  messages.length = 0;
  await open(embeddings);
  return [...messages];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retriever-'));
  knowledge = join(folder, 'knowledge');
  data = join(folder, 'data', 'index');
  await mkdir(join(knowledge, 'sources'), { recursive: true });
  await writeFile(
    join(knowledge, 'lexicon.json'),
    JSON.stringify([{ es: ['hermanamiento', 'ciudades hermanas'], en: ['twinning', 'sister cities'] }]),
  );
  await writeKnowledge(GUIDE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('searching', () => {
  let retriever: Retriever;
  beforeAll(async () => {
    retriever = await open();
  });
  const first = async (query: string, options = {}) => (await retriever.search(query, options))[0]?.passage;

  it('finds a passage by its words, whatever their form and accents', async () => {
    expect((await first('presupuestos de una OFICINA internacional'))?.section).toEqual(['3. Presupuesto']);
  });

  it('finds a passage through a typing error', async () => {
    expect((await first('ermanamiento'))?.section).toEqual(['2. Hermanamientos']);
  });

  it('finds a Spanish passage from a question in English', async () => {
    expect((await first('how do sister cities work', { documents: ['g'] }))?.section).toEqual([
      '2. Hermanamientos',
    ]);
  });

  it('searches only the documents and kinds it is asked for', async () => {
    const hits = await retriever.search('twinning', { kinds: ['press-article'] });
    expect(new Set(hits.map(({ passage }) => passage.document))).toEqual(new Set(['n']));
    expect(await retriever.search('twinning', { documents: ['none'] })).toEqual([]);
  });

  it('returns as many hits as asked at most, best first, with their signals', async () => {
    const hits = await retriever.search('convenio entre ciudades y redes', { limit: 2 });
    expect(hits).toHaveLength(2);
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? Number.POSITIVE_INFINITY);
    for (const { signals } of hits) {
      expect(signals.coverage).toBeGreaterThan(0);
      expect(signals.coverage).toBeLessThanOrEqual(1);
      expect(signals.bm25).toBeGreaterThan(0);
    }
  });

  it('finds nothing for a query without content', async () => {
    expect(await retriever.search('¿y de la?')).toEqual([]);
    expect(await retriever.search('')).toEqual([]);
  });

  it('gives a document as its passages in order, with the headings that open', () => {
    const placed = documentPassages(retriever, 'g');
    expect(placed?.flatMap(({ opens }) => opens)).toEqual([
      { level: 1, title: '1. Redes de ciudades' },
      { level: 1, title: '2. Hermanamientos' },
      { level: 1, title: '3. Presupuesto' },
    ]);
    expect(documentPassages(retriever, 'none')).toBeUndefined();
    const some = placed?.[1]?.passage;
    expect(findPassage(retriever, some?.id ?? '')).toBe(some);
  });
});

/** What is told of an index that is built. */
const BUILT = [expect.stringContaining('building the index'), 'index built'];

describe('the index on disk', () => {
  it('is read and not built again when nothing changed, and finds the same', async () => {
    const built = await (await open()).search('redes de ciudades');
    expect(await opened()).toEqual(['index read']);
    expect(await (await open()).search('redes de ciudades')).toEqual(built);
  });

  it('is built again when a source changes, and the old one goes', async () => {
    await open();
    await writeKnowledge(GUIDE.replace('indefinido', 'limitado'));
    expect(await opened()).toEqual(BUILT);
    expect(await readdir(data)).toHaveLength(1);
    await writeKnowledge(GUIDE);
  });

  it.each([
    'passages.json',
    'lexical.bin',
    'vectors.hnsw',
    'questions.hnsw',
    'embeddings.bin',
    'manifest.json',
  ])('is built again when %s is damaged or missing', async (name) => {
    await open();
    const file = join(data, (await readdir(data))[0] ?? '', name);
    const content = await readFile(file);
    await writeFile(file, content.subarray(0, content.length / 2));
    expect(await opened()).toEqual(BUILT);
    await rm(file);
    expect(await opened()).toEqual(BUILT);
    expect(await opened()).toEqual(['index read']);
  });

  it('clears what a killed start left half-written, and leaves alone what another process is writing', async () => {
    await rm(data, { recursive: true, force: true });
    await mkdir(join(data, '.new-old'), { recursive: true });
    await mkdir(join(data, '.new-now'));
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(data, '.new-old'), hourAgo, hourAgo);
    await open();
    const names = await readdir(data);
    expect(names.filter((name) => name.startsWith('.'))).toEqual(['.new-now']);
    expect(names).toHaveLength(2);
    await rm(join(data, '.new-now'), { recursive: true });
  });

  it('survives two processes that build it at once', async () => {
    await rm(data, { recursive: true, force: true });
    const both = await Promise.all([open(), open()]);
    for (const retriever of both) expect(await retriever.search('redes de ciudades')).not.toEqual([]);
    expect(await opened()).toEqual(['index read']);
  });

  it('that cannot be kept is used all the same, and the log says so', async () => {
    await rm(data, { recursive: true, force: true });
    await writeFile(data, 'a file where the folder should be');
    messages.length = 0;
    const retriever = await open();
    expect(await retriever.search('redes de ciudades')).not.toEqual([]);
    expect(messages.join()).toContain('could not be kept on disk');
    await rm(data);
  });

  it('is another one when the embeddings are others', async () => {
    await open();
    expect(await opened(fakeModel(async () => [1, 0]))).toEqual(BUILT);
  });
});

describe('embeddings that fail', () => {
  it('when searching, leave the search by words alone and say so', async () => {
    const retriever = await open(
      fakeModel(async () => {
        throw new Error('service down');
      }),
    );
    messages.length = 0;
    const [best] = await retriever.search('hermanamiento');
    expect(best?.passage.section).toEqual(['2. Hermanamientos']);
    expect(best?.signals.cosine).toBe(0);
    expect(messages).toEqual(['embeddings failed, searching by words alone']);
  });
});

describe('embeddings of a service elsewhere', () => {
  it('are not asked about a query that is to stay here', async () => {
    let asked = 0;
    const embeddings = fakeModel(async () => {
      asked += 1;
      return [1, 0];
    });
    const retriever = await open({ ...embeddings, elsewhere: true });
    const [best] = await retriever.search('hermanamiento', { here: true });
    expect([best?.passage.section, asked]).toEqual([['2. Hermanamientos'], 0]);
    await retriever.search('hermanamiento');
    expect(asked).toBe(1);
  });
});

describe('a malformed knowledge folder', () => {
  it('is refused when a source is not the one of the catalogue', async () => {
    await writeFile(join(knowledge, 'sources', 'g.txt'), 'otra cosa');
    await expect(open()).rejects.toThrow(/g\.txt is not the file/);
    await writeKnowledge(GUIDE);
  });
});

/** Embeddings at the seam: a vector by length for documents, and whatever the query does. */
function fakeModel(query: () => Promise<number[]>): EmbeddingModel {
  class Fake extends Embeddings {
    override embedDocuments = async (texts: string[]) => texts.map((text) => [text.length, 1]);
    override embedQuery = query;
  }
  const fitted = () => ({ embeddings: new Fake({}), state: new Uint8Array([1]) });
  return { identity: 'fake', fit: async () => fitted(), restore: fitted };
}

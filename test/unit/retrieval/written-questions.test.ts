import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Expansions, readExpansions } from '../../../src/retrieval/expansions.ts';
import { openRetriever, type Retriever, stems } from '../../../src/retrieval/index.ts';
import { TEST_DATA } from '../../support/app.ts';

const SETS = ['questions', 'negatives', 'legal', 'calibration'];
/** Shared share of content words from which two questions are nearly the same. */
const NEARLY = 0.75;
/** Questions that every passage has at least: a scrap has few. */
const LEAST = 5;

let expansions: Expansions;
let retriever: Retriever;
beforeAll(async () => {
  expansions = await readExpansions('knowledge/expansions');
  retriever = await openRetriever({ knowledgeFolder: 'knowledge', dataFolder: TEST_DATA });
});

const contentOf = (text: string) => new Set(stems(text, 'es'));
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / (a.size + b.size - shared || 1);
}

describe('the questions written for the passages', () => {
  it('are there for every passage, and for no passage that is not', () => {
    const ids = retriever.passages.map(({ id }) => id);
    const few = ids.filter((id) => Object.values(expansions.get(id) ?? {}).flat().length < LEAST);
    expect(few).toEqual([]);
    expect([...expansions.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('come in every way that people type', () => {
    const lacking = [...expansions].filter(
      ([, { plain, english }]) => plain.length === 0 || english.length === 0,
    );
    expect(lacking.map(([id]) => id)).toEqual([]);
  });

  it('nearly repeat no question of the development sets', async () => {
    const texts = await Promise.all(SETS.map((name) => readFile(`test/evals/${name}.jsonl`, 'utf8')));
    const asked = texts
      .flatMap((text) => text.split('\n').filter((line) => line !== ''))
      .map((line) => JSON.parse(line).q as string)
      .map((text) => ({ text, content: contentOf(text) }));
    expect(asked.length).toBeGreaterThan(100);
    const repeats = [...expansions].flatMap(([id, questions]) =>
      Object.values(questions)
        .flat()
        .flatMap((written) => {
          const content = contentOf(written);
          const same = asked.find((other) => alike(content, other.content) >= NEARLY);
          return same ? [`${id}: «${written}» is nearly «${same.text}»`] : [];
        }),
    );
    expect(repeats).toEqual([]);
  });
});

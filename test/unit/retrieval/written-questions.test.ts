import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import catalogue from '../../../knowledge/suggestions.json' with { type: 'json' };
import { type Expansions, readExpansions } from '../../../src/retrieval/expansions.ts';
import { openRetriever, type Retriever, stems } from '../../../src/retrieval/index.ts';
import { TEST_INDEX } from '../../support/app.ts';

const SETS = ['questions', 'negatives', 'legal', 'calibration'];
/** Shared share of content words from which two questions are nearly the same. */
const NEARLY = 0.75;
/** Questions that every passage has at least: a scrap has few. */
const LEAST = 5;

let expansions: Expansions;
let retriever: Retriever;
beforeAll(async () => {
  expansions = await readExpansions('knowledge/expansions');
  retriever = await openRetriever({ knowledgeFolder: 'knowledge', dataFolder: TEST_INDEX });
});

const contentOf = (text: string) => new Set(stems(text, 'es'));
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (Math.min(a.size, b.size) < NEARLY * Math.max(a.size, b.size)) return 0;
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
    const asked = await questionsOf(SETS);
    const repeats = [...expansions].flatMap(([id, questions]) =>
      repeatsIn(Object.values(questions).flat(), asked).map((repeat) => `${id}: ${repeat}`),
    );
    expect(repeats).toEqual([]);
  });

  it('leave that to none of the questions that are offered either', async () => {
    const asked = await questionsOf(SETS.filter((name) => name !== 'calibration'));
    const offered = catalogue.suggestions.flatMap(({ es, en }: { es: string; en?: string }) => [
      es,
      ...(en ? [en] : []),
    ]);
    expect(repeatsIn(offered, asked)).toEqual([]);
  });
});

interface Asked {
  text: string;
  content: ReadonlySet<string>;
}

async function questionsOf(sets: readonly string[]): Promise<Asked[]> {
  const texts = await Promise.all(sets.map((name) => readFile(`test/evals/${name}.jsonl`, 'utf8')));
  const asked = texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((line) => JSON.parse(line).q as string);
  expect(asked.length).toBeGreaterThan(100);
  return asked.map((text) => ({ text, content: contentOf(text) }));
}

function repeatsIn(written: readonly string[], asked: readonly Asked[]): string[] {
  const holding = new Map<string, Asked[]>();
  for (const one of asked)
    for (const stem of one.content) holding.set(stem, [...(holding.get(stem) ?? []), one]);
  return written.flatMap((one) => {
    const content = contentOf(one);
    const near = new Set([...content].flatMap((stem) => holding.get(stem) ?? []));
    const same = [...near].find((other) => alike(content, other.content) >= NEARLY);
    return same ? [`«${one}» is nearly «${same.text}»`] : [];
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareRuns } from '../../../src/cli/eval-compare.ts';
import { currentCommit, readRun, type StoredRun, saveRun } from '../../../src/cli/eval-store.ts';
import { evaluate, question } from './made-up.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runs-'));
});
afterAll(() => rm(folder, { recursive: true }));

const questions = [
  question('uno', { reference: 'cooperación' }),
  question('dos', { kind: 'unanswerable', answerable: false, gold: [] }),
  question('tres'),
];

async function run(name: string, answered: string[], asked = questions): Promise<StoredRun> {
  const config = { questions: ['made-up.jsonl'], embeddings: 'none' };
  return {
    name,
    date: '2026-01-01T00:00:00.000Z',
    commit: null,
    pipeline: 1,
    config,
    ...(await evaluate(asked, answered)),
  };
}

describe('a stored run', () => {
  it('is read as it was saved, question by question', async () => {
    const saved = await run('first', ['uno']);
    expect(await saveRun(saved, folder)).toBe(join(folder, 'runs', 'first.json'));
    expect(await readRun('first', folder)).toEqual(saved);
  });

  it('says which run is not there, and takes no name that leaves the folder', async () => {
    await expect(readRun('none', folder)).rejects.toThrow('no run «none»');
    await expect(saveRun(await run('../out', []), folder)).rejects.toThrow('a run is named with');
  });

  it('has no commit outside a repository', async () => {
    expect(await currentCommit(folder)).toBeNull();
  });
});

describe('the comparison of two runs', () => {
  it('tells each metric and which questions got better and worse', async () => {
    const before = await run('a', ['uno', 'dos']);
    const after = await run('b', ['tres']);
    const [one] = after.rows;
    if (one?.ranking) one.ranking.firstHit = 1;
    const told = compareRuns(before, after);
    expect(told).toMatch(/^correct abstention +0\.000 +1\.000 +\+1\.000$/m);
    expect(told).toMatch(/^wrong abstention +0\.500 +0\.500 +=$/m);
    expect(told).toMatch(/^unanswerable: correct abstention +0\.000 +1\.000/m);
    const [, better = '', worse = ''] = told.split(/^(?:Better|Worse).*$/m);
    expect(better).toContain('uno (fact) rank 2 → 1: uno');
    expect(better).toContain('dos (unanswerable) answer answered → abstained: dos');
    expect(better).toContain('tres (fact) answer abstained → answered: tres');
    expect(worse).toContain('uno (fact) answer answered → abstained: uno');
    expect(worse).toContain('uno (fact) words 1.00 → 0.00: uno');
    expect(worse).not.toContain('tres');
  });

  it('names the questions that one of them did not ask, and lists nothing when nothing changed', async () => {
    const before = await run('a', []);
    const told = compareRuns(before, await run('b', [], questions.slice(1)));
    expect(told).toContain('In one of the two only (1)\n  uno');
    expect(compareRuns(before, before)).not.toMatch(/Better|Worse|only/);
  });
});

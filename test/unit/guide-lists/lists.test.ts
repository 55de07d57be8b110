import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guideList, LIST_NAMES, listSource, type Span } from '../../../src/guide/lists.ts';
import * as terms from '../../../src/plan/terms.ts';

const spansIn = (node: unknown): Span[] => {
  if (Array.isArray(node)) return node.flatMap(spansIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'start' in node && 'text' in node ? [node as Span] : [];
  return [...own, ...Object.values(node).flatMap(spansIn)];
};

/** White space collapsed, words broken at a line end joined, accents composed. */
const normal = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{L}\p{N}])- (?=[\p{L}\p{N}])/gu, '')
    .trim();

const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

describe('the lists of the guide', () => {
  it.each(LIST_NAMES)('%s stands word for word in its source', (name) => {
    const source = readFileSync(
      new URL(`../../../knowledge/sources/${listSource(name)}.txt`, import.meta.url),
      'utf8',
    );
    const spans = spansIn(guideList(name));
    expect(spans.length).toBeGreaterThan(3);
    for (const { text, start, end } of spans) expect(normal(source.slice(start, end))).toBe(text);
  });

  it('count as the guide counts', () => {
    expect(guideList('reasons').map((r) => r.objectives.length)).toEqual([4, 3, 3, 3, 2]);
    expect(guideList('sectors').map((s) => s.actors.length)).toEqual([6, 4, 3, 5, 3, 3, 4]);
    expect(guideList('criteria').flatMap((c) => c.questions)).toHaveLength(48);
    expect(guideList('indicators').map((g) => g.indicators.length)).toEqual([16, 8, 6, 10, 11, 6, 7]);
    expect(guideList('positioning-actions').filter(({ chapter }) => chapter === 2)).toHaveLength(12);
    expect(guideList('positioning-actions').filter(({ chapter }) => chapter === 4)).toHaveLength(8);
    expect(guideList('cooperation-actions')).toHaveLength(9);
    expect(guideList('project-aspects')).toHaveLength(16);
    expect(guideList('fund-steps')).toHaveLength(10);
    expect(guideList('network-questions')).toHaveLength(6);
    expect(guideList('positioning-questions')).toHaveLength(7);
    expect(guideList('stakeholder-questions')).toHaveLength(4);
  });

  it('use the ids of the plan where the plan has terms for them', () => {
    expect(idsOf(guideList('reasons'))).toEqual([...terms.REASONS]);
    expect(idsOf(guideList('agendas'))).toEqual([...terms.GLOBAL_AGENDAS]);
    expect(idsOf(guideList('sectors'))).toEqual([...terms.SECTORS]);
    expect(idsOf(guideList('approaches'))).toEqual([...terms.APPROACHES]);
    expect(idsOf(guideList('criteria'))).toEqual([...terms.CRITERIA]);
    expect(idsOf(guideList('indicators')).sort()).toEqual([...terms.INDICATOR_GROUPS].sort());
    expect(idsOf(guideList('measurement-obstacles'))).toEqual([...terms.MEASUREMENT_OBSTACLES]);
    expect(idsOf(guideList('evaluation-challenges'))).toEqual([...terms.EVALUATION_CHALLENGES]);
    for (const { id, questions } of guideList('criteria'))
      expect(idsOf(questions)).toEqual([`${id}-1`, `${id}-2`, `${id}-3`]);
  });

  it.each(LIST_NAMES)('%s has no id twice', (name) => {
    const list = guideList(name) as Record<string, unknown>[];
    const ids = list.flatMap((entry) => [entry, ...Object.values(entry).filter(Array.isArray).flat()]);
    const seen = ids.flatMap((entry) => (entry as { id?: string }).id ?? []);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('keep the ten steps to a fund in working order, the eighth without a heading of the guide', () => {
    const steps = guideList('fund-steps');
    expect(steps[0]?.id).toBe('interest');
    expect(steps[9]?.id).toBe('submit');
    expect(steps.filter(({ heading }) => heading === undefined).map(({ id }) => id)).toEqual(['project']);
  });
});

import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { isGroup } from '../../../src/guide/definition.ts';
import { CRITERIA } from '../../../src/plan/terms.ts';
import { answer, asked, contextFor, plainPlan, texts } from './plan.ts';

const languages = ['es', 'en'] as const;

describe('the workflow of the guide', () => {
  it('has the fifteen steps in order', () => {
    expect(guide.steps.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, i) => i));
    expect(new Set(guide.steps.map(({ id }) => id)).size).toBe(15);
  });

  it('asks for no field twice', () => {
    const ids = asked.map(({ field }) => field.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('names the element of a list exactly in the fields of a group', () => {
    for (const { field, each } of asked) {
      expect([field.id, field.id.includes('*')]).toEqual([field.id, each !== undefined]);
      if (each !== undefined) expect(field.id.startsWith(`${each}.*.`)).toBe(true);
    }
  });

  it('has a quick route of some twenty fields at most, from every part of a plan', () => {
    const essential = asked.filter(({ field }) => field.essential).map(({ field }) => field.id);
    expect(essential.length).toBeGreaterThan(14);
    expect(essential.length).toBeLessThan(22);
    for (const id of [
      'entity.name',
      'resources.budget',
      'strategy.axes',
      'projects',
      'projects.*.milestones',
    ])
      expect(essential).toContain(id);
  });

  it('judges the six approaches in one question, and each of the sixteen criteria in one', () => {
    const review = asked.filter(({ step }) => step.id === 'review').map(({ field }) => field.id);
    expect(review).toEqual(['review.approaches', ...CRITERIA.map((id) => `review.criteria.${id}`)]);
  });
});

describe.each(languages)('the texts of the steps in %s', (language) => {
  const t = texts[language];

  it('name, introduce, explain and illustrate every step', () => {
    for (const { id, topic } of guide.steps) {
      for (const part of ['title', 'intro', 'why', 'example'])
        expect([id, part, t.t(`guide.step.${id}.${part}`) !== '']).toEqual([id, part, true]);
      if (topic !== undefined) expect(topic.split(' ').length).toBeGreaterThan(3);
    }
  });

  it.each(asked.map(({ field }) => field.id))('label, ask and help for %s, phone-sized', (id) => {
    const [label, ask, help] = ['label', 'ask', 'help'].map((part) => t.t(`guide.field.${id}.${part}`));
    expect(label?.length).toBeLessThanOrEqual(60);
    expect(ask?.length).toBeLessThanOrEqual(200);
    expect(help?.length).toBeLessThanOrEqual(350);
    expect(ask).toMatch(/[?.]["»]?$/);
  });

  it('ask whether there is another wherever a group makes new elements', () => {
    for (const entry of guide.steps.flatMap(({ entries }) => entries))
      if (isGroup(entry) && entry.create) expect(t.has(`guide.group.${entry.each}.more`)).toBe(true);
  });
});

it('have the same keys in both languages', () => {
  const keys = languages.map((l) => texts[l].keys().filter((key) => key.startsWith('guide.')));
  expect(keys[0]).toEqual(keys[1]);
});

describe.each(languages)('every field in %s', (language) => {
  const t = texts[language];

  it.each(asked.map((entry) => [entry.field.id, entry] as const))('%s takes its own example', (id, entry) => {
    const plan = plainPlan();
    const ctx = contextFor(plan, entry.each, language);
    const key = `guide.field.${id}.example`;
    const sample = t.has(key) ? t.t(key) : entry.field.choices?.(ctx)[0]?.value;
    expect(sample).toBeTypeOf('string');

    const done = answer(plan, entry, sample ?? '', language);
    expect(done.shown).not.toMatch(/^$|undefined|\[object/);
    if (id === 'projects') return;
    const now = entry.field.current(contextFor(done.plan, entry.each, language));
    expect(now).toBeDefined();
    expect(entry.field.show(now, contextFor(done.plan, entry.each, language))).not.toMatch(/^$|undefined/);
  });

  it.each(asked.map((entry) => [entry.field.id, entry] as const))(
    '%s takes each of its buttons',
    (_, entry) => {
      const ctx = contextFor(plainPlan(), entry.each, language);
      const values = (entry.field.choices?.(ctx) ?? []).map(({ value }) => {
        const reading = entry.field.read(value, ctx);
        return [value, reading.ok && JSON.stringify(reading.value)];
      });
      for (const [value, read] of values) expect([value, read]).not.toEqual([value, false]);
      expect(new Set(values.map(([, read]) => read)).size).toBe(values.length);
    },
  );
});

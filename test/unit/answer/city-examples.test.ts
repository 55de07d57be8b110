import { beforeAll, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { isGroup } from '../../../src/guide/definition.ts';
import { guideList } from '../../../src/guide/lists.ts';
import { type Knowledge, openKnowledge } from '../../../src/server/knowledge.ts';
import { TEST_DATA } from '../../support/app.ts';

const examples = guideList('city-examples');
const asked = guide.steps.flatMap(({ id, entries }) => [
  id,
  ...entries.flatMap((entry) =>
    isGroup(entry) ? [entry.create, ...entry.fields].flatMap((field) => field?.id ?? []) : [entry.id],
  ),
]);

describe('the examples of cities', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await openKnowledge({ dataFolder: TEST_DATA });
  });

  it.each(examples)('$id is for a question of the plan, and is told with its passage', (example) => {
    for (const id of example.about) expect(asked).toContain(id);
    const told = knowledge.answerer.cityExample(example, 'es');
    expect(told?.text).toContain(`**${example.city}**`);
    expect(told?.citations).toHaveLength(1);
    const [citation] = told?.citations ?? [];
    const passage = knowledge.retriever.passages.find(({ id }) => citation?.url.endsWith(`#${id}`));
    expect(passage?.text).toContain(citation?.quote);
  });

  it('say that their words are Spanish where the answer is in English', () => {
    const [first] = examples;
    expect(first && knowledge.answerer.cityExample(first, 'en')?.text).toMatch(/Spanish/);
  });

  it('are not told when the guide does not hold them', () => {
    expect(
      knowledge.answerer.cityExample({ city: 'Neiva', text: 'Neiva no dijo esto', start: 150_000 }, 'es'),
    ).toBeUndefined();
  });
});

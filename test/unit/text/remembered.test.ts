import { expect, it } from 'vitest';
import { rememberedWith } from '../../../src/text/remembered.ts';

it('makes once for each object, however alike they are', () => {
  const made: object[] = [];
  const ofPlan = rememberedWith((plan: { name: string }) => {
    made.push(plan);
    return { told: plan.name };
  });
  const [one, alike] = [{ name: 'Honda' }, { name: 'Honda' }];
  expect(ofPlan(one)).toBe(ofPlan(one));
  expect(ofPlan(alike)).not.toBe(ofPlan(one));
  expect(made).toEqual([one, alike]);
});

it('remembers also that there is nothing', () => {
  let times = 0;
  const nothing = rememberedWith((_plan: object) => {
    times += 1;
    return undefined;
  });
  const plan = {};
  expect([nothing(plan), nothing(plan)]).toEqual([undefined, undefined]);
  expect(times).toBe(1);
});

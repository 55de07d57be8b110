import { sameName } from '../../../src/guide/describe.ts';
import { nextId } from '../../../src/plan/patch.ts';
import type { Plan, Stakeholder } from '../../../src/plan/schema.ts';
import { guessSector } from '../../guide/parts/sectors.ts';

/** Stakeholders to add to a plan for those of some names that it does not have. */
export function newStakeholders(names: readonly string[], { governance }: Plan): Stakeholder[] {
  const list: Stakeholder[] = [...(governance.stakeholders ?? [])];
  const before = list.length;
  for (const name of names) {
    if (list.some((one) => sameName(one.name) === sameName(name))) continue;
    const sector = guessSector(name);
    list.push({ id: nextId('stakeholder', list), name, ...(sector && { sector }) });
  }
  return list.slice(before);
}

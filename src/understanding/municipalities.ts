import type { Department } from './departments.ts';
import { DIVIPOLA } from './divipola.ts';
import { words } from './words.ts';

/** A municipality of Colombia: there are some seventy names that two or more departments share. */
export interface Municipality {
  name: string;
  department: Department;
}

const BY_KEY = new Map<string, Municipality[]>();
for (const [department, names] of Object.entries(DIVIPOLA) as [Department, string][])
  for (const name of names.split('|')) {
    const key = keyOf(name);
    BY_KEY.set(key, [...(BY_KEY.get(key) ?? []), { name, department }]);
  }

/** Most words in the name of a municipality. */
export const LONGEST_NAME = Math.max(...[...BY_KEY.keys()].map((key) => key.split(' ').length));

const FIRST_WORDS = new Set([...BY_KEY.keys()].map((key) => key.split(' ')[0] ?? key));

/** Whether the name of some municipality begins with a folded word. */
export function mayBegin(word: string): boolean {
  return FIRST_WORDS.has(word);
}

/** Every municipality of a name, however it is capitalised or accented; none where it is not in the division. */
export function municipalitiesNamed(name: string): readonly Municipality[] {
  return BY_KEY.get(keyOf(name)) ?? [];
}

/** The departments that have a municipality of a name. */
export function departmentsOf(name: string): Department[] {
  return municipalitiesNamed(name).map(({ department }) => department);
}

function keyOf(name: string): string {
  return words(name).join(' ');
}

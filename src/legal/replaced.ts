import { fold } from '../retrieval/language/stems.ts';

/** What the article of c. 2010 tells as in force and the 2025 guide tells otherwise. */
export interface Replaced {
  id: 'cooperation-agency';
  /** The body that the guide names instead. */
  by: string;
  /** Id in the catalogue of the norm that the guide cites instead. */
  norm: string;
}

const REPLACED: readonly (readonly [RegExp, Replaced])[] = [
  [
    /\baccion social\b|\bagencia colombiana de cooperacion\b|\bdecreto 0?2467\b/,
    {
      id: 'cooperation-agency',
      by: 'Agencia Presidencial de Cooperación Internacional',
      norm: 'decreto-603-2022',
    },
  ],
];

/** What of a text of c. 2010 the guide replaces; undefined when nothing of it. */
export function replacedIn(text: string): Replaced | undefined {
  const folded = fold(text);
  return REPLACED.find(([named]) => named.test(folded))?.[1];
}

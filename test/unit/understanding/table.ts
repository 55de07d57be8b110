import { expect, it } from 'vitest';
import type { Reading, ReadingContext } from '../../../src/understanding/index.ts';

export const ES: ReadingContext = { language: 'es', today: '2026-11-21' };
export const EN: ReadingContext = { language: 'en', today: '2026-11-21' };

/** One test per row: a message, and the value it reads as, or the problem as `!date`. */
export function reads<T>(
  reader: (text: string) => Reading<T>,
  rows: readonly (readonly [string, NoInfer<T> | `!${string}`])[],
): void {
  it.each(rows.map(([text, expected]) => ({ text, expected })))(
    '«$text» → $expected',
    ({ text, expected }) => {
      const reading = reader(text);
      expect(reading.ok ? reading.value : `!${reading.problem.slice('problem.'.length)}`).toEqual(expected);
    },
  );
}

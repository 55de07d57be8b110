/**
 * What came of reading a message as a value: the value, or the reason why not, as a key of
 * `dialogs/locales/<language>` with its parameters: `problem.…` for the readers, `guide.problem.…` for what
 * only a step can know. A problem says what was wrong and what is expected, with an example.
 */
export type Reading<T> =
  | { ok: true; value: T }
  | { ok: false; problem: string; params?: Record<string, string | number> };

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function unread(problem: string, params?: Record<string, string | number>): Reading<never> {
  return params ? { ok: false, problem, params } : { ok: false, problem };
}

/** What the readers need to know besides the words. `today` is `YYYY-MM-DD` in Bogotá. */
export interface ReadingContext {
  language: 'es' | 'en';
  today: string;
}

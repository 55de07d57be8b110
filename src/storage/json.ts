/**
 * A value as a database keeps it.
 * @throws {TypeError} for what JSON cannot hold (undefined, a function, a cycle, a bigint).
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('a stored value must be JSON');
  return json;
}

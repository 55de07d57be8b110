import type { Random } from './random.ts';

/** Texts that have broken programs before. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\uFEFF',
  '\uD800',
  'a\uDC00b',
  '\u202Egnp.exe',
  '\u2066x\u2069',
  'e\u0301'.repeat(50),
  'Z\u0351\u0344\u034a'.repeat(30),
  '👩‍👩‍👧‍👦'.repeat(20),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '{nombre}',
  '{{web.title}}',
  '{count, plural, one {x} other {#}}',
  "l'a ''b''",
  '$(reboot) `id`',
  '[a](javascript:alert(1))',
  '[1] [2] [999]',
  '```json\n{',
  '{"version":1}',
  '../../../../etc/passwd',
  '..\\..\\x',
  '%00%2e%2e%2f',
  "'; DROP TABLE documents; --",
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '1e309',
  '-0',
  '99999999999999999999',
  '0,000.000,00',
  '30 de febrero de 2027',
  '2027-13-45',
  '0000-00-00',
  'BEGIN:VEVENT\r\nSUMMARY:x',
  'a\r\nSet-Cookie: x=1',
  '1. 2. 3. 4.',
  '¿?¡!',
  '*_`~#|',
  '٣٤٥ ١٢',
  'İstanbul ß ﬁ',
];

/** Values of the wrong kind. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e-308,
  2 ** 53,
  '',
  [],
  {},
  [[]],
  [null],
];

/** A short bit that is repeated: quadratic patterns show. */
const UNITS: readonly string[] = [
  'a',
  ' ',
  '9',
  '(',
  '-',
  '. ',
  ', ',
  'y ',
  'de ',
  '\n',
  '1) ',
  '**',
  '[1]',
  'á',
  '{"a":',
];

export function nastyText(random: Random): string {
  if (random.chance(0.06))
    return random.pick(UNITS).repeat(1 + random.below(random.chance(0.2) ? 4000 : 300));
  return random.pick(TEXTS);
}

export function nastyValue(random: Random): unknown {
  return random.weighted<unknown>([
    [6, () => structuredClone(random.pick(VALUES))],
    [6, () => nastyText(random)],
    [1, () => deep(10 + random.below(50))],
    [1, () => Array.from({ length: random.below(300) }, () => structuredClone(random.pick(VALUES)))],
    [1, () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')],
  ]);
}

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

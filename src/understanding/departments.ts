import { stripOpening } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { alike, fold, usable, words } from './words.ts';

/** The 32 departments of Colombia and its capital district, as they are written officially. */
export const DEPARTMENTS = [
  'Amazonas',
  'Antioquia',
  'Arauca',
  'Atlántico',
  'Bogotá D.C.',
  'Bolívar',
  'Boyacá',
  'Caldas',
  'Caquetá',
  'Casanare',
  'Cauca',
  'Cesar',
  'Chocó',
  'Córdoba',
  'Cundinamarca',
  'Guainía',
  'Guaviare',
  'Huila',
  'La Guajira',
  'Magdalena',
  'Meta',
  'Nariño',
  'Norte de Santander',
  'Putumayo',
  'Quindío',
  'Risaralda',
  'San Andrés, Providencia y Santa Catalina',
  'Santander',
  'Sucre',
  'Tolima',
  'Valle del Cauca',
  'Vaupés',
  'Vichada',
] as const;
export type Department = (typeof DEPARTMENTS)[number];

const OTHER_NAMES: Readonly<Record<string, string>> = {
  bogota: 'Bogotá D.C.',
  'distrito capital': 'Bogotá D.C.',
  guajira: 'La Guajira',
  'norte santander': 'Norte de Santander',
  'n de santander': 'Norte de Santander',
  'san andres': 'San Andrés, Providencia y Santa Catalina',
  'san andres y providencia': 'San Andrés, Providencia y Santa Catalina',
  'archipielago de san andres': 'San Andrés, Providencia y Santa Catalina',
  valle: 'Valle del Cauca',
  'el valle': 'Valle del Cauca',
};

const NAMES: readonly (readonly [key: string, name: string])[] = [
  ...DEPARTMENTS.map((name) => [words(name).join(' '), name] as const),
  ...Object.entries(OTHER_NAMES),
];

const BY_NAME: ReadonlyMap<string, string> = new Map(NAMES);

/**
 * The department that a phrase names, misspelt or without accents: «narino», «valle», «departamento del Huila».
 * @returns undefined when the phrase is not the name of one
 */
export function departmentNamed(phrase: string): string | undefined {
  const key = words(phrase)
    .join(' ')
    .replace(/^(?:en )?(?:(?:el|la|los) )?(?:departamento|depto|dpto|dto)\b ?(?:de |del )?(?:la )?/, '')
    .replace(/^(?:en |de |del )?(?:el )?(?=\S)/, '')
    .replace(/ (?:colombia|department)$/, '');
  const exact = BY_NAME.get(key) ?? BY_NAME.get(`la ${key}`) ?? BY_NAME.get(key.replace(/^la /, ''));
  if (exact) return exact;
  const near = NAMES.filter(([name]) => name.length >= 5 && alike(name, key));
  return near.length > 0 && near.every(([, name]) => name === near[0]?.[1]) ? near[0]?.[1] : undefined;
}

/**
 * One of the 32 departments or Bogotá, officially spelt, also from a sentence that names just one.
 * @returns problems: `problem.department`
 */
export function readDepartment(text: string, _ctx: ReadingContext): Reading<string> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const direct = departmentNamed(stripOpening(whole.value));
  if (direct) return read(direct);
  const padded = ` ${words(fold(whole.value)).join(' ')} `;
  const within = NAMES.filter(([name]) => padded.includes(` ${name} `));
  const longest = within.filter(
    ([name]) => !within.some(([other]) => other !== name && other.includes(name)),
  );
  const found = [...new Set(longest.map(([, name]) => name))];
  return found.length === 1 && found[0] ? read(found[0]) : unread('problem.department');
}

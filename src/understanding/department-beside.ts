import { DEPARTMENTS, departmentNamed } from './departments.ts';
import { fold } from './words.ts';

const JOINT =
  /^\s*(?:,\s*(?:en\s+|in\s+)?(?:el\s+|la\s+)?(?:departamento\s+(?:de\s+|del\s+)?)?|\(\s*|\s(?:en|del?|in)\s+(?:el\s+|la\s+)?(?:departamento\s+(?:de\s+|del\s+)?)?|\s[-–]\s|\s)/;
/** Most words in the name of a department with what joins them. */
const LONGEST = 7;
const NAMES = DEPARTMENTS.map((name) => fold(name)).join('|');
const STANDS_BEFORE = new RegExp(`\\b(?:del?|en(?: el)?) (?<name>${NAMES}|guajira|valle),? (?:en |de )?$`);

/** The department named right after a place, and where it ends. */
export function departmentAfter(text: string, from: number): { department: string; end: number } | undefined {
  const joint = JOINT.exec(text.slice(from));
  if (!joint) return undefined;
  const at = from + joint[0].length;
  const spoken = text.slice(at, at + 60).split(/(?=\s)|(?=[,.;:)(])/);
  for (let count = Math.min(LONGEST, spoken.length); count > 0; count -= 1) {
    const phrase = spoken
      .slice(0, count)
      .join('')
      .replace(/[\s,.;:]+$/, '');
    // «Guainía, y …»: what joins the next clause is no slip of the name's.
    if (/[\s,](?:y|e|o|u|a|and|con)$|\d/.test(phrase) || /^\s*(?:en|de|del|el)\s/.test(phrase)) continue;
    // «Valle del Sogamoso»: a longer name that begins like one.
    if (/^ (?:del?|de la|de los) (?!Colombia)\p{Lu}/u.test(text.slice(at + phrase.length))) continue;
    const department = departmentNamed(phrase.trim());
    if (department) return { department, end: at + phrase.length };
  }
  return undefined;
}

/** The department named right before a place: «un municipio del Chocó, Nuquí». */
export function departmentBefore(folded: string): string | undefined {
  const name = STANDS_BEFORE.exec(folded)?.groups?.name;
  return name === undefined ? undefined : departmentNamed(name);
}

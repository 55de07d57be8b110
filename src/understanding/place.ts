import { departmentNamed } from './departments.ts';
import { stripOpening } from './lead-ins.ts';
import { municipalitiesNamed } from './municipalities.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, stripStart, trimMarks, usable, words } from './words.ts';

/** A local entity by its name, and the department it lies in when it was told. */
export interface Place {
  name: string;
  department?: string;
}

const LEAD_IN =
  /^(?:(?:soy|somos|vengo|venimos|trabajo|trabajamos|estoy|estamos|escribo|vivo|i am|i'm|we are|i work|we work)(?: (?:del?|desde|en|para|con|el|la|un|una|from|in|for|at|the)\b)*|(?:el |la |mi |nuestro |the )?(?:nombre|entidad|name)(?: (?:de|del|of)(?: la| el| the)? (?:municipio|entidad|municipality))? (?:es|is)\b|(?:se llama|es|it is|called)\b|(?:(?:el|la|mi|nuestro|nuestra|un|una|the|our) )?(?:municipio|alcaldia|alcaldia municipal|distrito|ciudad|pueblo|municipality|city|town|district|mayor's office|departamento|gobernacion|municipal)\b(?: (?:se llama|es|del?|of|is|called)\b)*)\s*:?\s*/;

/**
 * A municipality or other entity with its department: «Los Samanes, Casanare», «Neiva (Huila)», «municipio de X
 * en Y», «Alcaldía de Z, Meta». The name keeps the capitals it was written with.
 * @returns problems: `problem.place`
 */
export function readPlace(text: string, _ctx: ReadingContext): Reading<Place> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const line = trimMarks(whole.value.replace(/\s+/g, ' '));
  const ownDepartment = /^(?:(?:el|la|somos el|somos la) )?(?:departamento|gobernacion)\b/.test(fold(line));
  const place = divide(trimMarks(stripStart(stripOpening(line), LEAD_IN)));
  // «Monte Bello Antioquia población 18000»: a figure is another matter.
  if (!/\p{L}/u.test(place.name) || words(place.name).length > 12 || /\d{3}/.test(place.name))
    return unread('problem.place');
  if (municipalitiesNamed(place.name).length === 0 && isSentence(place.name)) return unread('problem.place');
  const itself =
    ownDepartment || fold(place.name).startsWith('bogota') ? departmentNamed(place.name) : undefined;
  return read(itself && !place.department ? { ...place, department: itself } : place);
}

/** Whether words in small letters are more than the name of a place. */
function isSentence(name: string): boolean {
  if (/\p{Lu}/u.test(name)) return false;
  return words(name).length > 6 || /\b(?:y|o|para|con|que|no|porque|and|or|for|with)\b/.test(fold(name));
}

/** The longest way to name a department with what joins it to a place, in characters. */
const LONGEST_DEPARTMENT = 80;

/** Parts a place at the mark or word before its department; a phrase that is not one stays in the name. */
function divide(text: string): Place {
  const marks =
    /\s*[,(/]\s*|\s+[-–]\s+|\s+(?:en|in)\s+|\s+(?:del?|of) (?:departamento|depto) (?:de |del )?|\s+(?:del?|in)\s+(?=\S+$)/g;
  for (const cut of fold(text).matchAll(marks)) {
    if (text.length - cut.index > LONGEST_DEPARTMENT) continue;
    const department = departmentNamed(
      text.slice(cut.index + cut[0].length).replace(/[,)]?\s*(?:colombia)?[).\s]*$/i, ''),
    );
    const name = trimMarks(text.slice(0, cut.index));
    if (department && name) return { name, department };
  }
  const list = text.split(/\s*,\s*/);
  const [name = text] = list;
  const spoken = text.split(' ');
  for (const count of [3, 2, 1]) {
    const department = departmentNamed(spoken.slice(-count).join(' '));
    const rest = spoken.slice(0, -count).join(' ');
    if (department && rest && list.length === 1 && !/\b(?:de|del|la|el|los|las|san|santa)$/.test(fold(rest)))
      return { name: trimMarks(rest), department };
  }
  return { name: trimMarks(name) };
}

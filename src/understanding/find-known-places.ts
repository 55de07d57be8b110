import { departmentAfter, departmentBefore } from './department-beside.ts';
import { departmentNamed } from './departments.ts';
import { LONGEST_NAME, type Municipality, mayBegin, municipalitiesNamed } from './municipalities.ts';
import type { Said } from './segments.ts';
import { fold } from './words.ts';

const WORD = /[\p{L}\p{N}]+/gu;
/** Most names looked at in a message: who presents themselves does it at once. */
const MOST = 20;
/** Longest stretch before a name that tells whose it is, in characters. */
const BEFORE = 90;

/** Who presents themselves, up to the name: «soy la secretaria de planeación de», «acá en», «la alcaldía de». */
const PRESENTS =
  /(?:^|[\s,.;:(])(?:(?:yo )?(?:soy|somos|trabajo|trabajamos|laboro|escribo|escribimos|hablo|hablamos|llamo|llamamos|estoy|estamos|vivimos|vengo|venimos|represento|representamos)\b[^.;:\n]*? (?:de|del|en|desde|para|a|municipio|alcaldia)|(?:aca|aqui|nosotros) (?:en|de)|(?:la |el |mi |nuestro |nuestra )?(?:alcaldia|municipio|distrito|mayor's office|municipality|town|city)(?: municipal)?(?: (?:es|se llama))?(?: (?:de|of))?|(?:soy|somos|we are|i am)|(?:we are|i am|i work|we work|we write|writing)\b[^.;:\n]*? (?:of|from|in|for)|plan (?:de accion internacional |internacional )?(?:de|para))(?: (?:el|la|los|las|the))?\s*$/;
/** A capital before a name that goes on: no kind of entity and no first word of a sentence. */
const LONGER =
  /(?:\p{Ll}|,) (?:(?:del?|la|el) )*(?!(?:Somos|Soy|Municipio|Alcald|Distrito|Gobernaci|Departamento|Ciudad|Villa|En|De|Del|Aqu|Ac|Desde|Nosotros|We|From)\p{L}*)\p{Lu}\p{Ll}+ $/u;
/** Somebody else's: «hermanarnos con», «la experiencia de», «vecinos de», «un curso en». */
const ANOTHERS =
  /\bno (?:somos|soy|es) (?:\p{L}+ ){0,2}$|\b(?:con|entre|hacia|contra|como|vecin\p{L}*|frontera|limitrofe|limitamos|experiencia|convenio|visit\p{L}*|conoc\p{L}*|herman\p{L}*|universidad|feria|curso|taller|carretera|via|aeropuerto|aprend\p{L}*|cerca|cerquita|lado|with|like|near|visit\p{L}*)\b[^.;:\n]*$/u;

/**
 * The municipality of the country's division that a text presents as its own, in capitals or not: named with its
 * department («Inírida, Guainía», «del Chocó, Nuquí») or after who presents themselves («acá en Leticia»).
 */
export function findKnownPlaces(text: string): Said[] {
  const folded = fold(text);
  const spoken = [...folded.matchAll(WORD)];
  let names = 0;
  for (let i = 0; i < spoken.length && names < MOST; i += 1) {
    if (!mayBegin(spoken[i]?.[0] ?? '')) continue;
    for (let count = Math.min(LONGEST_NAME, spoken.length - i); count > 0; count -= 1) {
      const start = spoken[i]?.index ?? 0;
      const last = spoken[i + count - 1];
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      const known = municipalitiesNamed(text.slice(start, end));
      if (known.length === 0) continue;
      names += 1;
      const found = presented(text, folded, { start, end }, known);
      if (found) return [found];
    }
  }
  return [];
}

function presented(
  text: string,
  folded: string,
  { start, end }: { start: number; end: number },
  known: readonly Municipality[],
): Said | undefined {
  // A stretch of a longer name, or of a sentence that ends between its words, is no name.
  if (/[.;:\n(]/.test(text.slice(start, end))) return undefined;
  const before = folded.slice(Math.max(0, start - BEFORE), start);
  if (ANOTHERS.test(before)) return undefined;
  const of = (department: string | undefined) => known.find((one) => one.department === department);
  const after = departmentAfter(text, end);
  const capital = /^\p{Lu}/u.test(text.slice(start));
  // «Ciénaga Mansa» is no «Ciénaga»: what goes on in capitals is a longer name.
  if (capital && !after && /^ (?:(?:del?|la|las|los|el) ){0,2}\p{Lu}\p{Ll}/u.test(text.slice(end)))
    return undefined;
  // «Alto Patía»: what stands in capitals right before belongs to the name, but for who presents themselves.
  if (capital && LONGER.test(text.slice(Math.max(0, start - 40), start))) return undefined;
  const presents = PRESENTS.test(before);
  if (after && of(after.department) && (capital || presents)) return { start, end: after.end };
  const told = departmentBefore(folded.slice(0, start));
  const name = text.slice(start, end);
  const written = capital ? name : undefined;
  const there = of(told);
  if (there && capital) return { start, end, says: `${written ?? there.name}, ${there.department}` };
  const [official] = known;
  // «San Lino, en Nariño»: alone, what is also the name of a department is the department.
  if (!presents || !official || after || departmentNamed(name)) return undefined;
  // In small letters a name of one word may be any word; alone after «somos de» it is the place.
  if (!capital && name.length < 4) return undefined;
  return { start, end, says: written ?? official.name };
}

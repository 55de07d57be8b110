import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const CATALOGUE = join(import.meta.dirname, '../../../knowledge/norms.json');
const NORM =
  '(?:(?:el )?art(?:[ií]culo|\\.)? ?(?<article>\\d{1,3})(?: del?| de la)? )?(?:(?<kind>ley|decreto|acuerdo)(?: (?:n[uú]mero|no\\.?))? (?<number>\\d{1,5})(?: del?| of) (?<year>(?:19|20)\\d\\d)|(?<constitution>constituci[oó]n)(?: pol[ií]tica)?)';
const BY_NORM = new RegExp(
  `[,;.]?\\s*(?:(?:y|eso|esto) )*\\b(?:(?:nos )?lo (?:permite|autoriza|respalda|ampara)|norma:?|por|seg[uú]n|con base en|basad[oa] en|amparad[oa]s? (?:en|por)|de acuerdo con|bajo|permitid[oa] por|que permite|under|by)\\s?(?:la |el |lo que dice la )?${NORM}`,
  'iu',
);

const AUTHORISED =
  /^(?<action>.{5,}?)[,;]\s*(?:y |con |previ[oa] |requiere |necesita |se necesita |toca pedir(?:le)? |para lo (?:que|cual) se necesita |con previa )*(?:la |el )?(?<authorisations>(?:autorizaci[oó]n|permiso|aval|visto bueno|concepto)(?: previ[oa])?(?: (?:del?|de la|al)|:) .{3,})$/iu;

/** Ids of the catalogue's norms, read once. */
let known: ReadonlySet<string> | undefined;
function isKnown(id: string): boolean {
  known ??= new Set(
    z
      .object({ norms: z.array(z.object({ id: z.string() })) })
      .parse(JSON.parse(readFileSync(CATALOGUE, 'utf8')))
      .norms.map((norm) => norm.id),
  );
  return known.has(id);
}

/**
 * An action abroad as told: what is done and the norm that enables it, by its id in the catalogue, where one is named:
 * «hermanarnos con Loja, por la Ley 191 de 1995». A norm that the catalogue does not have stays in the words.
 */
export function divideAction(told: string): { name: string; norms?: string[]; authorisations?: string } {
  const { action = told, authorisations } = AUTHORISED.exec(told)?.groups ?? {};
  return { ...byNorm(action.trim()), ...(authorisations !== undefined && { authorisations }) };
}

function byNorm(told: string): { name: string; norms?: string[] } {
  const found = BY_NORM.exec(told);
  const { article, kind, number, year, constitution } = found?.groups ?? {};
  if (!found) return { name: told };
  const norm = constitution ? 'constitucion' : `${kind?.toLowerCase()}-${number}-${year}`;
  const exact = article === undefined ? norm : `${norm}-art-${article}`;
  const id = isKnown(exact) ? exact : isKnown(norm) ? norm : undefined;
  const name = (told.slice(0, found.index) + told.slice(found.index + found[0].length)).trim();
  return id === undefined || name === '' ? { name: told } : { name, norms: [id] };
}

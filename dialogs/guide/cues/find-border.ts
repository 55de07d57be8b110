import type { Found } from '../../../src/guide/cues.ts';
import { fold } from '../../../src/understanding/words.ts';

const BORDER = /\bzona (?:de frontera|fronteriza)\b|\bfronteriz[oa]s?\b|\bfrontera\b|\bborder\b/g;
const LIMITS =
  /\b(?<no>no )?(?:limitamos|colindamos|lindamos|limita|colinda) con (?:(?:el )?(?:ecuador|venezuela|brasil|peru|panama)|(?<none>ningun(?:a|o)? pais)|otro pais)\b/g;
const COUNTRY = '(?:el )?(?:ecuador|venezuela|brasil|peru|panama|nicaragua|brazil)';
/** What stands beside the word where it is a name or a theme and tells nothing of where the entity lies. */
const NAMED = /\b(?:proyecto|project|cafe|ejes?|red|ruta|plan|vision|linea|programa|feria|ley|leyes)\b/;
/** Somebody else's: «con un municipio de frontera de Ecuador». */
const ANOTHERS =
  /\b(?:con|entre|como|hacia|a|de) (?:un|una|otr[oa]s?|el|los|las|la|unos)(?: \p{L}+){1,3} (?:de|en|de la|en la) $|\b(?:vecin[oa]s?|otros municipios)\b|\b(?:horas?|minutos?|kilometros|km|pasos?) (?:de|a) (?:la )?$/u;
/** Somebody tells where they lie. */
const OWN = new RegExp(
  `\\b(?:somos|soy|estamos|quedamos|quedan|queda|estan|esta|es|hay|tenemos|vivimos|we are|we re|is|are|it s)\\b|\\b(?:municipio|pueblo|distrito|territorio|departamento|ciudad|entidad|zona|resguardo)s? (?:de (?:la )?)?(?:plena )?fronter|\\bfrontera (?:con|y limite con) ${COUNTRY}|^(?:y |si |de |en |la |plena |zona de |claro |yes |a |on the |the )*(?:frontera|fronteriz[oa]s?|border(?: zone| town| area| municipality)?)(?: si| yes)?[ ?:]*$|^border (?:zone|town|area)|\\ben (?:plena |la )?(?:zona de )?frontera$`,
);
/** A border as a theme of what is told: «la frontera es un reto», «está el comercio en la frontera». */
const THEME =
  /\b(?:reto|desafio|necesidad|comercio|jovenes|migrantes|migracion|seguridad|cooperacion|integracion|oportunidad|objetivo)\b/;
const DENIES =
  /\b(?:no|ni|tampoco|lejos|lejisimos|nada|sin|cero|ningun\p{L}*|not|nor|never|far)\b|\bfrontera (?:no|nada|tampoco)\b/u;
/** What begins and ends the clause around the word. */
const OPENS = /[.,](?!\d)|[;:\n()¿]|\b(?:y|pero|porque|and|but|because)\b/g;
const CLOSES =
  /[.,](?!\d)|[;:\n()]|\b(?:pero|but)\b|\b(?:y|and) (?!nada|no\b(?! (?:hay|somos|tenemos))|tampoco)|\b(?:de|con|of|with) (?=(?:unos |unas |casi |some |about )?\d)|\?(?=\s|$)/;
/** What stands right before the word, where a figure of another field opens the clause: «categoría seis sin frontera». */
const FIGURES = /\d|\bmil\b|\bhabitantes\b|\bcategoria\b/;
const RIGHT_BEFORE =
  /(?:(?:y|si|claro|no|ni|sin|nada|tampoco|somos|estamos|quedamos|queda|es|en|la|de|un|una|municipio|zona|pueblo|distrito|hay|tenemos|lejos|plena) )+$/;
const VERB = /\b(?:somos|estamos|quedamos|queda|es|hay)\b/;
/** How far to each side the clause is looked at, in characters. */
const BEFORE = 90;
const AFTER = 60;

/** Whether the entity lies in a border zone, as the clause around «frontera» says it: «de frontera nada que ver». */
export function findBorder(text: string): Found[] {
  const folded = fold(text);
  if (!/front|border|limita|colind|linda/.test(folded)) return [];
  const told = [...folded.matchAll(BORDER)].flatMap((found) => clauseAt(folded, found) ?? []);
  if (told.length > 0) return told;
  return [...folded.matchAll(LIMITS)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    says: found.groups?.no || found.groups?.none ? 'no' : 'sí',
  }));
}

function clauseAt(folded: string, { 0: word, index }: RegExpExecArray): Found | undefined {
  if (/\bsin $/.test(folded.slice(Math.max(0, index - 5), index)) && word === 'fronteras') return undefined;
  const far = Math.max(0, index - BEFORE);
  const before = folded.slice(far, index);
  const opening = [...before.matchAll(OPENS)].at(-1);
  const opens = opening ? far + opening.index + opening[0].length : far;
  const near = RIGHT_BEFORE.exec(before);
  // Dictated without stops, what stands right before the word tells enough where it has a verb of its own.
  const apart = near !== null && (FIGURES.test(folded.slice(opens, index)) || VERB.test(near[0]));
  const start = apart ? Math.max(opens, far + near.index) : opens;
  const wordEnd = index + word.length;
  const after = folded.slice(wordEnd, wordEnd + AFTER);
  const end = wordEnd + (CLOSES.exec(after)?.index ?? after.length);
  const clause = folded.slice(start, end);
  const lead = /^[\s-]*/.exec(clause)?.[0].length ?? 0;
  // «Frontera: no», «¿Zona de frontera? Sí», «frontera, no».
  const answer = /^[\s:?,]*(?:(?<no>no|nada|negativo)|(?<yes>si|yes))(?![\p{L}])/u.exec(folded.slice(end));
  const headed = /^[\s:?]/.test(folded.slice(end)) && !/^ /.test(folded.slice(end));
  const alone =
    /^\s*(?:- )?(?:(?:esta |es )?(?:en )?(?:zona|municipio) de )?(?:frontera|border zone)\s*$/.test(clause);
  const nods = answer && (alone || folded[end] === ',');
  const closes = nods ? end + answer[0].length : end;
  if (NAMED.test(clause) || ANOTHERS.test(folded.slice(start, index))) return undefined;
  if (nods && (alone || answer.groups?.no))
    return { start: start + lead, end: closes, says: answer.groups?.no ? 'no' : 'sí' };
  if (alone && headed && !/^[?,.]/.test(folded.slice(end))) return undefined;
  if (DENIES.test(clause)) return { start: start + lead, end, says: 'no' };
  const own = OWN.test(clause.trim()) && !(THEME.test(clause) && !/\bsomos\b/.test(clause));
  return own ? { start: start + lead, end: closes, says: 'sí' } : undefined;
}

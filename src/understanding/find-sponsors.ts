import { type Said, sentencesOf } from './segments.ts';
import { fold } from './words.ts';

const CHIEF =
  /\b(?:alcald(?:e|esa)|gobernador[a]?|mandatari[oa]|cabildo gobernador|presidente de la junta|(?:(?<=the |our )|(?<=by ))(?:mayor|governor)|mayor(?= \p{L}+ (?:supports|backs)))(?: (?:municipal|distrital|local|mayor|encargad[oa]))?\b/gu;
/** Without any of these a text names no chief. */
const MAYBE = /alcald|gobernador|mandatari|presidente|mayor|governor/;
/** What gives the chief's support before naming them. */
const GIVEN =
  /(?:^|[\s,;:(])(?:(?:(?:ya |si )?(?:tenemos|contamos con|cuenta con|cuento con|hay|con|we have|with|has) )?(?:el |todo el |la |the |full )*(?:apoyo|respaldo|aval|visto bueno|compromiso|patrocinio|voluntad|support|backing|endorsement)(?: (?:politic[oa]|total|pleno|decidido|expreso))*(?: (?:es|viene))? (?:del?|de la|of the|of our|from the|from our)|(?:apoyo|respaldo|aval)(?: politico)? (?:si )?(?:hay|tenemos|esta),? (?:(?:es )?el )?(?:del?|de la)|quien (?:nos |lo |mas )?(?:apoya|respalda|avala|acompana|esta con nosotros)(?: (?:esto|el plan))? es (?:el|la)|(?:nos |lo |la |le |me )+(?:apoya|respalda|avala|acompana|patrocina)(?: (?:el|la|nuestr[oa]))?|(?:backed|supported|endorsed) by (?:the|our))(?: senora?)? $/;
const ARTICLE = /(?:^|[\s,;:(])(?:el|la|nuestr[oa]|the|our)(?: senora?)? $/;
const SUPPORTS =
  /\b(?:apoya|respalda|avala|aprueba|aprobo|acompana|patrocina|impulsa|esta (?:(?:muy|totalmente|plenamente|mas que|super|bien|del todo|100 ?%) )*(?:de acuerdo|comprometid(?:[oa]|isim[oa])|con nosotros|a favor|enterad[oa]|de nuestro lado|metid[oa] en (?:esto|el tema|el cuento))|se (?:comprometio|la juega|le mide|le midio)|(?:da|dio|ha dado) (?:su|el|la|luz) (?:apoyo|respaldo|aval|visto bueno|bendicion|verde|si)|dijo que si|supports?|backs?|is (?:fully |totally |completely )?(?:on board|behind|in favou?r|committed)|agrees|endorses)\b(?: (?:el|este|the|this) (?:plan|tema|proceso)| us| it)?(?: (?:totalmente|plenamente|del todo|fully))?/;
const DENIES =
  /\b(?:no|not|ni|tampoco|nunca|does not|doesn't|isn't)(?: (?:nos|lo|la|le|ha|han|esta|yet))* ?$/;
/** Before the support: it is lacking. «no tenemos el aval del alcalde», «sin apoyo de la alcaldesa». */
const LACKING =
  /\b(?:no (?:tenemos|hay|contamos|cuento|tengo|se tiene|logramos|nos dan|existe|we have)|sin|nos falta|falta|without|we (?:have no|do not have|don't have|lack)|ni|tampoco (?:tenemos|hay|contamos))(?: (?:todavia|aun|yet))?(?: con)?(?: (?:el|la|ningun|ninguna|any|the))?$/;
const HAVING = /^\W*(?:tenemos|contamos|cuento|cuenta|hay|we have)\b/;
/** After the chief: likewise. «Del alcalde no tenemos respaldo», «apoyo del alcalde no hay». */
const LACKS =
  /^,? ?(?:(?:todavia|aun|por ahora|la verdad) )*(?:no|tampoco) (?:(?:nos )?(?:tenemos|hay|contamos|tengo|conseguimos|existe|da)\b|\p{L}+ (?:el )?(?:apoyo|respaldo|aval))(?! (?:decreto|acto|acuerdo|plata|presupuesto|oficina|equipo))/u;
/** Neither given nor denied. */
const OPEN =
  /\b(?:no se (?:ha )?compromet\p{L}+|ni que si ni que no|no ha (?:dicho|confirmado|decidido|respondido)|(?:lo|la) esta pensando|(?:por|sin|falta) confirmar|indecis[oa]|has not (?:decided|said)|undecided)/u;
/** What is only wished for: «ojalá el alcalde nos apoye», «falta que …». */
const WISHED =
  /\b(?:ojala|falta que|queremos que|esperamos(?: que)?|necesitamos(?: que)?|buscamos|buscando|esperando|si)(?: (?:el|la|nuestr[oa]))? $/;
/** Courtesy between a post and a name: «alcalde es don …», «alcaldesa, Dra. …». */
const TO_NAME = /^,? ?(?:(?:es|is|se llama|mi|el|la|senora?|don|dona|doctora?|dra?\.?|ing\.?) )*/;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|del|la|las|los) ){0,2}\p{Lu}[\p{L}'’-]*){0,4}/u;
const PLAIN_NAME =
  /^(?!(?:que|y|no|nos|lo|la|le|ya|si|va|esta|con|ha|tiene|para|por|en|el|un|es|del?|al)\b)\p{L}{3,}(?: (?!(?:que|y|no|nos|lo|la|le|ya|si|va|esta|con|ha|tiene|para|por|en|el|un|es|apoya|respalda|avala)\b)\p{L}{2,}){0,3}/u;
/** How far from the chief the verb of support may stand, in characters. */
const FAR = 110;

/**
 * Who of the highest authority supports the plan: «con el aval del alcalde Jairo Peña», «la alcaldesa, Rosa Gil, nos
 * apoya», «el gobernador todavía no respalda esto». Given to the reader as «Jairo Peña, alcalde», or «no».
 */
export function findSponsors(text: string): Said[] {
  if (!MAYBE.test(fold(text))) return [];
  return sentencesOf(text).flatMap(({ start, end }) => {
    const folded = fold(text.slice(start, end));
    return [...folded.matchAll(CHIEF)].flatMap((chief) => {
      const said = sponsorAt(text.slice(start, end), folded, chief.index, chief.index + chief[0].length);
      return said ? [{ ...said, start: start + said.start, end: start + said.end }] : [];
    });
  });
}

function sponsorAt(text: string, folded: string, from: number, to: number): Said | undefined {
  const before = folded.slice(Math.max(0, from - 80), from);
  const given = GIVEN.exec(before);
  const rest = /^[^;:]*/.exec(folded.slice(to, to + FAR))?.[0] ?? '';
  if (OPEN.test(rest) || WISHED.test(before)) return undefined;
  const supportBefore = given ? before.slice(0, given.index).trimEnd() : undefined;
  const lacking =
    supportBefore !== undefined &&
    (LACKING.test(supportBefore) ||
      (HAVING.test(given?.[0] ?? '') && /\b(?:no|tampoco)$/.test(supportBefore)));
  const lacks = (given || /\b(?:del?|de la) (?:senora? )?$/.test(before)) && LACKS.exec(rest);
  if (lacks) return { start: from, end: to + lacks[0].length, says: 'no' };
  if (lacking && given) return { start: from - (before.length - given.index), end: to, says: 'no' };
  const verb = SUPPORTS.exec(rest);
  if (!given && !verb) return undefined;
  const lead = given ?? ARTICLE.exec(before);
  const opens = from - (lead ? before.length - lead.index - (/^[\s,;:(]/.test(lead[0]) ? 1 : 0) : 0);
  if (verb && DENIES.test(rest.slice(0, verb.index)))
    return { start: opens, end: to + verb.index + verb[0].length, says: 'no' };
  const name = nameAfter(text.slice(to), folded.slice(to), verb?.index) ?? nameBefore(text.slice(0, opens));
  const post = text.slice(from, to);
  const says = name ? `${name.text}, ${post}` : post;
  const closes = Math.max(to + (name?.end ?? 0), verb ? to + verb.index + verb[0].length : to);
  return { start: opens, end: closes, says };
}

/** «Ana Gil, alcaldesa, apoya…». */
function nameBefore(text: string): { text: string; end: number } | undefined {
  const name = /(?<name>\p{Lu}[\p{L}'’-]*(?: (?:(?:de|del|la) ){0,2}\p{Lu}[\p{L}'’-]*){1,4}),? $/u.exec(
    text.slice(-60),
  )?.groups?.name;
  return name === undefined ? undefined : { text: name, end: 0 };
}

function nameAfter(text: string, folded: string, verb = FAR): { text: string; end: number } | undefined {
  const at = TO_NAME.exec(folded)?.[0].length ?? 0;
  if (at === 0 || at > verb) return undefined;
  const capital = NAME.exec(text.slice(at))?.[0];
  const plain = capital ?? PLAIN_NAME.exec(folded.slice(at, verb))?.[0].trimEnd();
  return plain === undefined
    ? undefined
    : { text: text.slice(at, at + plain.length), end: at + plain.length };
}

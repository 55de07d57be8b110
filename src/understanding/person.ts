import type { Person } from '../plan/values.ts';
import { stripOpening } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { fold, stripStart, trimMarks, usable, words } from './words.ts';

const LEAD_IN =
  /^(?:(?:el|la|los|las|nuestro|nuestra|the|our)? ?(?:responsable|encargad[oa]|lider|persona(?: encargada| responsable)?|titular|head|lead|person in charge|patrocinador[a]?)(?: (?:del|de la|de los|of the) (?:proyecto|plan|oficina|tema|project))? (?:es|seria|sera|is|would be)\b|(?:yo(?: mism[oa])?(?=,)|se llama|seria|sera|es|son|lo lidera|la lidera|lo lleva|la lleva|lo hace|his name is|her name is|it is|it's|called)\b)\s*[:,]?\s*/;
const POST =
  /\b(?:alcald(?:e|esa)|(?:sec|dir|coord|subsec)\.? (?=de)|gobernador[a]?|(?:sub)?secretari[oa]|jef[ea]|director[a]?|subdirector[a]?|coordinador[a]?|asesor[a]?|enlace|profesional|gerente|lider(?:esa)?|encargad[oa]|funcionari[oa]|gestor[a]?|tecnic[oa]|auxiliar|personer[oa]|presidente|presidenta|vicepresident[ea]|rector[a]?|concejal[a]?|contratista|consultor[a]?|delegad[oa]|representante|administrador[a]?|tesorer[oa]|contador[a]?|inspector[a]?|comisari[oa]|abogad[oa]|economista|ingenier[oa] de|promotor[a]?|oficina|direccion|dependencia|unidad|despacho|mayor|governor|secretary|head of|director of|manager|officer|coordinator|adviser|advisor|deputy|planner|chief)\b/;
const NOBODY =
  /^(?:(?:todavia|aun|por ahora) )?(?:yo(?: mism[oa])?|nadie|ningun[oa]|no (?:hay|tenemos|se ha)\b.*|sin (?:responsable|definir)|por definir|nobody|no one|me|myself|none)(?: (?:todavia|aun|yet|por ahora))?$/;
/** Tells only that someone follows in the post of another, which stands elsewhere. */
const SAME_POST = /^(?:(?:en|con|in) )?(?:el|the)? ?(?:mismo|same) (?:cargo|puesto|post|position|job)$/;
/** Courtesy before a name. */
const TITLE =
  /^(?:(?:el|la) mism[oa] (?=\S)|(?:el |la )?(?:don|dona|dra?\.?|doctor[a]?|ing\.?|lic\.?|arq\.?|senor[a]?|sra?\.?|mr\.?|mrs\.?|ms\.?)\s+(?=\S))/;
const ARTICLE = /^(?:el|la|los|las|un|una|nuestro|nuestra|the|a|an|our)\s+/;

/**
 * Someone who answers for something: «Julián Ortega, jefe de la oficina», «la secretaria de planeación» (only
 * the post), «Hernán Doria (asesor)».
 * @returns problems: `problem.person`
 */
export function readPerson(text: string, _ctx: ReadingContext): Reading<Person> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = trimMarks(stripStart(stripOpening(whole.value.replace(/\s+/g, ' ')), LEAD_IN));
  if (NOBODY.test(fold(said))) return unread('problem.person');
  if (!/\p{L}{2}/u.test(said) || words(said).length > 30) return unread('problem.person');
  const [first, ...others] = divide(stripStart(said, TITLE)).map((part) => stripStart(part, TITLE));
  const rest = others.join(', ');
  const person = first === undefined ? {} : rest === '' ? single(first) : pair(first, rest);
  const tooLong = [person.name, person.post].some((part) => part !== undefined && part.length > 300);
  return tooLong || (person.name === undefined && person.post === undefined)
    ? unread('problem.person')
    : read(person);
}

function divide(said: string): string[] {
  return said
    .replace(/,\s*(?:que|quien|who)\s+(?:es|is)\s+/i, ', ')
    .split(
      /\s*[,;(/]\s*|(?<=\p{Ll}{3})\.\s+|\s+[-–—]\s+|\s+(?:que es|quien es|es|como|who is|as)\s+(?:(?:el|la|nuestro|nuestra|the|our)\s+)?/u,
    )
    .map((part) => part.replace(/^(?:el|su|con el)?\s*cargo(?: es)?(?: de)?:?\s+/i, ''))
    .map((part) => trimMarks(part.replace(/\)/g, '')))
    .filter((part) => part !== '' && !SAME_POST.test(fold(part)));
}

function pair(first: string, rest: string): Person {
  const swapped = isPost(first) && !isPost(rest) && looksLikeName(rest);
  const [name, post] = swapped ? [rest, first] : [first, rest];
  if (isPost(name)) return { post: stripStart(`${name}, ${post}`, ARTICLE) };
  return { name: stripStart(name, ARTICLE), post: stripStart(post, ARTICLE) };
}

/** One phrase: a name, a post, or a name beside a post without a mark between them. */
function single(phrase: string): Person {
  if (!isPost(phrase)) return words(phrase).length <= 12 ? { name: stripStart(phrase, ARTICLE) } : {};
  const at = POST.exec(fold(phrase))?.index ?? 0;
  const before = phrase
    .slice(0, at)
    .replace(/\s+(?:el|la|the)\s*$/i, '')
    .trim();
  if (words(before).length >= 2 && looksLikeName(before))
    return { name: before, post: phrase.slice(at).trim() };
  const post = stripStart(phrase, ARTICLE);
  const named =
    /^(?<post>\S+(?:\s+(?:de|del|para)\s+(?:(?:la|el|los|las)\s+)?\p{Ll}[^\p{Lu}]*)?)\s+(?<name>\p{Lu}\p{L}+(?:\s+(?:(?:de|del|la|los)\s+)*\p{Lu}\p{L}+)*)$/u.exec(
      post,
    );
  const { post: title, name } = named?.groups ?? {};
  if (title && name && !/\s(?:de|del|la|el|los|las|y)$/.test(fold(title))) return { name, post: title };
  return { post };
}

function isPost(phrase: string): boolean {
  const folded = fold(phrase);
  const found = POST.exec(folded);
  return found !== null && (found.index <= 24 || ARTICLE.test(folded));
}

function looksLikeName(phrase: string): boolean {
  return !POST.test(fold(phrase)) && !/\d/.test(phrase) && words(phrase).length <= 8;
}

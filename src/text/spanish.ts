/** Nouns that name bodies, units and groups whose ending does not tell their gender, or that stand before a name. */
const WOMEN =
  /^(?:red|ong|jac|gente|ciudad|universidad|alcaldia|gobernacion|secretaria|subsecretaria|oficina|direccion|subdireccion|consejeria|agencia|unidad|coordinacion|gerencia|empresa|cooperativa|asociacion|corporacion|fundacion|federacion|camara|emisora|junta|mesa|asamblea|escuela|academia|institucion|biblioteca|casa|iglesia|parroquia|diocesis|pastoral|embajada|policia|personeria|comunidad|organizacion|liga|alianza|veeduria|delegacion|mujeres|esap|unad|apc|onu|oim|fao|giz|aecid|caf|unesco|union|guardia|defensoria|comision|autoridad|sociedad|agremiacion|central|prensa|radio)$/;
const MEN =
  /^(?:programa|sistema|sena|pnud|bid|dnp|unicef|despacho|departamento|comite|consejo|concejo|cabildo|resguardo|colegio|instituto|museo|hospital|parque|centro|gremio|grupo|club|consulado|ministerio|periodico|canal|banco|fondo|clima|mapa|turista|area|hotel|sindicato|observatorio|equipo|municipio|gobierno|territorio|jardin|batallon|cuerpo|acueducto)$/;
/** Feminine nouns that take «el» because they begin with a stressed «a». */
const WITH_EL = /^(?:agua|aula|alma|arma|hambre|area)$/;
const ARTICLE = /^(?:el|la|los|las|un|una|unos|unas|su|sus|nuestr[oa]s?|mi|mis)\s/i;
const FEMININE = /(?:a|cion|sion|dad|tad|tud|umbre)$/;
/** «Los artistas»: of both, told in the masculine. */
const OF_BOTH = /istas?$/;
const FEMININE_PLURAL = /(?:as|ciones|siones|dades|tades|tudes|umbres)$/;

/**
 * A name of a body or a group with its article: «la cooperativa de caficultores», «el SENA», «las juntas de acción
 * comunal». A name whose gender cannot be told (a person's, a brand's) stays as it is.
 */
export function withArticle(name: string): string {
  if (ARTICLE.test(name)) return name.charAt(0).toLowerCase() + name.slice(1);
  const article = articleOf(name);
  return article === undefined ? name : `${article} ${name}`;
}

/** Whether a word, in the singular or the plural, is a noun that names bodies, units or groups. */
export function isBody(word: string): boolean {
  const forms = [plain(word), plain(word).replace(/s$/, ''), plain(word).replace(/es$/, '')];
  return forms.some((form) => WOMEN.test(form) || MEN.test(form));
}

/** The article that a name takes, or undefined when it cannot be told. */
export function articleOf(name: string): 'el' | 'la' | 'los' | 'las' | undefined {
  const [head = ''] = name.split(/[\s,]/);
  const word = plain(head);
  if (WITH_EL.test(word)) return 'el';
  if (word === 'mujeres') return 'las';
  if (WOMEN.test(word)) return 'la';
  if (MEN.test(word)) return 'el';
  const singular = word.replace(/es$/, '').replace(/s$/, '');
  if (word !== singular && (WOMEN.test(singular) || WOMEN.test(word.replace(/s$/, '')))) return 'las';
  if (word !== singular && (MEN.test(singular) || MEN.test(word.replace(/s$/, '')))) return 'los';
  // A capital may begin a person's or a brand's name; common nouns are told by their ending.
  if (/\p{Lu}/u.test(head) || !/^\p{L}{3,}$/u.test(head)) return undefined;
  if (OF_BOTH.test(word)) return word.endsWith('s') ? 'los' : 'el';
  if (word.endsWith('s')) return FEMININE_PLURAL.test(word) ? 'las' : 'los';
  return FEMININE.test(word) ? 'la' : 'el';
}

/** «De el» and «a el» as they are said: «del», «al». A name's own «El» stays: «de El Tambo». */
export function contract(text: string): string {
  return text.replace(/(?<!\p{L})([Dd]e|[Aa]) el(?!\p{L})/gu, (_, preposition: string) => `${preposition}l`);
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

import { fold } from './words.ts';

type Gender = 'm' | 'f';

/** First names whose ending does not tell what most names of that ending are. */
const MEN =
  /^(?:felipe|jaime|jorge|jose|enrique|vicente|andres|carlos|luis|jesus|nicolas|tomas|elias|lucas|matias|juan|ivan|german|hernan|julian|adrian|fabian|sebastian|damian|cristian|christian|joaquin|martin|agustin|benjamin|efrain|ruben|edwin|william|john|jhon|david|daniel|miguel|angel|manuel|rafael|gabriel|samuel|raul|abel|oscar|omar|cesar|hector|victor|nestor|javier|walter|wilmer|edgar|alexander|jefferson|freddy|henry|harold|ronald|leonel|joel|noe|jeisson|wilson|nelson|edison|yeison|simon|ramon|nixon|bernabe|felix|max|borja|luca)$/;
const WOMEN =
  /^(?:luz|carmen|pilar|rosario|consuelo|amparo|rocio|socorro|isabel|raquel|ester|esther|ruth|judith|edith|beatriz|ines|mercedes|dolores|nieves|gladys|doris|iris|lourdes|irene|elizabeth|ivonne|yvonne|leonor|flor|marisol|belen|maribel|janeth|yaneth|jaqueline|jacqueline|nelly|yudy|dory|leidy|yuri|katherine|catherine|matilde|clemencia)$/;
/** Posts that say who holds them: man, then woman. */
const POSTS: readonly (readonly [m: string, f: string])[] = [
  ['secretario', 'secretaria'],
  ['subsecretario', 'subsecretaria'],
  ['director', 'directora'],
  ['subdirector', 'subdirectora'],
  ['coordinador', 'coordinadora'],
  ['asesor', 'asesora'],
  ['jefe', 'jefa'],
  ['alcalde', 'alcaldesa'],
  ['gobernador', 'gobernadora'],
  ['encargado', 'encargada'],
  ['funcionario', 'funcionaria'],
  ['gestor', 'gestora'],
  ['tecnico', 'tecnica'],
  ['presidente', 'presidenta'],
  ['rector', 'rectora'],
  ['concejal', 'concejala'],
  ['consultor', 'consultora'],
  ['delegado', 'delegada'],
  ['promotor', 'promotora'],
];

/** Whether a first name is a man's or a woman's, as far as the name tells. */
function genderOf(name: string): Gender | undefined {
  const first = fold(name).trim().split(/\s+/)[0] ?? '';
  if (MEN.test(first)) return 'm';
  if (WOMEN.test(first) || first.endsWith('a')) return 'f';
  return first.endsWith('o') ? 'm' : undefined;
}

/**
 * A post in the words for who holds it now: «secretaria de Planeación» of Felipe is «secretario de Planeación».
 * Where the name does not tell, or the post has one form, it stays.
 */
export function agreePost(post: string, name: string): string {
  const gender = genderOf(name);
  const [title = ''] = post.split(' ');
  const forms = POSTS.find((pair) => pair.includes(fold(title)));
  if (!gender || !forms) return post;
  const [man, woman] = forms;
  const form = gender === 'm' ? man : woman;
  if (fold(title) === form) return post;
  const cased = /^\p{Lu}/u.test(title) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
  return cased.replace(/^([Tt])ecnic/, '$1écnic') + post.slice(title.length);
}

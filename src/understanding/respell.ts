import { distance, fold } from './words.ts';

/** Words that head the data of a plan, as they are often misspelt; none is one letter away from another common word. */
const HEADWORDS =
  'presupuesto poblacion habitantes municipio departamento categoria frontera responsable equipo personas proyecto objetivo beneficiarios indicador seguimiento comunicacion necesidades oportunidades capacidades fortalezas debilidades amenazas antecedentes alcaldia alcaldesa gobernacion secretaria planeacion decreto ordenanza titulo idiomas capacitacion dependencia sostenibilidad resultados desarrollo millones mitigacion monitoreo periodo autorizacion cooperacion participacion hermanamiento'.split(
    ' ',
  );
const SHORTEST = 5;
const LONGEST = 18;
/** A text whose misspelt headwords («poblasion», «equpo») are spelt right; capitals and everything else stay. */
export function respell(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length < SHORTEST || word.length > LONGEST) return word;
    const said = fold(word);
    const meant = HEADWORDS.includes(said) ? undefined : HEADWORDS.find((headword) => isSlip(said, headword));
    if (meant === undefined) return word;
    return /^\p{Lu}/u.test(word) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
  });
}

/** One slip; gender and number are none: the ends must be alike, and a plural is a word of its own. */
function isSlip(said: string, headword: string): boolean {
  if (said.charAt(0) !== headword.charAt(0) || said.at(-1) !== headword.at(-1)) return false;
  return distance(said, headword, 1) <= 1;
}

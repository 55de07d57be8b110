import { fold } from './words.ts';

const NAMES =
  'Alemania, Argentina, Australia, Austria, Bélgica, Bolivia, Brasil, Canadá, Chile, China, Corea, Corea del Sur, Costa Rica, Cuba, Curazao, Dinamarca, Ecuador, El Salvador, España, Estados Unidos, Finlandia, Francia, Guatemala, Haití, Holanda, Honduras, India, Indonesia, Inglaterra, Irlanda, Islandia, Israel, Italia, Jamaica, Japón, Kenia, Marruecos, México, Nicaragua, Noruega, Países Bajos, Panamá, Paraguay, Perú, Polonia, Portugal, Puerto Rico, Reino Unido, República Dominicana, Singapur, Sudáfrica, Suecia, Suiza, Turquía, Uruguay, Venezuela, Belgium, Brazil, France, Germany, Italy, Japan, Korea, Mexico, Netherlands, Norway, Peru, Spain, Sweden, United Kingdom, United States';
const COUNTRIES = new Set(NAMES.split(', ').map(fold));

/** The countries, in a pattern on folded text. */
export const COUNTRY = `(?:${[...COUNTRIES].join('|')})`;

/** Whether a phrase is the name of a country that municipalities cooperate with, in Spanish or English. */
export function isCountry(phrase: string): boolean {
  return COUNTRIES.has(fold(phrase).trim());
}

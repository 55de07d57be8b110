import { WANT, whole } from './command-phrases.ts';
import { core, plainWords } from './courtesy.ts';
import { tidy } from './words.ts';

/** Longest message that is looked at as a request for a report, in characters. */
const LONGEST = 120;
const THE = '(?:(?:el|la|los|un|una|mi|nuestro|nuestra|the|a|my|our) )*';
const GIVE =
  '(?:(?:ver|deme|denos|mande(?:me)?|envie(?:me)?|pase(?:me)?|genere|descargar|exportar|exporte|sacar|quiero|necesito|mostrar|muestre(?:me)?|give me|send me|get|export|download|show me) )*';
const REPORT = whole(
  `${WANT}${GIVE}${THE}(?:(?:informe|reporte|documento|resultado|report|result)s? (?:(?:de|sobre|of|on) ${THE}(?:evaluacion(?: de ${THE}practica)?|practica|practice(?: evaluation)?|evaluation(?: of ${THE}practice)?))|evaluacion de ${THE}practica|(?:practice )?evaluation(?: of ${THE}practice)?(?= (?:in|as|report))|(?:practice|evaluation) report)(?: (?:en|in|as|como) (?:formato )?(?<format>word|docx|pdf))?`,
);

/**
 * A whole message that asks for the report of an evaluation: «informe de la evaluación en PDF», «practice report».
 * @returns undefined when it asks for anything else; `format` where one was named
 */
export function readReport(text: string): { format?: 'docx' | 'pdf' } | undefined {
  const tidied = tidy(text.slice(0, LONGEST + 1));
  if (tidied.length > LONGEST) return undefined;
  const plain = plainWords(tidied);
  const found = REPORT.exec(plain) ?? REPORT.exec(core(plain));
  if (!found) return undefined;
  const format = found.groups?.format;
  return format === undefined ? {} : { format: format === 'pdf' ? 'pdf' : 'docx' };
}

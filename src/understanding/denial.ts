import { plainWords } from './courtesy.ts';
import { stripFillers } from './lead-ins.ts';
import { tidy } from './words.ts';

const NONE =
  /^(?:(?:la verdad|por ahora|por el momento|de momento|hasta ahora|todavia|aun|ahorita|pues|yet|for now) )*(?:no|nop|ningun[oa]?s?|nadie|nada|ni un[oa]|no (?:hay|tenemos|tengo|existe|existen|aplica|se tiene|contamos con)(?: (?:ningun[oa]?s?|nada|nadie|un[oa]|eso|todavia|aun))*|none|nothing|nobody|no one|not any|there (?:is|are) none|we have none)(?: (?:por ahora|por el momento|todavia|aun|ahora|ahorita|de momento|hasta ahora|yet|for now|right now))*$/;

/**
 * Whether a whole message says that there is none of what was asked for: «ninguno», «no hay», «todavía no
 * tenemos». «Ninguno, apenas una visita» tells something and is no denial.
 */
export function deniesAll(text: string): boolean {
  return text.length <= 80 && NONE.test(plainWords(stripFillers(tidy(text))));
}

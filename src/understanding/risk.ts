import { stripFillers } from './lead-ins.ts';
import { type Reading, type ReadingContext, read, unread } from './reading.ts';
import { byNumbers } from './statements.ts';
import { fold, stripStart, trimMarks, usable } from './words.ts';

/** What may go wrong, and what is done about it. */
export interface Risk {
  risk: string;
  mitigation?: string;
}

const LABEL =
  /^(?:(?:el|los|un|the|a)? ?(?:(?:principal|mayor|main) )?(?:riesgos?|risks?)(?: (?:principal|mayor))?(?: (?:es|son|seria|is|are)\b(?: (?:de )?que(?= se fue))?| ?:)(?: ?(?:un[oa]|dos|tres|cuatro|\d|two|three|several|varios) ?:)?|(?:un[oa]|dos|tres|cuatro|varios|two|three|several) ?:)\s*/;
/** Words that introduce a mitigation, with the pronouns and helping verbs before them. */
const MITIGATION =
  /(?:^|[\s,;.:(–-])(?:y )?(?:(?:para|como|lo|la|los|las|se|eso|esto|se lo|nos|we|to)\s+)?(?:(?:vamos a|podemos|puede|debe|debemos|hay que|will|can)\s+)?(?:mitig\w+(?: (?:it|them|el riesgo|la|lo|es|seria|sera|is))?|medidas?(?: de mitigacion)?|como mitigarlo|prevencion|(?:lo|la|los|las) (?:prevenimos|evitamos|manejamos|atendemos|reducimos|afrontamos|enfrentamos|resolvemos)|(?:evitar|prevenir|reducir|manejar|atender|afrontar|enfrentar|contrarrestar)l[oae]s?)\b(?:\s*[:,–-]|\s+(?:con|mediante|por medio de|a traves de|haciendo|with|by|through)\b)?\s*/;
/** What is done about a risk, without saying that it is a mitigation: «ahí presupuestamos un margen». */
const MEASURE =
  /[,;] (?:y )?(?:(?:para (?:eso|esto|ello|lo cual|evitarlo|que no pase)|por eso|por lo cual|por lo que|ahi|ante (?:eso|esto)|entonces|en ese caso|si pasa|for that|so|in that case|therefore),? (?:(?:lo |la |nos |se )?(?:vamos a|tendremos|tenemos|haremos|hacemos|habra|hay|usaremos|pondremos|will have|we will|we have) )?|(?:vamos a|haremos|tendremos|we will|we ll|we are going to) |(?=(?:[a-z]{3,}remos|[a-z]{3,}(?:are|ere|ire)mos) ))/;
/** An infinitive at the start: something to be done. */
const TO_DO = /^(?!mar |lugar |hogar |azucar )[a-z]{2,}(?:ar|er|ir)(?:l[aeo]s?|se|nos)?\b/;
/** «Para eso reservamos…»: tells of the risk before. */
const ANSWERS = /^(?:para (?:eso|esto|ello|lo cual|evitarlo)|por eso|ahi|ante (?:eso|esto)|en ese caso),? /;
const JOINS = /^\s*(?:y|e|and) /;
const ARROW = /\s*(?:->|=>|→)\s*/;

/**
 * Risks, each with its mitigation when it was told: «que caiga el precio; mitigar con contratos a seis meses»,
 * «huracanes, lo mitigamos sembrando temprano». Several are divided by lines, numbers or semicolons.
 * @returns problems: `problem.risk`
 */
export function readRisks(text: string, _ctx: ReadingContext): Reading<Risk[]> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const list = stripStart(stripFillers(whole.value), LABEL);
  const numbered = byNumbers(list);
  const parts = (numbered.length > 1 ? numbered : list.split(/\n|;|(?<=\)),?\s+(?:y|e|and)\s|(?<=\)),\s/))
    .map((part) => stripStart(part, JOINS))
    .filter((part) => /\p{L}{2}/u.test(part));
  const risks: Risk[] = [];
  for (const part of parts) {
    const { risk, mitigation } = divide(part);
    const last = risks.at(-1);
    // «Que llueva; cambiar las salidas»: what follows one risk and is to be done is its measure.
    if (mitigation === undefined && parts.length === 2 && last && !last.mitigation && TO_DO.test(fold(risk)))
      last.mitigation = risk;
    else if (mitigation === undefined && last && !last.mitigation && ANSWERS.test(fold(risk)))
      last.mitigation = trimMarks(stripStart(risk, ANSWERS));
    else if (risk === '' && mitigation !== undefined && last && last.mitigation === undefined)
      last.mitigation = mitigation;
    else if (risk !== '') risks.push(mitigation === undefined ? { risk } : { risk, mitigation });
    else if (mitigation !== undefined) risks.push({ risk: trimMarks(part) });
  }
  return risks.length > 0 ? read(risks) : unread('problem.risk');
}

function divide(part: string): { risk: string; mitigation?: string } {
  const clean = trimMarks(part.replace(/^\s*(?:\d{1,2}[.)]|[-*•])\s*/, ''));
  const [before, after] = clean.split(ARROW);
  if (before && after) return { risk: trimMarks(before), mitigation: trimMarks(after) };
  const bracket = /^(?<risk>[^()]{4,}?)\s*\((?<mitigation>[^()\d][^()]{5,})\)$/.exec(clean)?.groups;
  if (bracket?.risk && bracket.mitigation) return { risk: bracket.risk, mitigation: bracket.mitigation };
  const folded = fold(clean);
  const cue = MITIGATION.exec(folded) ?? MEASURE.exec(folded);
  if (!cue) return { risk: clean };
  const mitigation = trimMarks(clean.slice(cue.index + cue[0].length));
  const risk = trimMarks(clean.slice(0, cue.index).replace(/\s+(?:y|and)$/i, ''));
  if (!/\p{L}{2}/u.test(mitigation)) return { risk: clean };
  return { risk, mitigation };
}

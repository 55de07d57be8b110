import type { Found } from '../../../src/guide/cues.ts';
import { findMoney } from '../../../src/understanding/index.ts';
import { fold } from '../../../src/understanding/words.ts';

/** Who gives a part: «la JICA pone», «nosotros aportamos», «ellos dan». */
const GIVES =
  /(?:^|[,;:.(]\s|\s(?:y|e|and)\s)(?<who>[^,;:.()]{2,60}?),?\s(?:nos\s)?(?:pone|ponen|ponemos|pondra|pondran|pondria|aporta|aportan|aportamos|aportara|aportaria|financia|cofinancia|dona|donan|contribuye con|puts? in|contributes?)\s(?:(?:unos|otros|con|hasta|como|los|el|la)\s)*$/;
/** The next part, with or without its verb: «y la alcaldía 15 millones», «y nosotros 20 palos de contrapartida». */
const NEXT_PART = /^,?\s(?:y|e|and|pero|mientras)?\s?(?:[^,;:.()\d$]{2,60}?\s)?$/;
const AFTER = /^\s(?:de contrapartida|en especie|en efectivo|de recursos propios|as counterpart)(?!\p{L})/u;
/** What the plan itself has or gives is its budget. */
const PLAN_OWN = /\b(?:este plan|el plan|plan)\s*$/;

/** What each of several gives to a project: amounts that are no one's budget. */
export function findFunding(text: string): Found[] {
  const folded = fold(text);
  const found: Found[] = [];
  for (const money of findMoney(text)) {
    const last = found.at(-1);
    if (last && NEXT_PART.test(folded.slice(last.end, money.start))) {
      last.end = money.end + (AFTER.exec(folded.slice(money.end))?.[0].length ?? 0);
      continue;
    }
    const before = GIVES.exec(folded.slice(0, money.start));
    const who = before?.groups?.who;
    if (!before || who === undefined || PLAN_OWN.test(who)) continue;
    const start = before.index + before[0].indexOf(who);
    found.push({ start, end: money.end + (AFTER.exec(folded.slice(money.end))?.[0].length ?? 0) });
  }
  return found;
}

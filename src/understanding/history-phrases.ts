import { WANT, whole } from './command-phrases.ts';
import { core, plainWords } from './courtesy.ts';
import { readPositions } from './ordinals.ts';
import type { ReadingContext } from './reading.ts';
import { sinceWhen } from './since.ts';
import { fold, tidy } from './words.ts';

/** What a message asks of the plan's past. */
export type HistoryAsk =
  /** What changed: since a day (`YYYY-MM-DD`), of one datum, or at all. */
  | { type: 'changes'; since?: string; target?: string }
  /** More of the list of versions. */
  | { type: 'more' }
  /** The plan as one version has it. */
  | { type: 'version'; number: number }
  /** What differs between a version and the plan, or another version. */
  | { type: 'compare'; number: number; with?: number }
  /** Bring a version back; -1 is the one before the last change. Without a number it is still to be named. */
  | { type: 'restore'; number?: number }
  /** Where a datum comes from; without a target, the one at hand. */
  | { type: 'origin'; target?: string };

/** Longest message that is looked at, in characters, and highest number that is read from words. */
const LONGEST = 160;
const MOST = 99;

const THIS =
  '(?:est[eao]|es[eao]|el|la|that|this|the)(?: (?:ultim[oa]|last))?(?: (?:dato|valor|cifra|texto|numero|respuesta|informacion|value|answer|figure|text|datum))?|it';
const TARGET = '(?<target>.{2,90}?)(?: (?:en|de) (?:el |este )?plan| in the plan)?';
const PUT =
  '(?:puso|pusieron|escribio|agrego|anoto|cambio|modifico|edito|lleno|diligencio|registro|ingreso|guardo|actualizo|corrigio)';
const CHANGED =
  '(?:cambio|cambie|cambiamos|cambiaron|se cambio|se (?:puso|escribio|agrego|guardo|modifico|actualizo|registro|corrigio)|puse|pusimos|escribi|modifique|modificamos|actualice|actualizamos)';
const TAIL = '(?: (?:y cuando|y como|and when|and how))?';

const ORIGIN = [
  whole(
    `(?:y )?(?:de donde|donde) (?:sale|salio|salieron|viene|vino|vienen|proviene|provienen|se saco|se tomo|lo saco|lo sacaron|sacaron|saco|sacamos) ${TARGET}`,
  ),
  whole(`(?:y )?(?:quien|quien y cuando|cuando y quien) ${PUT} ${TARGET}${TAIL}`),
  whole(
    `${WANT}(?:ver |muestre |muestreme |digame |cual es )?(?:la |el )?(?:procedencia|origen) (?:de |del )${TARGET}`,
  ),
  whole(`(?:and )?where (?:does|did|do) ${TARGET} come from`),
  whole(
    `(?:and )?who (?:set|entered|wrote|put|added|changed|edited|filled in|gave|typed|saved|updated)(?: in)? ${TARGET}${TAIL}`,
  ),
];
const ORIGIN_BARE = whole(
  `${WANT}(?:ver )?(?:la |el )?(?:procedencia|origen)(?: (?:de |del )(?:dato|valor|${THIS}))?|(?:y )?quien (?:lo|la) ${PUT}|where is (?:${THIS}) from|(?:the )?provenance`,
);
const BARE = whole(`(?:${THIS})`);

const LIST = whole(
  `${WANT}(?:ver |muestre |muestreme |mostrar |consultar |show |show me |see |view )?(?:el |la |los |las |the |my )?(?:historial|historia|history|change history|version history|cambios|ultimos cambios|versiones|versiones anteriores|changes|last changes|latest changes|recent changes|versions|previous versions)(?: (?:de |del |of |in )?(?:cambios|versiones|plan|todo el plan|el plan|the plan|changes|versions))*|(?:y )?que (?:ha cambiado|cambio|cambios (?:hay|hubo|ha habido|se han hecho|se hicieron|hicimos|hice))(?: (?:en|de|del) (?:el )?plan)?|what(?: has|s| is)? changed(?: in the plan)?`,
);
const SINCE = [
  whole(
    '(?:(?:y )?que (?:ha cambiado|cambio|cambiamos|cambie|cambios (?:hay|hubo|ha habido|se han hecho|se hicieron|hicimos|hice))|(?:ver |muestre |muestreme )?(?:los |las )?(?:cambios|historial|versiones))(?: (?:en|del) (?:el )?plan)? (?:desde |a partir de |de |del )?(?<since>.{2,40})',
  ),
  whole(
    '(?:what(?: has|s| is)? changed|changes|show changes)(?: in the plan)? (?:since |from )?(?<since>.{2,40})',
  ),
];
const OF = [
  whole(
    `${WANT}(?:ver |muestre |muestreme )?(?:el |los )?(?:historial|cambios) (?:de |del |en |a )${TARGET}`,
  ),
  whole(`(?:y )?(?:cuando|desde cuando) ${CHANGED} ${TARGET}`),
  whole(`(?:y )?(?:que cambio|como (?:ha cambiado|cambio)) (?:en |de |del )?${TARGET}`),
  whole(`(?:show |show me )?(?:the )?(?:changes (?:to|of|in)|history of) ${TARGET}`),
  whole(`(?:and )?when (?:did|was) ${TARGET} (?:change|changed|set|entered|updated|written)`),
  whole(`(?:and )?(?:what changed in|how did) ${TARGET}(?: change)?`),
];
const MORE = whole(
  '(?:ver |mostrar |show )?(?:mas (?:cambios|versiones)|(?:cambios|versiones) anteriores|(?:more|earlier|older) (?:changes|versions))',
);

const VERSION = '(?:la |el |the )?version(?: (?:numero|num|no|n|nro|number))? (?<n>\\d{1,5}|[a-z]+)';
const VERSION_BEFORE = '(?:la |el |the )?(?<n2>[a-z]+) version';
const NUMBERED = `(?:${VERSION}|${VERSION_BEFORE})`;
const SHOW = whole(
  `${WANT}(?:(?:ver|muestre|muestreme|mostrar|abra|abrir|show|show me|see|view|open|como era|que decia|what did) )?${NUMBERED}(?: say)?`,
);
const COMPARE = whole(
  `${WANT}(?:(?:comparar|compare|comparemos|comparelo|compararlo|compare it|compare the plan|comparar el plan)(?: con| with| to)? ${NUMBERED}(?: (?:con|y|with|and|to) (?:la |the )?(?:version )?(?<other>\\d{1,5}))?|(?:(?:ver |cuales son )?(?:las )?diferencias (?:con|desde)|(?:que cambio|what changed) (?:desde|since)|differences (?:with|from|since)) ${NUMBERED})`,
);
const RESTORE = whole(
  `${WANT}(?:restaurar|restaure|restauremos|recuperar|recupere|recuperemos|restablecer|restablezca|volver a|vuelva a|volvamos a|regresar a|regrese a|restore|recover|go back to|return to|revert to)(?: (?:a|to))? (?:(?:la |the )?(?<before>version (?:anterior|previa)|(?:previous|earlier) version)|${NUMBERED})`,
);
const RESTORE_WHICH = whole(
  `${WANT}(?:restaurar|restaure|recuperar|recupere|restore|recover)(?: (?:una|alguna|otra|a|an|another|un|el|the))?(?: (?:version|plan))?(?: (?:anterior|previa|vieja|antigua|earlier|previous|older))?`,
);

/**
 * Reads a whole message as a question about the plan's past: «historial», «¿quién puso el presupuesto?», «restaurar
 * la versión 3». Whether the datum that it names is one of the plan is the caller's to tell.
 */
export function readHistory(text: string, ctx: ReadingContext): HistoryAsk | undefined {
  const tidied = tidy(text.slice(0, LONGEST + 1));
  if (tidied.length > LONGEST) return undefined;
  const plain = plainWords(tidied);
  const forms = [plain, core(plain)].filter((said) => said !== '');
  const ask = forms.map((said) => askIn(said, ctx)).find((found) => found !== undefined);
  if (!ask || !('target' in ask) || ask.target === undefined) return ask;
  return { ...ask, target: asWritten(ask.target, tidied) };
}

/** What is named, as it was written: with its accents, and without its article. */
function asWritten(target: string, original: string): string {
  const at = fold(original).lastIndexOf(target);
  const said = at < 0 ? target : original.slice(at, at + target.length);
  return said.replace(/^(?:el|la|los|las|the|lo del?|lo de la) /i, '');
}

function askIn(said: string, ctx: ReadingContext): HistoryAsk | undefined {
  return versionAsk(said) ?? changesAsk(said, ctx) ?? originAsk(said);
}

function versionAsk(said: string): HistoryAsk | undefined {
  const compare = COMPARE.exec(said);
  const compared = compare && numberIn(compare);
  if (compared !== undefined && compared !== null) {
    const other = compare?.groups?.other;
    return { type: 'compare', number: compared, ...(other !== undefined && { with: Number(other) }) };
  }
  const restore = RESTORE.exec(said);
  if (restore?.groups?.before !== undefined) return { type: 'restore', number: -1 };
  const restored = restore && numberIn(restore);
  if (restored) return { type: 'restore', number: restored };
  const show = SHOW.exec(said);
  const shown = show && numberIn(show);
  if (shown) return { type: 'version', number: shown };
  return RESTORE_WHICH.test(said) ? { type: 'restore' } : undefined;
}

function changesAsk(said: string, ctx: ReadingContext): HistoryAsk | undefined {
  if (MORE.test(said)) return { type: 'more' };
  if (LIST.test(said)) return { type: 'changes' };
  for (const pattern of SINCE) {
    const words = pattern.exec(said)?.groups?.since;
    const since = words === undefined ? undefined : sinceWhen(words, ctx);
    if (since !== undefined) return { type: 'changes', since };
  }
  const target = firstTarget(OF, said);
  if (target === undefined) return undefined;
  return BARE.test(target) ? { type: 'origin' } : { type: 'changes', target };
}

function originAsk(said: string): HistoryAsk | undefined {
  if (ORIGIN_BARE.test(said)) return { type: 'origin' };
  const target = firstTarget(ORIGIN, said);
  if (target === undefined) return undefined;
  return BARE.test(target) ? { type: 'origin' } : { type: 'origin', target };
}

function firstTarget(patterns: readonly RegExp[], said: string): string | undefined {
  return patterns.map((pattern) => pattern.exec(said)?.groups?.target).find((found) => found !== undefined);
}

function numberIn({ groups }: RegExpExecArray): number | undefined {
  const said = groups?.n ?? groups?.n2;
  if (said === undefined) return undefined;
  return /^\d+$/.test(said) ? Number(said) : readPositions(said, MOST)?.[0];
}

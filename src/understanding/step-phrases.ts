import { WANT, whole } from './command-phrases.ts';
import { SMALL } from './number-words.ts';

/** A step of the plan that a person wants to go to. */
export interface StepNamed {
  /** Its number as the plan counts, or words of its title, folded. */
  step: number | string;
  /** What is pending in it is wanted, not what was answered. */
  open?: true;
}

const GO =
  '(?:corregir|corrija|corrijamos|cambiar|cambie|cambiemos|modificar|revisar|revise|revisemos|arreglar|volver|volvamos|vuelva|regresar|regresemos|regrese|devolver|devolvamonos|devuelvase|ir|vamos|vaya|vayamos|pasar|pasemos|saltar|salte|abrir|abra|go|go back|back|jump|take me|correct|change|fix|review|open)';
const COMPLETE =
  '(?:completar|complete|completemos|llenar|llenemos|terminar|terminemos|acabar|diligenciar|complete|finish|fill in)';
const TO =
  '(?: (?:a|al|en|el|lo|los|datos|algo|del|de|lo que falta en|to|the|something|in|what is missing in))*';
const STEP = '(?:paso|etapa|seccion|capitulo|step|section|stage)';
const NAMED =
  '(?: (?:numero|no|nro|number|de|del|el|la|los|las|sobre|of|on|the|about))* (?<step>.{1,50}?)(?: (?:otra vez|de nuevo|again|primero))?';
const CORRECTS = whole(`${WANT}${GO}${TO} ${STEP}${NAMED}`);
const COMPLETES = whole(`${WANT}${COMPLETE}${TO} ${STEP}${NAMED}`);
const TITLED = whole(`${WANT}(?:go back|go|back|jump) to the (?<step>.{3,40}) (?:step|section)`);
const ALONE = whole(`(?:el |the )?${STEP} (?:numero |number )?(?<step>\\S+)`);
/** These tell the way, not the place. */
const RELATIVE = /^(?:anterior|siguiente|proximo|atras|otro|este|esta|ese|previous|next|this|that)\b/;

/** The step that a whole message leads to, on its plain words: «volvamos al paso 3», «corregir el paso de recursos». */
export function readStep(said: string): StepNamed | undefined {
  const open = COMPLETES.exec(said)?.groups?.step;
  const named = open ?? CORRECTS.exec(said)?.groups?.step ?? TITLED.exec(said)?.groups?.step;
  const alone = named === undefined ? numberOf(ALONE.exec(said)?.groups?.step) : undefined;
  if (alone !== undefined) return { step: alone };
  if (named === undefined || RELATIVE.test(named)) return undefined;
  return { step: numberOf(named) ?? named, ...(open !== undefined && { open: true as const }) };
}

function numberOf(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  return /^\d{1,2}$/.test(said) ? Number(said) : SMALL[said];
}

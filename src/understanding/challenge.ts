import { stripFillers } from './lead-ins.ts';
import { type Reading, type ReadingContext, read } from './reading.ts';
import { fold, stripStart, trimMarks, usable } from './words.ts';

/** A challenge put as a question («reto»). */
export interface ChallengeQuestion {
  question: string;
  /** It was told otherwise: as something to do, from which the question was made, or as a statement that stands. */
  from?: 'aim' | 'statement';
}

const LABEL =
  /^(?:(?:el|nuestro|the|our)? ?(?:reto|pregunta(?: del reto)?|challenge(?: question)?)(?: (?:es|seria|is)\b| ?:))\s*/;
const ASKS =
  /^(?:(?:y|a|de|con|en|por|para|desde|hasta|hacia) )?(?:que|cual(?:es)?|quien(?:es)?|como|cuando|donde|cuant[oa]s?|how|what|which|who|when|where|why)\b/;
/** What comes before the verb of an aim. */
const WE_WANT =
  /^(?:(?:nosotros )?(?:queremos|quisieramos|necesitamos|buscamos|debemos|tenemos que|hay que|se busca|se quiere|we want to|we need to|we must|to)|(?:el objetivo|la meta|la idea|lo que queremos|the aim|the goal) (?:es|is(?: to)?))\s+/;
const INFINITIVE =
  /^(?!mar\b|lugar\b|hogar\b|azucar\b|taller\b|mujer\b|alquiler\b|ayer\b|militar\b|escolar\b|familiar\b|popular\b|sector\b)[a-z]{2,}(?:ar|er|ir)(?:l[aeo]s?|se|nos)?\b/;
/** A lack that can be overcome as it stands. */
const LACK =
  /^(?:(?:la|el|the|a) )?(?:falta|escasez|ausencia|desconocimiento|perdida|debilidad|lack|shortage|absence|loss)\b/;

/**
 * A «reto»: a question, kept with its marks. An aim («fortalecer…», «queremos vender…») and a lack («la falta de…»)
 * become one in plain words; any other statement stays as it is.
 * @returns problems: those of any text
 */
export function readChallengeQuestion(text: string, ctx: ReadingContext): Reading<ChallengeQuestion> {
  const whole = usable(text);
  if (!whole.ok) return whole;
  const said = trimMarks(stripStart(stripFillers(whole.value.replace(/\s+/g, ' ')), LABEL)) || whole.value;
  const bare = said.replace(/^[¿\s]+|[?\s]+$/g, '');
  if (/[?¿]/.test(whole.value))
    return read({ question: whole.value.includes('¿') ? whole.value : asked(bare, ctx) });
  const folded = fold(bare);
  if (ASKS.test(folded)) return read({ question: asked(bare, ctx) });
  const wanted = stripStart(bare, WE_WANT);
  const isAim = wanted !== bare && ctx.language === 'en' ? true : INFINITIVE.test(fold(wanted));
  const rest = wanted.charAt(0).toLowerCase() + wanted.slice(1);
  const clean = rest.replace(/[.\s]+$/, '');
  if (isAim)
    return read({
      question: asked(`${ctx.language === 'es' ? 'cómo' : 'how can we'} ${clean}`, ctx),
      from: 'aim',
    });
  if (LACK.test(folded)) {
    const verb = ctx.language === 'es' ? 'cómo superar' : 'how can we overcome';
    return read({ question: asked(`${verb} ${clean}`, ctx), from: 'aim' });
  }
  return read({ question: bare, from: 'statement' });
}

function asked(text: string, { language }: ReadingContext): string {
  const clean = text.replace(/[.\s]+$/, '');
  const capital = clean.charAt(0).toUpperCase() + clean.slice(1);
  return language === 'es' ? `¿${capital}?` : `${capital}?`;
}

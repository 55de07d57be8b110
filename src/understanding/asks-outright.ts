const ASKED =
  '(?:que|cual(?:es)?|quien(?:es)?|como|cuando|donde|cuant\\p{L}*|por que|para que|si|a que|de que|en que|con que|con quien|hasta cuando|la diferencia|what|which|who|how|when|where|why|if|whether)';
const POLITE =
  '(?:,? ?(?:por favor|porfa(?:vor)?|porfis|de paso|una cosa|algo|mejor|bien|muy bien|usted|primero|le|me|please),?)*';
/** What somebody does not know is asked for where it is a rule or a meaning, not a fact of their own. */
const RULE =
  '(?:si (?:se |eso |esto |toca|hay que|sea |es (?:obligatori|legal|posible|necesari|valid|bueno|mejor)|cuenta|aplica|vale|sirve|entra|tiene que|debe|(?:la|el|los|las|un|una) (?:\\p{L}+ ){1,3}(?:cuentan?|entran?|sirven?|valen?|aplican?|pueden?|deben?|es de|es del|es sector)\\b)|como (?:se|lo|la) |que (?:tan|significan?|quieren? decir|es|son|\\p{L}+ (?:es|son|aplica|sirve)) ?|a que (?:se|le|llaman)|en que (?:se|consiste)|cual es la diferencia|cuales (?:son|aplican)|cuant\\p{L}* (?:se|debe|deben|toca|hay|puede)|quien (?:debe|firma|tiene|puede|es)|donde (?:encuentro|consulto|aparece|esta))';

/** Verbs that ask without marks, at the start of a stretch of folded text. */
const OUTRIGHT = new RegExp(
  `^(?:${[
    `(?:yo )?(?:quisiera|quiero|queria|querria|queremos|quisieramos|necesito|necesitamos|me gustaria|nos gustaria)(?: (?:saber|preguntar(?:le|les)?|entender|aclarar|consultar(?:le)?|confirmar(?:le)?|averiguar|que me (?:explicara?|explique|aclarara?|aclare|dijera|diga|contara|cuente)))${POLITE} ${ASKED}`,
    `(?:me|nos) (?:explica|aclara|confirma|resume|repite|ayuda a entender)(?:n)?\\b(?! (?:el alcalde|la alcaldesa))`,
    `(?:me|nos) (?:dice|cuenta|recuerda|indica|informa|muestra|orienta)${POLITE} (?!que (?:el|la|los|las|no|si|ya)\\b)${ASKED}`,
    `(?:puede|podria|pueden)(?: usted)? (?:explicar|aclarar|decir|contar|confirmar|mostrar)(?:me|nos)`,
    `(?:expliqueme|expliquenos|explicame|aclareme|aclarenos|digame|diganos|cuenteme|cuentenos|confirmeme|confirmenos|indiqueme|recuerdeme)\\b${POLITE} ${ASKED}`,
    `(?:deme|denos|dame|digame|diganos|pongame|muestreme|muestrenos|muestrame|regaleme|enseneme)(?: (?:un|una|otro|otra|algun|alguna|los|las|el|la|unos|unas))? (?:\\p{L}+ )?(?:ejemplos?|explicacion|definicion|lista|listado|opciones|modelo|pista|idea|agendas|normas|pasos|requisitos)\\b`,
    `(?:un )?ejemplit?o?s?(?: (?:de|para) (?:\\p{L}+ ?){1,4})?${POLITE}$`,
    `no (?:lo )?(?:entiendo|entendemos|comprendo|tengo claro|tenemos claro|me queda claro|nos queda claro|me es claro)${POLITE} (?:${ASKED}|lo de|eso de|el|la)\\b`,
    `(?:(?:la verdad|pues),? )?no (?:se|sabemos|sabria|tengo (?:ni )?idea(?: de)?|estoy segur[oa](?: de)?|estamos segur[oa]s(?: de)?)(?: (?:bien|muy bien|todavia|es))?,? ${RULE}`,
    `(?:tengo|tenemos|me queda|nos queda|queda|me surge|nos surge)(?: (?:la|una|esta|otra))? (?:duda|inquietud|pregunta|consulta)`,
    `(?:me|nos) (?:(?:preocupa|inquieta) (?:si|como)|(?:pregunto|preguntamos) (?:si|como|que|cual|quien))\\b`,
    `(?:le|les) (?:pregunto|consulto)\\b`,
    `(?:ayudeme|ayudenos|me ayuda|nos ayuda) a (?:entender|saber|aclarar)\\b`,
    `a que (?:se refieren?|le llaman|llaman|le dicen)\\b`,
    `i(?:'d| would) like to (?:know|understand|ask)|i (?:want|wanted|need) to (?:know|understand|ask)|i (?:don't|do not) (?:understand|know) (?:what|which|how|why|whether|if)\\b(?! to say)|i(?:'m| am) not sure (?:what|how|whether|if)(?: (?:it|this|that|we|i)){0,1} (?:can|may|must|should|is|are|means|counts?)`,
  ].join('|')})`,
  'u',
);

/** Whether folded words ask outright, without marks: «me explica qué es eso», «no sé si eso se puede», «deme un ejemplo». */
export function asksOutright(folded: string): boolean {
  return OUTRIGHT.test(folded.replace(LEADING, ''));
}

/** What stands before it and does not matter. */
const LEADING =
  /^[\s,;:.¡(]*(?:(?:y|pero|ahora|ademas|tambien|oiga|mire|vea|venga|perdon|disculpe|bueno|pues|entonces|ah|eh|but|and|so|well|eso si|la verdad|de una vez),? )*/;

/** An interrogative after «pero» or «oiga» turns to asking: «…, pero quién convoca ahí», «oiga y qué quiere decir …». */
export const TURNS =
  /[,;.] (?:(?:pero|y|ahora|ademas|tambien|oiga|de una vez|de paso|aprovecho y|aprovecho para que|but|and) )*(?=(?:(?:quiero|quisiera|queria|querria|necesito|me gustaria) (?:saber|preguntar(?:le)?|entender|consultar|aclarar|que me expli)|(?:me |nos )?(?:puede|podria) (?:decir|explicar|contar|aclarar|confirmar)|(?:digame|cuenteme) (?:si|que|cual|como|quien|una cosa)|expliqueme|aclareme|me (?:explica|aclara|confirma)\b|una (?:pregunta|duda)\b|tengo (?:la |una )?(?:duda|pregunta|inquietud)|le (?:pregunto|consulto)\b|i(?:'d| would) like to (?:know|understand)|i want to know|can you tell me)\b)|[,;.] (?:(?:pero|oiga|but)(?: y)? )(?=(?:quien|que|como|cual|cuando|donde|cuanto|what|who|how|which) (?:\p{L}+ ){1,6}\p{L}+[.!]?$)|[,;.] (?:pero |y |but |aunque )?(?=(?:no (?:se|sabemos) si (?:sea|se|eso|esto|toca|hay que|es (?:obligatori|legal|posible|necesari))|(?:not sure|i don't know) (?:if|whether) (?:it|this|that|we)))/u;

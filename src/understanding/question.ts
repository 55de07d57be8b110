import { asksOutright } from './asks-outright.ts';
import type { ReadingContext } from './reading.ts';
import { fold, stripStart, tidy, words } from './words.ts';

/** Only the beginning and the end of a long message are looked at, in characters. */
const LOOKED_AT = 600;
const TURN =
  /^(?:(?:antes de (?:seguir|continuar|responder|eso)|otra cosa|otra pregunta|una cosa|una (?:pregunta|duda|consulta|inquietud)(?: (?:rapida|legal|antes))?|pregunta|duda|consulta|tengo (?:una|otra|esta) (?:pregunta|duda|consulta|inquietud)|me surge una (?:duda|pregunta)|por cierto|a proposito|cambiando de tema|disculpen?|disculpa|perdon[ea]?|oiga|mire|vea|venga|hola|buen(?:os|as)? ?(?:dias?|tardes|noches)?|gracias|muchas gracias|listo|ok|bueno|perfecto|espere|un momento|ah|eh|before (?:we go on|going on|continuing|that)|one question|quick question|another thing|by the way|a question|i have (?:a|another|one) (?:question|doubt)|sorry|hello|hi|thanks|well)(?: (?:mas|sobre esto|about this))?\s*[:,.;!-]+|(?:y|pero|entonces|pues|and|but|so|oiga|disculpe|perdon)\s+(?=[¿?]|que\b|cual|quien|como\b|cuando\b|donde\b|cuant|por que\b|what|which|who|how|when|where|why|si\b))\s*/;
const ASKS =
  /^(?:tengo (?:(?:una|otra|esta|un par de|unas|varias|algunas) )?(?:preguntas?|dudas?|consultas?|inquietud(?:es)?)|me surge|(?:queremos|nos gustaria|necesitamos) (?:saber|entender|preguntar)(?: (?:le|algo|una cosa))? (?:si|que|cual|quien|como|donde|cuando|cuant|por que)|(?:yo )?(?:quisiera|quiero|queria|me gustaria|necesito|deseo) (?:saber|preguntar|entender|conocer si|consultar(?:le)? (?:si|que|cual|como)|aclarar)|(?:me |nos )?(?:puede|puedes|podria|podrias|pueden)(?: usted)? (?:repetir|recordar|listar|enumerar|explicar|decir|contar|aclarar|indicar|ayudar a entender|resumir|informar|orientar|mostrar (?:que|cual|como|donde))(?:me|nos|le)?\b|(?:expliqueme|explique|explicame|aclareme|digame|dime|cuenteme|cuentame|hableme|informeme|indiqueme)\b (?:que|cual|quien|como|cuando|donde|cuant|si|de|del|sobre|por|la diferencia|el|la|lo|los|las|en que)|no (?:entiendo|tengo claro|me queda claro|comprendo|se bien|se|sabemos) (?:que (?:es|son|significa|quiere)|cual es la diferencia|como se (?:hace|calcula|mide))|no (?:entiendo|tengo claro|me queda claro|comprendo) (?:que|cual|como|por que|si|lo de|la diferencia|el|la|los|las)|(?:usted )?(?:sabe|sabes|saben|conoce) (?:si|que|cual|quien|como|donde|cuando|cuant|algun)|i (?:have a|would like to|d like to|want to|wanted to|need to) (?:question|know|ask|understand)|(?:can|could|would) you (?:please )?(?:tell|explain|clarify|summari[sz]e)|(?:tell me|explain)(?: (?:me|to me))? (?:what|which|who|how|when|where|why|if|whether|about|the)|do you know)\b/;
const VERBS =
  'es|son|seria|fue|eran|era|dice|dicen|significa|quiere decir|hace|hacen|hago|debo|debe|deben|debemos|deberia|deberiamos|puedo|puede|pueden|podemos|podria|pasa|pasaria|hay|habria|tiene|tienen|tengo|tenemos|necesito|necesita|necesitamos|se necesita|se requiere|se requieren|se puede|se pueden|se debe|se hace|se hacen|se entiende|se considera|requiere|requieren|implica|incluye|exige|establece|ordena|permite|prohibe|plantea|propone|opina|piensa|sirve|sirven|recomienda|aconseja|sugiere|dispone|contiene|aplica|aplican|rige|regula|cuesta|vale|esta|estan|queda|dirige|firma|aprueba|autoriza|paga|contrata|maneja|decide|nombra|conduce|representa|ejerce|lidera|coordina|da|expide|otorga|financia|vigila|controla|responde|celebra|suscribe|negocia|ratifica|existe|existen|empieza|termina|vence|entra|toca|encuentro|consigo|gana|gano|promete|ofrece|menciona|corresponde|compete|cuenta|cuentan|ha|han';
const NOUNS =
  'ley|leyes|norma|normas|decreto|decretos|articulo|articulos|requisitos?|documentos?|tipos?|clases?|diferencias?|entidad(?:es)?|autoridad|organismos?|pasos?|tramites?|permisos?|autorizacion(?:es)?|ods|agendas?|fondos?|redes|red|razon(?:es)?|ventajas?|beneficios|riesgos|porcentaje|plazo|plazos|ministerio|sentencia|pagina|parte|capitulo|obligacion(?:es)?|competencias?|funcion(?:es)?|facultad(?:es)?|indicadores|criterios|ejemplos?|sectores|actores|instrumentos?|mecanismos?|municipios|ciudades|paises|convocatorias?|aspectos|elementos|tan|tanto|mas';
const PREFIX =
  '(?:segun (?:la|el|los|las) (?:\\p{L}+,? ){1,4})?(?:(?:y|a|de|con|en|desde|hasta|bajo|ante|por|para|segun|sobre|entre|hacia|mediante)\\s+)?';
const INTERROGATIVE = new RegExp(
  `^${PREFIX}(?:que (?:(?:me|nos|le|les|se) )?(?:${VERBS}|${NOUNS})|cual(?:es)?(?! sea| si )(?= )|quien(?:es)? (?:(?:le|les|se|lo|la|nos) )?(?:${VERBS})|cuando (?:es|son|se (?:debe|puede|necesita|hace|requiere)|debo|debe|debemos|puedo|puede|podemos|hay|vence|entra|aplica|toca|empezo|salio|fue|rige)|como (?:${VERBS}|se|funcionan?|hacemos|registro|elaboro|formulo|mido|medir|firmo|obtengo|postulo|afecta|logro|saber|se hace|contrato|contratar)|(?:desde|hasta) cuando|donde (?!queda)(?:${VERBS}|se|puedo|aparece|consta|encontrar|miro|veo|consulto)|cuant[oa]s?(?= (?!antes)\\p{L})|para que (?:${VERBS}))(?!\\p{L})|^y (?:el|la|los|las) (?:\\p{L}+ ){1,3}(?:puede|pueden|debe|deben|tiene que|tienen que|se puede|se debe) (?:ser|ir|tener|llevar|estar|pagar|contar|hacer)\\b`,
  'u',
);
/** With its accent an interrogative at the start asks; «En qué avanzar: …» heads an answer. */
const ACCENTED =
  /^(?:y |pero |a |de |con |en |por |para(?! qué (?:nos|los|las|el|la|se) (?!sirve))|desde |hasta |seg[uú]n |sobre |bajo )? ?(?:qué|cuál(?:es)?|quién(?:es)?|cómo|cuándo|dónde|cuánt[oa]s?)\s+[^\s:][^:]*$/i;
/** What is asked about may come first: «la guía qué recomienda», «y eso en qué norma está». */
const TOPIC_FIRST =
  /^(?:y |pero )?(?:(?:eso|lo) del? (?:\p{L}+ ){1,4}|eso|esto|ahí|allí|aquí|(?:el|la|los|las|ese|esa|esos|esas) (?:(?!que |no |se |es |son |tiene |sabe |saber |ver |hay )\p{L}+ ){1,5})(?:,? ?(?:a|de|con|en|por|para) )? ?(?:qué|cuál(?:es)?|quién(?:es)?|cómo|cuándo|dónde|cuánt[oa]s?) \p{L}/iu;
const TOPIC_FIRST_PLAIN = new RegExp(
  `^y (?:(?:eso|esto|el|la|los|las|ahi) ?(?:\\p{L}+ ){0,5}?)(?:(?:como|cuanto|donde|quien|cual) (?:se |lo |la |le )?(?:${VERBS}|se paga|pagan?|paga|firman?|hace)|(?:en|a|de|con|por) que (?:${NOUNS}|${VERBS})|que (?:${VERBS}))(?!\\p{L})`,
  'u',
);
/** «¡Qué va, estamos lejos!»: it denies. */
const EXCLAIMS = /^[\s¡!]*(?:(?:nombe|no hombre|uy|eh|pues),? )*que va(?! a\b| en\b)(?:[,.!]|\s*$)/;
/** «Una consulta: …» says that what follows asks. */
const ANNOUNCED = /\b(?:pregunta|duda|consulta|inquietud|question|doubt)\b/;
const INVERTED =
  /^(?:pueden? (?:el|la|los|las|un|una|mi|nuestro|nuestra)|(?:puedo|podemos|se puede|se pueden|podria|podriamos|se podria) (?:usar|contratar|firmar|aplicar|recibir|pedir|hacer|celebrar|suscribir|crear|incluir|exigir|cobrar|delegar|negociar|viajar|adoptar|saltarme|evitar|ejecutar|acceder|exceptuar|tener|presentar|participar|asociarse|vincular)|deben? (?:el|la|los|las)|es (?:obligatori[oa]|necesari[oa]|posible|legal|valid[oa]|cierto que|verdad que|permitid[oa]|lo mismo|mejor)|hay (?:algun|alguna|alguno|que pedir|que tener|que pasar)|existen? (?:algun|alguna|una norma|una ley)|(?:toca|hay que|debo|debemos|tenemos que|tengo que) \p{L}+[aei]r(?:l[aeo]s?)? .*o (?:no|solo|tambien|basta|puede|se puede|da igual|mejor)|por que\s+(?!caiga)\p{L}|en que (?:consisten?|se (?:diferencian?|basan?|usan?|aplican?|gastan?)|momento|casos?)|de que (?:tratan?|se trata|habla)|que pasa (?:si|con)|que tal si|y si |a que se|de donde (?:salen?|vienen?|saco|sacamos|provienen?))\b/u;
const ENGLISH =
  /^(?:(?:in|at|by|under|for|to|from|with|of) )?(?:what(?! we (?:need|have|do|want))\b.|which\b(?! (?:is|are|was|were|has|have|will|can|we|i|they|he|she|it|you)\b).|whose\b.|whom\b.|who (?:is|are|can|must|may|should|signs?|directs?|approves?|has|have|leads?|does|do|decides?|pays?|will|was|were|runs?)\b|how (?:do|does|did|can|could|is|are|was|much|many|should|must|long|often|would|will)\b|when (?:is|are|do|does|did|can|could|should|must|will|was|were)\b|where (?:is|are|do|does|did|can|could|should|was|were)\b|why (?:is|are|do|does|did|can|should|must|not|would)\b|(?:(?:can|could|may|should|must|do|does|did|will|would) (?:an?)\b|(?:can|could|may|should|must|do|does|did|is|are|has|have|will|would) (?:the|we|i|it|there|my|our|you|they|this|that|mayors?|municipalit(?:y|ies)|councils?|local|cities)\b))/;
const LEGAL = /\b(?:ley|decreto|articulo|norma|constitucion|sentencia|law|decree|article|constitution)\b/;
const ASKING_WORD = new RegExp(
  `(?:\\b(?:que|cual(?:es)?|quien(?:es)?|como|cuando|donde|cuant[oa]s?|por que|what|which|who|how|when|where|why)\\b|\\b(?:${VERBS}|podre|pongo|coloco|escribo|uso|incluyo|sera|seran|se|sirve|falta|funciona|conviene|necesitan|obliga|is|are|can|could|does|do|must|should|may|has|have|will)\\b)`,
);
/** «¿Trimestral o semestral?»: asks which. */
const OR = /^(?:\p{L}+ ){1,5}o (?:\p{L}+ ?){1,4}$/u;
const TAG =
  /^(?:(?:y|o|pero|con|eso|ese|esa|asi|esto|ya|le|les|me|se|todo|is|that|es|son|esta|sera|seria|muy|es que|that s) )*(?:cierto|verdad|no|no cree|si|bien|correct[oa]|sirve|parece(?: bien)?|asi|ok|vale|listo|valid[oa]|right|okay|isn t it|puede ser|seria|puede|como la ve|alcanza|basta|suficiente|much[oa]s?|poc[oa]s?|poquit[oa]s?|nada mas|va bien|voy bien|queda bien|se entiende|entiende|gusta|suena bien|suena|que tal|si se puede|o no es (?:es[oea]|asi)|(?:y )?usted (?:que|como) (?:dice|opina|piensa|cree|lo ve|la ve)|o (?:es )?(?:muy|demasiado) (?:poco|poquito|mucho|poca|largo|corto|tarde|pronto)|(?:y )?como (?:lo|la|los|las|le|les) (?:ve|ven|parece|suena|queda)|verdad que (?:si )?\p{L}+|(?:asi |eso )?(?:esta|queda|le sirve|sirve|va)(?: bien)? o (?:la|lo|le|los|las) \p{L}+|que (?:le|les) parece|que opina|que dice|cuenta|vale|valdria|o que|muy (?:poco|pronto|tarde|largo|corto|caro)|demasiado|fine|enough|good|does that work|good enough|too much)(?: (?:asi|eso|entonces|o no|usted|ahi|no|para empezar|por ahora|pues|mucho|poco))*$/u;

/** A verdict on what was said: «¿eso cuenta como idioma?», «¿con esa alcanza?», «¿o es mejor Gobierno?». */
const VERDICT =
  /^(?:(?:y|o|pero) )*(?:(?:(?:con |asi )?(?:eso|ese|esa|esos|esas|esto|todo eso|ell[oa]s)|asi|ahi|l[oa]s?) )?(?:(?:si|no|ya|tambien|le|les|me|nos|se|todavia) )*(?:cuentan?|sirven?|valen?|alcanzan?|bastan?|funcionan?|clasifican?|entran?|estan? (?:bien|correct[oa]|complet[oa])|(?:es|son|sera|seria|serian) (?:suficientes?|valid[oa]s?|correct[oa]s?|aceptables?|razonables?)|puede ser|queda(?:n|ria)? bien|suena(?:n)? bien|va(?:n)? bien|son pocos|that works|is that (?:ok|enough|fine|right|valid)|does (?:that|it) (?:count|work)|is it (?:enough|ok|fine))(?: (?:como|para|de|en|as|for) (?:(?!cuant|que\b)\p{L}+ ?){1,3})?(?: (?:asi|o no|cierto|bien|verdad|tambien))*$|^o (?:(?:es|sera|seria|prefiere|le parece) )?mejor (?:\p{L}+ ?){1,4}$|^o (?:le|lo|la|les) (?:pongo|cambio|dejo) (?:\p{L}+ ?){1,4}$/u;

/** What is asked of how it was said: «¿es muy general?», «¿la dejo así o la cambio?», «¿me quedó bien?». */
const QUALITY =
  /^(?:(?:y|o|pero|no|como que) )*(?:(?:eso|esa|ese|esto|asi|la|lo|le|me|nos|se) )*(?:es|son|esta|estan|sera|seran|seria|quedo|queda|quedaria|suena|ve|parece|oye|aguanta|acepta|entiende|entendio|hago entender|responde|is (?:it|that)|sounds?|looks?)(?: que)?(?: (?:muy|demasiado|bastante|tan|algo|un poco|medio|lo que (?:necesita|pide|busca|quiere)|too|very))?(?: (?!el\b|la\b|los\b|las\b|un\b|una\b|que\b|quien|cual|como\b|cuando|donde|cuant|de\b|en\b|por\b|para\b)\p{L}+){0,2}$|^(?:y |o )?(?:(?:lo|la|los|las) )?(?:(?:puedo|podemos|podria) )?(?:dejo|dejamos|dejar(?:l[oa]s?)?|pongo|ponemos) asi(?: o (?:la|lo|los|las) \p{L}+)?(?: no mas)?$|^asi o mas \p{L}+$|^(?:usted )?como (?:lo|la|los|las) ve(?: usted)?$|^will that do$/u;
/** Who asks to be corrected or to have it noted: «¿o me equivoco?», «¿falta algo?», «¿la anoto?», «¿eso califica?». */
const LEFT_TO_YOU =
  /^(?:(?:cierto|verdad) que (?:si|no)|(?:si|no) me (?:explico|hago entender|entendio)|o (?:(?:es que )?(?:me equivoco|estoy (?:mal|equivocad[oa])|no|eso no es|no es asi|l[oa]s? otr[oa]s?)|(?:toca|hacen? falta|le falta|falta) (?:mas|algo|otr[oa]s?))|(?:le |nos |me )?(?:falta|faltaria|sobra) algo(?: mas)?|(?:asi o |o )?(?:l[oae]s? )?(?:pongo|agrego|quito|cambio|sumo|bajo|subo|corrijo|ajusto|acorto)(?: (?:algo|mas|otr[oa]s?))*|(?:asi )?(?:me |se )?l[oa]s? (?:anot[oae]|pongo|dejo|vale|recibe|sirve|puede dejar asi|podria dejar asi)|se (?:lo |la )?puede dejar asi|con es[oae]s? (?:tiene|queda|estamos|vamos bien)|si (?:cuadra|pega|encaja)|es[oae]s? (?:si )?(?:califica|clasifica|cuadra|pega)|es[oae]s? (?:si )?(?:es|son|sera|seria) (?:un|una|unos|unas) \p{L}+(?: \p{L}+)?|si es (?:es[oae]|asi)|(?:sirve|vale) es[oae]|que me dice|es[oae] es mucho o poquit[oa]|o (?:muy|demasiado) \p{L}+|does (?:that|this) sound (?:right|ok|good)|would (?:that|it) (?:work|do))(?: (?:asi|no|cierto))?$/u;
/** Such words about a rule ask what holds: «¿eso es legal?». */
const OF_RULE =
  /\b(?:legal|ilegal|obligatori|necesari|requisito|posible|permitid|gratis|gratuit|public|vigente|anual|confidencial|privad|oficial|modificable|editable|definitiv|cierto que|lo mismo|igual|diferente|distint|aparte|mejor|mandatory|required|necessary|legal|allowed)\p{L}*/u;
/** Words that open like a question and go on as a statement: «como se acordó: cada tres meses», «quien responde es Luis Gil». */
const STATES =
  /^[^:]{3,60}: \S|\b(?:pongamos|ponga|pongale|digamos|dejemos|dejelo) |^quien(?:es)? (?:(?:nos|lo|la|se) )?(?:\p{L}+ ){1,2}(?:es|son|sera) (?:el|la|los|don|dona|\p{L}+ \p{L}+)|^es mejor (?!.* o )(?:en|el|la|a|desde|hasta|para)\b|^existen? (?:un|una) \p{L}+, |^hay quien|^existe (?:un|una|el|la) (?:decreto|acuerdo|norma) \d/u;

/**
 * Whether a message asks something, told from an answer: by its marks, by how it begins without them («que dice la
 * ley 80», «puede el alcalde firmar…»), or because it says that it asks. A value with a doubtful «?» («¿Neiva?»,
 * «200 millones?») is an answer.
 */
export function isQuestion(text: string, _ctx: ReadingContext): boolean {
  const whole = tidy(text.slice(0, 20_000)).replace(/\s+/g, ' ');
  const seen =
    whole.length > LOOKED_AT * 2 ? `${whole.slice(0, LOOKED_AT)} ${whole.slice(-LOOKED_AT)}` : whole;
  if (!/\p{L}/u.test(seen) || EXCLAIMS.test(fold(seen))) return false;
  const bare = withoutTurn(seen);
  const start = bare.replace(/^[¿¡\s"'«(]+/, '');
  const folded = fold(start);
  if (/[?¿]/.test(bare)) return markedAsks(bare);
  if (!ACCENTED.test(start) && !asksOutright(folded) && !ASKS.test(folded) && STATES.test(folded))
    return false;
  const announced =
    seen.length > bare.length && ANNOUNCED.test(fold(seen.slice(0, seen.length - bare.length)));
  if (announced || ACCENTED.test(start) || TOPIC_FIRST.test(start) || TOPIC_FIRST_PLAIN.test(folded))
    return true;
  return asksOutright(folded) || ASKS.test(folded) || INTERROGATIVE.test(folded) || asksByOrder(folded);
}

function asksByOrder(folded: string): boolean {
  if (words(folded).length < 3) return false;
  return INVERTED.test(folded) || ENGLISH.test(folded);
}

/** Whether a question only seeks approval of what was said before it: «¿está bien?», «¿son muchos?», «¿ese vale?». */
export function seeksApproval(question: string): boolean {
  const plain = words(question.slice(0, LOOKED_AT)).join(' ');
  return (
    TAG.test(plain) ||
    VERDICT.test(plain) ||
    ((QUALITY.test(plain) || LEFT_TO_YOU.test(plain)) && !OF_RULE.test(plain))
  );
}

/** The question of a message, without what only leads to it («otra cosa,», «quisiera saber»). */
export function questionText(text: string): string {
  const whole = tidy(text.slice(0, 20_000)).replace(/\s+/g, ' ');
  const bare = withoutTurn(whole);
  const asked = stripStart(
    bare,
    /^(?:(?:yo )?(?:quisiera|quiero|queria|queremos|me gustaria|nos gustaria|necesito|necesitamos) (?:saber|preguntar(?:le)?|consultar(?:le)?)(?: si)?|(?:me |nos )?(?:puede|podria)(?: usted)? (?:explicar|decir|aclarar|indicar|contar)(?:me|nos)?|(?:expliqueme|digame|cuenteme|aclareme)|i(?: would|'d) like to know(?: if| whether)?|(?:can|could) you (?:please )?tell me)\s*[,:]?\s+/,
  );
  return asked.trim() || whole;
}

/** Whether a text only leads to what comes after it: «otra cosa», «una duda». */
export function onlyLeads(text: string): boolean {
  return withoutTurn(`${tidy(text.slice(0, LOOKED_AT))}, x`) === 'x' || ASKS.test(fold(tidy(text)));
}

function withoutTurn(text: string): string {
  return stripStart(text, TURN);
}

/** A message with question marks asks, unless what they mark is a value in doubt or «¿cierto?». */
function markedAsks(text: string): boolean {
  const from = text.lastIndexOf('¿');
  const asked = from >= 0 ? text.slice(from + 1).replace(/\?.*$/, '') : (text.split('?')[0] ?? '');
  const last = from >= 0 ? asked : (asked.split(/[.,;:]\s/).at(-1) ?? asked);
  const plain = words(last).join(' ');
  const before = from >= 0 ? text.slice(0, from) : asked.slice(0, asked.length - last.length);
  if (/[\p{L}\p{N}]/u.test(before) && seeksApproval(plain)) return false;
  // «¿Como 23 mil?» is an estimate.
  if (/^(?:como|cuando mucho) (?:un[oa]s? )?\d/.test(fold(asked).trim())) return false;
  if (ASKING_WORD.test(fold(asked)) && words(asked).length > 1) return true;
  if (/^(?:y )?(?:eso|esto) \p{L}+/u.test(fold(asked).trim()) && words(asked).length > 2) return true;
  if (LEGAL.test(fold(asked))) return true;
  if (/^\s*¿[^¿]*\?\s*$/.test(text) && OR.test(fold(asked))) return true;
  return /^(?:y|and) \S/.test(fold(asked).trim()) && words(asked).length > 1;
}

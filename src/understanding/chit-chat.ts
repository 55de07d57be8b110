/** What people say to whoever they take the assistant for; none of it is about the plan or the documents. */
export type ChatTopic =
  | 'mood'
  | 'who'
  | 'person'
  /** Wants to talk with a human. */
  | 'human'
  | 'joke'
  | 'insult'
  | 'praise'
  /** Too many questions, too little time. */
  | 'tired'
  | 'laugh';

const YOU_ARE = '(?:(?:usted |tu |vos )?(?:es|eres|sos)(?: usted)?|are you(?: an?)?|you(?: a|)re(?: an?)?)';
const BEING =
  '(?:(?:una |un |an |a )?(?:persona|ser humano|human[oa]|robot|bot|maquina|computador|inteligencia artificial|ia|person|human|machine|ai)(?: (?:real|de verdad|humana|de carne y hueso|being))?)';
const THING =
  '(?:usted|esto|esta cosa|este (?:bot|asistente|chat|aparato|sistema)|el (?:bot|asistente)|this|it)';
const ROUGH = '(?:brut[oa]|tont[oa]|idiota|imbecil|estupid[oa]|inutil|pendej[oa]|useless|stupid|dumb|idiot)';
const ROUGH_THING =
  '(?:mal[oa]|malisim[oa]|basura|mierda|porqueria|burro|animal|desastre|peste|crap|garbage|rubbish|terrible|awful)';
const SO = '(?:(?:tan|muy|re|bien|mas|un|una|puro|pura|so|really|very|a|an) )*';

const SIGHS = /^(?:(?:uf+|uy+|huy|ay+|ush|hombre|ole|pues|oh|ugh|ah) )+/;

/** Each on the plain words of a whole message: an answer that only holds such words is none. */
const TOPICS: readonly (readonly [ChatTopic, RegExp])[] = [
  [
    'mood',
    whole(
      '(?:y )?(?:usted )?(?:como|que tal) (?:esta|estas|le va|te va|le ha ido|amanecio|sigue|va la vida)(?: (?:usted|hoy|todo|el dia|tu|vos))*|(?:muy |todo )?bien(?: gracias)? y usted|how are you(?: (?:doing|today))*|how (?:is|s) it going',
    ),
  ],
  [
    'person',
    whole(
      `(?:${YOU_ARE} |(?:estoy|estamos) (?:hablando|chateando|escribiendo) con |hablo con |(?:am|are) (?:i|we) (?:talking|speaking) (?:to|with) )${BEING}(?: (?:o|or) ${BEING})?|${BEING} (?:o|or) ${BEING}|hay alguien(?: (?:ahi|real|al otro lado))*`,
    ),
  ],
  [
    'human',
    whole(
      '(?:(?:quiero|quisiera|necesito|prefiero|puedo|podria|me puede|me pueden|me|mejor|i want to|i need to|i would like to|can i|could i|may i|let me) )*(?:hablar|comunicar|comuniqueme|comunicarme|comunica|comunicara|paseme|pasar|poner|pongame|atienda|talk|speak)(?: (?:con|to|with))? (?:una |un |alguna |algun |an |a )?(?:persona|human[oa]|ser humano|asesora?|funcionari[oa]|agente|operador|alguien|person|human|agent|someone)(?: (?:real|de verdad|human[oa]|de la (?:entidad|agencia|cancilleria)))*',
    ),
  ],
  [
    'who',
    whole(
      '(?:y )?(?:(?:usted )?(?:quien|que) (?:es|eres|sos)(?: (?:usted|tu|vos))?|(?:y )?usted quien es|con quien (?:hablo|estoy hablando|tengo el gusto|chateo)|como se llama(?: usted)?|cual es su nombre|presentese|tiene nombre|quien(?:es)? (?:lo|la) (?:hizo|hicieron|creo|crearon|programo)|who are you|what are you|what(?: is| s) your name|who (?:made|built|created) you)',
    ),
  ],
  [
    'joke',
    whole(
      '(?:(?:cuente|cuenteme|cuentenos|cuentame|diga|digame|echese|se sabe|sabe|me cuenta|me echa|otro|tell me|tell us|do you know) )+(?:un |algun |otro |any |a )?(?:chistes?|chistecito|jokes?)(?: (?:bueno|corto|rapido))?|cant(?:e|eme) (?:una cancion|algo)|haga(?:me)? reir|sing (?:me )?a song',
    ),
  ],
  [
    'insult',
    whole(
      `(?:(?:que|uy|ay|mire) )*${SO}${ROUGH}(?: (?:es usted|usted|ese bot|este bot))?|${YOU_ARE} ${SO}(?:${ROUGH}|${ROUGH_THING})|(?:que )?${THING} (?:es|esta|is) ${SO}(?:${ROUGH}|${ROUGH_THING})|(?:que )${SO}${ROUGH_THING}(?: (?:de )?${THING})?|${THING} no (?:me )?(?:sirve|funciona|entiende|sabe|ayuda)(?: (?:(?:para|pa|de) )?nada)?|no (?:me )?(?:sirve|entiende|sabe|ayuda)(?: usted)? (?:(?:para|pa|de) )?nada|no (?:joda|moleste|fastidie)(?: mas)?|deje de (?:molestar|joder|fastidiar)|que (?:fastidio|bobada|tonteria|pendejada)(?: (?:con )?${THING})?|(?:vayase|vaya) a la mierda|hijueputa|gonorrea|malparid[oa]|${THING} (?:does not|doesn t) work|fuck(?: you| off| this)?`,
    ),
  ],
  [
    'praise',
    whole(
      `(?:(?:que|muy|un) )+(?:buen|buena|excelente|lindo|bonito|bacano) (?:trabajo|herramienta|servicio|asistente|ayuda)|(?:que|muy|tan) (?:(?:muy|tan|bien) )?(?:chevere|bacano|util|facil|practico|interesante|bueno) (?:esta |es )?${THING}|usted es (?:muy |tan |super )?(?:amable|util|querid[oa]|inteligente)|me (?:gusta|gusto|encanta|encanto) (?:mucho )?(?:${THING}|como trabaja|su ayuda)|me (?:ha )?(?:servido|sirve|ayudo|ayuda) mucho|(?:lo |la )?felicito|buen trabajo|excelente trabajo|good (?:job|work)|well done|you(?: are|re| re) (?:great|awesome|(?:very |so )helpful|amazing)|this is (?:very|so|really|great|quite) ?(?:helpful|useful)?|i (?:love|like) this`,
    ),
  ],
  [
    'tired',
    whole(
      '(?:(?:estoy|ando|estamos|ya|me siento) )+(?:muy |tan |un poco |algo |bastante |super |re )*(?:cansad[oa]s?|aburrid[oa]s?|estresad[oa]s?|ocupad[oa]s?|sin tiempo)(?: (?:hoy|ya|de esto|con esto|de (?:tantas )?preguntas))*|(?:(?:uy|ay|pero|que|son|es que son) )*(?:muchas|tantas|demasiadas) preguntas(?: (?:hace|son|tiene))?|(?:que (?:cosa )?(?:tan )?larg[oa]|(?:esto|eso) (?:esta|es|se hizo|va) (?:muy |tan |demasiado |bien )?(?:larg[oa]|eterno|demorado))(?: esto)?|(?:no tengo|tengo poco|tengo muy poco|no tenemos) (?:mucho )?tiempo(?: (?:hoy|ahora|para esto|para tanto))*|(?:i am|i m|we are|we re) (?:so |very |really |a bit )?(?:tired|bored|exhausted|busy)|(?:so |too )many questions|this is (?:too |so |very |taking too )long|i don t have (?:much )?time',
    ),
  ],
  [
    'laugh',
    whole(
      '(?:(?:ja ?){2,}j?|(?:je ?){2,}j?|(?:ji ?){2,}|(?:ha ?){2,}h?|jaj+a?|lol|xd+)(?: ?(?:que (?:bueno|chistoso|gracioso|risa)|muy bueno|that s funny))?',
    ),
  ],
];

/** The conversation that a whole message makes for its own sake, on its plain words. */
export function readChat(said: string): ChatTopic | undefined {
  const plain = said.replace(SIGHS, '');
  return TOPICS.find(([, phrase]) => phrase.test(plain))?.[0];
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

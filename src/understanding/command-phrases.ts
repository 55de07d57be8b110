import type { Command } from './commands.ts';

export const WANT =
  '(?:(?:quiero|quisiera|queremos|quisieramos|necesito|necesitamos|deseo|me gustaria|nos gustaria|vamos a|voy a|podemos|puedo|puede|podria|me puede|me podria|se puede|es posible|prefiero|mejor|toca|ayudeme a|ayudenos a|me ayuda a|i want to|i would like to|i d like to|i need to|we want to|we need to|can you|could you|can i|can we|let s|let us|help me(?: to)?) )*';
const GIVE =
  '(?:de|da|deme|dame|denos|mandeme|mande|mandelo|mandemelo|envieme|envie|enviemelo|paseme|pase|pasemelo|genere|genereme|generelo|entregueme|entregue|comparta|compartame|muestreme|dar|darme|mandar|mandarme|enviar|enviarme|pasar|pasarme|generar|sacar|obtener|tener|descargar|descargarlo|bajar|imprimir|quiero|necesito|send|send me|give|give me|get|generate)';
const DOCUMENT =
  '(?:el |mi |un |lo |the |my |a )?(?:lo que (?:haya|hay|tenga|tengo|tenemos|llevamos|va)(?: hecho)?|documento|plan|archivo|word|pdf|excel|json|calendario|borrador|document|file|calendar|draft)(?: (?:final|completo|del plan|de accion(?: internacional)?|with the plan))*';
export const FORMAT =
  '(?: ?(?:en|a|como|in|as|to)? ?(?:formato |un |a |archivo (?:de )?)?(?:word|docx|pdf|json|excel|xlsx|ics|calendario|calendar))?';
const EDITION =
  '(?:la |una |el |the |a )?(?:(?:edicion|version)(?: del plan)? (?:publica|interna)|(?:public|internal) (?:edition|version))(?: del plan| of the plan)?';
const INCOMPLETE = '(?: (?:aunque|asi|tal como|como|even if|as) .{1,40})?';
const THE_PLAN =
  '(?:(?:el|un|mi|nuestro|este|ese|dicho|nuevo|the|an|a|my|our|new) )*(?:plan de accion internacional|plan de accion|plan internacional|plan de internacionalizacion|plan accion internacional|pai|plan nuevo|plan|international action plan|action plan)';
const WHOSE =
  '(?: (?:de|del|para|for|of) (?!desarrollo|ordenamiento|gobierno|trabajo|compras|accion|contingencia|emergencia|vida|manejo|negocio)(?<about>.{2,80}))?';
const MAKE =
  '(?:hacer|armar|elaborar|preparar|crear|iniciar|empezar|comenzar|arrancar|redactar|construir|formular|escribir|montar|sacar|realizar|trabajar en|hagamos|armemos|empecemos|comencemos|arranquemos|iniciemos|preparemos|elaboremos|empezar a hacer|comenzar a hacer|make|write|draft|prepare|start|create|build|begin|work on)';

const IT =
  '(?: (?:usted|ustedes|ud|eso|esto|algo|por mi|por favor|la respuesta|el texto|este texto|un texto|un borrador|el borrador|una propuesta|una respuesta|una redaccion|una idea|unas ideas|opciones|ejemplos|aqui|ahi|for me|it|this|that|the answer|something|a draft|an answer|a text|one|some))*';
/** What may be said before it: «no sé qué áreas, deme una idea». */
const AT_A_LOSS =
  '(?:la verdad )?(?:no (?:lo |la )?(?:se|sabemos|sabria|tengo|tenemos|conozco)|ni idea|estoy perdid[oa]|i don t know|i m not sure|not sure)(?: .{1,60})?';
/** Asking that the answer be proposed: «redáctelo usted», «sugiérame algo», «deme una idea», «draft it for me». */
const DRAFT = `(?:(?:redacte|redacta|redacten|redactar|escriba|formule|elabore|prepare)(?:me)?(?:l[oa]s?)?(?: (?:usted|ud|un borrador|el borrador|una propuesta|por mi))+|redacte(?:me)?l[oa]s?|redactel[oa]s?|redactar(?:l[oa]s?)?|propon(?:ga|gan|game|ganos|gamel[oa]|gal[oa]|er|erme|erlo)|sugier(?:a|ame|anos|amel[oa]|al[oa]|e)|sugerir(?:me|nos)?|hagal[oa] usted|hagame (?:un borrador|una propuesta)|suggest|propose|draft(?: it| this| the answer)?|write it|write this|draft an answer)${IT}|(?:deme|dame|denos|me da|me puede dar|regaleme|tiene|necesito|quiero|give me|any|do you have) ?(?:una|alguna|unas|algunas|un|an|a|some|any)? ?(?:ideas?|sugerencias?|propuestas?|suggestions?|proposals?|tips?)${IT}|(?:ayudeme|ayudenos|ayudame|me ayuda|me puede ayudar|help me) (?:a |con |to )?(?:redactar|escribir|formular|la redaccion|write|draft)(?:l[oa]s?)?${IT}|que (?:me |nos )?(?:sugiere|propone)(?: usted)?(?: (?:poner|responder|escribir))?(?: (?:aqui|ahi))?|what (?:do|would) you (?:suggest|propose)`;
/** What answers may be worded by. */
const MODEL =
  '(?:(?:el|un|ningun|la|the|a|any) )?(?:modelo(?: de lenguaje)?|inteligencia artificial|ia|language model|model|artificial intelligence|ai)';
const SHOW =
  '(?:(?:ver|deme|dame|muestreme|quiero|quisiera|necesito|hay|tiene|me da|me muestra|puede darme|give me|show me|see|i want|is there|do you have) )*';

type Fixed = Exclude<
  Command['type'],
  | 'correct'
  | 'language'
  | 'export'
  | 'picture'
  | 'start'
  | 'begin'
  | 'workflow'
  | 'skip'
  | 'route'
  | 'element'
  | 'chat'
  | 'step'
  | 'showAnswer'
>;

/** What people write for each command, on the plain words of a message without courtesy; always the whole. */
export const PHRASES: readonly (readonly [Fixed, RegExp])[] = [
  [
    'help',
    whole(
      'ayuda|ayudeme|ayudame|ayudenos|una ayuda|(?:me )?(?:puede ayudar|ayuda)|necesito ayuda|(?:ayudeme|ayudame|ayuda)(?: (?:con|en) (?:esto|eso|esta pregunta|este paso|eso ultimo))|no (?:le |lo )?entiend[oi](?: (?:la pregunta|nada|esto|eso|bien))?|no (?:le |lo |la )?entendi(?: (?:la pregunta|nada|bien|muy bien|eso|esa pregunta))?|que (?:puedo|debo) (?:hacer|escribir|responder|contestar|poner)(?: aqui| ahi)?|que (?:pongo|respondo|escribo|contesto)(?: aqui| ahi)?|no se (?:que|como) (?:poner|responder|escribir|contestar)|como (?:funciona|se usa|uso) (?:esto|usted|este asistente)|que (?:sabe|puede) hacer|instrucciones|no (?:le |lo )?entiend[oi](?: .{1,20})? (?:ayuda|ayudeme|ayudame|ayudenos|expliqueme|me explica|puede explicarme)|no se .{2,40} (?:ayudeme|ayudame|ayudenos|me ayuda)(?: con (?:eso|esto))?|help|help me|i need help|i don t understand|what can you do|what should i (?:write|answer)',
    ),
  ],
  [
    'undo',
    whole(
      '(?:deshacer|deshaga(?:lo|la|los)?|deshaz(?:lo)?|deshagamos)(?: (?:eso|esto|lo anterior|lo ultimo|todo eso|el cambio|los cambios|ese cambio|el ultimo cambio))?|(?:quite|quitar|borre|borrar|elimine|anule|revierta|reverse) (?:eso|esto|lo ultimo|lo anterior|lo que (?:acabo|acabamos) de (?:decir|escribir)|el ultimo mensaje|mi ultimo mensaje)|undo(?: (?:that|it|this|the last (?:change|message)))?|take (?:that|it) back',
    ),
  ],
  [
    'meaning',
    whole(
      '(?:y )?(?:que|a que) (?:significa|quiere decir|es|se refiere|se refieren|hace referencia)(?: con)? (?:eso|esto|esa pregunta|esta pregunta|ahi)|(?:y )?(?:eso|esto) (?:que|como) (?:es|significa|quiere decir|seria)|como asi|como (?:es|seria) eso|a que se refiere(?:n)?|(?:expliqueme|explicame|me explica|me puede explicar|puede explicarme|expliquenos|aclareme)(?: (?:eso|esto|mejor|bien|la pregunta|esa pregunta|esta pregunta|otra vez|de nuevo))*|what does (?:that|this|it) mean|what do you mean(?: by that)?|(?:please )?explain(?: (?:that|this|the question))?',
    ),
  ],
  [
    'cityExample',
    whole(
      `${SHOW}(?:el |un |los |otro |algun |an |another |the |any )?(?:ejemplos?|casos?|examples?|cases?) (?:de|en|of|from|in) (?:la |una? |an? |the )?(?:otr[oa]s?|another|other|alguna?|una?|a) ?(?:ciudad(?:es)?|municipios?|alcaldias?|gobiernos?(?: locales?)?|parte|lado|city|cities|municipalit(?:y|ies)|towns?)|${SHOW}(?:otro ejemplo|otro caso|another example|another case)|(?:y )?(?:como|que) (?:lo |la )?(?:hizo|hicieron|hace|hacen|puso|pusieron) (?:en )?(?:otr[oa]s?|las otras|los otros|alguna) (?:ciudad(?:es)?|municipios?|alcaldias?|gobiernos?)(?: (?:con (?:esto|eso)|eso|esto))?|(?:y )?(?:otras|las otras|los otros|otros) (?:ciudades|municipios|alcaldias) (?:como|que) (?:lo )?(?:hacen|hicieron|han hecho|pusieron)|how did (?:other|another) (?:city|cities|towns?|municipalit(?:y|ies)) do (?:it|this|that)`,
    ),
  ],
  [
    'example',
    whole(
      '(?:(?:deme|dame|muestreme|ponga|pongame|ver|quiero|necesito|tiene|hay|otro|un|con un|me da|me puede dar|por|give me|show me|an|for|another) )*(?:ejemplos?|examples?)(?: (?:de eso|de esto|para esto|of that))?',
    ),
  ],
  ['draft', whole(`(?:${AT_A_LOSS} )?${WANT}(?:${DRAFT})`)],
  [
    'why',
    whole(
      '(?:y )?(?:(?:eso|esto|ese dato) )?(?:por ?que|para que)(?: (?:es eso|eso|esto|es esto|sirve(?: (?:eso|esto))?|es importante|(?:(?:me|nos|se) )?(?:lo |la )?(?:preguntan?|necesitan?|piden?|requieren?|quieren? saber)(?: (?:eso|esto|ese dato|saberlo))?))?|why|what for|why do you (?:ask|need (?:that|this|it))|why is (?:that|this|it) important',
    ),
  ],
  [
    'back',
    whole(
      `(?:para |hacia )?atras|${WANT}(?:(?:volver|volvamos|vuelva|regresar|regresemos|regrese|devolver(?:se|me|nos)?|devolvamonos|devuelvase|devuelvame|echar|ir|vamos|vaya)(?: (?:para|hacia))? ?(?:atras|a? ?(?:la|el|al) (?:paso |pregunta |campo )?anterior)|volver|regresar|devolverme|devolvamonos|devuelvase)|(?:el |la )?(?:paso |pregunta |campo )?anterior|(?:go )?back|go to the previous (?:step|question)|previous(?: (?:step|question))?`,
    ),
  ],
  [
    'skipStep',
    whole(
      `${WANT}(?:saltar|saltarme|saltarnos|salte|saltemos|omitir|omita|omitamos|pasar|pasemos) (?:al siguiente |este |el |todo el |toda la |la |esta |de |otro )*(?:paso|etapa|capitulo|seccion)|(?:siguiente|proximo|proxima) (?:paso|etapa)|(?:skip|next)(?: (?:this|the|whole))* (?:step|stage|section)`,
    ),
  ],
  [
    'showPlan',
    whole(
      `${WANT}(?:ver|mostrar|mostrarme|muestre|muestreme|muestrame|mirar|enseneme|show|show me|see|view)(?: (?:como va(?: quedando)?|lo que (?:va|llevamos|llevo|hay) (?:de|en|del)?|el estado de|how)?)? ?(?:${THE_PLAN}|todo|lo que llevamos|lo que llevo|el resumen|un resumen|the summary|a summary|everything)(?: (?:hasta ahora|completo|is going|so far))?|(?:(?:deme|dame|hagame|quiero|necesito|un|el|give me|a|the) )*(?:ver |muestre |muestreme )?(?:el )?(?:resumen|summary)(?: (?:del plan|de todo|de lo que llevamos|de lo que llevo|general|hasta ahora|of the plan|so far|please))?|como (?:(?:quedo|va|esta|va quedando|quedando|queda)(?: (?:con )?(?:todo|el plan|eso|la cosa))?|vamos (?:con )?(?:todo|el plan|eso|la cosa))|que (?:llevamos|llevo|tenemos|hay guardado|tiene (?:guardado|anotado|hasta ahora)|ha (?:guardado|anotado)|hemos hecho|quedo guardado|quedo)(?: (?:hasta ahora|guardado|en el plan))?|what (?:do we have|have we got)(?: so far)?`,
    ),
  ],
  [
    'progress',
    whole(
      'progreso|(?:el |mi |ver (?:el )?)?(?:progreso|avance)|(?:y )?cuanto (?:tiempo )?(?:me |nos |le )?(?:falta|queda|faltaria)(?: (?:mas|para (?:terminar|acabar|el final|que se acabe)|por (?:hacer|terminar)|todavia|de (?:esto|preguntas)))*|(?:y )?cuanto (?:tiempo )?(?:se )?(?:me |nos )?(?:demora|demoro|demoramos|tarda|tardo|toma|dura|lleva|voy a demorar|va a tomar|va a durar|gasta)(?: (?:esto|eso|todo|todo esto|en (?:esto|total|llenarlo)|el plan|la ruta (?:corta|completa)|hacer(?:lo| esto| el plan)|llenar(?:lo| esto)))*|(?:falta|queda) (?:todavia |aun |mucho|poco|harto)+(?: todavia)?|(?:ya )?(?:casi )?(?:terminamos|terminamo|acabamos|vamos a terminar|termino)(?: ya)?|ya casi|(?:cuantas|que tantas) preguntas (?:son|hay|tiene|me hace)(?: en total| todavia)?|cuanto (?:llevo|llevamos|hemos avanzado|he avanzado)|cuantas preguntas (?:me |nos )?(?:faltan|quedan)|como (?:voy|vamos)(?: (?:hasta ahora|hasta aqui|con esto))?|voy bien|vamos bien|en que paso (?:voy|vamos|estoy|estamos)|progress|how (?:much|far|long|many questions)(?: (?:more|longer|time))? (?:is left|are we|to go|are left|is there left|do we have left|is there to go|left)|how (?:long|much time) (?:does|will|is) (?:this|it)(?: (?:take|going to take))?|are we (?:almost |nearly )?(?:done|there)(?: yet)?|how am i doing|how are we doing|what step (?:am i|are we) (?:on|in)',
    ),
  ],
  [
    'where',
    whole(
      '(?:en que|por donde|en donde|donde|hasta donde|en cual) (?:pregunta |parte |paso )?(?:ibamos|iba|vamos|quedamos|quede|quedo|estabamos|estaba|estamos|voy)|que (?:estabamos|estaba) haciendo|(?:y )?(?:ahora )?que sigue|where (?:were|are) we|where did we (?:stop|leave off)|where was i',
    ),
  ],
  [
    'missing',
    whole(
      `(?:digame |muestreme |ver )?(?:que|cuales|lo que)(?: (?:datos|campos|cosas|preguntas|informacion|mas))? ?(?:me |nos |le )?(?:falta|faltan|hace falta|hacen falta|queda|quedan|esta pendiente|estan pendientes|queda pendiente|quedan pendientes|tengo pendiente|tenemos pendiente)(?: (?:por (?:llenar|completar|hacer|responder|contestar|definir|diligenciar)|pendientes?|todavia|aun|al plan|en el plan|para terminar|del plan))*|(?:los |ver (?:los )?)?pendientes|what(?: else)? ?(?:is|s) (?:missing|left|pending)|what do i (?:still )?(?:need|have left)|what am i missing|what remains|${WANT}(?:(?:revisar|revise|revisemos|reviseme|evaluar|evalue|evaluemos|review|check|assess)(?: ${THE_PLAN})|(?:(?:hacer|haga|hagamos|ver|mostrar|muestre|muestreme|do|see|show) )?(?:(?:la|una|the|a) )?(?:revision|review)(?: (?:general|final|completa))?(?: (?:de|of) ${THE_PLAN}| del plan)?)|(?:digame |muestreme |ver )?(?:que|lo que) (?:(?:mas|otras cosas) )?le (?:falta|hace falta|queda faltando)(?: (?:a|en) ${THE_PLAN}| al plan)|${WANT}(?:(?:ver|mostrar|muestre|muestreme|show|see) )?(?:(?:los|la lista de|lista de|todos los|the|all the) )*(?:vacios|gaps)(?: (?:del plan|que (?:faltan|quedan)|of the plan|in the plan|in my plan))?|(?:volver|volvamos|back) (?:a |to )(?:la lista|los vacios|the list|the gaps)|what (?:is|does) (?:my|the) plan (?:missing|lack|still (?:lack|need))|what (?:is|s) missing (?:in|from) (?:my|the) plan`,
    ),
  ],
  [
    'moreGaps',
    whole(
      `${WANT}(?:(?:ver|mostrar|muestre|muestreme|show|see) )?(?:mas vacios|otros vacios|(?:los )?demas vacios|(?:los )?(?:siguientes|otros) vacios|more gaps|the other gaps|other gaps)`,
    ),
  ],
  [
    'nextGap',
    whole(
      `${WANT}(?:(?:ir|vamos|vaya|pasar|pasemos|go) )?(?:a |al |to )?(?:el |the )?(?:(?:siguiente|proximo|otro|primer) vacio|(?:next|other|first) gap)|(?:llenar|completar|corregir|fill|fix)(?: (?:el|the))? (?:siguiente|proximo|primer|next|first) (?:vacio|gap)`,
    ),
  ],
  [
    'followUp',
    whole(
      `${WANT}(?:ver|mirar|revisar|mostrar|muestre|muestreme|show|show me|see|view)(?: (?:el|los|la|las|todo|todos|the))* (?:seguimiento|avances(?: y (?:desviaciones|revisiones))?|(?:registro|reporte) de (?:avances|seguimiento)|desviaciones|estado de los hitos|follow up|follow up records|tracking|milestone (?:states|status))(?: (?:del plan|registrados|registradas|of the plan))?|como va la ejecucion(?: del plan)?|how is the (?:plan|execution) going`,
    ),
  ],
  [
    'pause',
    whole(
      `${WANT}(?:pausar(?: (?:el plan|aqui))?|(?:guardar|guarde|guardemos) y (?:salir|seguir despues)|pausa|pause|hacer una pausa|pausemos|hagamos una pausa|parar(?: aqui)?|paremos(?: aqui)?|dejemos(?:lo)? (?:aqui|asi|hasta aqui|para (?:manana|luego|despues))(?: por (?:hoy|ahora))?|dejar(?:lo)? (?:aqui|hasta aqui|para (?:manana|luego|despues))|salir|stop(?: here)?|take a break)|(?:.{2,60} )?(?:luego|despues|mas tarde|mas tardecito|manana|al rato|otro dia|en un rato|en un momento|ahorita|ahora|ya casi) (?:sigo|seguimos|continuo|continuamos|retomo|retomamos|vuelvo|volvemos|termino|terminamos|regreso|la sigo|lo sigo)|(?:sigo|seguimos|continuo|continuamos|retomo|vuelvo|termino) (?:luego|despues|mas tarde|manana|al rato|otro dia|en un rato)|(?:me voy|me tengo que ir|tengo que irme|debo irme|me toca irme|me toca salir|tengo que salir|debo salir|salgo)(?: (?:a|para|de) .{2,40})?|(?:(?:hasta (?:luego|manana|pronto|la proxima|el [a-z]+|aqui por hoy)|nos vemos(?: (?:luego|manana|despues|pronto))?|chao|chau|adios|que este bien|que le vaya bien|feliz (?:dia|tarde|noche)|bye(?: bye)?|goodbye|see you(?: later| tomorrow)?|i have to go|i must go|i m leaving)(?: |$))+|i ll (?:continue|come back|be back|finish) (?:later|tomorrow)|(?:continue|later) (?:later|i ll continue)`,
    ),
  ],
  [
    'resume',
    whole(
      `${WANT}(?:seguir|sigamos|siga|sigo|seguimos|continuar|continuemos|continue|continuamos|retomar|retomemos|retome|prosigamos|reanudar|adelante|avancemos|resume|go on|carry on|keep going|proceed|continue)(?: (?:adelante|donde (?:ibamos|quedamos|iba|quede)|con (?:el plan|la pregunta|eso|lo que ibamos|el proyecto|lo nuestro|lo del plan)|en lo que ibamos|where we (?:were|left off)|with the plan))?|(?:ya )?(?:volvi|regrese|estoy de vuelta|estoy aqui|aqui estoy|aqui de nuevo|de vuelta)(?: (?:otra vez|de nuevo|para seguir|a seguir))?|(?:volvamos|volver|regresemos) (?:al plan|a la pregunta|a lo nuestro|a lo del plan|a lo que ibamos|a donde ibamos)|(?:i m |i am )?back(?: again)|(?:i m|i am) back`,
    ),
  ],
  [
    'cancel',
    whole(
      `${WANT}(?:cancelar|cancele|cancelemos|cancelo|anular|abandonar|desechar|descartar|borrar|borre|eliminar|elimine|reiniciar|reinicie)(?: (?:todo|todo el plan|${THE_PLAN}|todo esto))|${WANT}(?:cancelar|cancelemos|cancelo|cancele)(?: (?:esto|eso))?|${WANT}(?:reiniciar|empezar de (?:nuevo|cero)|comenzar de (?:nuevo|cero)|empecemos de (?:nuevo|cero)|cancel(?: (?:the|my) plan)?|delete (?:the|my) plan|start over)`,
    ),
  ],
  [
    'repeat',
    whole(
      '(?:(?:me )?(?:puede|podria) )?(?:repetir|repita|repitame|repitalo|repite|repetirme|repetirmela)(?: (?:la pregunta|eso|por favor))?|cual (?:era|es|fue) la pregunta|que (?:me )?(?:pregunto|preguntaba|dijo)|como dijo|de nuevo la pregunta|(?:repetir|repita|repitame|me repite|puede repetir)(?: (?:la pregunta|eso|lo ultimo))? (?:que|porque|pues|es que) .{3,50}|repeat(?: (?:that|the question))?|(?:can you )?say (?:that|it) again|what was the question',
    ),
  ],
  [
    'menu',
    whole(
      `${WANT}(?:(?:ver |ir |volver |mostrar )?(?:a |al |el )?menu(?: principal| de opciones)?|(?:ver )?(?:las )?opciones|(?:main |the )?menu|options)`,
    ),
  ],
  [
    'deleteData',
    whole(
      `${WANT}(?:borrar|borre|borren|borra|eliminar|elimine|eliminen|suprimir|suprima|quitar|quite|delete|erase|remove)(?: (?:todos|todas|all))? (?:mis datos|mi informacion|los datos mios|my data|my information)(?: personales?)?`,
    ),
  ],
  [
    'withoutModel',
    whole(
      `(?:${WANT}(?:seguir|sigamos|responda|responder|continuar|continuemos|go on|answer|continue) )?(?:sin|without)(?: (?:usar|utilizar|using))? ${MODEL}|(?:${WANT}(?:no (?:use|usar|usen|utilice|quiero)|apagar|apague|desactivar|desactive|quitar|quite|do not use|don t use|turn off|stop using|disable)) ${MODEL}|(?:turn|switch) ${MODEL} off|no (?:envie|mande|comparta) (?:mis (?:datos|preguntas)|nada) (?:a|al|con) ${MODEL}`,
    ),
  ],
  [
    'withModel',
    whole(
      `${WANT}(?:(?:volver|vuelva|volvamos) a )?(?:con|usar|use|usen|utilizar|utilice|encender|encienda|activar|active|with|use|using|turn on|enable) ${MODEL}(?: (?:otra vez|de nuevo|again))?|(?:turn|switch) ${MODEL} on`,
    ),
  ],
  [
    'myData',
    whole(
      `${WANT}(?:ver |consultar |conocer |muestre |muestreme |show |see )?(?:mis datos|my data|mi informacion personal)(?: personales)?|que (?:datos|informacion) (?:mios |mia |personales )?(?:tiene|tienen|guarda|guardan|guardo|sabe|saben)(?: (?:de mi|sobre mi|mios|mia|guardados))?|what (?:data|information) do you (?:have|keep|store)(?: (?:on|about) me)?`,
    ),
  ],
];

/** Putting a question off. */
export const SKIP = whole(
  `${WANT}(?:saltar|salte|saltemos|saltarla|saltela|saltarme|saltarme esta|saltarnos esta|salteme|(?:salte|saltemos|salteme|pase|pasemos) (?:la|esta|esa)(?: pregunta)?|saltar (?:la |esta |esa )?(?:pregunta|esta|esa)|omitir|omita|omitir (?:la |esta )?pregunta|paso|pasemos|pasar|dejarl[oa] (?:para )?(?:despues|luego|pendiente)|dejemosl[oa] (?:para )?(?:despues|luego|pendiente)|skip|skip (?:it|this|that|this question|this one))|(?:la )?siguiente(?: pregunta)?|pase a la siguiente|(?:para )?(?:despues|luego|mas tarde|mas adelante)(?: (?:lo|la|se lo) (?:lleno|digo|completo|vemos|respondo|defino|miro))?|(?:lo|la) (?:lleno|completo|vemos|respondo|defino|miro|dejo) (?:despues|luego|mas tarde|mas adelante|para despues|para luego)|(?:se |le |les )?(?:lo |la )?(?:puedo|podemos) (?:decir|dejar|responder|contestar|llenar)(?:lo|la|le|selo)? (?:luego|despues|mas tarde|otro dia|manana)|next(?: question)?|later|not now|ahora no`,
);
/** The same, because the answer is not known. */
export const UNKNOWN = whole(
  '(?:la verdad )?(?:no (?:lo |la )?(?:se|sabemos|conozco|conocemos|recuerdo|me acuerdo)|no sabria(?: decir(?:le|lo)?)?|ni idea|no tengo(?: ni)? idea|no tenemos idea|no (?:tengo|tenemos) (?:el|ese|esos|esa|la|los) (?:dato|datos|informacion|cifra)(?: a la mano)?|desconozco|no estoy segur[oa]|(?:i )?don t know|no idea|not sure|i have no idea|i m not sure)(?: (?:todavia|aun|eso|por ahora|la verdad|bien|yet|ese dato|en este momento))*',
);
/** Changing the route in the middle; `quick` holds the word when it is the short one. */
export const ROUTE = whole(
  `${WANT}(?:(?:pasar|pasarme|pasarnos|pasemos|paseme|pase|cambiar|cambiarme|cambiemos|cambie|cambieme|seguir|sigamos|ir|irme|vamos|tomar|hacer|hagamos|usar|switch|change|go|take)(?: (?:a|por|con|en|de|to|by|with))? )?(?:(?:la |el )?(?:ruta|version|opcion|camino) (?:mas )?(?:(?<quick>cort[ao]|rapid[ao]|breve)|complet[ao]|larg[ao])|(?:the )?(?:(?<quick2>short|quick)|full|long) route)|${WANT}(?:pasar|pasarme|pasarnos|pasemos|paseme|cambiar|cambiemos|cambie|volver|volvamos|seguir|sigamos|mejor|prefiero|vamos) (?:(?:a|por|con) )?la (?:mas )?(?:(?<quick3>corta|cortica|rapida|breve)|completa|larga)(?: (?:otra vez|de nuevo|mejor))?`,
);
/** Beginning a plan; `about` is the entity when it was named. */
export const START = whole(
  `${WANT}${MAKE}(?: (?:con|with))? ${THE_PLAN}${WHOSE}|(?:quiero|quisiera|necesito|necesitamos|queremos|deseo|nuevo|i want|i need|we need|new) ${THE_PLAN}${WHOSE.replace('about', 'about2')}|${THE_PLAN}(?: (?:nuevo|porfa))?${WHOSE.replace('about', 'about3')}|${WANT}(?:empezar|empecemos|empiece|comenzar|comencemos|comience|iniciar|iniciemos|inicie|inicio|arrancar|arranquemos|start|begin|let s start|get started)(?: (?:ya|con esto|con eso))?`,
);
/** Asking for the document; its format is read apart. */
export const EXPORT = whole(
  `${WANT}(?:exportar|exporte|exportelo|exportemelo|exportemos|exporta|exportalo|export)(?: (?:it|this))?(?: ?${DOCUMENT})?${FORMAT}(?: (?:en )?${EDITION})?${INCOMPLETE}|${WANT}(?:(?:exportar|exporte|export|descargar|descargue|bajar|imprimir|download|print|${GIVE}) )*${EDITION}${FORMAT}|${WANT}(?:me |nos )?(?:lo |la )?(?:puede |podria |puedes )?(?:${GIVE} )+(?:it )?${DOCUMENT}${FORMAT}${INCOMPLETE}|${WANT}(?:me |nos )?(?:lo )?(?:puede |podria )?${GIVE}(?:lo|melo)?(?: it)? ?(?:en|in|as|como) (?:formato )?(?:word|docx|pdf|json|excel|xlsx|ics|calendario|calendar)${INCOMPLETE}|(?:descargar|descargue|descargarlo|descarguelo|bajar|bajarlo|imprimir|imprimirlo|download|print)(?: ?${DOCUMENT})?${FORMAT}|(?:envie|mande|pase|genere|descargue|baje|imprima|entregue)(?:lo|melo)|(?:en |el |in )?(?:word|docx|pdf|json|excel|xlsx|ics)`,
);
/** Changing the language of the conversation. */
export const TO_ENGLISH = whole(
  `(?:in )?english(?: version)? please|(?:${WANT})(?:(?:change|switch|cambiar|cambie|cambiemos|pasar|pasemos)(?: (?:the|el) (?:language|idioma))? (?:to|a|al) (?:english|ingles)|(?:speak|talk|continue|hablar|hablemos|seguir|sigamos|continuar)(?: in| en)? (?:english|ingles))|do you speak english|idioma ingles`,
);
export const TO_SPANISH = whole(
  `(?:en )?espanol por favor|(?:${WANT})(?:(?:change|switch|cambiar|cambie|cambiemos|pasar|pasemos)(?: (?:the|el) (?:language|idioma))? (?:to|a|al) (?:spanish|espanol|castellano)|(?:speak|talk|continue|hablar|hablemos|seguir|sigamos|continuar)(?: in| en)? (?:spanish|espanol))|habla espanol|(?:in )?spanish please|idioma espanol`,
);

export function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

import { FORMAT, WANT, whole } from './command-phrases.ts';

/** Wanting it must be said: «aplicar a convocatorias» alone may well be an answer, an action of a project. */
const WANTS = WANT.replace(/\*$/, '+');
const FUND =
  '(?:(?:a|en|por|para|de|for|to) )?(?:un |una |el |la |los |al |esa |esta |ese |este |a |an |the |some )?(?:fondos?|convocatorias?|funds?|funding|grants?|calls?)(?: (?:(?:de|para|of|for)(?: la| el)? )?(?:cooperacion|financiacion|cid|desarrollo|cooperation|proposals?|development)(?: internacional)?(?: (?:para el|al) desarrollo)?| internacional(?:es)?)*';
const APPLICATION =
  '(?:la |una |mi |nuestra |otra |esa |esta |a |an |the |my |our )?(?:postulacion|application)';
const NETWORK =
  '(?:una |la |esta |esa |alguna |a |the |this )?(?:red|city network|network)(?: (?:de (?:las )?ciudades|of cities))?';
const JOIN =
  '(?:unir(?:me|nos|se)?|vincular(?:me|nos|se)?|entrar|ingresar|afiliar(?:me|nos|se)?|adherir(?:me|nos|se)?|hacer parte|ser parte|pertenecer|join|be part)';

/** What people write to begin each workflow beside the plan, on the plain words of a message; always the whole. */
export const BEGINNINGS: readonly (readonly [workflow: string, phrase: RegExp])[] = [
  // Asked for without its case: who pays is what the workflow asks.
  [
    'contracting',
    whole(
      `${WANT}(?:(?:empezar|iniciar|hacer|ver|tomar|start) )?(?:la |una |the )?(?:decision (?:de|sobre) (?:la )?contratacion|contracting decision)|${WANT}(?:decidir|definir|saber|escoger|elegir|decide)(?: on)? (?:el |que |cual(?: es el)? |the |which )?(?:regimen|reglas|contracting|procurement)(?: (?:de contratacion|rules|regime))(?: (?:aplico|aplica|aplicamos|aplicar|uso|usar|apply))?|(?:y )?(?:con |bajo )?(?:que|cual(?:es)?(?: (?:es|son))?(?: el| las)?) (?:regimen|reglas)(?: (?:de (?:la )?contratacion|contractual(?:es)?|de contratos)) (?:(?:debo|debemos|puedo|podemos|hay que|tengo que|tenemos que|me toca|nos toca|se debe|se) )?(?:aplico|aplica|aplican|aplicamos|aplicar|uso|usa|usamos|usar|rige|rigen|sigo|sigue|seguimos|seguir|corresponde|me aplica|nos aplica)(?: (?:a|para|en) (?:mi|el|un|este|nuestro|nuestros|mis|los)(?: (?:contrato|contratos|convenio|convenios|caso|proyecto))(?: de cooperacion)?)?|(?:which|what) (?:contracting|procurement) (?:rules|regime)(?: (?:apply|applies|do i (?:use|apply)|do we (?:use|apply)|should (?:i|we) (?:use|apply)))?`,
    ),
  ],
  // Of a practice or of something that was done: what the plan still holds is reviewed, not evaluated.
  [
    'practice',
    whole(
      `${WANT}(?:(?:empezar|iniciar|hacer|comenzar|start|begin|do|make) )?(?:(?:evaluar|evalue(?:mos)?|evaluemos|valorar|calificar|evaluate|assess|rate)(?: (?:como (?:nos )?(?:fue|va) (?:en|con)|the results of))?|(?:(?:la|una|otra|nueva|an?|another|the|new) )*(?:evaluacion|valoracion|evaluation|assessment) (?:de|of)) (?:(?:la|una|otra|nuestra|mi|esta|esa|el|un|otro|nuestro|este|ese|a|an|another|our|my|the|this|one of our|una de nuestras|nueva|nuevo|new) )*(?:buena )?(?:good )?(?:practica|experiencia|accion internacional|proyecto(?: internacional| que (?:hicimos|tuvimos|terminamos|ejecutamos|ya hicimos)| de cooperacion(?: internacional)?| terminado| pasado)?|hermanamiento(?: que (?:tenemos|hicimos))?|practice|international (?:action|project)|past project|project|experience|twinning)(?: (?:internacional|pasada|pasado|de internacionalizacion|de cooperacion|terminada|en marcha|abroad|we (?:did|had|finished)|que (?:hicimos|tuvimos|terminamos|ejecutamos|tenemos)))?(?: (?:con|using|with) (?:los (?:dieciseis |16 )?criterios|the (?:sixteen |16 )?criteria)(?: (?:de la guia|of the guide))?)?|(?:los |the )?(?:16|dieciseis|sixteen) (?:criterios|criteria)`,
    ),
  ],
  [
    'funds',
    whole(
      `${WANTS}(?:aplicar|postular(?:me|nos)?|presentar(?:me|nos)?|concursar|participar|apply) ${FUND}|${WANTS}(?:hacer|preparar|armar|elaborar|redactar|formular|escribir|empezar|iniciar|comenzar|prepare|write|make|start) ${APPLICATION}(?: ${FUND})?|(?:preparar|empezar|iniciar|prepare|start) (?:una |otra |an )?(?:postulacion|application)(?: ${FUND})?`,
    ),
  ],
  [
    'network',
    whole(
      `${WANTS}${JOIN} (?:a |de |en |of )?${NETWORK}|${WANT}(?:evaluar|decidir|analizar|revisar|saber|evaluate|decide|weigh)(?: on)? (?:si (?:nos |me )?(?:conviene )?|whether (?:to )?)?(?:${JOIN} (?:a |de |en |of )?)?${NETWORK}|(?:nos|me|le) conviene (?:${JOIN} (?:a |de |en )?)?${NETWORK}|should we join ${NETWORK}`,
    ),
  ],
];

/** What may be asked of a workflow by its name. */
export type Wanted = 'resume' | 'show' | 'export';

const WAYS: readonly (readonly [Wanted, string])[] = [
  [
    'resume',
    '(?:continuar|continuemos|continue|seguir|sigamos|siga|retomar|retomemos|retome|volver|volvamos|regresar|regresemos|terminar|terminemos|resume|go on|go back|back|finish)(?: (?:con|a|with|to))?',
  ],
  [
    'show',
    '(?:ver|mostrar|muestreme|muestre|revisar|resumen de|como va|como esta|show|show me|see|review)(?: (?:como va|how))?',
  ],
  [
    'export',
    '(?:exportar|exporte|exporteme|descargar|descargue|bajar|imprimir|deme|mandeme|envieme|genere|quiero|export|download|print|send me|give me)',
  ],
];
const NAMES: readonly (readonly [workflow: string, name: string])[] = [
  ['practice', '(?:la |the )?(?:evaluacion|evaluation) (?:de la practica|of the practice)'],
  ['funds', `${APPLICATION}(?: ${FUND})?`],
  [
    'network',
    `(?:(?:la |the )?(?:evaluacion|decision|analisis|evaluation|assessment) (?:de|sobre|of|on) ${NETWORK}|${NETWORK})`,
  ],
];
const NAMED = NAMES.flatMap(([workflow, name]) =>
  WAYS.map(([wants, way]) => ({
    workflow,
    wants,
    phrase: whole(`${WANT}${way} ${name}${wants === 'export' ? FORMAT : ''}`),
  })),
);

/** What a whole message, in plain words without courtesy, asks of a workflow by its name: «continuar la postulación». */
export function readNamed(said: string): { workflow: string; wants: Wanted } | undefined {
  const found = NAMED.find(({ phrase }) => phrase.test(said));
  return found && { workflow: found.workflow, wants: found.wants };
}

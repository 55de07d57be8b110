import { WANT, whole } from './command-phrases.ts';

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
];

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
];

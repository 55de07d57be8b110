import type { Correction } from './commands.ts';
import { stripFillers } from './lead-ins.ts';
import { fold, stripStart, trimMarks } from './words.ts';

/** What the plan's answers are called: a correction names one of them, so that answers are not taken for one. */
const FIELD =
  '(?:presupuesto|plata|responsable|encargad[oa]|lider|cargo|fechas?|inicio|fin|final|comienzo|nombre|titulo|poblacion|habitantes|departamento|municipio|entidad|categoria|periodo|ejes?|proyectos?|actor(?:es)?|aliad[oa]s?|soci[oa]s?|necesidad(?:es)?|oportunidad(?:es)?|capacidad(?:es)?|antecedentes?|razon(?:es)?|objetivos?|vision|hitos?|indicador(?:es)?|riesgos?|meta|linea base|areas?|ods|agendas?|idiomas?|equipo|dependencia|oficina|normas?|comunicacion|seguimiento|dimension|clase|frontera|acto|enlaces?|respuesta|dato|porcentaje|financiador|convocatoria|contrapartida|aval|cuota|monto|mitigacion|descripcion|criterios?(?: \\d+)?|practica|grupos?|enfoques?|planificacion|alineacion|eficiencia|eficacia|gobernanza|transparencia|incidencia|inclusion|sostenibilidad|innovacion|replicabilidad|escalabilidad|monitoreo|resultados?|destinatarios|beneficiarios|fortalezas?|debilidad(?:es)?|amenazas?|budget|name|date|start|end|ax[ie]s|projects?|population|department|municipality|partners?|needs?|opportunit(?:y|ies)|stakeholders?|goals?|share|funder|milestones?|indicators?|risks?|head|team|languages?|answer|title|approach(?:es)?|planning|alignment|efficiency|effectiveness|governance|transparency|advocacy|inclusion|sustainability|innovation|replicability|scalability|monitoring|description|kind|criteri(?:on|a)(?: \\d+)?|practice|groups?)';
/** Lists whose elements have names of their own: «el eje Marca Palmera». */
const ELEMENT =
  '(?:ejes?|proyectos?|actor(?:es)?|aliad[oa]s?|soci[oa]s?|necesidad|oportunidad|capacidad|hito|indicador|riesgo|objetivo|area|idioma|axis|project|partner|stakeholder|need|opportunity|milestone|indicator|risk)';
const THE =
  '(?:(?:el|la|los|las|mi|mis|nuestro|nuestra|lo del?|en|de|del|con|a|al|the|my|our|in|to|of)\\s+)*';
const TARGET = `${THE}(?<target>${FIELD}\\b[^,;:]{0,60}?)`;
const CHANGE =
  '(?:corregir|corrija|corrijo|corrijamos|corrige|corrijame|cambiar|cambie|cambio|cambia|cambieme|cambiemos|cambiarle|cambiele|modificar|modifique|modifiquemos|editar|edite|arreglar|arregle|actualizar|actualice|ajustar|ajuste|correct|change|edit|fix|modify|update)';
const WANT =
  '(?:(?:quiero|quisiera|queremos|necesito|necesitamos|me gustaria|vamos a|voy a|puedo|podemos|puede|podria|me puede|hay que|toca|como|i want to|i need to|i would like to|can i|can you|could you|please|por favor) )*';
const ADD =
  '(?:agregar|agregue|agregarle|agreguele|agreguemos|anadir|anada|anadale|sumar|sume|sumele|incluir|incluya|adicionar|adicione|ponga|pongale|metale|add|include)';
const WRONG =
  '(?:me equivoque|nos equivocamos|corrijo|corrija|corrijame|correccion|rectifico|es un error|hay un error|cometi un error|quedo mal|i was wrong|i made a mistake|my mistake|correction)';
const IS = '(?:es|son|seria|serian|era|eran|queda en|quedaria en|is|are|should be)(?: de)?';
const WRONG_ALONE = new RegExp(
  `^(?:${WANT}${CHANGE}(?: (?:algo|un dato|una respuesta|lo anterior|something|an answer))?|${WRONG})$`,
);

type Rule = [pattern: RegExp, mode: Correction['mode']];

const RULES: Rule[] = [
  rule(
    `${TARGET} ya no (?:es|son) (?<old>[^,;]{1,120}?)(?:,| sino| ahora)+ ?(?:ahora )?(?:${IS} )?(?<value>.+)`,
    'set',
  ),
  rule(
    `${TARGET} no (?:es|son|era|eran) (?<old>[^;]{1,120}?)(?:,? sino|, ahora|,) ?(?:${IS} )?(?<value>.+)`,
    'set',
  ),
  rule(`${TARGET} (?:ahora|ya) ${IS} (?<value>.+)`, 'set'),
  rule(
    `${WRONG}[\\s,.:;]+(?:${THE}${FIELD}? ?(?:no (?:es|son) [^,;]{1,60}(?:,| sino) ?))?${TARGET}(?: ${IS}| ?:) (?<value>.+)`,
    'set',
  ),
  rule(`${TARGET} (?:es|son|seria) (?:otr[oa]s?|el siguiente|la siguiente)\\b[\\s,:]+(?<value>.+)`, 'set'),
  rule(`${WRONG}[\\s,.:;]+(?:en |con )?${TARGET}`, 'set'),
  rule(`${WRONG}[\\s,.:;]+(?:${IS} )(?<value>.+)`, 'set'),
  rule(`${TARGET} (?:esta|quedo|is) (?:mal|equivocad[oa]|incorrect[oa]|wrong)`, 'set'),
  rule(
    `${WANT}(?:cambiar|cambie|cambiemos|cambia|reemplazar|reemplace|reemplacemos|sustituir|sustituya|replace|change|swap) ${THE}(?<target>${ELEMENT}) (?<old>.{1,120}?) (?:por|with|for) (?<value>.+)`,
    'replace',
  ),
  rule(`${WANT}${CHANGE} ${TARGET} (?:a|por|para|to|=|y ponga|que sea)(?: el| la)? (?<value>.+)`, 'set'),
  rule(`${WANT}${CHANGE} ${TARGET}(?: ?:|, ?(?:es|son|ahora es|ahora son)) (?<value>.+)`, 'set'),
  rule(
    `(?:cambie|cambia|reemplace|sustituya|replace|swap) (?:el |la |los |las |the )?(?<old>[^,;]{2,120}?) (?:por|with) (?<value>.+)`,
    'replace',
  ),
  rule(`${WANT}${CHANGE} ${TARGET}`, 'set'),
  rule(
    `(?:volvamos|volver|regresemos|regresar|vamos|devolvamonos|back|go back) (?:a|al|to) (?:la pregunta (?:de|del|sobre) )?${TARGET}`,
    'set',
  ),
  // Nothing may follow the name: «ir a oportunidades de negocio en Japón» tells something.
  rule(
    `${WANT}(?:ir|vaya|vayamos|pasar|pase|pasemos|saltar|salte|lleveme|llevame|go|jump|take me) (?:directo |directamente )?(?:a|al|to) (?:la pregunta (?:de|del|sobre) )?${THE}(?<target>${FIELD})`,
    'set',
  ),
  rule(`(?:en|a|al|to) ${TARGET} (?:le )?${ADD} (?:tambien )?(?<value>.+)`, 'add'),
  rule(`${WANT}${ADD} (?:tambien )?(?:a|en|to) ${TARGET}(?: ?:|,)? (?<value>.+)`, 'add'),
  rule(
    `${WANT}${ADD} (?:tambien )?(?<value>.{2,300}?) (?:a|en|como|to|as) ${THE}(?<target>${FIELD}\\b[^,;:]{0,40})`,
    'add',
  ),
  rule(
    `${WANT}${ADD} ${THE}(?:(?:otr[oa]|nuev[oa]|un|una|another|a new) )+(?<target>${ELEMENT})(?: ?:| llamad[oa]) (?<value>.+)`,
    'add',
  ),
];
/** «corregir acciones de cooperación»: whatever an answer of the plan is called. */
const LOOSE = new RegExp(
  `^${WANT}(?:corregir|corrija|corrijame|corrijamos|correct|edit) ${THE}(?<target>[^,;:]{2,120}?)(?:\\s?: (?<value>.+))?$`,
  'd',
);
/** «perdón, la población es 9.500»: after taking something back, a plain statement corrects. */
const RESTATED = rule(`${TARGET} ${IS} (?<value>.+)`, 'set');
const REST_STAYS =
  /[,;.]?\s*(?:y )?(?:(?:lo|el resto|todo lo|los|las) ?(?:otr[oa]s?|demas|resto)? ?(?:lo |la |los |las )?(?:deje(?:lo|la|los|las)?|queda|sigue|mantengal[oa])(?: (?:igual|asi|como esta|quieto))?|(?:deje|mantenga) (?:lo|el|los) (?:demas|otro|otros|resto)(?: (?:igual|asi|como esta))?|leave the rest(?: as it is)?|keep the rest)[.\s]*$/;
const OPENING =
  /^(?:(?:ah|ay|uy|oiga|mire|espere|un momento|disculpe|perdon|que pena|no|y|bueno|listo|ok|hola|por favor|porfa|ahora|entonces|tambien|oh|wait|sorry|please|well|and)[\s,.:;!¡¿?]+)+/;

/**
 * A correction in its many forms: «corregir presupuesto», «cambiar el presupuesto a 200 millones», «me equivoqué,
 * el presupuesto es 200 millones», «en necesidades agregue agua potable», «cambie el eje A por B», «la
 * responsable ya no es A, es B».
 * @param tidied the message, tidied
 */
export function readCorrection(tidied: string): Correction | undefined {
  const line = tidied.replace(/\s+/g, ' ').replace(/^[\s¿¡]+|[\s?!.]+$/g, '');
  const said = stripStart(stripStart(line, OPENING), OPENING).replace(
    /(?:,? (?:por favor|porfa|please|gracias))+$/i,
    '',
  );
  const kept = REST_STAYS.exec(fold(said));
  const order = kept && kept.index > 8 ? said.slice(0, kept.index) : said;
  const folded = fold(order);
  if (WRONG_ALONE.test(folded) || WRONG_ALONE.test(fold(stripFillers(order))))
    return { type: 'correct', mode: 'set' };
  const takesBack = /\b(?:no|perdon|disculpe|que pena|sorry|wait)\b/.test(
    fold(line.slice(0, line.length - said.length)),
  );
  const rules = takesBack ? [...RULES, RESTATED] : RULES;
  for (const [pattern, mode] of [...rules, [LOOSE, 'set'] as Rule]) {
    const found = pattern.exec(folded);
    if (!found?.indices?.groups) continue;
    const { target, value, old } = found.indices.groups;
    const cut = (span: [number, number] | undefined) => (span ? trimMarks(order.slice(...span)) : '');
    const parts = { target: cut(target), value: cut(value), old: cut(old) };
    return {
      type: 'correct',
      mode,
      ...(pattern === LOOSE && { loose: true as const }),
      ...(parts.target && { target: parts.target }),
      ...(parts.value && { value: withSign(order, value, parts.value) }),
      ...(parts.old && { old: parts.old }),
    };
  }
  return undefined;
}

const SHOW_ANSWER = new RegExp(
  `^(?:y )?(?:como quedo|como quedaron|que (?:puse|pusimos|respondi|respondimos|dije|escribi|quedo|quedaron|tengo|tiene)(?: guardado)?(?: (?:en|de|para|como|sobre))?|what did (?:i|we) (?:write|put|say|answer)(?: (?:for|on|in|about|as))?) ${TARGET}$`,
);

/** The answer that a person asks to see, on the plain words of a message: «¿cómo quedó el presupuesto?» */
export function readShowAnswer(said: string): string | undefined {
  return SHOW_ANSWER.exec(said)?.groups?.target;
}

/** The sign of a negative number stays with the value. */
function withSign(order: string, span: [number, number] | undefined, trimmed: string): string {
  const raw = span ? order.slice(...span).trim() : trimmed;
  return /^[-−]\s?[\d$]/.test(raw) ? raw : trimmed;
}

function rule(pattern: string, mode: Correction['mode']): Rule {
  return [new RegExp(`^${pattern}$`, 'd'), mode];
}

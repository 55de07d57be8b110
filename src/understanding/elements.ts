import { WANT } from './command-phrases.ts';
import { fold, stripStart, tidy, trimMarks } from './words.ts';

/** What a plan has several of, each with a name: what can be listed, added, renamed, opened or deleted one by one. */
export const ELEMENT_KINDS = [
  'project',
  'axis',
  'objective',
  'stakeholder',
  'area',
  'action',
  'milestone',
  'risk',
  'indicator',
  'progress',
  'revision',
] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** An order about one element of the plan, or one kind of them. */
export interface ElementCommand {
  type: 'element';
  act: 'remove' | 'rename' | 'list' | 'open' | 'add';
  /** Left out where only a name was said: «quite a la emisora». */
  kind?: ElementKind;
  /** As it was written: a name, a part of it, or a place («2», «el último»). */
  name?: string;
  /** The new name. */
  to?: string;
  /** The list it is taken from, when it was named: «quite el agua de las necesidades». */
  from?: string;
}

const NOUNS: Record<ElementKind, { one: string; many: string }> = {
  project: { one: 'proyecto|project', many: 'proyectos|projects' },
  axis: {
    one: 'eje(?: estrategico)?|(?:strategic )?axis',
    many: 'ejes(?: estrategicos)?|(?:strategic )?axes',
  },
  objective: { one: 'objetivo|objective', many: 'objetivos|objectives' },
  stakeholder: { one: 'actor|stakeholder', many: 'actores|stakeholders' },
  area: { one: 'area|dependencia', many: 'areas|dependencias' },
  action: { one: 'accion legal|legal action', many: 'acciones legales|legal actions' },
  milestone: { one: 'hito|milestone', many: 'hitos|milestones' },
  risk: { one: 'riesgo|risk', many: 'riesgos|risks' },
  indicator: { one: 'indicador|indicator', many: 'indicadores|indicators' },
  progress: {
    one: '(?:avance|registro|reporte|progress)(?: registrado| entry| record)?',
    many: '(?:avances|registros|reportes)(?: registrados)?|progress (?:entries|records)',
  },
  revision: { one: 'revision(?: del plan)?', many: 'revisiones(?: del plan)?|revisions' },
};

const ANY_ONE = Object.values(NOUNS)
  .map(({ one }) => one)
  .join('|');
const ANY_MANY = Object.values(NOUNS)
  .map(({ many }) => many)
  .join('|');
const OUT =
  '(?:quitar|quite|quiten|quita|quitemos|borrar|borre|borra|borren|borremos|eliminar|elimine|elimina|eliminemos|suprimir|suprima|sacar|saque|retirar|retire|delete|remove)';
const ADD =
  '(?:agregar|agregue|agregueme|agreguemos|anadir|anada|sumar|sume|incluir|incluya|adicionar|adicione|ponga|add|include)';
const RENAME = '(?:renombrar|renombre|renombremos|rename)';
const CHANGE = '(?:cambiar|cambie|cambiemos|cambiele|corregir|corrija|modificar|modifique|change|edit)';
const PLACE =
  '(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|noven[oa]|decim[oa]|ultim[oa]|first|second|third|fourth|fifth|last)';
const DEFINITE = '(?:a )?(?:el|la|al|the|mi|my)';
const CALLED = '(?:llamad[oa]|de nombre|que se llama|numero|called|named|number)';
const GO =
  '(?:pasar|pasemos|pase|paseme|vamos|vaya|ir|sigamos|seguir|siga|volver|volvamos|vuelva|regresar|regresemos|trabajemos|continuar|continuemos|go|go on|go back|move|continue|switch)';
const SEE =
  '(?:ver|mirar|mostrar|muestre|muestreme|listar|liste|listeme|enumere|deme|dame|show|show me|list|see|view)';
const ASK = '(?:cuales son|cuales|que|cuantos|cuantas|what are|which|what|how many)';
const ALL_OF = '(?:(?:los|las|mis|nuestros|nuestras|todos|todas|the|my|our|all|lista de|list of|la) )*';
const IN_PLAN =
  '(?: (?:que )?(?:tengo|tenemos|hay|llevamos|llevo|tiene|del plan|de mi plan|en el plan|registrados|registradas|do (?:i|we) have|are there|in (?:the|my) plan|of (?:the|my) plan))';

type Act = ElementCommand['act'];
const RULES: readonly (readonly [Act, RegExp])[] = [
  // «Borre el segundo hito», «borre el proyecto Ruta de aves», «borre este proyecto».
  [
    'remove',
    order(`${WANT}${OUT} ${DEFINITE} (?<name>${PLACE}) (?<kind>${ANY_ONE})(?: (?:del plan|of the plan))?`),
  ],
  [
    'remove',
    order(
      `${WANT}${OUT} (?:${DEFINITE} )?(?<kind>${ANY_ONE})(?: ${CALLED})?(?: de la| del| de)?\\s?:? (?<name>.{1,300})`,
    ),
  ],
  ['remove', order(`${WANT}${OUT} (?:este|ese|esta|esa|this|that|the|el|la) (?<kind>${ANY_ONE})`)],
  [
    'rename',
    order(
      `${WANT}${RENAME} (?:(?:el|la|al|the) )?(?<kind>${ANY_ONE})(?: ${CALLED})? (?<name>.{1,300}?) (?:a|como|por|to|as) (?<to>.{1,300})`,
    ),
  ],
  [
    'rename',
    order(
      `${WANT}${CHANGE}(?:le)? (?:el |the )?(?:nombre|name) (?:del?|de la|al?|of|of the) (?:el |la )?(?<kind>${ANY_ONE}) (?<name>(?!a |por |to ).{1,300}?) (?:a|por|to) (?<to>.{1,300})`,
    ),
  ],
  ['list', order(`${WANT}${SEE} ${ALL_OF}(?<kind>${ANY_MANY})${IN_PLAN}*`)],
  // A question without these words is one to the documents.
  ['list', order(`${ASK} ${ALL_OF}(?<kind>${ANY_MANY})${IN_PLAN}+`)],
  ['list', order(`lista de (?:los |las )?(?<kind>${ANY_MANY})`)],
  [
    'open',
    order(
      `${WANT}(?:${GO} (?:al|a el|a la|con el|con la|en el|to|to the|on to the|with the) )?(?<next>siguiente|proxim[oa]|next) (?<kind>${ANY_ONE})`,
    ),
  ],
  [
    'open',
    order(
      `${WANT}${GO} (?:al|a el|con el|en el|to|to the|with the|on the) (?<kind>${ANY_ONE}) (?<name>.{1,300})`,
    ),
  ],
  ['open', order(`${WANT}${GO} (?:al|a el|con el|to the|with the) (?<name>${PLACE}) (?<kind>${ANY_ONE})`)],
  [
    'add',
    order(
      `${WANT}(?:${ADD}|crear|cree|create|make) (?:(?:otr[oa]|un|una|nuev[oa]|another|a|an|new) )+(?<kind>${ANY_ONE})(?: (?:al plan|mas|to the plan))?`,
    ),
  ],
  [
    'add',
    order(
      `${WANT}${ADD} (?:(?:otr[oa]|un|una|nuev[oa]|el|la|como|another|a|an|new|the) )*(?<kind>${ANY_ONE})(?: ${CALLED})?\\s?:? (?<name>.{1,300})`,
    ),
  ],
  [
    'add',
    order(
      `(?:otr[oa]|nuev[oa]|un nuevo|una nueva|another|new|a new) (?<kind>${ANY_ONE})(?: ${CALLED})?(?:\\s?:? (?<name>.{1,300}))?`,
    ),
  ],
];

/** «Quite a la emisora», «quite el agua de las necesidades»: only the plan can tell whether it has such a thing. */
const LOOSE: typeof RULES = [
  [
    'remove',
    order(
      `${WANT}${OUT} (?:a )?(?:(?:el|la|los|las|the) )?(?<name>.{2,200}?) (?:de|del|from) (?:(?:el|la|los|las|mis|the|my|lista de|list of) )*(?<from>[a-z ]{4,60})`,
    ),
  ],
  ['remove', order(`${WANT}${OUT} (?:a )?(?:(?:el|la|los|las|al|the) )?(?<name>.{2,200})`)],
];

/** Longest removal without a kind, in characters. */
const LONGEST_REMOVAL = 300;
const OPENING =
  /^(?:(?:ah|ay|oiga|mire|espere|un momento|disculpe|perdon|que pena|no|y|bueno|listo|ok|por favor|porfa|ahora|entonces|tambien|wait|sorry|please|well|and|now)[\s,.:;!¡¿?]+)+/;
const CLOSING = /(?:,? (?:por favor|porfa|please|gracias|thanks))+$/i;

/**
 * An order about one element of the plan: «quitar el actor X», «borre el eje 2», «cambie el nombre del proyecto X a Y»,
 * «ver proyectos», «pasemos al siguiente proyecto», «agregue otro proyecto: X». Whether there is such an element only
 * the plan can tell.
 * @param tidied the message, tidied
 * @returns undefined when the message is no such order
 */
export function readElementCommand(tidied: string): ElementCommand | undefined {
  return readBy(RULES, tidied);
}

/**
 * Likewise where no kind was said: «quite a la emisora». It may as well be an answer («quitar barreras al comercio»).
 * @returns undefined when the message is no such order
 */
export function readLooseRemoval(text: string): ElementCommand | undefined {
  return text.length > LONGEST_REMOVAL ? undefined : readBy(LOOSE, tidy(text));
}

function readBy(rules: typeof RULES, tidied: string): ElementCommand | undefined {
  const line = tidied.replace(/\s+/g, ' ').replace(/^[\s¿¡]+|[\s?!.]+$/g, '');
  const said = stripStart(line, OPENING).replace(CLOSING, '');
  const folded = fold(said);
  for (const [act, pattern] of rules) {
    const spans = pattern.exec(folded)?.indices?.groups;
    if (!spans) continue;
    const cut = (name: string) => {
      const span = spans[name];
      const text = span ? trimMarks(said.slice(...span)) : '';
      return text === '' ? undefined : text;
    };
    const kind = kindOf(cut('kind'));
    const [name, to, from] = ['name', 'to', 'from'].map(cut);
    return {
      type: 'element',
      act,
      ...(kind && { kind }),
      ...(name !== undefined && { name }),
      ...(to !== undefined && { to }),
      ...(from !== undefined && { from }),
    };
  }
  return undefined;
}

/** The kind that a noun names, in the singular or the plural. */
export function kindOf(noun: string | undefined): ElementKind | undefined {
  if (noun === undefined) return undefined;
  return ELEMENT_KINDS.find((kind) => KINDS[kind].test(fold(noun)));
}

const KINDS = Object.fromEntries(
  ELEMENT_KINDS.map((kind) => [kind, new RegExp(`^(?:${NOUNS[kind].one}|${NOUNS[kind].many})$`)]),
) as Record<ElementKind, RegExp>;

function order(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'd');
}

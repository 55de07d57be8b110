import type { CueTable } from '../../../src/guide/cues.ts';
import { findPlaces, findPopulations } from '../../../src/understanding/index.ts';
import { findBorder } from './find-border.ts';
import { DATE, DEPARTMENT, findPlanPeriods, matching } from './finders.ts';

const KIND =
  '(?:municipio|distrito(?: (?:especial|turistico))?|departamento|gobernacion|alcaldia|area metropolitana|territorio indigena|resguardo(?: indigena)?|asociacion de municipios|mancomunidad|municipality|district|metropolitan area|indigenous territory|association of municipalities)';
const ONE_TO_SIX = 'uno|dos|tres|cuatro|cinco|seis';
/** Whose the words after are: «soy la secretaria de la alcaldía», not «el Facebook de la alcaldía». */
const WHO_WRITES =
  '(?:(?<=\\b(?:soy|somos|escrib\\p{L}+|habl\\p{L}+|llamo|trabaj\\p{L}+|secretari[oa]|jef[ea]|asesor[a]?|funcionari[oa]s?|alcald(?:e|esa)|nosotros|parte)\\b[^.;\\n]{0,50}))';
const ORDINAL = 'primera|segunda|tercera|cuarta|quinta|sexta';

/** «Periodo» alone is the government's where its years are a constitutional term; other years are the plan's. */
const TERM = ':? ?(?:es |va )?(?:del? )?(?:2020\\D{1,9}2023|2024\\D{1,9}2027|2028\\D{1,9}2031)';

/** Cues of the entity, the plan's title and its dates (step 0). */
export const ENTITY_CUES: CueTable = {
  'entity.name': {
    headings:
      '(?:(?<!\\b(?:mi|su|me) )nombre(?: (?:oficial|de la entidad|del municipio))?(?! del plan)|entidad(?: territorial)?|municipio|alcaldia|distrito|entity|municipality)(?! (?:es|is) (?:del?|una?|an?) )',
    find: findPlaces,
  },
  'entity.kind': {
    labels: '(?:clase|tipo)(?: de entidad)?|kind of entity',
    peek: matching(
      `(?:\\b(?:(?<!\\bno )somos|soy|es|como|${WHO_WRITES}(?:de la|del|en la|en el)|desde (?:el|la)|que la|trabajo en la|nos escribe la|escribe la|we are|i am|this is|(?<=we are [^.;]{2,40},))(?: (?:un|una|el|la|de|del|a|an|the))*|^|[,.:])\\s*(?<value>${KIND})(?=[\\s,.;]|$)(?! (?:vecin|de al lado|es\\b))`,
    ),
  },
  'entity.department': {
    labels: 'departamento|depto|department',
    peek: matching(
      `(?:\\bun (?:municipio|distrito|pueblo) (?:del? |en (?:el )?)(?:departamento del? )?|\\bdepartamento (?:del? )?|\\bgobernacion (?:del? )?|(?<=[,(;] ?)(?:queda |estamos |ubicad[oa] )?(?:(?:aca|aqui|alla) )?(?:en|in) (?:el |la )?|\\b(?:queda|estamos|ubicad[oa]s?) en (?:el |la )?(?:departamento del? )?|\\bresguardo[^.;]{1,40}en (?:el )?)(?<value>${DEPARTMENT})\\b(?! del? (?!colombia)\\p{L})`,
    ),
  },
  'entity.population': {
    labels:
      'poblacion(?: total)?(?! (?:sumando|contando|incluyendo|con|entre|rural|urbana|joven|indigena|flotante|migrante|vulnerable|objetivo|beneficiaria)\\b)|habitantes|numero de habitantes|population|inhabitants',
    find: findPopulations,
  },
  'entity.category': {
    labels: 'categoria(?: municipal)?|cat|category',
    find: matching(
      `\\b(?:de |en )?(?:(?:(?:somos|es|municipio|alcaldia|distrito|y|,) de )(?:${ORDINAL})(?=[,.; ]|$)(?! (?:mano|vez|necesidad|infancia|edad|generacion|clase|linea))(?: categoria)?|(?:bajamos|subimos|pasamos|quedamos|estamos|clasificad[oa]s?|nos dejaron) (?:a|en|de) (?:categoria )?(?:${ORDINAL})(?=[,.; ]|$)|categoria (?:especial|${ORDINAL}|[1-6]|${ONE_TO_SIX})(?![\\p{L}\\d])|[1-6]\\.?[aª]\\.? categoria|(?:${ORDINAL}) categoria|(?<=, )(?:${ORDINAL})(?=[.;,]|$)|cat\\.? (?:especial|[1-6])|category (?:[1-6]|special|one|two|three|four|five|six)|(?:first|second|third|fourth|fifth|sixth)[- ]category)\\b`,
      (value) =>
        value
          .replace(new RegExp(`^.*\\bcategoria (${ONE_TO_SIX})$`), (_, n: string) =>
            String(ONE_TO_SIX.split('|').indexOf(n) + 1),
          )
          .replace(/^([1-6])\.?[aª].*/, '$1')
          .replace(/^.*\b(?:de|en|a) (?=\S+(?: categoria)?$)|^cat\.? /, ''),
    ),
  },
  'entity.borderZone': { find: findBorder },
  'entity.governmentPeriod': {
    labels: `(?:periodo(?= actual|${TERM})|periodo (?:de gobierno|constitucional)|cuatrienio|gobierno|mandato|administracion|term(?: of office)?|government(?: term)?)(?! (?:anterior|pasad|vecin|nacional))(?=:? ?(?:es|del?|:|\\d|actual|va|is))`,
    leads: `(?:cuatrienio|gobierno|mandato|administracion|periodo(?=${TERM}))(?: (?:del?|es del?|va del?|actual))?(?= ?(?:19|20)\\d\\d)|government term(?=:? )`,
    keeps: ['start'],
  },
  'entity.contactUnit': {
    labels: '(?:dependencia de |unidad de |punto de |para )?contacto,?|contact(?: unit| point)?',
    leads:
      '(?:nos |me |le |se )*(?:pueden |puede )?(?:escrib(?:ir(?:nos)?|a(?:n)?(?:nos)?)|contact(?:ar(?:nos)?|en(?:os)?)|comunicarse con) ?(?:a|con|al)?(?= (?:la |el )?(?:secretaria|oficina|direccion|despacho|unidad|planeacion|correo))|(?:contact|write to) us at',
  },
  title: {
    labels: 'titulo(?: (?:del plan|tentativo))?|nombre del plan|title(?: of the plan)?',
    leads:
      '(?:se (?:llamara|llamaria|titulara)(?= \\p{L})(?! (?:el plan|nuestro plan|el proyecto|asi))|(?:el |nuestro |this |the )?(?:plan|pai)(?: de accion internacional| internacional)? (?:se (?:llama|llame|llamara|llamaria|va a llamar|titula|titulara|titularia)|(?:el plan |y )?lleva(?:ra)? (?:el|por|como) (?:titulo|nombre)(?: de)?|is called|is titled|will be called))|(?:lo|al plan lo|le|al plan le) (?:queremos llamar|vamos a llamar|vamos a poner|llamamos|llamaremos|pusimos)|(?:se llama|se llamara|se va a llamar) (?:el plan|nuestro plan)|(?:el |nuestro )?plan (?=[«"“])',
  },
  start: {
    headings:
      '(?:inicio|inicia|fecha de inicio|comienzo|arranque|plazo|duracion|periodo|start(?: date)?|plan period)',
    labels: `(?:vigencia(?: del plan)?(?: sera)?|periodo del plan|horizonte|(?:inicio|comienzo|arranque|start)(?= ${DATE}))`,
    leads:
      '(?:(?:el |the )?plan |it |queremos |vamos a |quisieramos |and )*(?:trabajar|ejecutarlo|desarrollarlo|va|ira|iria|regira|(?<!\\bnos )rige|empieza|empezamos|empezara|empezaria(?:mos)?|empezar|empiece|empecemos|inicia|iniciamos|iniciara|iniciaria(?:mos)?|inicie|iniciemos|arranca|arrancamos|arrancara|arrancaria(?:mos)?|arranque|arranquemos|comienza|comenzamos|comenzara|comenzaria(?:mos)?|comience|comencemos|dura|durara|runs?|starts?|begins?|lasts?)(?= (?:en|el|del?|desde|a|from|in|on|para|(?:\\d+|un|dos|tres|cuatro|seis|two|three|four) (?:mes|ano|year|month)\\p{L}*) )',
    find: findPlanPeriods,
    keeps: ['end'],
  },
  end: {
    labels: `(?:fin|final|terminacion|cierre|end)(?= (?:${DATE}|(?:un|dos|tres|cuatro|\\d+) (?:ano|mes)))`,
    headings:
      '(?:fin|final|termina|fecha (?:de terminacion|final|de cierre|de fin)|terminacion|cierre|end(?: date)?)',
    leads: `(?:(?:el plan |y |and |it )*(?:termina|terminamos|terminara|terminaria(?:mos)?|termine(?:mos)?|finaliza|finalizara|finalice(?:mos)?|acaba|acabamos|acabara|acabaria(?:mos)?|acabe(?:mos)?|cierra|cerramos|cierre(?:mos)?|concluye|concluya|ends?|finish(?:es)?)(?: el plan| con (?:el|este) gobierno(?:,? que (?:es|va|termina|acaba))?| hasta(?= \\p{L}+ del?))?)(?= (?:hasta|en|el|al?|hacia|in|on|by|(?:un|dos|tres|cuatro|\\d+) (?:anos?|mes)|two|three) )|(?<=\\b(?:arranc|arranq|empez|empiez|inici|comenz|comienz)\\p{L}*\\b[^.;]{0,60})(?:(?:y|va|vamos|iria|iriamos|seguimos|sigue) )*hasta(?= ${DATE})`,
  },
};

import type { Cues, CueTable } from '../../../src/guide/cues.ts';
import { LANGUAGE, matching } from './finders.ts';

const ADJECTIVE =
  '(?:semanal|quincenal|mensual|bimestral|trimestral|semestral|anual|diari[oa])(?:es|mente|s)?';
const EVERY =
  '(?:cada (?:mes|semana|dia|quince dias|quincena|trimestre|semestre|ano|(?:dos|tres|cuatro|seis) (?:semanas|meses)|lunes|martes|miercoles|jueves|viernes)|every (?:week|month|quarter|year|two weeks|monday|friday)|(?:weekly|monthly|quarterly|yearly))';
const STAFF =
  '(?:secretari|equipo|funcionari|servidor|contratista|direct(?:or|iv)|concejal|jef|enlace|personal|empleado|areas|dependencias|coordinador|staff|team|employees|secretaries)';

/** How often, as an adjective beside a channel or a phrase of its own. */
const often = matching(
  `(?<=, )(?:publicaciones |con frecuencia |frecuencia |de frecuencia )?(?<one>${ADJECTIVE})(?=[,.;]|$)|\\b(?<two>${EVERY})\\b`,
  (said) => said.replace(/^(?<stem>.*al)es$/, '$<stem>'),
);
/** «En español y en inglés»: the languages of a communication. */
const spoken = matching(
  `(?<=[\\p{L}\\d],? )(?:y )?(?:en|in) (?<value>${LANGUAGE}(?: (?:y|and|e) (?:en )?${LANGUAGE})*)\\b`,
  (said) => said.replaceAll(' y en ', ' y '),
);
const besideChannel = matching(
  `(?<=\\b(?:comite|reunion|consejo|mesa|encuentro)(?:es)? )(?<value>${ADJECTIVE})\\b`,
);

const AUDIENCES = '(?:publicos?|audiencias?|audiences?)';

/** What is told of one communication beside its channels, where its own words stand before in the sentence. */
function beside(id: string, within: string, toWhom: string): CueTable {
  const at = (field: string, cues: Cues) => ({ [`communication.${id}.${field}`]: { ...cues, within } });
  return {
    ...at('audiences', { headings: AUDIENCES, leads: toWhom, extent: 'names', divides: true }),
    ...at('frequency', { headings: '(?:frecuencia|frequency)', find: often, peek: besideChannel }),
    ...at('language', { headings: '(?:idiomas?|lengua|language)', find: spoken }),
    ...at('focalPoint', {
      headings: '(?:responsable|encargad[oa])',
      labels: '(?:punto focal|vocer[oa]|focal point)(?: (?:hacia|para) (?:afuera|adentro|el exterior))?',
      leads: '(?:y )?(?:la|lo|los|las) (?:maneja|lleva|hace|coordina|mueve)|a cargo de',
      extent: 'person',
    }),
  };
}

const EXTERNAL =
  'comunica\\p{L}+(?!\\p{L})(?! (?:interna|indirecta|directa|del proyecto))|communicat\\p{L}+|canales|channels|(?:(?:hacia|por|para) )?afuera|hacia fuera|hacia el exterior|externa|difund\\p{L}+|divulg\\p{L}+|informa(?:mos|remos)|publica(?:mos|remos)';
const INDIRECT = 'interna indirecta|indirect[oa]|internal indirect|resto de la (?:administracion|alcaldia)';
const DIRECT = '(?<!in)direct[oa]\\b|interna\\b(?! indirecta)|a?dentro\\b|internal\\b(?! indirect)';

/** Cues of the communication towards outside, those who work on the plan and the rest of the administration (step 12). */
export const COMMUNICATION_CUES: CueTable = {
  ...beside(
    'external',
    EXTERNAL,
    '(?:para|(?:(?:va|van|esta|estan|ira) )?dirigid[oa]s? a|for|aimed at)(?! (?:que|eso|comunicar|hacia))|a(?= (?:toda )?(?:la (?:comunidad|ciudadania|gente|diaspora)|los (?:ciudadanos|turistas|inversionistas|aliados)))',
  ),
  ...beside(
    'internalDirect',
    DIRECT,
    `(?:para|con|(?:va |esta )?dirigid[oa]s? a|a|with|for)(?= (?:los |las |el |la |todo |todos |the |all )*${STAFF})`,
  ),
  ...beside('internalIndirect', INDIRECT, '(?:para|dirigid[oa]s? a|for|a(?= (?:tod[oa]s?|l[oa]s) ))'),
  'communication.external.channels': [
    {
      headings: '(?:hacia |por |para )?a?fuera',
      labels:
        '(?:comunicacion(?:es)?(?! del proyecto)(?: (?:externa|hacia afuera|hacia el exterior))?|canales(?: (?:externos|de comunicacion))?(?! intern)|external communication|communication|channels)',
      leads:
        '(?:para )?(?:comunicarnos|comunicaremos|comunicamos|comunicar|vamos a comunicar|difundiremos|difundimos|divulgaremos|divulgamos|nos comunicaremos|informamos|informaremos|publicamos|publicaremos|nos damos a conocer)(?: (?:hacia afuera|hacia el exterior|todo|el plan|los avances|esto))*,? (?:por|con|en|a traves de|mediante|usaremos|usamos|vamos a usar|tenemos|utilizaremos)|(?:hacia|por|para) (?:fuera|afuera),? (?:comunicamos |informamos |nos comunicamos |difundimos )?(?:por|con|usaremos|usamos|tenemos|utilizaremos|vamos a usar|manejamos)|we will communicate (?:through|by|on)',
      extent: 'list',
    },
    { leads: '(?:por|mediante|a traves de|through|via)', within: EXTERNAL, extent: 'names' },
  ],
  'communication.internalDirect.channels': [
    {
      headings: '(?:hacia |por |para )?a?dentro(?:,? direct[oa])?',
      labels:
        '(?:comunicacion )?interna directa(?: (?:por|mediante|a traves de|con))?|internal direct(?: communication)?|(?:comunicacion )?interna|internal communication|(?:hacia )?adentro(?:,? (?:por|mediante|usaremos|usamos|tenemos))?',
      extent: 'list',
    },
    { leads: '(?:por|mediante|a traves de|through|via)', within: DIRECT, extent: 'names' },
  ],
  'communication.internalIndirect.channels': [
    {
      labels:
        '(?:hacia )?adentro,? indirect[oa]|(?:comunicacion )?interna indirecta(?: (?:por|mediante|a traves de|con))?|internal indirect(?: communication)?|(?:para|con|hacia) el resto de la (?:administracion|alcaldia)(?:,? (?:por|mediante|usaremos|usamos))?',
      extent: 'list',
    },
    { leads: '(?:por|mediante|a traves de|through|via)', within: INDIRECT, extent: 'names' },
  ],
};

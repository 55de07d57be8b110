import type { CueTable } from '../../../src/guide/cues.ts';
import { matching } from './finders.ts';

const OFTEN =
  '(?:cada (?:\\p{L}+|\\d+)(?: (?:meses|semanas|anos|dias))?|(?:semanal|quincenal|mensual|bimestral|trimestral|semestral|anual)(?:mente)?|(?:una|dos|tres|cuatro) ve(?:z|ces) al (?:ano|mes)|every (?:\\p{L}+|\\d+)(?: (?:months|weeks|years))?|quarterly|monthly|yearly|twice a year|once a year)';
const WATCH = '(?:seguimiento|monitoreo|revision(?:es)?|follow[- ]?up|monitoring|avances?)';
const REPORT =
  'rendi\\p{L}*|cuentas|accountab\\p{L}*|report|informa\\p{L}+|contamos|contaremos|llevamos|informes?';

/** Cues of follow-up, evaluation and accountability (step 13). */
export const FOLLOW_UP_CUES: CueTable = {
  'followUp.frequency': [
    {
      labels: 'frecuencia (?:de|del) seguimiento|follow[- ]?up frequency',
      leads:
        '(?:(?:le |les |lo )?(?:haremos|hacemos|habra|vamos a hacer|se hara|tendremos) (?:el )?(?:seguimiento|monitoreo))',
      find: matching(
        `\\b(?:(?:el |un |the )?${WATCH}|(?:revis|monitore|verific|evalu)(?:amos|aremos|ar|ara)(?: (?:el |los |la |como va el )?(?:plan|avances?|todo|cumplimiento))?|(?:we )?(?:will )?review(?:s|ed)?(?: (?:the )?(?:plan|progress))?)(?: del plan)?:? ?(?:sera |seria |es |lo haremos |se hara |is |will be )?(?<value>${OFTEN})(?!\\p{L})|(?<=^|[.;,] ?)(?<first>${OFTEN}),? (?:revisamos|miramos|evaluamos|verificamos|hacemos (?:el )?seguimiento)\\b|\\b(?:nos )?(?:vamos a )?(?:reuni(?:remos|mos|rnos|r)|reuniones|juntaremos|comites?)(?: de seguimiento)? (?<met>${OFTEN}),? para (?:ver|revisar|mirar|evaluar|verificar|seguir|hacer(?:le)? seguimiento)\\b`,
      ),
    },
    {
      find: matching(
        `(?<=, )${OFTEN}(?=[,.;]|$)|\\b(?:cada|every) (?:\\p{L}+|\\d+)(?: (?:meses|semanas|months))?\\b`,
      ),
      within: WATCH,
    },
  ],
  'followUp.responsible': {
    labels: '(?:responsable del seguimiento|encargad[oa] del seguimiento)',
    leads:
      '(?:el seguimiento )?(?:(?:lo|la) (?:hace|hara|lleva|llevara|realiza|realizara)|(?:estara |esta |queda )?a cargo de|(?:y )?(?:el |la )?responsable(?: es|:)?|(?:done |carried out |led )?by)',
    headings: '(?:responsables?|encargad[oa]|a cargo)',
    within: `${WATCH}|revis\\p{L}+`,
    extent: 'person',
  },
  'followUp.process': {
    labels: '(?:evaluacion de (?:los )?(?:procesos?|gestion)|process evaluation)',
    extent: 'list',
  },
  'followUp.impact': [
    { labels: 'impacto', within: `${WATCH}|evaluacion de (?:los )?procesos?` },
    {
      labels: '(?:medicion de(?:l)? impacto|evaluacion de(?:l)? impacto del plan|impact)',
      find: matching(
        '(?<=\\b(?:monitoreo|seguimiento)\\b[^.]{3,80})evaluacion (?:de|del) impacto (?<value>[^,;.]+)',
      ),
      extent: 'list',
    },
  ],
  'followUp.cycle.collect': {
    labels: '(?:recoleccion de (?:los )?datos|base de datos|data collection)',
    leads: 'los datos se (?:guardaran|guardan|recogen|recogeran) (?:en|con)',
  },
  'followUp.cycle.knowledge': { labels: '(?:analisis de (?:los )?datos|gestion del conocimiento)' },
  'followUp.cycle.practice': { labels: 'lecciones aprendidas|lessons learned' },
  'followUp.accountability.council': [
    {
      labels:
        '(?:rendicion de cuentas(?: al concejo| ante el concejo| a la asamblea)?|accountability)(?! (?:a la c|a la g|a los|ante la c))',
      leads:
        '(?:(?:rendi(?:remos|mos|r|cion de)|rendicion de) cuentas|informamos|informaremos|presentamos (?:el )?informe|presentaremos (?:el )?informe|reportamos) (?:al|ante el|en el|a la|ante la) (?:concejo|asamblea)(?: municipal| distrital| departamental)?|(?:al|a la) (?:concejo|asamblea)(?: municipal| distrital)?,? (?:le |les )?(?:informamos|informaremos|rendimos cuentas|presentamos|presentaremos|contamos|reportamos|llevamos|llevaremos)(?: (?:el |un )?informes?)?,?|(?:we )?report to the council|accountable to the council',
    },
    { leads: '(?:al|ante el) concejo,?', within: REPORT },
  ],
  'followUp.accountability.citizens': [
    {
      labels: 'rendicion de cuentas (?:a|ante) (?:la (?:ciudadania|comunidad|gente)|los ciudadanos)',
      leads:
        '(?:rendimos cuentas|rendiremos cuentas|informamos|contamos|contaremos) (?:a|ante) (?:la ciudadania|los ciudadanos|la comunidad|la gente)|(?:a|ante) (?:la ciudadania|los ciudadanos|la comunidad|la gente),? (?:le |les )?(?:contamos|contaremos|informamos|informaremos|rendimos cuentas)',
    },
    {
      leads:
        '(?:y )?(?:a|ante|to) (?:la ciudadania|los ciudadanos|la comunidad|la gente|the citizens|citizens),?',
      within: REPORT,
    },
  ],
  'followUp.obstacles.no-data': {
    labels: '(?:falta de (?:datos|informacion)|sin datos|lack of data)',
    leads: '(?:como |cuando |si )(?:faltan?|no hay) (?:datos|informacion),?',
  },
  'followUp.obstacles.no-diagnosis': {
    labels: '(?:falta de (?:diagnostico|linea (?:de )?base)|sin diagnostico)',
  },
  'followUp.obstacles.temporality': { labels: '(?:temporalidad|resultados (?:a largo plazo|que tardan))' },
  'followUp.obstacles.attribution': { labels: '(?:atribucion|causalidad)' },
  'followUp.challenges.coordination': { labels: 'coordinacion entre (?:dependencias|areas)' },
  'followUp.challenges.culture': { labels: 'cultura de (?:la )?evaluacion' },
  'followUp.challenges.continuity': { labels: 'continuidad(?: del plan)?' },
  'followUp.challenges.records': { labels: '(?:archivo|memoria|registros?)(?: del plan)' },
};

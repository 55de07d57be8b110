import type { CueTable } from '../../../src/guide/cues.ts';
import { matching } from './finders.ts';

const OFTEN =
  '(?:cada (?:\\p{L}+|\\d+)(?: (?:meses|semanas|anos|dias))?|(?:semanal|quincenal|mensual|bimestral|trimestral|semestral|anual)(?:mente)?|(?:una|dos|tres|cuatro) ve(?:z|ces) al (?:ano|mes)|every (?:\\p{L}+|\\d+)(?: (?:months|weeks|years))?|quarterly|monthly|yearly|twice a year|once a year)';
const WATCH = '(?:seguimiento|monitoreo|revision(?:es)?|follow[- ]?up|monitoring|avances?)';
/** How often accounts are given belongs to them. */
const OFTEN_TOLD = ['followUp.frequency'];
const REPORT =
  'rendi\\p{L}*|conta(?:mos|remos)|cuentas|accountab\\p{L}*|report|informa\\p{L}+|contamos|contaremos|llevamos|informes?';

/** What makes it hard to measure and to evaluate, by the words it is told with. */
const OBSTACLE = '(?:(?:y )?(?:el|los|un) (?:obstaculos?|retos?|problemas?|desafios?)(?: de)?)';
const HARD = {
  'obstacles.no-data':
    '(?:(?:falta|ausencia|escasez|carencia) de (?:datos|informacion|cifras)|faltan (?:los )?datos|no (?:tenemos|hay) datos|sin datos|lack of data)',
  'obstacles.no-diagnosis':
    '(?:(?:falta|ausencia|carencia) de (?:un )?(?:diagnosticos?|linea (?:de )?base)|no (?:tenemos|hay) diagnostico|sin diagnostico)',
  'obstacles.temporality':
    '(?:temporalidad|resultados (?:a|de) largo plazo|(?:los )?resultados (?:que |se )?(?:tardan|demoran))',
  'obstacles.attribution': '(?:atribucion|causalidad)',
  'challenges.coordination': 'coordinacion (?:entre (?:las )?(?:dependencias|areas|secretarias)|interna)',
  'challenges.culture': '(?:(?:falta de )?cultura de (?:la )?evaluacion)',
  'challenges.continuity': '(?:continuidad(?: del plan)?|cambios? de gobierno)',
  'challenges.records': '(?:archivos?|memoria(?: institucional)?|registros?)(?: del plan)?',
} as const;

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
    labels: '(?:evaluacion de (?:los |el )?(?:procesos?|gestion)|process evaluation)',
    leads:
      '(?:evaluaremos|evaluamos|medimos|mediremos|miramos|evaluar|vamos a evaluar) (?:el proceso|los procesos)(?= )|en (?:la )?(?:evaluacion )?de(?:l)? (?:los )?procesos?,? (?:miramos|miraremos|revisamos|revisaremos|evaluamos|vemos|veremos|usamos|usaremos|tendremos|va|vamos a (?:mirar|revisar|evaluar))',
    extent: 'list',
  },
  'followUp.impact': [
    { labels: 'impacto', within: `${WATCH}|evaluacion de (?:los )?procesos?` },
    {
      leads:
        '(?:y )?(?:en |para )?(?:la |el )?(?:evaluacion )?(?:de |del )?impacto,?(?: (?:miramos|miraremos|haremos|hacemos|revisamos|usamos|usaremos|tendremos|vamos a (?:mirar|hacer|usar))|(?= (?:con|por|mediante|una?|encuestas?) ))|(?:evaluaremos|evaluamos|medimos|mediremos|medir) el impacto(?= (?:con|por|mediante|a traves))|(?:y )?(?:en )?la de impacto,',
      within: `${WATCH}|proceso|procesos|evalu\\p{L}+`,
      extent: 'list',
    },
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
    leads:
      'los datos (?:(?:se|los) )?(?:guardaran|guardan|guardamos|guardaremos|recogen|recogeran|recogemos|recogeremos|recolecta\\p{L}+|toma\\p{L}+)(?= )',
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
    { leads: '(?:al|ante el) concejo,?', within: REPORT, keeps: OFTEN_TOLD },
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
      keeps: OFTEN_TOLD,
    },
  ],
  ...Object.fromEntries(
    Object.entries(HARD).map(([field, words]) => [
      `followUp.${field}`,
      {
        labels: words,
        leads: `(?:para|contra|frente al?|ante|como hay|como) (?:${OBSTACLE} )*(?:la |el |los |las |lo de la |lo de )*(?:${words})(?: (?:de|en) (?:los |la |el )?(?:datos|informacion|plan|resultados))?,?(?: (?:vamos a|hemos pensado|\\p{L}+(?:remos|amos|emos))(?= )|(?= (?:un|una|el|la|los|las) ))|(?:${OBSTACLE} )*(?:la |el |los |las |lo de la |lo de )*(?:${words})(?: \\([^()]*\\))?,? (?:que [^,.;:]{2,30}? )?(?:(?:lo|la|los|las|le|les|se) )?(?:resolvemos|resolveremos|resuelve|resolvera|enfrentamos|enfrentaremos|enfrenta|atendemos|atenderemos|atiende|manejamos|manejaremos|maneja|superamos|superaremos|supera|salvamos|mitigamos|(?:vamos|van) a (?:resolver|enfrentar|atender|manejar|superar)(?:l[oa]s?)?|tratamos de resolver|hacemos)(?: (?:con|haciendo|mediante|a traves de)(?= ))?`,
        extent: 'list' as const,
      },
    ]),
  ),
};

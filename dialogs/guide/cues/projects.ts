import type { CueTable } from '../../../src/guide/cues.ts';
import { COUNTRY } from '../../../src/understanding/index.ts';
import { findBudgets } from './find-budgets.ts';
import { findFunding } from './find-funding.ts';
import { findOwnedMilestones } from './find-milestones.ts';
import { findProjects } from './find-names.ts';
import { DATE, findPlanPeriods, matching } from './finders.ts';
import { INDICATOR_CUES } from './indicators.ts';

const DONOR = `(?:giz|aecid|jica|usaid|iclei|pnud|bid|caf|union europea|embajada|kfw|koica|onu|oim|acnur|fao|unesco|unicef|undp|cepal|${COUNTRY}|cooperacion (?:suiza|alemana|espanola|japonesa|coreana)|global affairs canada|banco mundial|world bank|european union)`;
const NAMES = '[^,.;:()]{2,40}?(?:, [^,.;:()]{2,30}?){0,3}(?:,? (?:y|e|and) [^,.;:()]{2,40}?)?';

const DATED = ['start', 'end', 'projects.*.start', 'projects.*.end'];

/** Cues of projects and what belongs to one (step 10), with their indicators. */
export const PROJECT_CUES: CueTable = {
  projects: [
    {
      labels:
        '(?:proy|proyectos?(?: (?:uno|dos|\\d|nuevo|llamado|se llama|piloto|insignia|bandera|estrella|principal))?|project(?: \\d)?)(?!:? (?:(?:es|sera|is) (?:del?|una?|para|en|tecnic|financier|sur|norte|bilateral|triangular|multilateral|cooperacion|a|of|south|north|technical)|responde|cuenta|requiere|necesita|pertenece|hace parte|de inversion|esta|tiene|del plan|le|lo|se trata|como tal|en si|mismo|llega|atiende|consiste|beneficia|pretende|helps|serves|benefits|ends|seria de|busca|arranca|empieza|va|dura|cuesta|termina|is to|aims|will|costs|runs|starts))',
      find: (_, __, whole) => findProjects(whole),
      names: findProjects,
      leads:
        '(?:(?:queremos|vamos a|quisieramos) (?:hacer|montar|formular|presentar) )?(?:un|el|nuestro|otro) proyecto(?: (?:que )?(?:se llama|se llamara|llamado|denominado|nombre))|(?:the|a|our) project(?: is)? called',
    },
    {
      leads:
        '(?:empiezo|empezamos|comienzo|comenzamos|arranco|arrancamos) (?:por|con)|el (?:primero|segundo|tercero|otro|principal) (?:es|se llama)|the (?:first|second) (?:one )?is(?: called)?',
      within: 'proyectos?|projects?',
    },
  ],
  'projects.*.axis': {
    labels: 'axis',
    find: matching(
      '\\b(?:(?:es |va |esta |pertenece )?(?:del?|en el|al|para el|hace parte del|of) )?(?:eje|axis) (?<value>\\d|uno|dos|tres|cuatro|cinco|seis|one|two|three)\\b(?!:)|\\b(?:del|al|en el) (?<ordinal>primer|segundo|tercer|cuarto) eje\\b',
    ),
  },
  'projects.*.dimension': {
    labels: 'dimension|modalidad|tipo de cooperacion',
    find: matching(
      '\\b(?:(?:es |de |una |cooperacion |accion |seria |descentralizada |decentrali[sz]ed )*(?:sur[- ]sur|norte[- ]sur|triangular|bilateral|multilateral|south[- ]south|north[- ]south)(?: cooperation)?)\\b',
      // How the words go on tells a note; what only stands before the term does not.
      (said) => said.replace(/^(?:es |de |una |seria |cooperacion |accion |descentralizada )+/, ''),
    ),
  },
  'projects.*.cooperationType': {
    find: matching(
      '\\b(?:cooperacion |es |solo |seria )*(?<value>tecnica y financiera|financiera y tecnica)\\b|\\bcooperacion (?:es |seria )?(?:solo )?(?<!\\p{L})(?:tecnica|financiera)\\b|\\b(?:technical and financial|technical|financial) cooperation\\b|(?<=[,;] )(?:solo |es )(?<only>tecnica|financiera)\\b|(?<=\\bcooperacion\\b[^.;]{0,40}, )(?<bare>tecnica|financiera)(?=[,.;]|$)',
    ),
  },
  'projects.*.object': {
    labels:
      '(?:obj|objetivos?(?: (?:general|principal))?(?! del eje)|objeto|proposito|meta general|finalidad|objective|aim|goal|purpose)',
    leads:
      '(?:(?<!\\bno )(?:el proyecto |que |y )?(?:busca|buscara|pretende|consiste en|se trata de|trata de|se propone|le apunta a|tiene como objetivo)|lo que (?:busca|se busca|queremos) es|(?:it )?(?:aims to|seeks to)|the project is to)',
    find: matching(
      '(?<=\\b(?:proyecto|project|por|con)\\b[^.;:]{2,60}: )(?<value>[a-z]{2,}(?:ar|er|ir)(?:se)? [^,.;]+)',
    ),
  },
  'projects.*.objective': {
    leads: '(?:responde|corresponde|aporta|contribuye) al objetivo(?: de(?: el)?)?',
  },
  'projects.*.results': {
    headings:
      '(?:resultados?(?: esperados)?|results?|expected results|productos?(?: esperados)?|metas? del proyecto)',
    leads:
      '(?:se espera|como resultado(?:s)?(?: (?:tendremos|esperamos))?|we expect)(?= (?:un|una|\\d|dos|tres|que|tener|lograr|to))',
    divides: true,
    extent: 'list',
  },
  'projects.*.process': {
    headings: '(?:proceso|como se hara|metodologia|process|method)',
    leads:
      '(?:lo haremos|se hara|se ejecuta|se ejecutara|se desarrolla|se desarrollara|lo vamos a hacer)(?: (?:asi|por|con|mediante)|(?= en (?:\\d|dos|tres|cuatro|cinco|varias|varios) (?:pasos|fases|etapas|momentos)))',
    extent: 'list',
  },
  'projects.*.responsible': {
    labels:
      '(?:resp|responsables?(?: (?:del proyecto))?|encargad[oa]|lider|responde|responsible|person in charge|lead)',
    leads:
      '(?:(?:lo|la) (?:lidera|dirige|coordina|ejecuta|ejecutara|lleva|maneja|encabeza)|(?:estara|queda|esta) a cargo de|a cargo de|(?:quien )?(?:responde|lidera|coordina) es|responde(?! al? )(?: por (?:el proyecto|el|esto))?|led by|headed by|run by|managed by)',
    extent: 'person',
  },
  'projects.*.resources': {
    labels:
      '(?:recursos (?:humanos|tecnicos|fisicos|necesarios)|otros recursos|equipos necesarios|other resources)',
    find: matching(
      `(?<=^|[.;,\\n]\\s*(?:y )?)(?:los )?recursos(?: (?:son|del proyecto son))?:? (?<value>(?![^.;]*(?:\\$|millon|pesos|palos|euros|dolares))(?:(?:un|una|dos|tres|cuatro|cinco|seis|\\d{1,3}) \\p{L}|(?:los|las|el|la) \\p{L})[^.;]+)`,
    ),
    extent: 'list',
  },
  'projects.*.partners': [
    {
      leads:
        '(?:lo|la|los) (?:co)?(?:financia|apoya|patrocina|acompana|respalda)n?(?= )(?! (?:el |la )?(?:alcald|gobernador|concejo|secretar))',
      within: 'proyectos?|projects?',
      extent: 'names',
    },
    {
      labels:
        '(?:soci[oa]s?(?: (?:estrategic[oa]s?|internacional(?:es)?))?|cooperantes?|(?:strategic )?partners?)',
      leads: `(?:nos |lo )?(?:cofinancia|financia|apoya)(?:n|ria|ran|ra)?(?= (?:la |el )?${DONOR})|con (?:el )?(?:apoyo|socio|acompanamiento)(?: de| del| la| el)|(?:en (?:alianza|asocio|convenio) con|de la mano (?:de|con)|junto (?:a|con)|con (?:la )?(?:plata|ayuda|recursos|fondos|financiacion) (?:de|del)|con el apoyo de|nos (?:coopera|cooperan|colabora|colaboran|patrocina)|nos (?:acompana|acompanan|ayuda|ayudan)|together with|in partnership with|supported by|funded by)`,
      find: matching(
        `\\bcon (?<value>(?!.{0,40} con )${NAMES}) (?:de|como) soci[oa]s?\\b|\\bcon (?:la |el )?(?<donor>${DONOR}(?:,? y (?:la |el )?${DONOR})?)\\b|(?<=\\b(?:sur[- ]sur|norte[- ]sur|triangular|bilateral|cooperacion|cooperacion tecnica|cooperacion financiera) )con (?<country>(?:la |el )?${DONOR})|\\bwith (?<en>${NAMES}) as (?:a )?partners?`,
      ),
      extent: 'names',
    },
  ],
  'projects.*.budget': {
    labels: '(?:presupuesto(?! del eje)|pto|ppto|costo|budget|cost)',
    headings: '(?:valor|recursos|plata)',
    leads:
      '(?:cuesta|vale|costaria|costara|valdria|tiene (?:un )?presupuesto de|por un valor de|requiere|it costs|costs)(?= )',
    find: findBudgets,
  },
  'projects.*.funding': {
    labels:
      '(?:financiacion|financiamiento|cofinanciacion|fuentes? de (?:financiacion|financiamiento|recursos)|funding)',
    leads:
      '(?:se (?:financia|financiara|paga|pagara) (?:con|por)|la plata (?:sale|saldra|viene)(?: de| asi)|los recursos (?:salen|saldran|vienen) de)',
    find: findFunding,
    extent: 'list',
    keeps: ['projects.*.budget', 'resources.budget', 'projects.*.funding'],
  },
  'projects.*.actors': {
    labels: '(?:(?:otros )?actores(?: del proyecto)?|ejecutores)',
    extent: 'names',
  },
  'projects.*.recipients': {
    labels:
      '(?:beneficiari[oa]s?(?: (?:directos|del proyecto))?|destinatari[oa]s?|beneficiad[oa]s|poblacion (?:objetivo|beneficiaria)|recipients|beneficiaries)',
    leads:
      '(?:beneficia|beneficiara|beneficiaria|beneficiando|favorece|favorecera|llega|llegara|atiende|atendera|impacta|impactara|sirve|dirigid[oa]|va dirigid[oa]|esta dirigid[oa]|para beneficiar) a(?= )|para(?= (?:unas? |unos )?\\d[\\d.]* (?:mil )?(?:familias|mujeres|ninos|ninas|jovenes|personas|estudiantes|campesinos|pescadores|productores|hogares|fincas|habitantes|artesan|agricultores))|(?:seran|quedaran) beneficiad[oa]s|(?:helps|serves|reaches)(?= )|(?:los )?benefici(?:ad|ari)[oa]s (?:directos )?(?:son|serian|seran)|(?:it )?(?:will )?benefits?(?= (?:the |\\d|women|farmers|families))',
    extent: 'names',
  },
  'projects.*.start': {
    labels: `(?:inicio|comienzo|arranque|start)(?= ${DATE})`,
    headings:
      '(?:inicio|fecha de inicio|comienzo|arranque|plazo|periodo|duracion|fechas|start(?: date)?|dates)',
    leads:
      '(?:(?:va|ira|dura|empieza|empezara|inicia|iniciara|arranca|arrancara|comienza|comenzara|runs?|corre|starts?|begins?|lasts?)(?= (?:en|el|del?|desde|al?|entre|from|in|on|(?:\\d+|un|dos|tres|cuatro|seis|ocho|doce|dieciocho|two|three|six) (?:mes|ano|month|year)\\p{L}*) ))',
    find: findPlanPeriods,
    keeps: ['projects.*.end'],
  },
  'projects.*.end': {
    labels: `(?:fin|final|terminacion|cierre|end)(?= (?:${DATE}|(?:un|dos|tres|cuatro|\\d+) (?:ano|mes)))`,
    headings: '(?:fin|final|fecha (?:final|de fin)|terminacion|cierre|end(?: date)?)',
    leads:
      '(?:(?:y |and )?(?:termina|dura hasta|terminara|finaliza|acaba|cierra|concluye|ends?)(?= (?:en|el|al?|in|on|by) ))',
  },
  'projects.*.milestones': [
    {
      labels: '(?:hitos(?: (?:del proyecto|principales))?|milestones)',
      extent: 'list',
      keeps: DATED,
    },
    { headings: '(?:hito(?: \\d| uno| dos)?|milestone(?: \\d)?)', extent: 'list', keeps: DATED },
    { find: findOwnedMilestones },
  ],
  'projects.*.risks': {
    labels: '(?:riesgos?(?: (?:principal(?:es)?|del proyecto|\\d))?|risks?)',
    leads:
      '(?:(?:el (?:principal|mayor|unico) |un )?riesgo (?:es|seria|son)|nos preocupa|(?:nos )?(?:puede|podria) (?:fallar|salir mal|pasar)(?= que)|el (?:miedo|temor|peligro) es|tememos|the (?:main )?risk is)',
    extent: 'list',
  },
  ...INDICATOR_CUES,
  'projects.*.synergies': {
    labels: '(?:sinergias?|synergies)',
    leads:
      '(?:se (?:articula|complementa|conecta|junta|cruza|amarra) con|(?:tiene|hace|hay|habria) (?:una )?sinergias?(?= con)|(?<=^|[.;,] (?:y )?)sinergias?(?= con))',
    extent: 'list',
  },
  'projects.*.sustainability': {
    labels: '(?:sostenibilidad|sustainability)',
    leads:
      '(?:se sostendra|sera sostenible|se sostiene|se va a sostener|se mantendra|seguira) (?:con|por|mediante|porque|gracias a)|(?:para que (?:dure|siga|continue|se sostenga)(?: el proyecto)?(?: despues)?,?)',
    extent: 'list',
  },
  'projects.*.impactEvaluation': {
    headings: '(?:impacto|evaluacion)',
    labels: '(?:evaluacion (?:de|del) impacto|impact evaluation)',
    leads: '(?:la )?evaluacion de impacto(?= (?:la hara|sera|se hara|estara))',
    extent: 'list',
  },
  'projects.*.sequence': {
    labels: '(?:secuencia|fases|etapas|cronograma|sequence|phases)',
    extent: 'list',
  },
  'projects.*.communication': {
    labels: '(?:comunicacion|divulgacion|difusion) del proyecto|project communication',
    leads:
      '(?:lo|el proyecto lo) (?:daremos a conocer|difundiremos)(?= (?:por|en|con))|se (?:comunica|comunicara|difunde|difundira|divulga|divulgara|va a comunicar|va a difundir|dara a conocer)(?= (?:por|en|con|a traves|mediante))',
    extent: 'list',
  },
  'projects.*.cooperationActions': {
    labels: '(?:acciones de cooperacion|accion de cooperacion|cooperation actions?)',
    extent: 'list',
  },
  'projects.*.competitionActions': {
    labels:
      '(?:accion(?:es)? de (?:competencia|posicionamiento|promocion)|(?:competition|positioning) actions?)',
    extent: 'list',
  },
};

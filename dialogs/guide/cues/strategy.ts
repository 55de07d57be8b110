import type { CueTable } from '../../../src/guide/cues.ts';
import { findPeriods } from '../../../src/understanding/index.ts';
import { findBudgets, findProjects, matching } from './finders.ts';

/** Cues of strategy, projects, communication and follow-up (steps 9 to 13). */
export const STRATEGY_CUES: CueTable = {
  'strategy.vision': { labels: '(?:vision|vision (?:general|del plan))', extent: 'list' },
  'strategy.axes': {
    labels:
      '(?:(?:(?:dos|tres|cuatro|cinco|seis|\\d) )?(?:ejes|lineas estrategicas)(?: (?:estrategicos|del plan))?|axes|(?:strategic )?axes)',
    leads:
      '(?:(?:tenemos|seran|quedan|son|habra|vamos con|trabajaremos) )+(?:(?:dos|tres|cuatro|cinco|seis|\\d) )?ejes(?: estrategicos)?\\s?:?',
    extent: 'list',
  },
  projects: {
    labels:
      '(?:proy|proyectos?(?: (?:uno|dos|\\d|nuevo|llamado|se llama|piloto))?|project)(?!:? (?:de inversion|esta|tiene|del plan|le|lo|seria de|busca|arranca|empieza|va|dura|cuesta|termina))',
    find: findProjects,
    leads:
      '(?:(?:queremos|vamos a|quisieramos) (?:hacer|montar|formular|presentar) )?(?:un|el|nuestro|otro) proyecto(?: (?:que )?(?:se llama|se llamara|llamado|denominado|nombre))|(?:the|a|our) project(?: is)? called',
  },
  'projects.*.axis': {
    labels: 'axis',
    find: matching(
      '\\b(?:(?:es |va |esta )?(?:del|en el|al|para el|hace parte del|of) )?(?:eje|axis) (?<value>\\d|uno|dos|tres|cuatro|cinco|seis|one|two|three)\\b',
    ),
  },
  'projects.*.dimension': {
    labels: 'dimension|modalidad',
    find: matching(
      '\\b(?:(?:es |de |una |cooperacion |accion |seria )*(?:sur[- ]sur|norte[- ]sur|triangular|bilateral|multilateral|south[- ]south|north[- ]south)(?: cooperation)?)\\b',
    ),
  },
  'projects.*.cooperationType': {
    find: matching(
      '\\b(?:cooperacion )?(?<value>tecnica y financiera|financiera y tecnica)\\b|\\bcooperacion (?<!\\p{L})(?:tecnica|financiera)\\b|\\b(?:technical and financial|technical|financial) cooperation\\b',
    ),
  },
  'projects.*.object': {
    labels:
      '(?:obj|objetivos?(?: (?:general|principal))?|objeto|proposito|meta general|objective|aim|goal|purpose)',
    leads:
      '(?:(?:el proyecto |que |y )?(?:busca|buscamos|pretende|consiste en|se propone)|lo que (?:busca|se busca) es|it aims to|aims to)',
  },
  'projects.*.results': {
    headings: '(?:resultados?(?: esperados)?|results?|expected results)',
    divides: true,
    extent: 'list',
  },
  'projects.*.process': { headings: '(?:proceso|como se hara|process)', extent: 'list' },
  'projects.*.responsible': {
    labels:
      '(?:resp|responsables?(?: (?:del proyecto))?|encargad[oa]|lider|responde|responsible|person in charge|lead)',
    leads:
      '(?:(?:lo|la) (?:lidera|dirige|coordina|ejecuta|lleva|encabeza)|(?:estara|queda|esta) a cargo de|a cargo de|responde(?: por el)?|led by|headed by|run by)',
    extent: 'person',
  },
  'projects.*.resources': { labels: 'recursos (?:humanos|tecnicos|fisicos)' },
  'projects.*.partners': {
    labels: '(?:soci[oa]s?(?: (?:estrategic[oa]s?|internacional(?:es)?))?|cooperantes?|partners?)',
    leads:
      '(?:nos |lo )?(?:cofinancia|financia|apoya)(?:n|ria|ran|ra)?(?= (?:la |el )?(?:giz|aecid|jica|usaid|iclei|pnud|bid|caf|union europea|embajada|kfw|onu|fao|unesco|unicef))|con (?:el )?(?:apoyo|socio)(?: de| la| el)|(?:en (?:alianza|asocio|convenio) con|de la mano (?:de|con)|con el apoyo de|nos (?:acompana|acompanan|ayuda|ayudan)|in partnership with)',
    extent: 'list',
  },
  'projects.*.budget': {
    labels: '(?:presupuesto|pto|ppto|costo|budget|cost)',
    headings: '(?:valor|recursos|plata)',
    leads: '(?:cuesta|vale|costaria|valdria|tiene (?:un )?presupuesto de|por un valor de|it costs|costs)',
    find: findBudgets,
  },
  'projects.*.actors': { labels: '(?:actores(?: del proyecto)?)', extent: 'list' },
  'projects.*.recipients': {
    labels: '(?:beneficiari[oa]s?|destinatari[oa]s?|beneficiad[oa]s|recipients|beneficiaries)',
    leads:
      '(?:beneficia|beneficiara|beneficiando|dirigid[oa]|va dirigid[oa]|esta dirigid[oa]) a|(?:los )?benefici(?:ad|ari)[oa]s (?:directos )?(?:son|serian|seran)',
    extent: 'list',
  },
  'projects.*.start': {
    headings: '(?:inicio|fecha de inicio|comienzo|arranque|plazo|periodo|duracion|start(?: date)?)',
    leads:
      '(?:(?:va|ira|dura|empieza|inicia|arranca|comienza|runs?|starts?|begins?)(?= (?:en|el|del?|desde|a|from|in|on) ))',
    find: findPeriods,
    keeps: ['projects.*.end'],
  },
  'projects.*.end': {
    headings: '(?:fin|final|fecha final|terminacion|cierre|end(?: date)?)',
    leads: '(?:(?:y )?(?:termina|finaliza|acaba|cierra|ends?)(?= (?:en|el|a|in|on|by) ))',
  },
  'projects.*.milestones': { labels: '(?:hitos?|milestones?)', extent: 'list' },
  'projects.*.risks': {
    labels: '(?:riesgos?(?: (?:principal(?:es)?))?|risks?)',
    leads: '(?:(?:el (?:principal|mayor) )?riesgo (?:es|seria|son)|nos preocupa)',
    extent: 'list',
  },
  'projects.*.indicators': {
    labels: '(?:indicador(?:es)?|indicators?)',
    leads: '(?:lo|la|se) (?:mediremos|medimos|medira) (?:con|por)',
    extent: 'list',
  },
  'projects.*.synergies': { labels: '(?:sinergias?|synergies)', leads: 'se articula con', extent: 'list' },
  'projects.*.sustainability': {
    labels: '(?:sostenibilidad|sustainability)',
    leads: '(?:se sostendra|sera sostenible|se sostiene) (?:con|por|mediante|porque)',
    extent: 'list',
  },
  'projects.*.impactEvaluation': {
    headings: '(?:impacto|evaluacion)',
    labels: '(?:evaluacion (?:de|del) impacto|impact evaluation)',
    extent: 'list',
  },
  'projects.*.sequence': { labels: '(?:secuencia|fases|etapas|cronograma|sequence|phases)', extent: 'list' },
  'projects.*.communication': {
    labels: '(?:comunicacion|divulgacion|difusion) del proyecto|project communication',
    extent: 'list',
  },
  'projects.*.cooperationActions': {
    labels: '(?:accion(?:es)? de cooperacion|cooperation actions?)',
    extent: 'list',
  },
  'projects.*.competitionActions': {
    labels:
      '(?:accion(?:es)? de (?:competencia|posicionamiento|promocion)|(?:competition|positioning) actions?)',
    extent: 'list',
  },
  'indicators.*.source': {
    headings: '(?:fuente(?: de (?:informacion|verificacion|datos))?|source)',
    labels: '(?:fuente(?: de (?:informacion|verificacion|datos))?|source)',
  },
  'indicators.*.frequency': {
    leads:
      '(?:se mide|se medira|lo medimos|medido|medicion|measured)(?= (?:cada|anual|mensual|trimestral|semestral|every|monthly|quarterly|yearly))',
  },
  'indicators.*.unit': { headings: '(?:unidad(?: de medida)?|unit)', labels: 'unidad de medida' },
  'strategy.axes.*.challengeQuestion': {
    labels: '(?:retos?|pregunta del reto|challenge question)',
    extent: 'list',
  },
  'strategy.axes.*.challenge': { labels: '(?:desafios?|challenge)', extent: 'list' },
  'strategy.axes.*.change.from': {
    leads:
      '(?:(?:queremos |vamos a |la vision de cambio es )?pasar de|cambio: de|hoy (?:estamos|tenemos|hay)|from)',
    within: 'eje|axis|cambio|change',
  },
  'strategy.axes.*.change.to': {
    leads: '(?:a (?=ser |tener |un |una |que )|hacia|llegar a)',
    within: 'pasar de|cambio: de|hoy (?:estamos|tenemos|hay)',
  },
  'strategy.axes.*.objectives': {
    labels: '(?:objetivos? (?:general|especificos?|del eje)|general objective)',
    extent: 'list',
    within: 'eje|axis',
  },
  'strategy.axes.*.budget': { labels: 'presupuesto del eje', find: findBudgets, within: 'eje (?!\\d[,.])' },
  'legal.actions.*.authorisations': {
    labels: '(?:autorizacion(?:es)?(?: previas?)?|authori[sz]ations?)',
    leads:
      '(?:con |requiere |necesita(?:mos)? |toca pedir |hay que pedir |previa )(?:la )?(?:autorizacion|permiso|aval)(?: previa)?(?= (?:del?|al) )',
    extent: 'list',
  },
  'communication.external.audiences': {
    headings: '(?:publicos?|audiencias?|audiences?)',
    leads: '(?:para|dirigid[oa]s? a|for)',
    within: 'comunicacion|communication|canales|hacia afuera|externa',
    extent: 'list',
    divides: true,
  },
  'communication.external.frequency': {
    headings: '(?:frecuencia|frequency)',
    find: matching(
      '(?<=, )(?:publicaciones |con frecuencia |frecuencia |de frecuencia )?(?<one>(?:semanal|quincenal|mensual|bimestral|trimestral|semestral|anual|diari[oa])(?:es|mente|s)?)(?=[,.;]|$)|\\b(?<two>cada (?:mes|semana|quince dias|quincena|trimestre|semestre|ano|dos meses|tres meses|seis meses))\\b',
    ),
    within: 'comunicacion|communication|canales|hacia afuera|externa',
  },
  'communication.external.language': {
    headings: '(?:idiomas?|language)',
    find: matching(
      '(?<=, )(?:y )?en (?<value>(?:ingles|espanol|frances|portugues|wayuunaiki|english|spanish)(?: y (?:en )?(?:ingles|espanol|frances|portugues|english|spanish))?)\\b',
    ),
    within: 'comunicacion|communication|canales|hacia afuera|externa',
  },
  'communication.external.focalPoint': {
    headings: '(?:punto focal|vocer[oa]|focal point)',
    labels: '(?:punto focal|vocer[oa]|focal point)',
    within: 'comunicacion|communication|canales|hacia afuera|externa',
  },
  'communication.internalDirect.audiences': {
    headings: '(?:publicos?|audiencias?)',
    leads:
      '(?:para|con|dirigid[oa]s? a)(?= (?:los |las |el |la |todo )?(?:secretari|equipo|funcionari|servidor|contratista|director|concejal|jef))',
    within: 'interna directa|interna',
    extent: 'list',
    divides: true,
  },
  'communication.internalDirect.frequency': {
    find: matching(
      '(?<=, )(?<one>(?:semanal|quincenal|mensual|bimestral|trimestral|semestral|anual|diari[oa])(?:es|mente|s)?)(?=[,.;]|$)|\\b(?<two>cada (?:mes|semana|quince dias|quincena|trimestre|semestre|ano|lunes|viernes))\\b',
    ),
    within: 'interna directa',
  },
  'communication.internalIndirect.audiences': {
    leads: '(?:para|dirigid[oa]s? a)',
    within: 'interna indirecta',
    extent: 'list',
    divides: true,
  },
  'communication.internalIndirect.frequency': {
    find: matching(
      '(?<=, )(?<one>(?:semanal|quincenal|mensual|bimestral|trimestral|semestral|anual|diari[oa])(?:es|mente|s)?)(?=[,.;]|$)|\\b(?<two>cada (?:mes|semana|quince dias|quincena|trimestre|semestre|ano))\\b',
    ),
    within: 'interna indirecta',
  },
  'followUp.process': {
    labels: '(?:evaluacion de (?:procesos?|gestion)|process evaluation)',
    extent: 'list',
  },
  'followUp.impact': {
    labels: '(?:medicion de impacto|evaluacion de impacto del plan|impact)',
    extent: 'list',
  },
  'followUp.accountability.citizens': {
    leads: '(?:y )?(?:a|ante|para) (?:la ciudadania|los ciudadanos|la comunidad|the citizens),?',
    within: 'rendi\\p{L}*|cuentas|accountab\\p{L}*|concejo|council',
  },
  'communication.external.channels': {
    labels:
      '(?:comunicacion(?:es)?(?: (?:externa|hacia afuera|hacia el exterior))?|canales(?: (?:externos|de comunicacion))?|external communication|communication|channels)',
    leads:
      '(?:comunicaremos|comunicamos|vamos a comunicar|difundiremos|divulgaremos)(?: (?:hacia afuera|todo|el plan|los avances))* (?:por|con|en|a traves de|mediante)',
    extent: 'list',
  },
  'communication.internalDirect.channels': {
    labels: '(?:comunicacion )?interna directa|internal direct(?: communication)?|comunicacion interna',
    extent: 'list',
  },
  'communication.internalIndirect.channels': {
    labels: '(?:comunicacion )?interna indirecta|internal indirect(?: communication)?',
    extent: 'list',
  },
  'followUp.frequency': {
    labels: '(?:seguimiento|monitoreo|frecuencia(?: de seguimiento)?|follow[- ]?up|monitoring)',
    leads: '(?:(?:haremos|hacemos|habra|vamos a hacer|se hara) seguimiento)',
    find: matching(
      '\\b(?:(?:el |un )?seguimiento|follow[- ]?up) (?:sera |seria |es |lo haremos |se hara |is )?(?<value>(?:cada \\p{L}+(?: meses)?|mensual(?:mente)?|bimestral(?:mente)?|trimestral(?:mente)?|semestral(?:mente)?|anual(?:mente)?|semanal(?:mente)?|every \\p{L}+(?: months)?|quarterly|monthly|yearly))',
    ),
  },
  'followUp.responsible': {
    labels: '(?:responsable del seguimiento)',
    leads:
      '(?:el seguimiento )?(?:(?:lo (?:hace|hara|lleva|llevara))|(?:estara |esta |queda )?a cargo de|(?:y )?(?:el |la )?responsable(?: es|:)?)',
    within: 'seguimiento|monitoreo|follow',
    extent: 'person',
  },
  'followUp.accountability.council': {
    leads: '(?:rendi(?:remos|mos|r|cion de)|rendicion de) cuentas (?:al|ante el) concejo',
    labels: 'rendicion de cuentas(?: al concejo)?',
  },
};

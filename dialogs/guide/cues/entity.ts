import type { CueTable } from '../../../src/guide/cues.ts';
import { findPeriods, findPlaces, findPopulations } from '../../../src/understanding/index.ts';
import { findBorder, findBudgets, findHeads, findLeadUnits, KEEP, matching } from './finders.ts';

const KIND =
  '(?:municipio|distrito(?: (?:especial|turistico))?|departamento|gobernacion|alcaldia|area metropolitana|territorio indigena|resguardo(?: indigena)?|asociacion de municipios|mancomunidad|municipality|district|metropolitan area|indigenous territory|association of municipalities)';
const CHIEF =
  '(?:alcald(?:e|esa)|gobernador[a]?|mayor|governor|mandatari[oa]|presidente de la junta|cabildo gobernador)(?: (?:municipal|distrital|local|mayor|encargad[oa]))?';
const SUPPORTS =
  '(?:nos |lo |la |me |le |ya |si |tambien )*(?:apoya|respalda|avala|aprueba|aprobo|acompana|patrocina|esta (?:de acuerdo|comprometid[oa]|con nosotros|a favor)|da (?:su|el) (?:apoyo|respaldo|aval)|dio (?:su|el) (?:apoyo|respaldo|aval)|supports?|backs?|is on board|agrees)(?: (?:el|este|the) (?:plan|tema|proceso)| us| it)?';
const ACT = '(?:decreto|acuerdo|ordenanza|resolucion|decree|resolution|ordinance|agreement)';

/** Cues of what a plan holds of the entity, its commitment and its resources (steps 0 to 3). */
export const ENTITY_CUES: CueTable = {
  'entity.name': {
    headings: '(?:nombre|entidad|municipio|alcaldia|distrito|entity|municipality)',
    find: findPlaces,
  },
  'entity.kind': {
    labels: '(?:clase|tipo)(?: de entidad)?|kind of entity',
    peek: matching(
      `(?:\\b(?:somos|soy|es|como|de la|del|desde el|we are|i am|this is)(?: (?:un|una|el|la|de|del|a|an|the))*|^|,)\\s*(?<value>${KIND})(?=[\\s,.;]|$)(?! (?:vecin|de al lado))`,
    ),
  },
  'entity.department': {
    labels: 'departamento|department',
    peek: matching(
      '(?:\\bun (?:municipio|distrito|pueblo) (?:del? |en (?:el )?)(?:departamento del? )?|\\bdepartamento (?:del? )?|\\bgobernacion (?:del? )?|(?<=[,(] )en (?:el |la )?|\\bresguardo[^.;]{1,40}en (?:el )?)(?<value>amazonas|antioquia|arauca|atlantico|bolivar|boyaca|caldas|caqueta|casanare|cauca|cesar|choco|cordoba|cundinamarca|guainia|guaviare|huila|(?:la )?guajira|magdalena|meta|narino|norte de santander|putumayo|quindio|risaralda|santander|sucre|tolima|valle(?: del cauca)?|vaupes|vichada)\\b',
    ),
  },
  'entity.population': {
    labels: 'poblacion(?: total)?|habitantes|numero de habitantes|population',
    find: findPopulations,
  },
  'entity.category': {
    labels: 'categoria(?: municipal)?|category',
    find: matching(
      '\\b(?:de |en )?(?:(?:somos de )(?:primera|segunda|tercera|cuarta|quinta|sexta)(?=[,.; ]|$)|categoria (?:especial|primera|segunda|tercera|cuarta|quinta|sexta|[1-6])|(?:primera|segunda|tercera|cuarta|quinta|sexta) categoria|category (?:[1-6]|special|one|two|three|four|five|six)|(?:first|second|third|fourth|fifth|sixth)[- ]category)\\b',
      (value) => value.replace(/^(?:(?:somos )?de |en )/, ''),
    ),
  },
  'entity.borderZone': { find: findBorder },
  'entity.governmentPeriod': {
    labels:
      '(?:periodo|periodo de gobierno|gobierno|mandato|administracion|term(?: of office)?|government(?: term)?)(?! (?:anterior|pasad|vecin|nacional))(?=:? ?(?:es|del?|:|\\d|actual|va|is))',
    leads:
      '(?:gobierno|mandato|administracion|periodo)(?: (?:del?|es del?|va del?|actual))?(?= ?(?:19|20)\\d\\d)|government term(?=:? )',
    keeps: ['start'],
  },
  'entity.contactUnit': {
    labels: '(?:dependencia de )?contacto|unidad de contacto|contact(?: unit)?',
    leads: '(?:nos |me |le )?(?:pueden |puede )?escribir a|contact us at',
  },
  title: {
    labels: 'titulo(?: del plan)?|nombre del plan|title',
    leads:
      '(?:el )?(?:plan|pai) (?:se (?:llama|llamara|va a llamar|titula|titulara)|lleva(?:ra)? (?:el|por|como) (?:titulo|nombre)|is called|will be called)|(?:lo|al plan lo|le) (?:queremos llamar|vamos a llamar|llamamos|llamaremos|pusimos)|(?:se llama|se llamara|se va a llamar) (?:el plan|nuestro plan)',
  },
  start: {
    headings: '(?:inicio|fecha de inicio|comienzo|arranque|plazo|duracion|start(?: date)?|plan period)',
    labels: '(?:vigencia(?: del plan)?|periodo del plan|horizonte)',
    leads:
      '(?:el plan |queremos |vamos a |quisieramos )*(?:trabajar|ejecutarlo|desarrollarlo|va|ira|iria|regira|empieza|empezamos|empezaria|empezar|inicia|iniciamos|iniciaria|arranca|arrancamos|arrancaria|comienza|comenzamos|dura|runs?|starts?|begins?)(?= (?:en|el|del?|desde|a|from|in|on|para) )',
    find: (text, today) => findPeriods(text, today),
    keeps: ['end'],
  },
  end: {
    headings: '(?:fin|final|fecha (?:de terminacion|final|de cierre)|terminacion|cierre|end(?: date)?)',
    leads:
      '(?:el plan |y )*(?:termina|terminamos|terminaria|finaliza|acaba|acabamos|cierra|cerramos|ends?|finish(?:es)?)(?= (?:en|el|a|hacia|in|on|by) )',
  },
  reasons: {
    labels: 'razon(?:es)?|motivos?|reasons?',
    leads:
      '(?:queremos|buscamos|quisieramos|nos interesa|la idea es|lo hacemos para|para que lo hacemos es|nos internacionalizamos para|we want to|we seek to)(?= (?:internacionalizarnos para )?(?:conseguir|atraer|posicion\\p{L}+|darnos|mostrar\\p{L}*|aprender|intercambiar|intercambio|fortalecer\\p{L}*|la cooperacion|cooperar|cooperacion|ser solidarios|solidaridad|incidir|fondos|recursos|obtener (?:fondos|recursos)|gestionar (?:fondos|recursos)|traer (?:inversion|turistas)|captar|promocionar|promover|hacernos|financiacion|raise|attract|learn|exchange|get funds|position))(?: internacionalizarnos para)?',
    extent: 'list',
  },
  'commitment.sponsor': [
    {
      find: matching(
        `\\b(?:el |la |the )?${CHIEF} (?:todavia |aun |ya |does )?(?:no|not) (?:nos |lo |la |ha )?(?:apoya\\p{L}*|respalda\\p{L}*|avala\\p{L}*|esta de acuerdo|support|back)\\b[^,.;]{0,30}`,
        () => 'no',
      ),
    },
    {
      labels: 'apoyo(?: politico)?|respaldo(?: politico)?|patrocinador[a]?|sponsor',
      find: matching(
        `(?:\\b(?:el|la|nuestr[oa]|the|our) )?${CHIEF}(?:, [^,.;]{3,60},|(?: (?!que|y|no|nos|lo|la|ya|si|apoya|respalda)\\p{L}+){1,5}?)? ${SUPPORTS}|(?:\\b(?:ya |si |y )*(?:tenemos|contamos con|con|hay|we have) (?:el |the )?(?:apoyo|respaldo|aval|support|backing) (?:politico |total )?(?:del?|de la|of the) ${CHIEF}(?:,? (?!y |va |esta )\\p{L}+(?: (?!y |va |esta |con )\\p{L}+){0,4}(?=[,.;]|$| y ))?)|\\b(?:nos |lo )(?:apoya|respalda|avala) (?:el|la) ${CHIEF}(?:,? [\\p{L}]+(?: [\\p{L}]+){0,3}(?=[,.;]|$))?`,
      ),
    },
  ],
  'commitment.formalAct': {
    labels: 'acto(?: formal| administrativo)?|formal act',
    find: matching(
      `\\b(?:${ACT})(?: (?:municipal|del concejo|distrital|departamental|no\\.?|numero|nro\\.?|n\\.?°|council))*,? (?:el |la )?(?:no\\.? ?)?\\d{1,4}(?: (?:del?|of)(?: ano)? (?:19|20)\\d\\d)?|\\b(?:todavia |aun |por ahora )?(?:no (?:hay|tenemos|existe|contamos con|se ha expedido)|sin)(?: (?:ningun|un|el))? (?:acto (?:formal|administrativo)|decreto|acuerdo)\\b[^,.;]{0,40}|\\bno formal act\\b`,
      (value) => (/\d/.test(value) ? KEEP : 'ninguno'),
    ),
  },
  'commitment.governmentPlan': {
    labels: '(?:plan|programa) de gobierno|government (?:plan|programme|program)',
    leads:
      '(?:(?:y |ya |esto |eso |el tema )*(?:esta|va|quedo|aparece|figura|quedo incluid[oa]) )?(?:en|dentro de) (?:el|nuestro|su) (?:plan|programa) de gobierno,?(?: (?:en|como))?|(?:el|su|nuestro) (?:plan|programa) de gobierno (?:dice|incluye|menciona|habla de|trae|contempla|tiene)(?: que)?',
    extent: 'clause',
  },
  'resources.leadUnit': [
    {
      labels:
        'dependencia(?: lider| responsable| que lidera)?|lidera(?: la| el)?|unidad lider|lead(?:ing)? unit',
      find: matching(
        '\\bno (?:tenemos|hay|contamos con|existe) (?:una |ninguna )?(?:oficina|ori)\\b[^.;,]*[;,.] (?:pero |y )?(?:(?:esto|eso|el tema|todo|entonces) )*(?:lo|la|se) (?:lleva|llevara|lidera|liderara|maneja|manejara|encarga|coordina)[^,.;]+|\\b(?:lo|la) (?:lleva|lidera|maneja|coordina) [^,.;]{3,60},? (?:porque |ya que |pues |pero )?no (?:tenemos|hay|contamos con) (?:una )?(?:oficina|ori)\\b[^.;,]*',
      ),
      leads:
        '(?:(?:eso|esto|el tema|el plan|ese tema) )?(?:(?:lo|la|que) )*(?:lleva|lidera|liderara|liderado por|coordina el plan|manejara|maneja|dirigira|esta a cargo de|estara a cargo de|a cargo de|en cabeza de|en manos de|led by|run by)(?: (?:es|sera|el tema|el plan|la|el))*(?= (?:la |el )?(?:secretaria|oficina|direccion|planeacion|despacho|hacienda|gobierno|desarrollo|turismo|cultura|umata|unidad|departamento|gestion|the|planning))',
    },
    { find: findLeadUnits },
  ],
  'resources.legalBasis': {
    labels: '(?:base|sustento|soporte|fundamento) (?:legal|juridic[oa]|normativ[oa])|legal basis',
    leads:
      '(?:con base en|(?:fue |quedo )?cread[oa] (?:por|mediante|con|en)|(?:la )?funcion (?:esta|quedo|viene) (?:en|de)|(?:soportad[oa]|sustentad[oa]|respaldad[oa]) (?:en|por)|based on|under|created by)(?= (?:el |la |the )?(?:decreto|acuerdo|ley|resolucion|ordenanza|decree|agreement|law|resolution))',
  },
  'resources.head': {
    labels:
      '(?:responsables?|encargad[oa]s?|lider|jef[ea]|persona (?:responsable|encargada)|cabeza|head|person in charge|lead)(?! (?:de (?:la|el) |del proyecto))',
    leads:
      '(?:(?:lo|la) (?:dirige|dirigira|encabeza|lidera|coordina))(?= \\p{L})|(?:al frente (?:esta|estara|queda)|quedo al frente|(?:estara|queda|esta) a cargo de|a cargo de|headed by)(?! (?:la |el )?(?:secretaria de|oficina|direccion|planeacion|despacho))',
    find: findHeads,
    extent: 'person',
  },
  'resources.team': {
    labels: 'equipo(?: de trabajo)?|team',
    find: matching(
      '(?<![\\d.,])\\b(?:(?:hay|somos|son|tenemos|trabajan|seremos|we are|there are) )?(?:\\d{1,3}|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|two|three|four|five|six) (?:personas|funcionari[oa]s|profesionales|contratistas|people|officials|staff)(?: (?:en|de|para) (?:el|nuestro|este) (?:equipo|tema))?',
    ),
  },
  'resources.languages': {
    labels: 'idiomas?|lenguas?|languages?',
    leads:
      '(?:(?:el equipo )?(?:habla|hablan|hablamos|manejan?|manejamos|domina|dominan)|speaks?|(?:we )?speak)(?= (?:el |algo de |un poco de )?(?:ingles|frances|portugues|aleman|italiano|mandarin|chino|wayuunaiki|nasa|embera|creole|english|french|portuguese|german))',
    find: matching(
      '(?:^|\\n)(?<value>(?:ingles|frances|portugues|aleman|italiano)(?:(?:, | y )(?:ingles|frances|portugues|aleman|italiano|mandarin))*)(?=\\n|$)',
    ),
    extent: 'list',
  },
  'resources.budget': {
    labels: 'presupuesto(?: total| disponible)?|pto|ppto|budget',
    headings: 'recursos|plata|bolsa|funding',
    leads:
      '(?:tenemos|contamos con|hay|disponemos de|nos aprobaron|con)(?: (?:un )?presupuesto(?: total)? de| recursos por| una bolsa de)',
    find: (text, today) => findBudgets(text, today),
    keeps: ['start'],
  },
  'resources.training': {
    labels: 'capacitacion(?:es)?|formacion|entrenamiento|training',
    leads:
      '(?:necesitan?|necesitamos|requieren?|falta|tendran|haran|haremos)(?: una?)? (?:capacitacion|capacitar(?:se|nos)|formacion|formar(?:se|nos)) (?:en|de|sobre)',
  },
};

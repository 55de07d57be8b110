import type { CueTable } from '../../../src/guide/cues.ts';
import { findSponsors } from '../../../src/understanding/index.ts';
import { findActs, findFoundingActs } from './find-acts.ts';
import { findPlanBudgets } from './find-budgets.ts';
import { findLeadUnits } from './find-lead-units.ts';
import { findReasons } from './find-reasons.ts';
import { findTeams } from './find-teams.ts';
import { findHeads, KEEP, LANGUAGE, matching } from './finders.ts';

const UNIT =
  '(?:secretaria|oficina|direccion|planeacion|despacho|hacienda|gobierno|desarrollo|turismo|cultura|educacion|salud|umata|unidad|departamento|gestion|gerencia|subsecretaria|agricultura|competitividad|the|planning)';
const AIMS =
  '(?:conseguir|atraer|posicion\\p{L}+|darnos|mostrar\\p{L}*|aprender|intercambi\\p{L}+|fortalecer\\p{L}*|la cooperacion|coopera\\p{L}+|ser solidari\\p{L}+|solidaridad|incidir|fondos|recursos|(?:obtener|gestionar|buscar) (?:fondos|recursos)|traer (?:inversion|turistas|recursos)|captar|promocion\\p{L}+|promover|hacernos|que nos conozcan|financiacion|raise|attract|learn|exchange|get funds|position|share)';

/** Cues of the reasons, the commitment and the resources (steps 1 to 3). */
export const RESOURCES_CUES: CueTable = {
  reasons: {
    labels: '(?:(?:las|nuestras) )?razon(?:es)?|motivos?|reasons?|para que',
    leads: `(?:queremos|buscamos|quisieramos|nos interesa|la idea es|lo hacemos (?:para|por)|para que lo hacemos es|nos internacionalizamos (?:para|por)|we want to|we seek to|we do it (?:to|for))(?= (?:internacionalizarnos para )?${AIMS})(?: internacionalizarnos para)?`,
    extent: 'list',
    find: findReasons,
  },
  'commitment.sponsor': {
    labels: 'apoyo(?: politico)?|respaldo(?: politico)?|patrocinador[a]?|sponsor',
    find: findSponsors,
    extent: 'person',
  },
  'commitment.formalAct': {
    labels: 'acto(?: formal| administrativo)?|formal act',
    find: findActs,
  },
  'commitment.governmentPlan': {
    labels: '(?:plan|programa) de gobierno|government (?:plan|programme|program)',
    find: matching(
      '\\b(?:(?:lo internacional |el tema |esto |eso )?(?:esta|va|quedo|aparece|figura|sale) )?en (?:la |el )?(?<value>(?:pagina|capitulo|linea|eje|numeral|programa|apartado|seccion|pilar) (?:[«"][^»"]{1,80}[»"]|[^,.;]{1,60}?)) del (?:plan|programa) de gobierno|\\bin (?:her|his|the|our|their) government (?:programme|program|plan|platform),? (?:under|as|in) (?<english>["\'«“]?[^,.;"\'»”]{2,60}["\'»”]?)',
    ),
    leads:
      '(?:(?:y |ya |esto |eso |el tema )*(?:esta|va|quedo|aparece|figura|sale|quedo incluid[oa]) )?(?:en|dentro de) (?:el|nuestro|su) (?:plan|programa) de gobierno,?(?: (?:quedo|esta|aparece|va))?(?: (?:en|como))?|(?:el|su|nuestro) (?:plan|programa) de gobierno (?:dice|incluye|menciona|habla de|trae|contempla|tiene)(?: que)?',
  },
  'resources.leadUnit': [
    {
      labels:
        '(?<!\\b(?:legal|juridic[oa]|norma|funcion) de la )dependencia(?: lider| responsable| encargada| que lidera| a cargo)?|lidera(?: la| el)?|unidad lider|area lider|lead(?:ing)? unit',
      find: matching(
        '\\bno (?:tenemos|hay|contamos con|existe) (?:una |ninguna )?(?:oficina|ori)\\b[^.;,]*[;,.] (?:pero |y )?(?:(?:esto|eso|el tema|todo|entonces) )*(?:lo|la|se) (?:lleva|llevara|lidera|liderara|maneja|manejara|encarga|coordina)(?: (?!por\\b|segun\\b|con base\\b)[^\\s,.;]+)+|\\b(?:lo|la) (?:lleva|lidera|maneja|coordina) [^,.;]{3,60},? (?:porque |ya que |pues |pero )?no (?:tenemos|hay|contamos con) (?:una )?(?:oficina|ori)\\b[^.;,]*',
      ),
      leads: `(?:(?:eso|esto|el tema|el plan|ese tema) )?(?:(?:lo|la|que) )*(?:lleva|lidera|liderara|liderado por|coordina(?:ra)?|manejara|maneja|dirigira|va a (?:liderar|llevar|manejar|coordinar|dirigir)|esta a cargo de|estara a cargo de|a cargo de|en cabeza de|en manos de|queda a cargo|queda al frente|asume|asumira|led by|run by|is led by|will be led by|(?:quien|el que|la que) (?:manda|lidera|responde)(?: (?:en|por) (?:esto|eso|el tema))? es)(?: (?:es|sera|el tema|el plan|la gente de|los de|las de|el equipo de|la|el))*(?= (?:la |el )?${UNIT}\\b)`,
    },
    {
      find: matching(
        '\\b(?:si )?(?:hay|tenemos|contamos con|existe) (?:una |la )?(?<value>(?:oficina|direccion|unidad) de (?:asuntos internacionales|relaciones internacionales|cooperacion(?: internacional)?)),? (?:y |que )?(?:ella |esa |la que )?(?:lo |la )?(?:lidera|liderara|lleva|llevara|coordina|coordinara|esta a cargo)',
      ),
    },
    { find: findLeadUnits },
  ],
  'resources.legalBasis': {
    find: findFoundingActs,
    labels:
      '(?:base|sustento|soporte|fundamento) (?:legal|juridic[oa]|normativ[oa])(?: de la (?:dependencia|oficina|unidad|secretaria))?|norma(?: que (?:la|lo) (?:crea|respalda))?|legal basis',
    leads:
      '(?:con base en|(?:fue |quedo |que )?cread[oa] (?:por|mediante|con|en)|(?:la )?funcion (?:esta|quedo|viene) (?:en|de|del?)|(?:soportad[oa]|sustentad[oa]|respaldad[oa]|amparad[oa]) (?:en|por)|based on|under|created by|(?:la|lo) creo|(?<=\\b(?:lleva|maneja|lidera|coordina)\\b[^.;,]{3,60} )por)(?= ?(?:el |la |the )?(?:decreto|acuerdo|ley|resolucion|ordenanza|decree|agreement|law|resolution))',
  },
  'resources.head': {
    labels:
      '(?:responsables?|encargad[oa]s?|lider|jef[ea]|persona (?:responsable|encargada)|quien (?:responde|dirige|lidera)|cabeza|head|person in charge|lead)(?! (?:de (?:la|el) |del proyecto|del seguimiento|era\\b))(?:(?: del plan)? (?:soy|es) yo,)?',
    leads:
      '(?:(?:lo|la) (?:dirige|dirigira|encabeza|lidera|coordina|lleva))(?= \\p{L})(?! (?:la gente|los de|las de|el equipo))|(?:al frente(?: del plan)? (?:esta|estara|queda)|quedo al frente|(?:estara|queda|esta) a cargo de|a cargo de|headed by|run by|quien (?:esta al frente|responde|manda|dirige|lidera)(?: (?:de|por|en) (?:esto|eso|el plan)| del plan)? es|responde por (?:el plan|esto|eso|este plan)(?= (?:el|la|don|dona|doctora?) ))(?! (?:la |el )?(?:secretaria de|oficina|direccion|planeacion|despacho))',
    find: findHeads,
    extent: 'person',
  },
  'resources.team': {
    labels: '(?:un )?equipo(?: de trabajo)?|team',
    headings: 'personas',
    find: findTeams,
    leads:
      '(?:el |nuestro )?equipo (?:(?:lo|la) (?:conforman|conformamos|integran|integramos|componen|componemos)|(?:esta |queda )?(?:conformado|integrado|compuesto) por)(?! (?:\\d|un[oa]? person|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez))',
    extent: 'list',
  },
  'resources.languages': {
    labels: 'idiomas?|lenguas?|languages?',
    leads: `(?<!\\b(?:nadie|no|ningun[oa]|tampoco|ni|nobody|none|no one|nadie del equipo|nadie en el equipo) )(?:(?:el equipo |en el equipo |entre todos )?(?:yo |se )?(?:habla|hablan|hablamos|hablo|manejan?|manejamos|domina|dominan|dominamos|leen|saben?|sabemos|tienen)|speaks?|(?:we |they )?speak)(?= (?:el |algo de |un poco de |bien )?${LANGUAGE})`,
    find: matching(
      `(?:^|\\n)(?<value>(?:${LANGUAGE})(?:(?:, | y )(?:${LANGUAGE}))*)(?=\\n|$)|(?<=, )(?<alone>solo (?:${LANGUAGE}))(?=[,.;]|$)|(?<=^|[.;:,] ?|\\by )(?<some>(?:${LANGUAGE})(?:(?:, | y | and )(?:${LANGUAGE}))*),?(?= (?:spoken|is spoken|are spoken|solo|solamente|unicamente|lo habla|lo hablan|lo maneja|apenas|nada mas))`,
      (value) => (value.startsWith('solo ') ? value.slice(5) : KEEP),
    ),
    extent: 'list',
  },
  'resources.budget': {
    labels: 'presupuesto(?! del eje)(?: (?:total|disponible|asignado|del plan))?|pto|ppto|budget',
    headings: 'recursos|plata|bolsa|dinero|funding',
    leads:
      '(?:tenemos|contamos con|hay|disponemos de|nos (?:aprobaron|asignaron|dieron)|con|asciende a)(?: (?:un )?presupuesto(?: total)? de| recursos por| una bolsa de)',
    find: findPlanBudgets,
    keeps: ['start'],
  },
  'resources.training': {
    labels: 'capacitacion(?:es)?|formacion|entrenamiento|training',
    leads:
      '(?:(?:se |nos )?(?:hay que |van a hacer |haran |hara |quieren hacer |necesitan?|necesitamos|requieren?|requerimos|falta|hace falta|tendran|haran|haremos|queremos|vamos a|quieren|deben|we need|need)(?: una?)? )?(?:(?:capacitacion|formacion|entrenamiento|training|a course|(?:un |una )?(?:curso|diplomado|taller|seminario)) (?:en|de|sobre|in|on)|(?:capacitar|formar|entrenar|preparar)(?:se|nos|los|lo)?(?: al equipo| a los funcionarios)? (?:en|sobre|de))|(?:nos )?falta aprender(?: a| de)?|(?:necesitamos |queremos )?que (?:nos|los|las|le|les) (?:capaciten|formen|ensenen|entrenen)(?: (?:en|sobre|de|a))?',
  },
};

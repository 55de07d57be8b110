import type { CueTable } from '../../../src/guide/cues.ts';
import { findActors, findLiaisons } from './find-actors.ts';
import { findGoals } from './find-goals.ts';
import { findLines } from './find-lines.ts';
import { findStakeholders, findStakeholdersBeside } from './find-stakeholders.ts';
import { matching } from './finders.ts';

const LOCAL_PLAN =
  'plan (?:territorial |municipal |departamental |distrital )?de desarrollo(?: municipal| local| distrital| departamental| territorial)?(?: [«"][^»"]{2,60}[»"])?';
const AREA =
  '(?:secretarias?|areas?|oficinas?|planeacion|hacienda|salud|educacion|cultura|turismo|gobierno|desarrollo|deportes?|agricultura|ambiente|infraestructura|obras|mujer(?:es)?|comunicaciones|tic|juventud|competitividad|transito|vivienda|prensa|juridica|tourism|education|health|planning|finance)';

/** «El plan de vida del resguardo de Aguas Claras»: whose it is names no entity. */
const findLifePlans = matching(
  '\\bplan(?:es)? de (?:vida|etnodesarrollo) (?:del?|de la|de los|de las) [^,.;:]+?(?=[,.;]|$| (?:tambien|ademas|que|para|con|y (?:el|la|los|las|al|con))\\b|:)(?:: [^.;]+)?',
);

/** Cues of alignment, transversality and governance (steps 4 to 6). */
export const CONTEXT_CUES: CueTable = {
  'alignment.globalAgendas': {
    labels: '(?:agendas?(?: globales| global| internacionales)?|ods|sdgs?|global agendas)',
    leads:
      '(?:(?:nos )?aline(?:a|amos|ados|ado)(?: el plan)?|we follow|we align|aligned|le apunta(?:mos)?|aporta(?:mos)?|contribui(?:mos|r)|contribuye)(?: (?:con|a|al|with|to))(?= (?:el |la |los |las |the )?(?:ods|sdg|agenda|marco|acuerdo|objetivos|sendai|nueva|pacto|paris|beijing))',
    find: findGoals,
    extent: 'list',
  },
  'alignment.nationalInstruments': {
    labels: '(?:agenda nacional|instrumentos nacionales|national instruments)',
    find: matching(
      '\\b(?:(?:el |la |los |las |con |del |al |a la |y )*(?:pnd|plan nacional de desarrollo|enci(?: 2023-2026)?|estrategia nacional de cooperacion(?: internacional)?|snci|sistema nacional de cooperacion(?: internacional)?|(?:directrices|lineamientos|politica)(?: exterior)? (?:de |de la )?cancilleria|politica exterior|national development plan|national cooperation strategy|national cooperation system|foreign ministry guidelines|(?:lo |lo que diga )(?:de )?(?:la )?cancilleria)\\b,? ?)+',
    ),
  },
  'alignment.localPlan': {
    labels: `(?:${LOCAL_PLAN}|(?:lineas?|ejes?|programas?|pilares) del ${LOCAL_PLAN}|agenda local|(?:pdm|pdt)(?: [«"][^»"]+[»"])?|local development plan)(?!,? (?:en )?(?:la |el |las |los |su |sus )?(?:lineas?|ejes?|programas?|pilar(?:es)?) )`,
    leads: `(?:(?:del|en el|con el|al) ${LOCAL_PLAN},?(?: (?:tomamos|apoyamos|vamos (?:con|a apoyar)|nos guiamos por|escogemos|usamos|nos apoyamos en|contribuye a))? (?:en |con )?(?:su |sus |el |las? |los )?(?:lineas?|ejes?|programas?|pilares?|apuestas?)(?: (?:estrategic[oa]s?))?|(?:las? |los? )?(?:lineas?|ejes?|programas?|pilares?) (?:de|del) ${LOCAL_PLAN}(?: que [^,.;:«]{2,30}?)?,? (?:son|es))`,
    find: findLines,
    divides: true,
    extent: 'list',
  },
  'alignment.lifePlans': {
    labels: '(?:plan(?:es)? de (?:vida|etnodesarrollo)|life plans?)',
    find: (_, __, whole) => findLifePlans(whole),
    names: findLifePlans,
    extent: 'list',
  },
  'transversality.areas': [
    {
      leads: `(?:(?:van a |deben )?participa(?:n|ran|r)?|estaran|van a estar|entran|se suman|trabajan|trabajaran|involucramos|(?:se )?involucran?|vinculamos|(?:articulamos|convocamos)(?= )|intervienen|hacen parte|con (?:delegad[oa]s|representantes|enlaces|gente) de|(?:(?:la|lo|las|los) )?(?:integran|conforman)|(?:integrad|conformad)[oa]s? por|take part|are involved)(?= (?:a )?(?:la |las |el |los |de )?${AREA}\\b)`,
      labels:
        '(?:areas?(?: (?:involucradas|participantes|de gobierno))?|dependencias(?: (?:involucradas|participantes|que participan))?|secretarias(?: (?:involucradas|participantes|que participan))?|areas involved|departments involved)(?! metropolitana)',
      extent: 'list',
    },
    { find: findLiaisons },
  ],
  'transversality.coordinatingBody': {
    find: matching(
      '\\b(?:(?:se (?:va a crear|creara|conformara|instalara|creo)|(?:vamos a|queremos) (?:crear|conformar|instalar|montar)|crearemos|conformaremos|montaremos) (?:un|una|el|la) (?<made>(?:comite|mesa|consejo|comision|instancia|gabinete)\\b[^,.;:]*?)(?=[,.;:]|$| (?:con (?:delegad|enlaces|representantes)|integrad|conformad|para|que|donde)))|(?<=^|[.;,] ?(?:y )?)(?<value>(?:el|la|un|una) (?:comite|mesa|consejo|comision|gabinete)(?: [^,.;]{2,50}?)?),? (?:es (?:el|la) que |que |sera (?:el|la) que )?(?:lo |los |todo lo )?(?:coordina|articula|coordinara|articulara)\\b',
    ),
    headings:
      '(?:instancia(?: (?:coordinadora|de coordinacion|de articulacion))?|comite coordinador|coordinacion|coordinating body)',
    leads:
      '(?:quien|la que|el que|lo que) (?:coordina|articula)(?: (?:[^\\s,.;:]+ ){0,4}?)?(?:es|sera|seria)(?= (?:el|la|un|una) (?:comite|consejo|mesa|instancia|comision|junta|gabinete))|(?:(?:lo |la |los |las |todo lo )?(?:coordina|coordinara|articula|articulara|(?:todo )?coordinad[oa]s? por|coordinated by)(?: (?:todo|a todos|las areas|eso|esto))?(?: sera)?)(?= (?:el|la|un|una|the|a) (?:comite|consejo|mesa|instancia|comision|junta|gabinete|committee|council|board))|(?:habra|hay|crearemos|se creo|tenemos|coordinados por)(?= (?:un|una|el|la) (?:comite|mesa|comision|consejo|gabinete) (?:de |tecnic|intersecretarial|interinstitucional|internacional|coordinador))',
  },
  'governance.stakeholders': [
    {
      headings: '(?:actor|aliad[oa]|stakeholder)(?: (?:clave|principal|mas importante|\\d))?',
      extent: 'clause',
      adds: true,
    },
    { find: findActors },
    { find: findStakeholders },
    {
      leads:
        '(?:y )?(?:tambien|ademas) (?:esta|estan|participa|participan|va|van)(?: (?:como actor(?:es)?))?',
      within: 'actor(?:es)?|aliad[oa]s?',
      adds: true,
    },
    {
      labels:
        '(?:actores(?: (?:clave|principales|locales|del territorio))?|aliad[oa]s(?: (?:locales|clave))?|partes interesadas|stakeholders|actors)',
      leads:
        '(?:(?:van a |deben |deberian |pueden )?(?:participar|estar|participan|participarian)(?:an|ian)?|(?:estan|tenemos|contamos con) (?:de|como) (?:actores|aliados)|(?:como|de) (?:actores|aliados) (?:estan|tenemos|vemos|van)|los (?:actores|aliados) (?:que )?(?:van a participar|participan)|(?:queremos |vamos a |hay que |debemos )?(?:vincular|invitar|convocar|involucrar|sumar|sentar) a|se (?:suman|vinculan)|(?:are )?(?:our|the) stakeholders)\\s?:?(?= (?:la |el |los |las |al |the )?(?:camara|universidad|sena|cooperativa|asociacion|gremio|cabildo|comerciantes|juntas|fundacion|colegio|empresa|productores|diocesis|iglesia|hospital|policia|comite|sindicato|resguardo|ong|emisora|chamber|university))',
      extent: 'list',
    },
  ],
  'governance.stakeholders.*.sector': {
    peek: findStakeholdersBeside('sector'),
    find: matching(
      '\\b(?:del |el |es del )?sector (?<value>privado|publico|social|academico|internacional|cultural|empresarial|educativo|medios)\\b|\\bes (?:de )?(?:la |el )?(?<academy>academia)\\b|(?<=, )(?<media>medios? de comunicacion)(?=[,.;])|\\b(?<en>private|public|social|academic|media|international) sector\\b',
    ),
  },
  'governance.stakeholders.*.interest': {
    peek: findStakeholdersBeside('interest'),
    headings: '(?:interes|interest)',
    leads:
      '(?:le|les) interesa(?:n|ria)?|(?:su|con) interes (?:es|en)|(?:esta|estan) interesad[oa]s? en|se interesan? (?:en|por)|(?:is |are )?interested in',
  },
  'governance.stakeholders.*.motivation': {
    peek: findStakeholdersBeside('motivation'),
    headings: '(?:motivacion|motivation)',
    leads: '(?:lo|la|los|las) (?:mueve|motiva)|motivated by',
  },
  'governance.stakeholders.*.willingness': {
    peek: findStakeholdersBeside('willingness'),
    headings: '(?:disposicion|voluntad|willingness)',
    find: matching(
      '\\b(?:con |tiene(?:n)? |una |su )*(?:disposicion|voluntad)(?: es)? (?:muy )?(?<value>alta|media|baja|alto|medio|bajo)\\b|\\b(?<en>high|medium|low) willingness\\b|\\b(?:muy |poco )(?<will>dispuest[oa]s?)\\b',
    ),
  },
  'governance.stakeholders.*.contribution': {
    peek: findStakeholdersBeside('contribution'),
    headings: '(?:aportes?|contribution)',
    leads:
      '(?:que )?(?:(?:puede|pueden|podria|podrian|va a|van a|can|could) )?(?:aportar|aporta|aportan|aportaria|aportarian|poner|pone|ponen|pondria|pondrian|prestan?|ofrecen?|ofrecer|contribute|contributes|offer|provide)(?! \\d)',
    extent: 'list',
  },
  'governance.participation': {
    headings:
      '(?:participacion(?: (?:ciudadana|de los actores))?|(?:mecanismo|espacio) de participacion|participation)',
    leads:
      '(?:(?:los |todos los )?actores )?(?:participan|participaran|van a participar|los (?:escuchamos|reuniremos|convocaremos)|se reuniran|nos reuniremos)(?: todos)? (?:en|mediante|a traves de|por medio de|con)|(?:they |stakeholders )?(?:will )?(?:take part|participate) (?:through|in|by)',
  },
  'governance.guiding.policy': { labels: '(?:politica|plan) internacional (?:propi[oa]|de los actores)' },
  'governance.guiding.benefit': {
    labels: 'benefici[oa]s? (?:para|de) los actores',
    leads: 'los actores (?:ganan|se benefician (?:con|de)|ganarian)',
    extent: 'list',
  },
};

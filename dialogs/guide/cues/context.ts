import type { CueTable } from '../../../src/guide/cues.ts';
import { matching } from './finders.ts';

const AGENDA =
  '(?:agenda (?:de )?2030|(?:el )?(?:marco|acuerdo|protocolo) (?:de|del) (?:sendai|paris|milan)|sendai|acuerdo de paris|paris agreement|sendai framework|nueva agenda urbana|new urban agenda|pacto de milan|milan (?:urban food policy )?pact|agenda de (?:accion de )?adis abeba|addis ababa|beijing ?\\+? ?25|nueva agenda (?:de|para la) paz|new agenda for peace)';
const GOALS =
  '(?:los |el |the )?(?:ods|sdgs?|objetivos de desarrollo sostenible)\\s?:?(?: (?:son|el|los|numeros?|nos?\\.?))*\\s?\\d{1,2}(?:(?:\\s?[,y/]\\s?(?:y )?|,? (?:y|and|al?|,) |,? y (?:el )?(?:ods )?| (?:ods )?)(?:el )?(?:ods )?\\d{1,2}\\b(?! (?:millon|mil|hect|de \\p{L}|personas)))*';

/** Cues of alignment, governance, profile and the legal frame (steps 4 to 8). */
export const CONTEXT_CUES: CueTable = {
  'alignment.globalAgendas': {
    labels: '(?:agendas?(?: globales| global| internacionales)?|ods|sdgs?|global agendas)',
    leads:
      '(?:(?:nos )?aline(?:a|amos|ados|ado)(?: el plan)?|we follow|we align|aligned|le apunta(?:mos)?|aporta(?:mos)?|contribui(?:mos|r))(?: (?:con|a|al|with|to))(?= (?:el |la |los |las |the )?(?:ods|sdg|agenda|marco|acuerdo|objetivos|sendai|nueva|pacto|paris|beijing))',
    find: matching(
      `${GOALS}(?:,? (?:y|and|,) (?:el |la |con |the )*${AGENDA})*|\\b(?:el |la |con |the )*${AGENDA}(?:(?:,|,? y|,? and) (?:el |la |con |the )*${AGENDA})*`,
    ),
    extent: 'list',
  },
  'alignment.nationalInstruments': {
    labels: '(?:agenda nacional|instrumentos nacionales|national instruments)',
    find: matching(
      '\\b(?:(?:el |la |con |del |al )*(?:pnd|plan nacional de desarrollo|enci(?: 2023-2026)?|estrategia nacional de cooperacion(?: internacional)?|snci|sistema nacional de cooperacion(?: internacional)?|(?:directrices|lineamientos|politica) (?:de |de la )?cancilleria|national development plan|national cooperation strategy)\\b(?:,? y )?)+',
    ),
  },
  'alignment.localPlan': {
    labels:
      '(?:plan de desarrollo(?: municipal| local| distrital| departamental| territorial)?|agenda local|pdm|pdt|local development plan)',
    leads:
      '(?:(?:del|en el|con el) plan de desarrollo(?: municipal| local| distrital| departamental| territorial)?,?(?: (?:tomamos|apoyamos|vamos con|nos guiamos por))? (?:las? )?(?:lineas?|ejes?|programas?|pilares?)(?: (?:estrategic[oa]s?))?)',
    divides: true,
    extent: 'list',
  },
  'alignment.lifePlans': { labels: '(?:plan(?:es)? de (?:vida|etnodesarrollo))', extent: 'list' },
  'transversality.areas': {
    leads:
      '(?:participan|participaran|estaran|van a estar|entran|involucramos|involucra)(?= (?:a )?(?:la |las |el )?(?:secretarias?|areas?|planeacion|hacienda|salud|educacion|cultura|turismo|gobierno|desarrollo|deportes|agricultura|ambiente|infraestructura|obras)\\b)',
    labels:
      '(?:areas?(?: (?:involucradas|participantes|de gobierno))?|dependencias (?:involucradas|participantes)|secretarias(?: (?:involucradas|participantes))?|areas involved)',
    extent: 'list',
  },
  'transversality.coordinatingBody': {
    headings: '(?:instancia(?: coordinadora)?|comite coordinador|coordinacion|coordinating body)',
    leads:
      '(?:(?:lo |la |los |las )?(?:coordina|coordinara|articula)(?: todo)?)(?= (?:el|la|un|una) (?:comite|consejo|mesa|instancia|comision|junta))',
  },
  'governance.stakeholders': [
    { headings: '(?:actor|aliad[oa]|stakeholder)', extent: 'clause' },
    {
      labels:
        '(?:actores(?: (?:clave|principales|locales))?|aliad[oa]s(?: locales)?|partes interesadas|stakeholders|actors)',
      leads:
        '(?:(?:van a |deben |deberian )?(?:participar|estar)(?:an|ian)?|participan|(?:estan|tenemos) (?:de|como) actores|(?:como|de) actores (?:estan|tenemos|vemos|van)|los actores (?:que )?(?:van a participar|participan))\\s?:?(?= (?:la |el |los |las )?(?:camara|universidad|sena|cooperativa|asociacion|gremio|cabildo|comerciantes|juntas|fundacion|colegio|empresa|productores))',
      extent: 'list',
    },
  ],
  'governance.stakeholders.*.sector': {
    find: matching(
      '\\b(?:del |el )?sector (?<value>privado|publico|social|academico|internacional|cultural|empresarial|educativo|medios)\\b|(?<=, )(?<media>medios? de comunicacion)(?=[,.;])',
    ),
  },
  'governance.stakeholders.*.interest': {
    headings: '(?:interes|interest)',
    leads: '(?:le|les) interesa(?:n)?|(?:su|con) interes (?:es|en)|interested in',
  },
  'governance.stakeholders.*.motivation': {
    headings: '(?:motivacion|motivation)',
    leads: '(?:lo|la|los|las) (?:mueve|motiva)',
  },
  'governance.stakeholders.*.willingness': {
    headings: '(?:disposicion|voluntad|willingness)',
    find: matching(
      '\\b(?:con )?(?:disposicion|voluntad) (?:muy )?(?<value>alta|media|baja|alto|medio|bajo)\\b|\\b(?<en>high|medium|low) willingness\\b',
    ),
  },
  'governance.stakeholders.*.contribution': {
    headings: '(?:aportes?|contribution)',
    leads:
      '(?:(?:puede|pueden|podria|podrian|va a|van a) )?(?:aportar|aporta|aportan|aportaria|contribute|contributes)',
    extent: 'list',
  },
  'governance.participation': {
    headings: '(?:participacion(?: (?:ciudadana|de los actores))?|mecanismo de participacion|participation)',
    leads: '(?:los actores )?(?:participan|participaran) (?:en|mediante|a traves de|por medio de)',
  },
  'profile.antecedents': {
    labels: '(?:antecedentes?|experiencia(?:s)?(?: (?:internacional(?:es)?|previa))?|background)',
    leads:
      'de antecedentes,? (?:lo unico|solo|apenas)(?: que)? (?:hay|tenemos)(?: es)?|(?:ya )?(?:tenemos|tuvimos|firmamos|hicimos|existe|hubo|hay)(?= (?:un |una |el |en )?(?:hermanamiento|convenio (?:con|internacional)|intercambio con|proyecto con|mision|visita de|acuerdo de hermanamiento))|(?:ya )?(?:hemos (?:participado en|tenido|recibido|trabajado con)|participamos en|pertenecemos a|hacemos parte de)|we have (?:worked with|taken part in|had)|(?:de|como) antecedentes?,?(?: (?:lo unico que hay es|solo (?:hay|tenemos)|tenemos|hay|esta|traemos))?|(?:como|de) experiencia (?:tenemos|hay|esta)',
    divides: true,
    extent: 'list',
  },
  'profile.capacities': {
    labels: '(?:capacidad(?:es)?|capacities)',
    leads: '(?:de|en|como) capacidades?,?(?: (?:tenemos|hay|contamos con))?',
    divides: true,
    extent: 'list',
  },
  'profile.opportunities': {
    labels: '(?:oportunidad(?:es)?|opportunit(?:y|ies))',
    leads:
      'oportunidad(?:es)? (?:vemos|tenemos|hay) (?:una|dos|varias|un par)[,:]|(?:vemos|tenemos|hay) (?:una |la |como )?oportunidad(?:es)? (?:en|con|de|:)|(?:como |de )?oportunidad(?:es)? (?:vemos|tenemos|hay|esta|estan)(?: (?:una|dos|varias|un par)[,:])?',
    divides: true,
    extent: 'list',
  },
  'profile.needs': {
    labels: '(?:necesidad(?:es)?|needs)',
    leads:
      '(?:(?:aqui |aca |mire )?lo que (?:mas )?(?:nos )?(?:hace falta|falta|necesitamos) es|(?:nos )?(?:hace|hacen) (?:mucha )?falta|necesitamos(?! (?:saber|ayuda|que|un ejemplo|capacitacion|el plan|hacer))|nos faltan?|we need(?! to know))',
    divides: true,
    extent: 'list',
  },
  'profile.swot.strengths': { labels: '(?:fortalezas?|strengths?)', divides: true, extent: 'list' },
  'profile.swot.weaknesses': {
    labels: '(?:debilidad(?:es)?|weakness(?:es)?)',
    divides: true,
    extent: 'list',
  },
  'profile.swot.threats': { labels: '(?:amenazas?|threats?)', divides: true, extent: 'list' },
  'profile.narrative': {
    labels: '(?:narrativa(?: de ciudad| del territorio)?|relato|narrative)',
    extent: 'list',
  },
  'legal.actions': {
    labels: '(?:acciones? (?:legal(?:es)?|internacional(?:es)?|en el exterior)|acciones previstas)',
    extent: 'list',
  },
};

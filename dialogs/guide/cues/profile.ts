import type { CueTable } from '../../../src/guide/cues.ts';
import { findActions } from './find-actors.ts';

const SHARED_WITH =
  '(?:hermanamiento|convenio (?:con|internacional)|intercambio|proyecto con|pasantia|mision (?:a|de|con|tecnica|comercial)|visita de|acuerdo de hermanamiento|acuerdo con|alianza con|donacion de|cooperacion con)';

/** Shapes and phrases that an action abroad may hold. */
const WITH_ACTION = ['resources.legalBasis', 'projects.*.cooperationType', 'projects.*.partners'];
const WITH_ACTIONS = [...WITH_ACTION, 'profile.antecedents', 'legal.actions.*.authorisations'];

/** Cues of the profile and of what is to be done abroad with its norms (steps 7 and 8). */
export const PROFILE_CUES: CueTable = {
  'profile.antecedents': {
    labels:
      '(?:antecedentes?(?: internacional(?:es)?)?|experiencia(?:s)?(?: (?:internacional(?:es)?|previas?|en cooperacion))?|(?:international )?background)',
    leads: `de antecedentes,? (?:lo unico|solo|apenas)(?: que)? (?:hay|tenemos)(?: es)?|(?:ya |la alcaldia |el municipio )*(?:tenemos|tiene|tuvimos|firmamos|hicimos|existe|hubo|hay)(?= (?:ya )?(?:un |una |el |en |dos |tres )?${SHARED_WITH})|(?:ya )?(?:trabajamos|cooperamos) con(?= [^,.;]{2,40} (?:en|desde|hasta) (?:19|20))|(?:ya )?(?:en (?:19|20)\\d\\d )(?:hicimos|tuvimos|firmamos|recibimos)|somos (?:miembros|parte|socios) de|estamos en (?:la )?red|(?:ya )?(?:hemos (?:participado en|tenido|recibido|trabajado con|hecho)|participamos en|pertenecemos a|hacemos parte de|estuvimos en|fuimos a)|we have (?:worked with|taken part in|had|a sister)|(?:de|como) (?:antecedentes?|experiencia(?: internacional)?),?(?: (?:lo unico que hay es|solo (?:hay|tenemos)|tenemos|hay|esta|estan|traemos|contamos con))?`,
    divides: true,
    extent: 'list',
  },
  'profile.capacities': {
    labels: '(?:capacidad(?:es)?(?: (?:instaladas?|locales))?|capacities|capabilities)',
    leads:
      '(?:de|en|como) capacidad(?:es)?,?(?: (?:tenemos|hay|esta|estan|contamos con))?|lo que (?:si )?tenemos(?: es|:)|contamos con(?= (?:un |una |el |la )?(?:aeropuerto|puerto|universidad|sena|hospital|hotel|gente|personal|profesionales|terminal|zona franca|equipo tecnico))|we are good at|sabemos hacer|somos buenos (?:en|para)',
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
    labels: '(?:necesidad(?:es)?(?: (?:principales|prioritarias))?|needs)',
    leads: `(?:aqui |aca |mire )?lo que (?:mas )?(?:nos )?(?:hace falta|falta|necesitamos|se necesita)(?: es|:)|(?:nos )?(?:hace|hacen) (?:mucha )?falta|necesitamos(?! (?:saber|ayuda|que|un ejemplo|capacit|formacion|el plan|hacer|formular|empezar|elaborar|(?:la |el |una |un )?(?:autorizacion|permiso|aval|concepto)))|requerimos(?! capacit)|nos faltan?|necesidad(?:es)? (?:muchas|hay muchas|varias),? (?:pero )?(?:las (?:principales|mas urgentes|importantes) (?:son|serian)|sobre todo)|we (?:mostly )?(?:need|lack)(?! (?:to know|training))`,
    divides: true,
    extent: 'list',
  },
  'profile.swot.strengths': {
    labels: '(?:fortalezas?(?: principal(?:es)?)?|strengths?)',
    leads: '(?:de|como) fortalezas?,?(?: (?:tenemos|hay|vemos|esta|estan))?',
    divides: true,
    extent: 'list',
  },
  'profile.swot.weaknesses': {
    labels: '(?:debilidad(?:es)?(?: principal(?:es)?)?|weakness(?:es)?)',
    leads: '(?:de|como) debilidad(?:es)?,?(?: (?:tenemos|hay|vemos|esta|estan))?',
    divides: true,
    extent: 'list',
  },
  'profile.swot.opportunities': {
    labels: '(?:oportunidad(?:es)?|opportunit(?:y|ies))',
    divides: true,
    extent: 'list',
    beside: 'profile.swot',
  },
  'profile.swot.threats': {
    labels: '(?:amenazas?(?: principal(?:es)?)?|threats?)',
    leads: '(?:de|como) amenazas?,?(?: (?:tenemos|hay|vemos|esta|estan))?|nos amenazan?',
    divides: true,
    extent: 'list',
  },
  'profile.narrative': {
    labels:
      '(?:narrativa(?: de (?:la )?ciudad| del (?:territorio|municipio))?|relato(?: de (?:la )?ciudad)?|(?:city )?narrative)',
    leads:
      '(?:nos |al territorio lo )?(?:contamos|presentamos|describimos) como|queremos contar(?:nos)? como',
    extent: 'list',
  },
  'profile.positioning.positioning-q2': { labels: '(?:mala imagen|imagen que (?:queremos|hay que) cambiar)' },
  'profile.positioning.positioning-q3': {
    labels: 'imagen (?:que queremos (?:dar|proyectar|mostrar|tener)|deseada)',
    leads: '(?:queremos que )?(?:nos vean|nos reconozcan|nos conozcan) (?:como|por)',
  },
  'profile.positioning.positioning-q4': {
    leads: '(?:le )?podemos (?:ofrecer|ensenar)(?: (?:al mundo|a otros|a los demas))?',
    extent: 'list',
  },
  'legal.actions': [
    {
      labels:
        '(?:acciones (?:legal(?:es)?|internacional(?:es)?|en el exterior|juridicas|previstas)|international actions)',
      headings: 'acciones',
      extent: 'list',
      keeps: WITH_ACTIONS,
    },
    {
      headings: '(?:accion(?: (?:legal|internacional|en el exterior|\\d))?)',
      adds: true,
      keeps: WITH_ACTION,
    },
    { find: findActions },
  ],
  'legal.actions.*.authorisations': {
    labels:
      '(?:autorizacion(?:es)?(?: (?:previas?|necesarias?|requeridas?))?|permisos?(?: previos?)?|authori[sz]ations?)',
    leads:
      '(?:(?:para (?:eso|ello|lo que|lo cual) )?(?:se |nos )?(?:con |requiere |requieren |necesita(?:mos)? |(?:toca|hay que|debemos|vamos a) (?:pedir(?:le)?|tener|tramitar|solicitar) |hace falta |previa |falta |lo que se necesita |needs |requires )(?:la |el )?)(?=(?:autorizacion|permiso|aval|visto bueno|concepto|authori[sz]ation|approval)(?: previ[oa])? (?:del?|de la|al|from|of|by)\\b)',
    extent: 'list',
  },
  'legal.actions.*.contracting': {
    labels: '(?:quien (?:paga|firma)|contratacion|contratante)',
    leads:
      '(?:el contrato )?(?:lo|la) (?:paga|firma|financia)(?= (?:un |una |el |la )?(?:organismo|agencia|banco|bid|caf|gobierno|entidad|embajada|cooperante))',
  },
};

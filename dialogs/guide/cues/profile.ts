import type { CueTable } from '../../../src/guide/cues.ts';
import { findActions } from './find-actors.ts';
import { findNorms } from './find-norms.ts';
import { matching } from './finders.ts';

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
    leads: '(?:de|como) fortalezas?,?(?: (?:lo que )?(?:tenemos|hay|vemos|esta|estan)(?: es)?)?',
    divides: true,
    extent: 'list',
  },
  'profile.swot.weaknesses': {
    labels: '(?:debilidad(?:es)?(?: principal(?:es)?)?|weakness(?:es)?)',
    leads: '(?:de|como) debilidad(?:es)?,?(?: (?:lo que )?(?:tenemos|hay|vemos|esta|estan)(?: es)?)?',
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
    leads: '(?:de|como) amenazas?,?(?: (?:lo que )?(?:tenemos|hay|vemos|esta|estan)(?: es)?)?|nos amenazan?',
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
  'profile.positioning.positioning-q1': {
    leads:
      '(?:nos |le )?(?:conviene|convendria|interesa) (?:incidir|influir|hacernos sentir|que incidamos|que nos metamos|meternos|tener voz)(?: en)?|(?:queremos|debemos|hay que|vamos a) (?:incidir|influir|tener voz) en|(?:donde|en donde) (?:conviene|hay que|queremos) incidir es(?: en)?',
    extent: 'list',
  },
  'profile.positioning.positioning-q2': {
    labels: '(?:mala imagen|imagen que (?:queremos|hay que) cambiar)',
    find: matching(
      '(?<=^|[.;]\\s*(?:y )?|, y )(?<value>(?:(?!, y (?:de|como|a) )[^.;])*?\\b(?:mala imagen|imagen (?:muy |tan |bien )?(?:mala|negativa|fea|distorsionada|equivocada)|mala fama|(?:nos|lo|la|los) (?:ven|tienen|conocen|asocian|recuerdan|relacionan) (?:todavia |aun |solo |afuera )*(?:como|por|con) (?:pueblo |tierra |zona |municipio |territorio )?(?:de )?(?:la |el |los )?(?:violen|peligro|guerra|coca|narco|conflicto|masacre))(?:(?!, y (?:de|como|a) |; )[^.;])*)',
    ),
  },
  'profile.positioning.positioning-q3': {
    labels:
      'imagen (?:que (?:se )?(?:nos )?(?:queremos|quiere|buscamos)(?: (?:dar|proyectar|mostrar|tener))(?: (?:afuera|hacia afuera|en el exterior|al mundo|al exterior))?|deseada|a proyectar)',
    leads:
      '(?:queremos|buscamos|la idea es|aspiramos a) que (?:[^\\s,.;:]+ ){0,4}?(?:nos|lo|la) (?:vean|reconozcan|conozcan|recuerden|miren|identifiquen) (?:como|por)|(?:nos vean|nos reconozcan|nos conozcan) (?:como|por)|(?:queremos|buscamos) (?:proyectar|mostrar|dar)(?: (?:afuera|al mundo|en el exterior))? (?:la|una) imagen de',
  },
  'profile.positioning.positioning-q4': {
    leads:
      '(?:lo que )?(?:(?:este|el|nuestro) (?:territorio|municipio|pueblo|departamento) )?(?:le )?(?:podemos (?:ofrecer|ensenar|aportar|mostrar)(?:le)?|puede (?:aportar|ofrecer|ensenar)(?:le)?|aportamos|aporta|ofrecemos|ofrece)(?= (?:al mundo|a la comunidad internacional|a otr[oa]s|a los demas))(?: (?:al mundo|a la comunidad internacional|a otr[oa]s(?: (?:paises|ciudades|municipios))?|a los demas))(?: es| son)?|(?:le )?podemos (?:ofrecer|ensenar)',
    extent: 'list',
  },
  'profile.positioning.positioning-q5': {
    labels:
      '(?:experiencias? exitosas?|campos? de excelencia|buenas practicas)(?: (?:pa|para|por)(?: (?!es\\b|son\\b)[^\\s,.;:]+){1,5}?)?',
    leads:
      '(?:somos (?:fuertes|excelentes|los mejores) en|(?:convendria|conviene|vale la pena|podemos|queremos) (?:promocionar|mostrar)(?: hacia)? (?:afuera|al mundo|hacia afuera))',
    extent: 'list',
  },
  'profile.positioning.positioning-q6': {
    labels:
      'oportunidad(?:es)? de posicionamiento(?: (?:que|para|por)(?: (?!es\\b|son\\b)[^\\s,.;:]+){1,5}?)?',
    leads:
      '(?:nos queremos|queremos|vamos a|podemos|hay que) (?:posicionarnos (?:aprovechando|con)|aprovechar(?= la (?:cop|feria|cumbre|copa|bienal)))',
    extent: 'list',
  },
  'profile.positioning.positioning-q7': {
    leads:
      '(?:y )?al? (?:sector (?:productivo|privado|empresarial|servicios)(?: y de servicios)?|los (?:empresarios|productores|gremios|comerciantes|exportadores)|las empresas|l[oa]s emprendedor[ea]s)(?: (?:del|de la|de los|locales)(?: [^\\s,.;]+)?)?,? (?:(?:lo|los|las|la|le|les) )?(?:vamos a (?:acompanar|apoyar|ayudar)|queremos (?:acompanar|apoyar)|acompana\\p{L}+|apoya\\p{L}+|ayuda\\p{L}+)(?: (?:en|a|para) (?:su |la |el |que )?(?:(?!con\\b)[^\\s,.;]+ ?){1,5}?(?= con\\b))?',
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
    { find: findActions, peek: findNorms },
  ],
  'legal.actions.*.authorisations': {
    labels:
      '(?:autorizacion(?:es)?(?: (?:previas?|necesarias?|requeridas?))?|permisos?(?: previos?)?|authori[sz]ations?)',
    leads:
      '(?:(?:para (?:eso|ello|lo que|lo cual) )?(?:se |nos )?(?:con|requiere|requieren|necesita(?:mos)?|(?:toca|hay que|debemos|vamos a) (?:pedir(?:le)?|tener|tramitar|solicitar)|hace falta|previa|previo|falta|lo que se necesita|needs|requires))(?: (?:la|el|una|un))?(?= (?:autorizacion|permiso|aval|visto bueno|concepto|authori[sz]ation|approval)(?: previ[oa])? (?:del?|de la|al|from|of|by)\\b)',
    extent: 'list',
  },
  'legal.actions.*.contracting': {
    labels: '(?:quien (?:paga|firma)|(?:regimen de )?contratacion|contratante)',
    find: matching(
      '\\b(?:se contrata|contrataremos|se contratara|la contratacion (?:es|va|sera|se hace)|el contrato (?:es|va|se rige|se hace|sera)|se rige)\\b[^.;]*?\\b(?<value>banco multilateral|organismo multilateral|mas de la mitad|menos de la mitad|mas del? \\d{1,2} ?%|menos del? \\d{1,2} ?%|recursos (?:propios|nacionales)|(?:entidad|gobierno|ciudad) extranjer[oa])',
    ),
    leads:
      '(?:el contrato )?(?:lo|la) (?:paga|firma|financia)(?= (?:un |una |el |la )?(?:organismo|agencia|banco|bid|caf|gobierno|entidad|embajada|cooperante))',
  },
};

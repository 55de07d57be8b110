import type { CueTable } from '../../../src/guide/cues.ts';
import { findAxes, findAxisAmounts, findAxisGoals, findLaterAmounts } from './find-axes.ts';
import { findBudgets } from './find-budgets.ts';
import { findAxesTold, findAxisNames } from './find-names.ts';
import { matching } from './finders.ts';

const COUNT = '(?:(?:dos|tres|cuatro|cinco|seis|\\d|two|three|four|five) )?';
const TODAY =
  '(?:pasar(?:a|emos)? de|pasa de|pase de|cambio: de|hoy (?:estamos|tenemos|hay|somos|(?=la |el |los |las |no ))|move from|go from)';

/** Cues of the vision and the strategic axes (step 9). */
export const STRATEGY_CUES: CueTable = {
  'strategy.vision': {
    find: matching(
      '(?<=^|[.;\\n]\\s*)(?:para|en|al|hacia|by|in) (?:el )?(?:ano )?20[3-9]\\d,? (?:seremos|queremos ser|sera|el municipio sera|nuestro municipio sera|we will be|we want to be) [^.;]+',
    ),
    labels:
      '(?:vision(?: (?:general|del plan|del municipio|(?:a|para|al|en) (?:el )?(?:ano )?20\\d\\d|20\\d\\d))?)(?! del eje)',
    leads:
      '(?:nos|lo|la) (?:vemos|imaginamos|sonamos)(?: (?:en|para|al) (?:el )?(?:19|20)\\d\\d)?(?: como)?|sonamos con|we see ourselves as|we dream of',
    extent: 'list',
  },
  'strategy.axes': [
    { find: (_, __, whole) => findAxesTold(whole), names: findAxisNames, adds: true },
    { find: findAxes },
    {
      labels: `(?:${COUNT}(?:ejes|lineas estrategicas|frentes|pilares)(?: (?:estrategicos|del plan|de trabajo))?(?:,? a saber)?|axes|(?:strategic )?axes)`,
      leads: `(?:(?:tenemos|seran|serian|quedan|son|habra|vamos con|trabajaremos|escogimos|definimos|proponemos|the|our|we have) )+(?:en |los |las |por )?${COUNT}(?:ejes|frentes|pilares|lineas estrategicas|strategic axes|axes)(?: estrategicos)?\\s?:?`,
      extent: 'list',
    },
    {
      headings:
        '(?<!\\b(?:del|al|para el|en el|of|for) )(?:(?:nuevo |otro )?eje(?: (?:nuevo|adicional|estrategico|uno|dos|tres|cuatro|\\d))?|(?:new )?axis(?: \\d)?)',
      adds: true,
    },
    {
      find: matching('(?<=[;.?\\n]\\s*|,\\s)(?:y )?\\d[).] ?(?<value>[^,;.:(¿\\n]{3,60})'),
      within: 'ejes',
      adds: true,
    },
    {
      find: matching(
        '(?<=^|[,;.\\n] ?(?:y )?)(?:el )?eje \\d,? (?:es |sera |seria )?(?<value>(?!(?:es|tiene|busca|va|con|hay|para|reto|el reto|desafio|se|lo|que|hoy|queremos|objetivo)\\b)\\p{L}[^,;.:]{2,50})',
      ),
      adds: true,
    },
    {
      find: matching(
        '(?<=^|[.;\\n]\\s*|- )(?:el )?(?:eje|axis) (?!(?:nuevo|adicional|estrategico|uno|dos|tres|cuatro|\\d)\\b)(?:de |[«"])?(?<value>[^,.:;«»"]{3,50})[»"]?:',
      ),
      adds: true,
    },
  ],
  'strategy.axes.*.challengeQuestion': {
    labels: '(?:retos?(?: del eje)?|pregunta del reto|challenge question)',
    leads: '(?:con|tiene|y) (?:el|como|un) reto(?: de)?',
    extent: 'list',
  },
  'strategy.axes.*.challenge': { labels: '(?:desafios?(?: del eje)?|challenge)', extent: 'list' },
  'strategy.axes.*.change.from': [
    {
      labels: 'situacion (?:actual|de hoy)|vision de cambio(?: del eje(?: \\d)?)?|vision del eje(?: \\d)?',
      leads: `(?:queremos |vamos a |we want to )?${TODAY}(?! \\d)`,
    },
    { leads: `(?:vision de cambio(?: del eje(?: \\d)?)?:? )?${TODAY}`, within: 'eje|axis|cambio|change' },
  ],
  'strategy.axes.*.change.to': [
    {
      labels: 'situacion (?:deseada|futura|esperada)',
      leads:
        '(?:a (?=ser |tener |un |una |que |\\d)|hacia|llegar a|y queremos (?:que (?:sea|haya|tenga|en (?:19|20)\\d\\d (?:sea|haya))|llegar a|tener|ser)|to (?=be |have |a |an ))',
      within: TODAY,
    },
    { leads: 'a', within: '(?:pas(?:ar|ara|aremos|a|e) de|cambio: de)' },
    { leads: 'to', within: '(?:move|go) from' },
  ],
  'strategy.axes.*.objectives': [
    { labels: 'objetivos?(?: general| especificos?)? del eje', extent: 'list', withLabel: true },
    {
      labels:
        '(?:objetivos?(?: (?:generales|general|especificos?))?|especificos?|(?:general |specific )?objectives?)',
      extent: 'list',
      within: 'eje|axis',
      withLabel: true,
    },
  ],
  'strategy.axes.*.agendas': { peek: findAxisGoals },
  'strategy.axes.*.budget': [
    {
      labels: 'presupuesto del eje(?: \\d)?,?',
      find: findBudgets,
      within: '(?<!ods.{0,20})\\beje (?!\\d[,.])',
    },
    { find: findLaterAmounts, peek: findAxisAmounts },
  ],
};

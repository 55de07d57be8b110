import { sameName } from '../../../src/guide/describe.ts';
import type { GLOBAL_AGENDAS } from '../../../src/plan/terms.ts';

type Agenda = (typeof GLOBAL_AGENDAS)[number];

/** What a need, an axis or a project may be about, and what fits it. */
export interface Theme {
  /** Its words stand under `draft.theme.<id>.name | do | state | who | measure | risk | mitigation | area`. */
  id: string;
  /** On folded words, with their endings open: Spanish and English. */
  words: RegExp;
  sdgs: readonly number[];
  agendas: readonly Agenda[];
  /** Networks of cities that the guide names, as it names them. */
  networks: readonly string[];
  /** Of the guide's 64 indicators. */
  indicators: readonly string[];
}

const theme = (
  id: string,
  words: string,
  fits: { sdgs: number[]; agendas?: Agenda[]; networks?: string[]; indicators?: string[] },
): Theme => ({
  id,
  words: new RegExp(`\\b(?:${words})`),
  sdgs: fits.sdgs,
  agendas: ['agenda-2030', ...(fits.agendas ?? [])],
  networks: fits.networks ?? [],
  indicators: fits.indicators ?? [],
});

/** The themes, in the order in which they are told. */
export const THEMES: readonly Theme[] = [
  theme('water', 'agua|acueduct|saneamiento|alcantarillad|potable|residual|water|sanitation|sewer', {
    sdgs: [6],
    networks: ['ICLEI'],
    indicators: ['multilateral-2', 'decentralised-cooperation-3'],
  }),
  theme(
    'risk',
    'riesgos? de desastre|desastre|inundaci|sequia|deslizamiento|huracan|derrumbe|emergencias?\\b|disaster|flood|drought|landslide',
    {
      sdgs: [11, 13],
      agendas: ['sendai'],
      networks: ['Resilient Cities Network'],
      indicators: ['multilateral-2', 'decentralised-cooperation-6'],
    },
  ),
  theme(
    'climate',
    'clima\\b|climatic|carbono|emision|energia|solar\\b|renovable|climate|carbon\\b|energy|renewable',
    {
      sdgs: [7, 13],
      agendas: ['paris'],
      networks: ['ICLEI', 'Pacto Mundial de Alcaldes'],
      indicators: ['multilateral-1', 'multilateral-2'],
    },
  ),
  theme(
    'nature',
    'biodivers|ambient|bosque|manglar|paramo|humedal|cienaga|restaura|conserva|reciclaj|residuos|reforest|naturaleza|selva|environment|forest|mangrove|wetland|nature|wildlife|waste\\b',
    {
      sdgs: [15, 13],
      agendas: ['paris'],
      networks: ['Red de BiodiverCiudades de América Latina y el Caribe', 'ICLEI'],
      indicators: ['multilateral-2', 'decentralised-cooperation-3'],
    },
  ),
  theme('tourism', 'turis|visitante|aves\\b|avistamiento|hotel|tour|visitors?\\b|birds?\\b|birding', {
    sdgs: [8, 12],
    networks: ['Red de Destinos Turísticos Inteligentes (Red DTI)'],
    indicators: ['economic-3', 'economic-4', 'positioning-2'],
  }),
  theme(
    'trade',
    'cafe\\b|cacao|export|mercado|comprador|queso|artesan|product(?:o|or|iv)|agroindustr|campo\\b|comerci|inversi|emprend|empresa|coffee|cocoa|market|trade|buyer|farm|invest|business|entrepreneur',
    {
      sdgs: [8, 9],
      networks: ['Mercociudades'],
      indicators: ['economic-13', 'economic-8', 'economic-10'],
    },
  ),
  theme('food', 'aliment|hambre|nutric|semilla|huerta|pesca|food|hunger|nutrition|seeds?\\b|fish', {
    sdgs: [2],
    agendas: ['milan'],
    networks: ['ICLEI'],
    indicators: ['multilateral-2', 'decentralised-cooperation-7'],
  }),
  theme('jobs', 'emple|trabajo decente|joven|jovenes|juventud|jobs?\\b|employment|youth|young', {
    sdgs: [8, 4],
    networks: ['Mercociudades'],
    indicators: ['decentralised-cooperation-3', 'economic-16'],
  }),
  theme(
    'education',
    'educa|escuela|colegio|biling|ingles|universi|estudiant|formacion|school|teach|education|training|english|student',
    {
      sdgs: [4],
      networks: ['Asociación Internacional de Ciudades Educadoras', 'Ciudades del Aprendizaje de la UNESCO'],
      indicators: ['academic-2', 'academic-4', 'academic-1'],
    },
  ),
  theme('health', 'salud|hospital|medic|health|nurs', {
    sdgs: [3],
    networks: ['Mercociudades'],
    indicators: ['decentralised-cooperation-3', 'multilateral-2'],
  }),
  theme('culture', 'cultur|music|carnaval|festival|patrimonio|arte\\b|danza|heritage|carnival|arts?\\b', {
    sdgs: [11, 4],
    networks: ['Ciudades Creativas de la UNESCO', 'Red IberCultura Viva de Ciudades y Gobiernos locales'],
    indicators: ['academic-7', 'academic-4', 'academic-5'],
  }),
  theme('women', 'mujer|genero|women|gender|girls?\\b', {
    sdgs: [5],
    agendas: ['beijing-25'],
    networks: ['City Hub and Network for Gender Equity (RED CHANGE)'],
    indicators: ['decentralised-cooperation-3', 'multilateral-2'],
  }),
  theme(
    'peace',
    'paz\\b|victima|reconcilia|convivencia|violencia|seguridad (?:ciudadana|publica|humana)|peace|victims?\\b|violence',
    {
      sdgs: [16],
      agendas: ['new-agenda-for-peace'],
      networks: ['Peace in our Cities'],
      indicators: ['multilateral-2', 'decentralised-cooperation-7'],
    },
  ),
  theme(
    'border',
    'frontera|fronteriz|binacional|migra|ecuador|venezuela|panama\\b|peru\\b|brasil|diaspora|border|neighbou?r',
    {
      sdgs: [10, 17],
      networks: ['Mercociudades'],
      indicators: ['decentralised-cooperation-4', 'migration-5', 'management-1'],
    },
  ),
  theme('digital', 'digital|tecnolog|innova|internet|conectividad|tic\\b|technolog|connectiv', {
    sdgs: [9],
    networks: ['GovTech LATAM Innovación Abierta'],
    indicators: ['economic-16', 'decentralised-cooperation-3'],
  }),
  theme(
    'city',
    'vivienda|urban|movilidad|vias?\\b|transporte|espacio publico|parque\\b|ordenamiento|housing|mobility|roads?\\b|transport',
    {
      sdgs: [11],
      agendas: ['nau'],
      networks: ['Centro Iberoamericano de Desarrollo Estratégico Urbano'],
      indicators: ['economic-15', 'multilateral-4'],
    },
  ),
  theme('funding', 'fondos?\\b|financi|recursos\\b|credito|regalias|funds?\\b|funding|finance', {
    sdgs: [17],
    agendas: ['addis-ababa'],
    networks: ['Ciudades y Gobiernos Locales Unidos'],
    indicators: ['multilateral-4', 'multilateral-5'],
  }),
];

/** The themes that texts speak of, the one most spoken of first. */
export function themesOf(texts: readonly (string | undefined)[]): Theme[] {
  const folded = texts.flatMap((text) => (text === undefined ? [] : [sameName(text)]));
  return THEMES.map((one) => ({ one, times: folded.filter((text) => one.words.test(text)).length }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times)
    .map(({ one }) => one);
}

/** Agendas and goals of some themes, in their order, each once. */
export function agendasOf(themes: readonly Theme[]): { agendas: Agenda[]; sdgs: number[] } {
  return {
    agendas: [...new Set(themes.flatMap(({ agendas }) => agendas))],
    sdgs: [...new Set(themes.flatMap(({ sdgs }) => sdgs))].sort((a, b) => a - b),
  };
}

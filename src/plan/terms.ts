/**
 * The closed vocabularies of the plan. Ids are stable: they are stored in plans, so renaming one needs a
 * migration. What each is called in Spanish and English stands in
 * `dialogs/locales/<language>/guide.json` under `guide.term.<list>.<id>`.
 */
export const ENTITY_KINDS = [
  'municipality',
  'district',
  'department',
  'metropolitan-area',
  'indigenous-territory',
  'association',
] as const;
export const MUNICIPAL_CATEGORIES = ['special', '1', '2', '3', '4', '5', '6'] as const;

/** The guide's five reasons to go international (chapter 1, table RAZONES / OBJETIVOS). */
export const REASONS = ['positioning', 'exchange', 'institutional', 'solidarity', 'funds'] as const;
export const FORMAL_ACTS = ['decree', 'agreement', 'ordinance', 'resolution', 'none'] as const;

/** Global agendas of chapter 1. */
export const GLOBAL_AGENDAS = [
  'agenda-2030',
  'sendai',
  'paris',
  'nau',
  'milan',
  'addis-ababa',
  'beijing-25',
  'new-agenda-for-peace',
] as const;
/** National instruments of chapter 3. */
export const NATIONAL_INSTRUMENTS = ['pnd', 'enci', 'foreign-ministry', 'snci'] as const;

/** The guide's seven sectors of stakeholders (chapter 3, governance table). */
export const SECTORS = [
  'social',
  'private',
  'international',
  'academic',
  'media',
  'other-governments',
  'local-government',
] as const;
export const WILLINGNESS = ['high', 'medium', 'low', 'unknown'] as const;

/** Who pays for or signs a contract, as the contracting decision tells them apart. */
export const CONTRACTING_PARTIES = [
  'multilateral-credit',
  'foreign-public-body',
  'cooperation-body-half-or-more',
  'cooperation-body-under-half',
  'national',
] as const;

/** Dimensions of chapter 2: kinds of cooperation, and competition. */
export const DIMENSIONS = [
  'bilateral',
  'multilateral',
  'north-south',
  'south-south',
  'triangular',
  'development',
  'competition',
] as const;
export const COOPERATION_TYPES = ['technical', 'financial', 'both'] as const;
export const MILESTONE_STATES = ['planned', 'on-track', 'delayed', 'done', 'dropped'] as const;
export const INDICATOR_NATURES = ['management', 'outcome'] as const;

/** The seven groups of the guide's 64 quantitative indicators, in the order of Anexo I: 16, 8, 6, 10, 11, 6 and 7. */
export const INDICATOR_GROUPS = [
  'economic',
  'academic',
  'migration',
  'management',
  'decentralised-cooperation',
  'multilateral',
  'positioning',
] as const;

/** The guide's four obstacles to measuring and the four challenges of Colombian cities (chapter 4). */
export const MEASUREMENT_OBSTACLES = ['no-data', 'no-diagnosis', 'temporality', 'attribution'] as const;
export const EVALUATION_CHALLENGES = ['coordination', 'continuity', 'records', 'culture'] as const;

/** The six planning approaches of chapter 4. */
export const APPROACHES = [
  'alignment',
  'utility',
  'resources',
  'transversality',
  'governance',
  'temporality',
] as const;
/** The sixteen qualitative criteria of Anexo I, in its order. */
export const CRITERIA = [
  'planning',
  'local-alignment',
  'sdg-focus',
  'efficiency',
  'effectiveness',
  'governance',
  'transparency',
  'communication',
  'advocacy',
  'inclusion',
  'sustainability',
  'installed-capacity',
  'innovation',
  'replicability',
  'scalability',
  'monitoring',
] as const;
export const VERDICTS = ['met', 'missing', 'not-yet'] as const;

/** What is answered on each question of a practice that is evaluated; `pending` is not known yet. */
export const PRACTICE_VERDICTS = ['yes', 'partly', 'no', 'not-applicable', 'pending'] as const;

import { sameName } from '../../../src/guide/describe.ts';
import type { SECTORS } from '../../../src/plan/terms.ts';
import { chunks, prose, type Rule, sentence } from './compose.ts';
import { factsOf } from './facts.ts';
import { planThemes } from './plan-facts.ts';

type Sector = (typeof SECTORS)[number];

/** A typical stakeholder: its sector, and for which themes it fits; without themes it always does. */
interface Typical {
  key: string;
  sector: Sector;
  themes?: readonly string[];
  border?: true;
  indigenous?: true;
  kinds?: readonly string[];
}

/** Generic roles in the guide's seven sectors (chapter 3), never names: those only the official knows. */
export const TYPICAL: readonly Typical[] = [
  { key: 'private.producers', sector: 'private', themes: ['trade', 'food', 'jobs', 'nature'] },
  { key: 'private.tourism', sector: 'private', themes: ['tourism', 'culture'] },
  { key: 'private.chamber', sector: 'private' },
  { key: 'social.migrants', sector: 'social', border: true },
  { key: 'social.women', sector: 'social', themes: ['women', 'jobs', 'peace', 'food', 'education'] },
  { key: 'social.indigenous', sector: 'social', indigenous: true },
  { key: 'social.juntas', sector: 'social' },
  { key: 'academic.universities', sector: 'academic' },
  { key: 'academic.schools', sector: 'academic', themes: ['jobs', 'education', 'tourism', 'digital'] },
  { key: 'international.consulates', sector: 'international', border: true },
  { key: 'international.agencies', sector: 'international' },
  { key: 'other-governments.ministry', sector: 'other-governments' },
  {
    key: 'other-governments.department',
    sector: 'other-governments',
    kinds: ['municipality', 'district', 'metropolitan-area', 'indigenous-territory', 'association'],
  },
  { key: 'media.radio', sector: 'media' },
  { key: 'local-government.council', sector: 'local-government', kinds: ['municipality', 'district'] },
  { key: 'local-government.assembly', sector: 'local-government', kinds: ['department'] },
];

/** One typical stakeholder of each sector that has none yet, those that fit the plan's themes first. */
const stakeholders: Rule = (ctx) => {
  const { plan } = ctx;
  const facts = factsOf(ctx);
  const themes = new Set(planThemes(plan).map(({ id }) => id));
  const present = new Set(plan.governance.stakeholders?.map(({ sector }) => sector));
  const fitting = TYPICAL.filter(
    (one) =>
      (one.themes?.some((id) => themes.has(id)) ?? true) &&
      (!one.border || plan.entity.borderZone === true) &&
      (!one.indigenous ||
        plan.entity.kind === 'indigenous-territory' ||
        plan.alignment.lifePlans !== undefined) &&
      (one.kinds?.includes(plan.entity.kind ?? 'municipality') ?? true),
  );
  const first = fitting.filter(
    ({ sector }, at) => !present.has(sector) && fitting.findIndex((one) => one.sector === sector) === at,
  );
  const rest = fitting.filter((one) => !first.includes(one));
  if (plan.entity.kind === undefined && themes.size === 0)
    return { proposals: [], lacks: ['entity.kind', 'profile.needs'] };
  const known = (plan.governance.stakeholders ?? []).map(({ name }) => sameName(name));
  const told = (some: readonly Typical[]) =>
    some
      .map(({ key }) => sentence(`stakeholder.${key}`, facts, ctx))
      .filter((name) => !known.some((one) => sameName(name ?? '').includes(one)));
  const proposals = [told(first), told(rest)].flatMap((some) => chunks(some, 7, []).proposals);
  return { proposals, lacks: [] };
};

const STAKEHOLDER = 'governance.stakeholders.*';

/** Proposals of step 6. */
export const GOVERNANCE_DRAFTS: Readonly<Record<string, Rule>> = {
  'governance.stakeholders': stakeholders,
  [`${STAKEHOLDER}.interest`]: prose(['interest.<sector>']),
  [`${STAKEHOLDER}.motivation`]: prose(['motivation.<sector>']),
  [`${STAKEHOLDER}.contribution`]: prose(['contribution.<sector>']),
  'governance.participation': prose(
    ['participation.1', 'participation.axes', 'participation.answer'],
    ['participation.2'],
  ),
  'governance.guiding.participation': prose(['guiding.participation.1'], ['guiding.participation.2']),
  'governance.guiding.contribution': prose(['guiding.contribution.1', 'guiding.contribution.detail']),
  'governance.guiding.benefit': prose(
    ['guiding.benefit.1', 'guiding.benefit.projects'],
    ['guiding.benefit.2', 'guiding.benefit.projects'],
  ),
};

import { contractingOf } from './contracting.ts';

/** What is known of an intended action or of the plan; ids are those of the plan's vocabularies. */
export interface LegalFacts {
  /** `department` gets the departments' own base; every other kind the municipalities'. */
  entityKind?: string | undefined;
  borderZone?: boolean | undefined;
  reasons?: readonly string[] | undefined;
  dimensions?: readonly string[] | undefined;
  /** Rows of the contracting table that the plan's actions name. */
  contracting?: readonly string[] | undefined;
  hasBudget?: boolean | undefined;
}

/** One point of the legal framework: why it applies, and the norms that carry it, the leading one first. */
export interface LegalPoint {
  topic:
    | 'base-municipality'
    | 'base-department'
    | 'limit'
    | 'border'
    | 'cooperation'
    | 'contracting'
    | 'integration'
    | 'system';
  /** For `contracting`: the row of the table. */
  party?: string;
  norms: readonly string[];
}

/** Dimensions and reasons that bring in money or know-how of others. */
const COOPERATION = new Set([
  'bilateral',
  'multilateral',
  'north-south',
  'south-south',
  'triangular',
  'development',
]);
const COOPERATION_REASONS = new Set(['funds', 'exchange', 'solidarity']);
const INTEGRATION = new Set(['multilateral', 'south-south', 'triangular']);

/**
 * The norms that bear on a plan (guide, chapter 3 «Marco normativo»; border entities as the article of c. 2010 dates
 * it), in the order they are told: what enables the territory, its limit, and what each intended action adds.
 */
export function adviseNorms(facts: LegalFacts): LegalPoint[] {
  const { entityKind, borderZone, reasons = [], dimensions = [], contracting = [], hasBudget } = facts;
  const points: LegalPoint[] = [
    entityKind === 'department'
      ? {
          topic: 'base-department',
          norms: ['constitucion-art-287', 'constitucion-art-298', 'constitucion-art-226'],
        }
      : {
          topic: 'base-municipality',
          norms: ['constitucion-art-287', 'constitucion-art-311', 'constitucion-art-226'],
        },
    { topic: 'limit', norms: ['constitucion-art-189'] },
  ];
  if (borderZone) {
    points.push({ topic: 'border', norms: ['ley-191-1995', 'constitucion-art-289', 'constitucion-art-337'] });
  }
  const rows = contracting.flatMap((party) => contractingOf(party) ?? []);
  for (const { party, norms } of rows) points.push({ topic: 'contracting', party, norms });
  const cooperates =
    hasBudget === true ||
    reasons.some((reason) => COOPERATION_REASONS.has(reason)) ||
    dimensions.some((dimension) => COOPERATION.has(dimension));
  if (cooperates) {
    if (rows.length === 0) {
      points.push({
        topic: 'cooperation',
        norms: ['ley-1150-2007-art-20', 'decreto-1510-2013-art-157', 'ley-80-1993'],
      });
    }
    points.push({ topic: 'system', norms: ['decreto-603-2022'] });
  }
  if (dimensions.some((dimension) => INTEGRATION.has(dimension))) {
    points.push({ topic: 'integration', norms: ['constitucion-art-227'] });
  }
  return points;
}

import { z } from 'zod';
import { LastChange, Provenance } from './origin.ts';
import * as terms from './terms.ts';
import { Id, Money, Name, Person, PlanDate, Statements, Text, YearSpan } from './values.ts';

/** Version of the plan's shape. A change of shape raises it and adds a migration. */
export const PLAN_VERSION = 1;

const Entity = z.object({
  name: Name.optional(),
  kind: z.enum(terms.ENTITY_KINDS).optional(),
  department: Name.optional(),
  population: z.number().int().positive().max(60_000_000).optional(),
  category: z.enum(terms.MUNICIPAL_CATEGORIES).optional(),
  borderZone: z.boolean().optional(),
  governmentPeriod: YearSpan.optional(),
  contactUnit: Text.optional(),
});

const Reason = z.object({
  id: z.enum(terms.REASONS),
  /** Ids of the guide's objectives under this reason (`knowledge/guide/reasons.json`). */
  objectives: z.array(Id).default([]),
  other: Text.optional(),
});

const Commitment = z.object({
  supported: z.boolean().optional(),
  sponsor: Person.optional(),
  formalAct: z.object({ kind: z.enum(terms.FORMAL_ACTS), reference: Text.optional() }).optional(),
  governmentPlan: Text.optional(),
});

const Resources = z.object({
  leadUnit: Text.optional(),
  hasInternationalOffice: z.boolean().optional(),
  legalBasis: Text.optional(),
  head: Person.optional(),
  team: z
    .object({ size: z.number().int().nonnegative().max(10_000).optional(), detail: Text.optional() })
    .optional(),
  languages: Statements.optional(),
  budget: Money.optional(),
  budgetYears: YearSpan.optional(),
  training: Text.optional(),
});

const Alignment = z.object({
  globalAgendas: z.array(z.enum(terms.GLOBAL_AGENDAS)).optional(),
  sdgs: z.array(z.number().int().min(1).max(17)).optional(),
  nationalInstruments: z.array(z.enum(terms.NATIONAL_INSTRUMENTS)).optional(),
  localPlan: Statements.optional(),
  lifePlans: Text.optional(),
});

const Transversality = z.object({
  areas: z.array(z.object({ id: Id, name: Name, liaison: Text.optional() })).optional(),
  coordinatingBody: Text.optional(),
});

const Stakeholder = z.object({
  id: Id,
  name: Name,
  sector: z.enum(terms.SECTORS).optional(),
  interest: Text.optional(),
  motivation: Text.optional(),
  willingness: z.enum(terms.WILLINGNESS).optional(),
  contribution: Text.optional(),
});
const Governance = z.object({
  stakeholders: z.array(Stakeholder).optional(),
  participation: Text.optional(),
  /** Neiva's four guiding questions (chapter 4), answered for the stakeholders together. */
  guiding: z
    .object({ policy: Text, participation: Text, contribution: Text, benefit: Text })
    .partial()
    .optional(),
});

const Profile = z.object({
  antecedents: Statements.optional(),
  capacities: Statements.optional(),
  opportunities: Statements.optional(),
  needs: Statements.optional(),
  swot: z
    .object({ strengths: Statements, weaknesses: Statements, opportunities: Statements, threats: Statements })
    .partial()
    .optional(),
  /** Answers to chapter 2's seven positioning questions, by their id (`positioning-q1` to `-q7`). */
  positioning: z.record(Id, Text).optional(),
  narrative: Text.optional(),
});

const LegalAction = z.object({
  id: Id,
  action: Text,
  /** Ids of norms of `knowledge/norms.json`. */
  norms: z.array(Id).default([]),
  authorisations: Text.optional(),
  contracting: z.enum(terms.CONTRACTING_PARTIES).optional(),
  note: Text.optional(),
});

const Objective = z.object({
  id: Id,
  statement: Text,
  level: z.enum(['general', 'specific']),
  budget: Money.optional(),
});
const Axis = z.object({
  id: Id,
  name: Name,
  /** The guide's «reto»: a question that opens the problem. */
  challengeQuestion: Text.optional(),
  /** The guide's «desafío»: the challenge to meet that answers the question. */
  challenge: Text.optional(),
  change: z.object({ from: Text.optional(), to: Text.optional() }).optional(),
  agendas: z.array(z.enum(terms.GLOBAL_AGENDAS)).optional(),
  sdgs: z.array(z.number().int().min(1).max(17)).optional(),
  objectives: z.array(Objective).optional(),
  budget: Money.optional(),
});
const Strategy = z.object({ vision: Text.optional(), axes: z.array(Axis).optional() });

const Milestone = z.object({
  id: Id,
  name: Text,
  date: PlanDate.optional(),
  responsible: Person.optional(),
  state: z.enum(terms.MILESTONE_STATES).optional(),
});
const Risk = z.object({ id: Id, risk: Text, mitigation: Text.optional() });

/** A project, with the sixteen aspects of chapter 4 («Aspectos a definir de un proyecto»). */
const Project = z.object({
  id: Id,
  name: Name,
  axis: Id.optional(),
  objective: Id.optional(),
  dimension: z.enum(terms.DIMENSIONS).optional(),
  dimensionNote: Text.optional(),
  cooperationType: z.enum(terms.COOPERATION_TYPES).optional(),
  object: Text.optional(),
  process: Text.optional(),
  results: Statements.optional(),
  responsible: Person.optional(),
  resources: Text.optional(),
  budget: Money.optional(),
  /** Who pays, as it is told: own means, a partner, a call. */
  funding: Text.optional(),
  actors: Statements.optional(),
  partners: Statements.optional(),
  recipients: Statements.optional(),
  start: PlanDate.optional(),
  end: PlanDate.optional(),
  sequence: Text.optional(),
  cooperationActions: Statements.optional(),
  competitionActions: Statements.optional(),
  milestones: z.array(Milestone).optional(),
  indicators: z.array(Id).optional(),
  synergies: Text.optional(),
  risks: z.array(Risk).optional(),
  communication: Text.optional(),
  impactEvaluation: Text.optional(),
  sustainability: Text.optional(),
});

const Indicator = z.object({
  id: Id,
  name: Text,
  /** Id in `knowledge/guide/indicators.json`, when it is one of the guide's 64. */
  guide: Id.optional(),
  nature: z.enum(terms.INDICATOR_NATURES).optional(),
  baseline: z.union([z.number(), z.literal('pending')]).optional(),
  target: z.number().optional(),
  unit: Name.optional(),
  source: Text.optional(),
  frequency: Text.optional(),
});

const Audience = z
  .object({ audiences: Statements, channels: Statements, focalPoint: Text, language: Text, frequency: Text })
  .partial();
const Communication = z.object({
  internalDirect: Audience.optional(),
  internalIndirect: Audience.optional(),
  external: Audience.optional(),
});

/** Something recorded while the plan is carried out. */
const ProgressEntry = z.object({
  id: Id,
  date: PlanDate,
  /** What it is about, in words: they stay when the project or the milestone is deleted. */
  subject: Text,
  note: Text,
  deviation: Text.optional(),
  /** What is done to mend the deviation. */
  measure: Text.optional(),
  project: Id.optional(),
  milestone: Id.optional(),
  /** The milestone's state and date from then on, where the entry changed them. */
  state: z.enum(terms.MILESTONE_STATES).optional(),
  due: PlanDate.optional(),
});
/** A change of the plan itself, and why. */
const Revision = z.object({ id: Id, date: PlanDate, note: Text, reason: Text.optional() });

const FollowUp = z.object({
  frequency: Text.optional(),
  responsible: Person.optional(),
  cycle: z.object({ define: Text, collect: Text, knowledge: Text, practice: Text }).partial().optional(),
  process: Text.optional(),
  impact: Text.optional(),
  accountability: z.object({ council: Text, citizens: Text }).partial().optional(),
  obstacles: z.partialRecord(z.enum(terms.MEASUREMENT_OBSTACLES), Text).optional(),
  challenges: z.partialRecord(z.enum(terms.EVALUATION_CHALLENGES), Text).optional(),
  progress: z.array(ProgressEntry).optional(),
  revisions: z.array(Revision).optional(),
});

const Judgement = z.object({ verdict: z.enum(terms.VERDICTS), note: Text.optional() });
const Review = z.object({
  approaches: z.partialRecord(z.enum(terms.APPROACHES), Judgement).optional(),
  /** Per criterion its three questions, keyed `<criterion>-1` to `-3`. */
  criteria: z.record(Id, Judgement).optional(),
});

/**
 * The Plan de Acción Internacional: one section per step of the guide. Everything is optional, because a
 * draft is never refused; what is missing the guide tells, what contradicts `checkRules`.
 */
export const Plan = z.object({
  version: z.literal(PLAN_VERSION),
  id: z.string().min(1),
  language: z.enum(['es', 'en']),
  title: Name.optional(),
  start: PlanDate.optional(),
  end: PlanDate.optional(),
  entity: Entity.default({}),
  reasons: z.array(Reason).optional(),
  commitment: Commitment.default({}),
  resources: Resources.default({}),
  alignment: Alignment.default({}),
  transversality: Transversality.default({}),
  governance: Governance.default({}),
  profile: Profile.default({}),
  legal: z.object({ actions: z.array(LegalAction).optional() }).default({}),
  strategy: Strategy.default({}),
  projects: z.array(Project).optional(),
  indicators: z.array(Indicator).optional(),
  communication: Communication.default({}),
  followUp: FollowUp.default({}),
  review: Review.default({}),
  /** Where each value comes from; a plan of before this was kept has none. */
  provenance: Provenance.optional(),
  /** What made the plan what it is now. */
  lastChange: LastChange.optional(),
});
export type Plan = z.infer<typeof Plan>;
export type Axis = z.infer<typeof Axis>;
export type Project = z.infer<typeof Project>;
export type Indicator = z.infer<typeof Indicator>;
export type Stakeholder = z.infer<typeof Stakeholder>;
export type Milestone = z.infer<typeof Milestone>;
export type ProgressEntry = z.infer<typeof ProgressEntry>;
export type Revision = z.infer<typeof Revision>;

/** An empty plan, ready to be filled. `id` is its key in the plan store. */
export function emptyPlan(id: string, language: Plan['language'] = 'es'): Plan {
  return Plan.parse({ version: PLAN_VERSION, id, language });
}

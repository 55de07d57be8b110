import type { APPROACHES, CRITERIA } from '../terms.ts';
import { all, type Part, told } from './evidence.ts';
import {
  accountability,
  datedMilestones,
  formalAct,
  interests,
  localPriorities,
  measuredBaselines,
  mitigatedRisks,
  nationalCooperation,
  projects,
  sdgs,
  sectors,
  severalAreas,
  support,
} from './parts.ts';

/** How a question of the review is decided. */
export type Way =
  /** The plan's data tell: met when all of it is there, missing when some is not. */
  | { by: 'plan'; needs: Part }
  /** The data can only tell that something is missing; when it is there, only the official knows whether it is so. */
  | { by: 'both'; needs: Part }
  /** Only the official knows. `looksBack`: nothing to ask before there is progress. */
  | { by: 'official'; looksBack?: true };

type Approach = (typeof APPROACHES)[number];
export type CriterionQuestion = `${(typeof CRITERIA)[number]}-${1 | 2 | 3}`;

const plan = (...needs: Part[]): Way => ({ by: 'plan', needs: all(...needs) });
const both = (...needs: Part[]): Way => ({ by: 'both', needs: all(...needs) });
const official: Way = { by: 'official' };
const looksBack: Way = { by: 'official', looksBack: true };

/** The six planning approaches (chapter 4). */
export const APPROACH_WAYS: Record<Approach, Way> = {
  alignment: plan(localPriorities, told('alignment.globalAgendas'), told('alignment.nationalInstruments')),
  // Measurable, useful to somebody other than the office itself, and told to society.
  utility: plan(projects('recipients', 'indicators', 'communication')),
  // Money, people, time and political support, with who answers for what.
  resources: plan(
    told('resources.budget'),
    told('resources.team'),
    support,
    projects('budget', 'responsible', 'start', 'end'),
  ),
  transversality: plan(severalAreas, told('transversality.coordinatingBody')),
  governance: plan(told('governance.stakeholders'), told('governance.participation'), projects('actors')),
  // A sequence in time, and what is done about deviations.
  temporality: plan(projects('start', 'end', 'sequence'), datedMilestones, mitigatedRisks),
};

/** The three questions of each of the sixteen criteria (Anexo I). */
export const CRITERION_WAYS: Record<CriterionQuestion, Way> = {
  'planning-1': plan(projects('process')),
  'planning-2': plan(told('followUp.frequency'), projects('start', 'end'), datedMilestones),
  // Strategies to adjust are in the plan; whether money was set aside for risks is not.
  'planning-3': both(mitigatedRisks),

  'local-alignment-1': official,
  'local-alignment-2': plan(nationalCooperation),
  'local-alignment-3': official,

  'sdg-focus-1': plan(sdgs),
  'sdg-focus-2': official,
  'sdg-focus-3': both(sdgs, projects('indicators')),

  'efficiency-1': looksBack,
  'efficiency-2': looksBack,
  'efficiency-3': looksBack,

  'effectiveness-1': looksBack,
  'effectiveness-2': plan(told('followUp.cycle.practice')),
  'effectiveness-3': looksBack,

  'governance-1': plan(interests),
  'governance-2': plan(told('governance.participation')),
  'governance-3': official,

  // What was budgeted is in the plan; whether spending and sources are known is not.
  'transparency-1': both(told('resources.budget'), projects('budget')),
  'transparency-2': plan(told('followUp.accountability.citizens'), told('communication.external.channels')),
  'transparency-3': plan(accountability),

  'communication-1': plan(
    told('communication.internalDirect.channels'),
    told('communication.internalIndirect.channels'),
  ),
  'communication-2': plan(
    told('communication.internalDirect.focalPoint'),
    told('communication.internalDirect.language'),
    told('communication.internalDirect.frequency'),
  ),
  'communication-3': plan(told('communication.external.channels'), told('communication.external.audiences')),

  'advocacy-1': plan(told('followUp.impact'), projects('impactEvaluation')),
  'advocacy-2': plan(sectors('media')),
  'advocacy-3': official,

  'inclusion-1': official,
  'inclusion-2': official,
  'inclusion-3': official,

  'sustainability-1': plan(projects('sustainability')),
  'sustainability-2': plan(formalAct),
  'sustainability-3': official,

  'installed-capacity-1': official,
  'installed-capacity-2': looksBack,
  'installed-capacity-3': plan(told('resources.training')),

  'innovation-1': official,
  'innovation-2': official,
  'innovation-3': official,

  'replicability-1': official,
  'replicability-2': official,
  'replicability-3': official,

  'scalability-1': official,
  'scalability-2': official,
  'scalability-3': looksBack,

  'monitoring-1': plan(measuredBaselines),
  'monitoring-2': plan(told('followUp.frequency'), told('followUp.responsible'), told('followUp.process')),
  'monitoring-3': plan(told('followUp.impact'), projects('impactEvaluation')),
};

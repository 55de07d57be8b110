import type { FieldContext } from '../../../src/guide/definition.ts';
import { actionFacts, axisFacts, indicatorFacts, projectFacts, stakeholderFacts } from './item-facts.ts';
import { planFacts } from './plan-facts.ts';

/** The fact of a name, in words for a sentence; undefined where the plan does not tell it. */
export type FactOf = (name: string) => string | undefined;

/** What a plan tells, as the words of sentences: about the element that is asked for, and about the whole of it. */
export function factsOf(ctx: FieldContext): FactOf {
  const whole = planFacts(ctx);
  const known = new Map(
    Object.entries({
      ...axisFacts(ctx),
      ...projectFacts(ctx),
      ...stakeholderFacts(ctx),
      ...actionFacts(ctx),
      ...indicatorFacts(ctx),
    }),
  );
  return (name) => {
    if (!known.has(name)) known.set(name, whole[name]?.());
    return known.get(name);
  };
}

/** Fields whose answers make a fact known; one that is not here only the plan's structure decides. */
export const SOURCES: Readonly<Record<string, readonly string[]>> = {
  name: ['entity.name'],
  entity: ['entity.name', 'entity.kind'],
  reasons: ['reasons'],
  leadUnit: ['resources.leadUnit'],
  head: ['resources.head'],
  team: ['resources.team'],
  languages: ['resources.languages'],
  budget: ['resources.budget'],
  localPlan: ['alignment.localPlan'],
  otherProjects: ['projects'],
  areas: ['transversality.areas'],
  stakeholders: ['governance.stakeholders'],
  private: ['governance.stakeholders'],
  academic: ['governance.stakeholders'],
  contributions: ['governance.stakeholders.*.contribution'],
  needs: ['profile.needs'],
  capacities: ['profile.capacities'],
  limits: ['profile.capacities'],
  opportunities: ['profile.opportunities'],
  antecedents: ['profile.antecedents'],
  themes: ['profile.needs', 'strategy.axes'],
  doThemes: ['profile.needs', 'strategy.axes'],
  stateThemes: ['profile.needs', 'strategy.axes'],
  networks: ['profile.needs', 'strategy.axes'],
  axes: ['strategy.axes'],
  axis: ['strategy.axes'],
  axisNeed: ['profile.needs'],
  axisOffer: ['profile.opportunities'],
  axisDo: ['profile.needs', 'strategy.axes'],
  axisState: ['profile.needs', 'strategy.axes'],
  axisWho: ['profile.needs', 'strategy.axes'],
  projects: ['projects'],
  project: ['projects'],
  recipients: ['projects.*.recipients'],
  partners: ['projects.*.partners'],
  projectStart: ['projects.*.start'],
  projectEnd: ['projects.*.end'],
  milestones: ['projects.*.milestones'],
  projectAxis: ['projects.*.axis'],
  projectDo: ['projects.*.object', 'projects.*.axis'],
  dimension: ['projects.*.dimension'],
  indicators: ['projects.*.indicators'],
  sector: ['governance.stakeholders.*.sector'],
  endYear: ['end'],
  channels: ['communication.external.channels'],
  frequency: ['followUp.frequency'],
};

import { list, prose, type Rule } from './compose.ts';
import { indicatorUnit, projectIndicators } from './indicators.ts';

const dimension = (id: string, audiences: readonly string[], channels: readonly string[]) => ({
  [`communication.${id}.channels`]: list(channels.map((key) => `${id}.channels.${key}`)),
  [`communication.${id}.audiences`]: list(audiences.map((key) => `${id}.audiences.${key}`)),
});

/** Proposals of steps 11 to 13. */
export const FOLLOW_UP_DRAFTS: Readonly<Record<string, Rule>> = {
  'projects.*.indicators': projectIndicators,
  'indicators.*.unit': indicatorUnit,
  'indicators.*.source': prose(['source.1'], ['source.2'], ['source.3']),
  'indicators.*.frequency': prose(['every.same'], ['every.half-year'], ['every.year']),
  ...dimension(
    'external',
    ['citizens', 'partners', 'diaspora', 'stakeholders'],
    ['web', 'social', 'radio', 'mail'],
  ),
  ...dimension('internalDirect', ['team', 'liaisons'], ['chat', 'meeting', 'folder']),
  ...dimension('internalIndirect', ['cabinet', 'staff'], ['mail', 'bulletin', 'cabinet']),
  'communication.external.focalPoint': prose(['external.focalPoint.1']),
  'communication.internalDirect.focalPoint': prose(
    ['internalDirect.focalPoint.1'],
    ['internalDirect.focalPoint.2'],
  ),
  'communication.internalIndirect.focalPoint': prose(['internalIndirect.focalPoint.1']),
  'communication.external.language': prose(['external.language.1']),
  'communication.internalDirect.language': prose(['internal.language.1']),
  'communication.internalIndirect.language': prose(['internal.language.1']),
  'communication.external.frequency': prose(['every.month'], ['every.quarter']),
  'communication.internalDirect.frequency': prose(['every.month'], ['every.quarter']),
  'communication.internalIndirect.frequency': prose(['every.quarter'], ['every.half-year']),
  'followUp.frequency': prose(['every.quarter'], ['every.half-year']),
  'followUp.process': prose(
    ['process-evaluation.1', 'process-evaluation.frequency', 'process-evaluation.unit'],
    ['process-evaluation.2', 'process-evaluation.frequency'],
  ),
  'followUp.impact': prose(
    ['impact-evaluation.1', 'impact-evaluation.needs', 'impact-evaluation.academic'],
    ['impact-evaluation.2', 'impact-evaluation.people'],
  ),
  'followUp.cycle.define': prose(['cycle.define.1', 'cycle.define.question'], ['cycle.define.2']),
  'followUp.cycle.collect': prose(['cycle.collect.1', 'cycle.collect.frequency']),
  'followUp.cycle.knowledge': prose(['cycle.knowledge.1', 'cycle.knowledge.academic']),
  'followUp.cycle.practice': prose(['cycle.practice.1'], ['cycle.practice.2']),
  'followUp.accountability.council': prose(['council.1'], ['council.2']),
  'followUp.accountability.citizens': prose(
    ['citizens.1', 'citizens.meeting'],
    ['citizens.2', 'citizens.meeting'],
  ),
  'followUp.obstacles.no-data': prose(['obstacle.no-data.1', 'obstacle.no-data.liaisons']),
  'followUp.obstacles.no-diagnosis': prose(
    ['obstacle.no-diagnosis.1', 'obstacle.no-diagnosis.academic'],
    ['obstacle.no-diagnosis.2'],
  ),
  'followUp.obstacles.temporality': prose(['obstacle.temporality.1']),
  'followUp.obstacles.attribution': prose(['obstacle.attribution.1'], ['obstacle.attribution.2']),
  'followUp.challenges.coordination': prose(
    ['challenge.coordination.1', 'challenge.coordination.areas'],
    ['challenge.coordination.2'],
  ),
  'followUp.challenges.continuity': prose(
    ['challenge.continuity.1', 'challenge.continuity.stakeholders'],
    ['challenge.continuity.2'],
  ),
  'followUp.challenges.records': prose(['challenge.records.1']),
  'followUp.challenges.culture': prose(['challenge.culture.1', 'challenge.culture.team']),
};

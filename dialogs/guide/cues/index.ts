import type { CueTable } from '../../../src/guide/cues.ts';
import { COMMUNICATION_CUES } from './communication.ts';
import { CONTEXT_CUES } from './context.ts';
import { ENTITY_CUES } from './entity.ts';
import { FOLLOW_UP_CUES } from './follow-up.ts';
import { PROFILE_CUES } from './profile.ts';
import { PROJECT_CUES } from './projects.ts';
import { RESOURCES_CUES } from './resources.ts';
import { STRATEGY_CUES } from './strategy.ts';

/** What tells, in a message about several things, which field of the guide each stretch is for. */
export const CUES: CueTable = {
  ...ENTITY_CUES,
  ...RESOURCES_CUES,
  ...CONTEXT_CUES,
  ...PROFILE_CUES,
  ...STRATEGY_CUES,
  ...PROJECT_CUES,
  ...COMMUNICATION_CUES,
  ...FOLLOW_UP_CUES,
};

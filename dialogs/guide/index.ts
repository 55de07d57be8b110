import type { Workflow } from '../../src/guide/definition.ts';
import { CUES } from './cues/index.ts';
import { withDrafts } from './drafts/index.ts';
import { alignment } from './steps/alignment.ts';
import { commitment } from './steps/commitment.ts';
import { communication } from './steps/communication.ts';
import { entity } from './steps/entity.ts';
import { followUp } from './steps/follow-up.ts';
import { governance } from './steps/governance.ts';
import { indicators } from './steps/indicators.ts';
import { legal } from './steps/legal.ts';
import { profile } from './steps/profile.ts';
import { projects } from './steps/projects.ts';
import { reasons } from './steps/reasons.ts';
import { resources } from './steps/resources.ts';
import { review } from './steps/review.ts';
import { strategy } from './steps/strategy.ts';
import { transversality } from './steps/transversality.ts';

/** The guide's way to an international action plan: fifteen steps, from the entity to the review. */
export const guide: Workflow = {
  id: 'guide',
  cues: CUES,
  steps: [
    entity,
    reasons,
    commitment,
    resources,
    alignment,
    transversality,
    governance,
    profile,
    legal,
    strategy,
    projects,
    indicators,
    communication,
    followUp,
    review,
  ].map(withDrafts),
};

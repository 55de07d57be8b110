import type { CueTable } from '../../../src/guide/cues.ts';
import { CONTEXT_CUES } from './context.ts';
import { ENTITY_CUES } from './entity.ts';
import { STRATEGY_CUES } from './strategy.ts';

/** What tells, in a message about several things, which field of the guide each stretch is for. */
export const CUES: CueTable = { ...ENTITY_CUES, ...CONTEXT_CUES, ...STRATEGY_CUES };

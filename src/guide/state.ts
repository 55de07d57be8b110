import type { Provenance } from '../plan/origin.ts';
import type { Patch } from '../plan/patch.ts';
import type { Browsing } from './browse.ts';

/** Raised when the shape of the state changes so that older builds cannot read it. */
export const STATE_VERSION = 1;

/**
 * Where a person stands in a workflow. Together with the plan it is all the engine needs: which questions are
 * left is computed from the plan, never remembered, so a deploy that adds or renames steps strands nobody.
 */
export interface GuideState {
  version: typeof STATE_VERSION;
  workflow: string;
  /** `left`: a workflow beside the plan, before its end. */
  status: 'running' | 'paused' | 'done' | 'left';
  route?: 'quick' | 'full';
  /** Key of the question that waits for an answer. */
  current?: string;
  /** Keys of questions put off: shown as «pendiente», asked again on demand. */
  skipped: string[];
  /** Lists the official said are complete. */
  closed: string[];
  /** The list to which a new element was promised («sí, otro proyecto»). */
  creating?: string;
  /** Keys answered, in order, for «atrás». */
  trail: string[];
  /** Step whose heading was last shown. */
  shownStep?: string;
  /** Answers in a row that could not be read. */
  misses: number;
  /** Why the last answer could not be read, so that it is not said twice running. */
  toldProblem?: string;
  /** The example of a city shown last. */
  shownExample?: string;
  /** The question that waited when a correction led away from it: the way back. */
  resumeAt?: string;
  /** The question just put off: «atrás» leads to it, until something else is answered. */
  justSkipped?: string;
  /** What was told and the plan does not keep, by field id. */
  answers?: Record<string, unknown>;
  /** Where the person stands in the list of what the plan lacks. */
  gaps?: GapTour;
  /** The long list that is being looked through. */
  browsing?: Browsing;
  /** A decision that must be taken before going on. */
  pending?: PendingDecision;
  /** What takes the last messages back, the latest last. */
  undoable?: Undoable[];
}

/** A way through the gaps of the plan. */
export interface GapTour {
  /** Key of the gap gone to, until it is answered or put off. */
  at?: string;
  /** Key of the question that waited before. */
  back?: string;
  /** Keys of the gaps gone to: the next one is another. */
  seen: string[];
  /** Keys of the gaps listed: more of the list are others. */
  listed: string[];
}

/** Where the plan and the person stood before a message. */
export interface Undoable {
  /** Puts the plan back. */
  patch: Patch;
  /** The parts of the plan as the message left them: where they have changed since, it is not taken back. */
  after: Record<string, unknown>;
  /** Where the values of those parts came from before; missing in what was kept before this was. */
  origins?: Provenance;
  state: Omit<GuideState, 'undoable'>;
}

export type PendingDecision =
  /** A value to save only if the official insists. */
  | { kind: 'caution'; key: string; text: string; question: string }
  /** A saved value to be confirmed. */
  | { kind: 'confirm'; key: string }
  /**
   * A proposed value, to be used, edited or left. `by` tells where its words come from: the patterns of the guide, a
   * model, or the official who changed them.
   */
  | { kind: 'draft'; key: string; at: number; value: unknown; by: 'pattern' | 'model' | 'official' }
  /** Which answer to correct. */
  | { kind: 'correct' }
  /** An element of the plan to delete, with what else that changes. */
  | { kind: 'remove'; path: string; question: string }
  /** Leaving the plan: keep or delete. */
  | { kind: 'cancel' }
  /** A workflow beside the plan was begun before: go on with it or begin anew. */
  | { kind: 'again' }
  /** What a workflow beside the plan has to give is to be written in the plan, or not. */
  | { kind: 'give' };

export function initialState(workflow: string): GuideState {
  return {
    version: STATE_VERSION,
    workflow,
    status: 'running',
    skipped: [],
    closed: [],
    trail: [],
    misses: 0,
  };
}

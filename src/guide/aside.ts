import type { Command } from '../understanding/index.ts';
import { wordsOf } from './agenda.ts';
import { hasSteps, type Workflow } from './definition.ts';
import type { Move } from './move.ts';

/** Commands about the questions of a workflow beside the plan; all others are about something else. */
const OWN: readonly Command['type'][] = [
  'help',
  'meaning',
  'example',
  'showAnswer',
  'why',
  'back',
  'undo',
  'skip',
  'skipStep',
  'progress',
  'correct',
  'repeat',
  'where',
  'resume',
  'greet',
];
/** Of a workflow of several steps, these too. */
const OWN_OF_STEPS: readonly Command['type'][] = ['missing', 'showPlan'];
const LEAVES: readonly Command['type'][] = ['cancel', 'pause'];

/** Whether a command is for the workflow beside the plan itself, or for whatever waits under it. */
export function staysInAside(command: Command, workflow: Workflow): boolean {
  const own = hasSteps(workflow) ? [...OWN, ...OWN_OF_STEPS] : OWN;
  return own.includes(command.type) || LEAVES.includes(command.type);
}

/** Whether a command leaves a workflow beside the plan. */
export function leavesAside(command: Command): boolean {
  return LEAVES.includes(command.type);
}

/** Leaves a workflow beside the plan before its end; where it stood is kept for going back to it. */
export function leave(move: Move): void {
  move.state.status = 'left';
  delete move.state.pending;
  move.script.say(wordsOf(move, 'left'));
}

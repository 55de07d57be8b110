import type { Command } from '../understanding/index.ts';
import { type FieldSlot, isFilled, isOpen, onRoute, type Slot, wordsOf } from './agenda.ts';
import { leave, leavesAside } from './aside.ts';
import { correct, reopen } from './correction.ts';
import { propose } from './draft.ts';
import { goToNextGap } from './gap-tour.ts';
import type { Move } from './move.ts';
import { canDraft } from './question.ts';
import { tellGaps } from './review.ts';
import { progress, summarise } from './summary.ts';
import { progressCard, summaryCard } from './summary-card.ts';

/** Commands that move away from a decision that waits: it lapses. */
const MOVES_AWAY: readonly Command['type'][] = [
  'back',
  'skip',
  'skipStep',
  'correct',
  'pause',
  'cancel',
  'resume',
  'route',
  'nextGap',
];

/** Carries out a command in the middle of a workflow and puts the waiting question again where one waits. */
export function runCommand(move: Move, command: Command): void {
  if (MOVES_AWAY.includes(command.type)) delete move.state.pending;
  if (move.workflow.aside && leavesAside(command)) return leave(move);
  switch (command.type) {
    case 'help':
    case 'meaning':
      return explain(move, 'help');
    case 'example':
      return explain(move, 'example');
    case 'why':
      return explain(move, 'why');
    case 'back':
      return back(move);
    case 'skip':
      return skip(move, command.unknown === true);
    case 'skipStep':
      return skipStep(move);
    case 'draft':
      return propose(move);
    case 'showPlan':
      move.script.show(summarise(move), summaryCard(move));
      return move.restate();
    case 'progress':
      move.script.show(progress(move), progressCard(move));
      return move.restate();
    case 'missing':
      return tellGaps(move, 'first');
    case 'moreGaps':
      return tellGaps(move, 'more');
    case 'nextGap':
      return goToNextGap(move);
    case 'where':
    case 'resume':
    case 'start':
    case 'greet':
      return resume(move, command.type);
    case 'correct':
      return correct(move, command);
    case 'route':
      move.state.route = command.route;
      return changeRoute(move, command.route);
    case 'pause':
      move.state.status = 'paused';
      return move.script.offer(move.t('engine.paused'), move.offers(['go-on', 'show', 'export']));
    case 'export':
      move.script.request(command);
      // What else can be had of the plan is on offer then, and going on is one of the choices.
      return command.format === undefined && command.edition === undefined ? undefined : move.restate();
    case 'picture':
      move.script.request({ type: 'picture', picture: command.picture });
      return move.restate();
    case 'cancel':
      return move.decide({ kind: 'cancel' });
    default:
      return move.restate();
  }
}

function explain(move: Move, kind: 'help' | 'example' | 'why'): void {
  const slot = move.current();
  if (slot?.kind === 'field') {
    const own = `field.${slot.field.id}.${kind}`;
    const has = move.texts.has(`${move.workflow.id}.${own}`);
    move.script.say(wordsOf(move, has ? own : `step.${slot.step.id}.${kind}`));
    if (kind === 'help' && slot.field.advice)
      move.script.request({ type: 'advice', advice: slot.field.advice, field: slot.key });
    const { topic } = slot.step;
    if (kind === 'why' && topic !== undefined) move.script.request({ type: 'sources', topic });
  } else move.script.say(move.t(slot?.kind === 'route' ? 'engine.route.help' : 'engine.help'));
  if (kind === 'help')
    move.script.say(move.t(move.workflow.aside ? 'engine.help.aside' : 'engine.help.commands'));
  move.restate();
}

/** To the question just put off by mistake, or to the last one answered before this. */
function back(move: Move): void {
  const { trail, current, justSkipped } = move.state;
  delete move.state.justSkipped;
  const at = current === undefined ? -1 : trail.indexOf(current);
  const answered = (at < 0 ? trail : trail.slice(0, at)).toReversed();
  const earlier = justSkipped === undefined ? answered : [justSkipped, ...answered];
  const slots = move.slots();
  const slot = earlier
    .map((key) => slots.find((s): s is FieldSlot => s.kind === 'field' && s.key === key))
    .find((s) => s !== undefined);
  if (slot) {
    const waiting = slots.findIndex((s) => s.key === current);
    // What waits comes again by itself where it follows; where it stands before, it must be remembered.
    if (current !== undefined && waiting >= 0 && waiting < slots.indexOf(slot))
      move.state.resumeAt ??= current;
    return reopen(move, slot);
  }
  move.script.say(move.t('engine.back.none'));
  move.restate();
}

function changeRoute(move: Move, route: 'quick' | 'full'): void {
  const slot = move.current();
  move.state.route = route;
  move.state.status = 'running';
  move.script.say(move.t('engine.route.changed', { route }));
  if (slot && (slot.kind === 'route' || !onRoute(slot, move.state))) return move.advance(slot.key);
  move.restate();
}

function skip(move: Move, unknown: boolean): void {
  const slot = move.current();
  if (!slot) return move.restate();
  if (slot.kind === 'route') move.state.route = 'full';
  else if (slot.kind === 'more') move.state.closed = [...move.state.closed, slot.group.each];
  else if (!isFilled(slot, move)) {
    move.state.skipped = [...new Set([...move.state.skipped, slot.key])];
    if (unknown && canDraft(slot, move)) return propose(move, 'unknown');
    if (slot.of && slot.of.each === move.state.creating) delete move.state.creating;
    if (!move.workflow.aside || move.workflow.steps.length > 1)
      move.script.say(
        move.t(unknown ? 'engine.skipped.unknown' : 'engine.skipped', { label: move.label(slot) }),
      );
    move.state.justSkipped = slot.key;
  }
  move.advance(slot.key);
}

function skipStep(move: Move): void {
  const slot = move.current();
  if (!slot) return move.restate();
  const rest = move
    .slots()
    .filter((s) => s.step.id === slot.step.id && s.kind === 'field' && isOpen(s, move));
  move.state.skipped = [...new Set([...move.state.skipped, ...rest.map((s) => s.key)])];
  const lists = move
    .slots()
    .filter((s): s is Extract<Slot, { kind: 'more' }> => s.kind === 'more' && s.step.id === slot.step.id);
  move.state.closed = [...new Set([...move.state.closed, ...lists.map((s) => s.group.each)])];
  move.script.say(move.t('engine.skipped.step', { title: wordsOf(move, `step.${slot.step.id}.title`) }));
  move.advance(slot.key);
}

/** Goes on: from a pause with a recap, from the end with what was put off, from a reopened answer with the next. */
function resume(move: Move, how: 'where' | 'resume' | 'start' | 'greet'): void {
  const slot = move.current();
  if (move.state.status === 'done' && how === 'resume') {
    move.state.skipped = [];
    move.state.route = 'full';
    return move.advance();
  }
  const recap = progress(move);
  if (move.workflow.aside && how !== 'resume') return move.restate();
  if (how === 'where') move.script.say(recap);
  else if (how !== 'resume' || move.state.status === 'paused')
    move.script.say(move.t(how === 'start' ? 'engine.already' : 'engine.recap', { recap }));
  move.state.status = move.state.status === 'done' ? 'done' : 'running';
  const { resumeAt, gaps } = move.state;
  const ledAway = (resumeAt !== undefined && resumeAt !== slot?.key) || (slot && gaps?.at === slot.key);
  if (slot && how === 'resume' && (isFilled(slot, move) || ledAway)) return move.advance(slot.key);
  move.restate();
}

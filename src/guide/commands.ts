import type { Command } from '../understanding/index.ts';
import { type FieldSlot, isFilled, isOpen, onRoute, type Slot, wordsOf } from './agenda.ts';
import { leave, leavesAside } from './aside.ts';
import { correct, reopen } from './correction.ts';
import { hasSteps, type Workflow } from './definition.ts';
import { propose } from './draft.ts';
import { runOrder } from './element-orders.ts';
import { exampleFor, hasCityExample, showCityExample } from './examples.ts';
import { goToNextGap } from './gap-tour.ts';
import { missing } from './missing.ts';
import type { Move } from './move.ts';
import { canDraft, routeEffort } from './question.ts';
import { progress, progressBySteps, recap } from './recap.ts';
import { tellGaps } from './review.ts';
import { goToStep } from './step-correction.ts';
import { showAnswers, summarise } from './summary.ts';
import { progressCard, summaryCard } from './summary-card.ts';
import { tellFollowUp } from './told-follow-up.ts';

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
  'element',
  'step',
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
      return showExample(move);
    case 'cityExample':
      showCityExample(move);
      return move.restate(hasCityExample(move, move.current()) ? ['city-example'] : []);
    case 'step':
      return goToStep(move, command);
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
    case 'showAnswer':
      move.script.say(showAnswers(move, command.target));
      return move.restate();
    case 'progress':
      tellProgress(move);
      return move.restate();
    case 'missing':
      if (!move.workflow.aside) return tellGaps(move, 'first');
      move.script.say(missing(move));
      return move.restate();
    case 'moreGaps':
      return tellGaps(move, 'more');
    case 'nextGap':
      return goToNextGap(move);
    case 'followUp':
      move.script.say(tellFollowUp(move));
      return move.restate();
    case 'element':
      return runOrder(move, command);
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
      return move.script.offer(
        move.t('engine.paused', { progress: progress(move) }),
        move.offers(['go-on', 'show', 'export']),
      );
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

/** Overall and step by step; before a route is chosen, what either would take. */
function tellProgress(move: Move): void {
  if (move.state.route === undefined && !move.workflow.aside)
    return move.script.say(move.t('effort.ahead', routeEffort(move.workflow, move)));
  const told = [progress(move), ...(hasSteps(move.workflow) ? [progressBySteps(move)] : [])];
  move.script.show(told.join('\n\n'), progressCard(move));
}

/** An answer as it may be written; how a city did it stands behind a button. */
function showExample(move: Move): void {
  const slot = move.current();
  const example = slot?.kind === 'field' ? exampleFor(move, slot) : undefined;
  if (example === undefined) return explain(move, 'help');
  move.script.say(move.t('engine.example', { example }));
  move.restate(hasCityExample(move, slot) ? ['city-example'] : []);
}

function explain(move: Move, kind: 'help' | 'why'): void {
  const slot = move.current();
  if (slot?.kind === 'field') {
    const own = `field.${slot.field.id}.${kind}`;
    const has = move.texts.has(`${move.workflow.id}.${own}`);
    move.script.say(wordsOf(move, has ? own : `step.${slot.step.id}.${kind}`));
    if (kind === 'help' && slot.field.advice)
      move.script.request({ type: 'advice', advice: slot.field.advice, field: slot.key });
    const { topic } = slot.step;
    if (kind === 'why' && topic !== undefined) move.script.request({ type: 'sources', topic });
  } else
    move.script.say(
      slot?.kind === 'route'
        ? move.t('engine.route.help', routeEffort(move.workflow, move))
        : move.t('engine.help'),
    );
  if (kind === 'help') move.script.say(move.t(`engine.help.${helpOf(move.workflow)}`));
  move.restate(kind === 'help' && hasCityExample(move, slot) ? ['city-example'] : []);
}

function helpOf(workflow: Workflow): 'commands' | 'steps' | 'aside' {
  if (!workflow.aside) return 'commands';
  return hasSteps(workflow) ? 'steps' : 'aside';
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
    if (hasSteps(move.workflow))
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
    // What was put off on this route comes first; where it has nothing more, the rest of the guide.
    move.state.skipped = [];
    const open = move.slots().some((s) => s.kind === 'field' && onRoute(s, move.state) && isOpen(s, move));
    if (!open) move.state.route = 'full';
    return move.advance();
  }
  if (!hasSteps(move.workflow) && how !== 'resume') return move.restate();
  if (move.state.status === 'done' && how === 'where') return move.complete();
  const far = move.workflow.aside ? progress(move) : recap(move);
  if (how === 'where') move.script.say(far);
  else if (how !== 'resume' || move.state.status === 'paused')
    move.script.say(move.t(how === 'start' ? 'engine.already' : 'engine.recap', { recap: far }));
  move.state.status = move.state.status === 'done' ? 'done' : 'running';
  const { resumeAt, gaps } = move.state;
  const ledAway = (resumeAt !== undefined && resumeAt !== slot?.key) || (slot && gaps?.at === slot.key);
  if (slot && how === 'resume' && (isFilled(slot, move) || ledAway)) return move.advance(slot.key);
  move.restate();
}

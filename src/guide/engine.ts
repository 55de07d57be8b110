import {
  asksForAdvice,
  type Command,
  deniesAll,
  isQuestion,
  questionText,
  type ReadingContext,
  readChoice,
  readCommand,
  readYesNo,
} from '../understanding/index.ts';
import { contextOf, type FieldSlot, type Slot, wordsOf } from './agenda.ts';
import { amendAnswer } from './amend.ts';
import { runCommand } from './commands.ts';
import { choose, reopen } from './correction.ts';
import type { Workflow } from './definition.ts';
import { sameText } from './describe.ts';
import { Move, type Session, type Turn } from './move.ts';
import { asksConfirmation, save } from './save.ts';
import { initialState } from './state.ts';
import { divide, takeSeveral } from './take-several.ts';
import { asksAboutTheStep, takeTentative, withoutRhetoric } from './tentative.ts';
import { remembering, undo } from './undo.ts';

/** Answers that could not be read before the way out is offered. */
const PATIENCE = 2;

/** Values that a message must hold to be more than an order or a question. */
const MIXED = 2;

/** Whether a message from someone without a plan tells of one: «somos Mitú, Vaupés, 30 mil habitantes». */
export function tellsOfPlan(workflow: Workflow, session: Omit<Session, 'state'>, text: string): boolean {
  const move = new Move(workflow, { ...session, state: initialState(workflow.id) });
  return !isQuestion(text, readingOf(move)) && takeSeveral(move, undefined, text, MIXED);
}

/**
 * Begins a workflow: the first question of the plan, or the next open one of a plan that has something.
 * @param told what the person said with the wish to begin: `message` may hold data of the plan, which are taken;
 *   else `about` is what it is for, the answer to the first field
 */
export function start(
  workflow: Workflow,
  session: Omit<Session, 'state'>,
  told: { message?: string | undefined; about?: string | undefined } = {},
): Turn {
  const move = new Move(workflow, { ...session, state: initialState(workflow.id) });
  move.script.say(workflow.aside ? wordsOf(move, 'start') : move.t('engine.start'));
  if (told.message !== undefined && takeSeveral(move, undefined, told.message, MIXED)) return move.finish();
  const first = move.slots().find((slot) => slot.kind === 'field');
  if (told.about !== undefined && first) save(move, first, told.about);
  move.advance();
  return move.finish();
}

/** Puts the waiting question again, after something else was attended to. */
export function restate(workflow: Workflow, session: Session): Turn {
  const move = new Move(workflow, session);
  move.restate();
  return move.finish();
}

/**
 * Takes a correction of a workflow beside the plan that has come to its end: «no, era el 60 %».
 * @returns undefined when the message is about something else
 */
export function amend(workflow: Workflow, session: Session, text: string): Turn | undefined {
  const move = new Move(workflow, session);
  return amendAnswer(move, text) ? move.finish() : undefined;
}

/**
 * Takes one message in the middle of a workflow: a command, a question to the documents, or an answer to what
 * was asked. Never throws on what a person can write; what cannot be read is said, and the question stays.
 */
export function handle(workflow: Workflow, session: Session, text: string): Turn {
  const move = new Move(workflow, session);
  if (readCommand(text, readingOf(move))?.type === 'undo') {
    undo(move);
    return move.finish();
  }
  attend(move, workflow, text);
  return remembering(session, move.finish());
}

function attend(move: Move, workflow: Workflow, said: string): void {
  const reading = readingOf(move);
  const text = withoutRhetoric(said);
  const slot = move.current();
  // A button of the waiting question answers it, whatever else its words might mean.
  const chosen = isOffered(move, slot, text);
  const command = buttonOf(move, text) ?? (chosen ? undefined : readCommand(text, reading));

  if (decide(move, text, command)) return;

  if (slot?.kind === 'field' && slot.field.advice && asksForAdvice(text, reading)) {
    move.script.request({ type: 'advice', advice: slot.field.advice });
    move.restate();
  } else if (command && !(carriesValues(command) && takeSeveral(move, slot, text, MIXED)))
    runCommand(move, command);
  else if (!chosen && takeSeveral(move, slot, text)) return;
  else if (!chosen && slot?.kind === 'field' && answersAndAsks(move, slot, text)) return;
  else if (!chosen && slot?.kind === 'field' && awaitsAnswer(move) && takeTentative(move, slot, text)) return;
  else if (!chosen && asks(move, slot, text)) {
    move.script.request({ type: 'answer', question: questionText(text) });
    if (move.state.status === 'running')
      move.script.say(workflow.aside ? wordsOf(move, 'back') : move.t('engine.back-to-plan'));
    move.restate();
  } else if (slot && move.state.status !== 'done') answer(move, slot, text);
  else {
    move.script.request({ type: 'answer', question: text });
    move.restate();
  }
}

/** Orders that people join with data: «quiero el plan de Villa Rosa, Tolima, 33 mil habitantes», «no son 50, son 75, y …». */
function carriesValues(command: Command): boolean {
  return (
    command.type === 'start' ||
    (command.type === 'correct' && command.mode === 'set' && command.value !== undefined)
  );
}

function awaitsAnswer({ state }: Move): boolean {
  return state.status === 'running' && !state.pending;
}

/** Whether a message is a question to the documents, and not the answer to the one that waits. */
function asks(move: Move, slot: Slot | undefined, text: string): boolean {
  const field = slot?.kind === 'field' ? slot.field : undefined;
  if (field?.expectsQuestion) return asksAboutTheStep(text);
  if (isQuestion(text, readingOf(move))) return true;
  // «¿En pesos o en dólares?»: what is marked and cannot be the answer asks.
  return (
    /^\s*¿/.test(text) &&
    field !== undefined &&
    slot?.kind === 'field' &&
    !field.read(text, contextOf(slot, move)).ok
  );
}

/** «9 mil, ¿para qué lo piden?»: saves the answer, and the question goes to the documents. */
function answersAndAsks(move: Move, slot: FieldSlot, text: string): boolean {
  if (move.workflow.aside || slot.field.expectsQuestion || move.state.status !== 'running') return false;
  const parts = divide(move, slot, text);
  if (parts) delete move.state.pending;
  if (!parts || !save(move, slot, parts.answer))
    return parts !== undefined && move.state.pending !== undefined;
  for (const question of parts.questions)
    move.script.request({ type: 'answer', question: questionText(question) });
  move.script.say(move.t('engine.back-to-plan'));
  if (asksConfirmation(move, slot)) move.decide({ kind: 'confirm', key: slot.key });
  else move.advance(slot.key);
  return true;
}

function answer(move: Move, slot: Slot, text: string): void {
  delete move.state.pending;
  if (move.workflow.aside && amendAnswer(move, text)) return;
  move.state.status = 'running';
  move.state.current = slot.key;
  if (slot.kind === 'field' && slot.field.skipsOnNone && deniesAll(text))
    return runCommand(move, { type: 'skip' });
  const understood =
    slot.kind === 'field'
      ? saveAnswer(move, slot, text)
      : slot.kind === 'route'
        ? takeRoute(move, text)
        : takeMore(move, slot, text);
  if (understood || move.state.pending) return;
  move.state.misses += 1;
  if (move.state.misses >= PATIENCE) move.script.say(move.t('engine.stuck'));
  move.ask(slot, { heading: false });
}

function readingOf({ texts, today }: Move): ReadingContext {
  return { language: texts.language, today };
}

/** Saves and goes on; a value on which much rests is confirmed first. */
function saveAnswer(move: Move, slot: FieldSlot, text: string, insist = false): boolean {
  if (!save(move, slot, text, 'set', insist)) return false;
  if (asksConfirmation(move, slot)) {
    move.decide({ kind: 'confirm', key: slot.key });
    return true;
  }
  move.advance(slot.key);
  return true;
}

function takeRoute(move: Move, text: string): boolean {
  const options = (['full', 'quick'] as const).map((value) => ({
    value,
    label: move.t(`engine.route.${value}`),
    also: move.t(`engine.route.${value}.also`).split('|'),
  }));
  const route = readChoice(text, readingOf(move), options);
  if (!route.ok) {
    move.script.say(move.t('engine.route.unread'));
    return false;
  }
  move.state.route = route.value;
  move.advance('route');
  return true;
}

function takeMore(move: Move, slot: Extract<Slot, { kind: 'more' }>, text: string): boolean {
  const reading = readYesNo(text, readingOf(move));
  if (!reading.ok) {
    move.script.say(move.t(reading.problem, reading.params));
    return false;
  }
  if (reading.value) move.state.creating = slot.group.each;
  else move.state.closed = [...move.state.closed, slot.group.each];
  move.advance(slot.key);
  return true;
}

/** Settles a pending decision. False when the message is about something else. */
function decide(move: Move, text: string, command: Command | undefined): boolean {
  const { pending } = move.state;
  if (!pending) return false;
  const asks = command !== undefined || isQuestion(text, readingOf(move));
  if (pending.kind === 'cancel') return decideCancel(move, text, asks);
  if (pending.kind === 'correct') {
    delete move.state.pending;
    if (asks) return false;
    choose(move, text);
    return true;
  }
  const slot = move.slots().find((s): s is FieldSlot => s.kind === 'field' && s.key === pending.key);
  if (!slot) return false;
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  const reading = readYesNo(text, readingOf(move));
  const yes = reading.ok && reading.value;
  const no = reading.ok && !reading.value;

  if (pending.kind === 'confirm') {
    if (yes || is('confirm') || command?.type === 'skip' || command?.type === 'resume') {
      delete move.state.pending;
      move.advance(slot.key);
      return true;
    }
    if (no || is('change')) {
      delete move.state.pending;
      reopen(move, slot);
      return true;
    }
    return false;
  }
  if (yes || is('save-anyway')) {
    delete move.state.pending;
    saveAnswer(move, slot, pending.text, true);
    return true;
  }
  if (no || is('send-other')) {
    delete move.state.pending;
    move.ask(slot);
    return true;
  }
  return false;
}

/** Deleting takes the button's own words; what is neither a choice nor something else to attend to is asked again. */
function decideCancel(move: Move, text: string, asks: boolean): boolean {
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  if (is('delete-plan')) {
    move.script.request({ type: 'discard' });
    return true;
  }
  delete move.state.pending;
  if (is('pause')) {
    runCommand(move, { type: 'pause' });
    return true;
  }
  const reading = readYesNo(text, readingOf(move));
  if (is('go-on') || (!asks && reading.ok && !reading.value)) {
    move.restate();
    return true;
  }
  if (asks) return false;
  move.decide({ kind: 'cancel' });
  return true;
}

/** Whether the waiting question offers these words as an answer. */
function isOffered(move: Move, slot: Slot | undefined, text: string): boolean {
  if (slot?.kind !== 'field' || move.state.status !== 'running' || move.state.pending) return false;
  const choices = slot.field.choices?.(contextOf(slot, move)) ?? [];
  return choices.some(({ value }) => sameText(text, value));
}

/** The engine's own buttons, in the words they show. */
function buttonOf(move: Move, text: string): Command | undefined {
  const buttons: [string, Command][] = [
    ['help', { type: 'help' }],
    ['skip', { type: 'skip' }],
    ['keep', { type: 'resume' }],
    ['show', { type: 'showPlan' }],
    ['export', { type: 'export' }],
    ['pending', { type: 'resume' }],
    ['go-on', { type: 'resume' }],
  ];
  return buttons.find(([key]) => sameText(text, move.t(`engine.choice.${key}`)))?.[1];
}

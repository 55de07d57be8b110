import {
  asksForAdvice,
  type Command,
  isQuestion,
  questionText,
  readCommand,
  readYesNo,
} from '../understanding/index.ts';
import type { FieldSlot, Slot } from './agenda.ts';
import { runCommand } from './commands.ts';
import { reopen } from './correction.ts';
import type { Workflow } from './definition.ts';
import { sameText } from './describe.ts';
import { Move, type Session, type Turn } from './move.ts';
import { asksConfirmation, save } from './save.ts';
import { initialState } from './state.ts';

/** Answers that could not be read before the way out is offered. */
const PATIENCE = 2;

/**
 * Begins a workflow: the first question of the plan, or the next open one of a plan that has something.
 * @param about what the person already said the plan is for: the answer to the first field.
 */
export function start(workflow: Workflow, session: Omit<Session, 'state'>, about?: string): Turn {
  const move = new Move(workflow, { ...session, state: initialState(workflow.id) });
  move.script.say(move.t('engine.start'));
  const first = move.slots().find((slot) => slot.kind === 'field');
  if (about !== undefined && first) save(move, first, about);
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
 * Takes one message in the middle of a workflow: a command, a question to the documents, or an answer to what
 * was asked. Never throws on what a person can write; what cannot be read is said, and the question stays.
 */
export function handle(workflow: Workflow, session: Session, text: string): Turn {
  const move = new Move(workflow, session);
  const reading = { language: session.texts.language, today: session.today };
  const command = buttonOf(move, text) ?? readCommand(text, reading);
  const slot = move.current();

  if (decide(move, text, command)) return move.finish();

  if (slot?.kind === 'field' && slot.field.advice && asksForAdvice(text, reading)) {
    move.script.request({ type: 'advice', advice: slot.field.advice });
    move.restate();
  } else if (command) runCommand(move, command);
  else if (isQuestion(text, reading) && !(slot?.kind === 'field' && slot.field.expectsQuestion)) {
    move.script.request({ type: 'answer', question: questionText(text) });
    if (move.state.status === 'running') move.script.say(move.t('engine.back-to-plan'));
    move.restate();
  } else if (slot && move.state.status !== 'done') answer(move, slot, text);
  else {
    move.script.request({ type: 'answer', question: text });
    move.restate();
  }
  return move.finish();
}

function answer(move: Move, slot: Slot, text: string): void {
  delete move.state.pending;
  move.state.status = 'running';
  move.state.current = slot.key;
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
  const is = (key: string) => sameText(text, move.t(key));
  if (is('engine.route.quick')) move.state.route = 'quick';
  else if (is('engine.route.full')) move.state.route = 'full';
  else {
    move.script.say(move.t('engine.route.unread'));
    return false;
  }
  move.advance('route');
  return true;
}

function takeMore(move: Move, slot: Extract<Slot, { kind: 'more' }>, text: string): boolean {
  const reading = readYesNo(text, { language: move.texts.language, today: move.today });
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
  if (pending.kind === 'cancel') return decideCancel(move, text);
  const slot = move.slots().find((s): s is FieldSlot => s.kind === 'field' && s.key === pending.key);
  if (!slot) return false;
  const is = (key: string) => sameText(text, move.t(`engine.choice.${key}`));
  const reading = readYesNo(text, { language: move.texts.language, today: move.today });
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

function decideCancel(move: Move, text: string): boolean {
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
  if (is('go-on')) {
    move.restate();
    return true;
  }
  return false;
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

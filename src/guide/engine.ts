import {
  asksForAdvice,
  type Command,
  deniesAll,
  isQuestion,
  leavesItToUs,
  onlyAffirms,
  onlyDenies,
  onlyNods,
  plainWords,
  questionText,
  type ReadingContext,
  readCommand,
  retracts,
} from '../understanding/index.ts';
import { contextOf, type FieldSlot, type Slot, wordsOf } from './agenda.ts';
import { amendAnswer, takeBackAnswer } from './amend.ts';
import { browse } from './browse.ts';
import { buttonOf, commandIn, isOwnAnswer } from './command-in.ts';
import { runCommand } from './commands.ts';
import { correctionByButton, findFields } from './correction.ts';
import { decide } from './decisions.ts';
import { hasSteps, type Workflow } from './definition.ts';
import { sameText } from './describe.ts';
import { takeWording } from './draft.ts';
import { pressEarlier } from './earlier-button.ts';
import { goToGap } from './gap-tour.ts';
import { Move, type Session, type Turn } from './move.ts';
import { takeProposal } from './proposals.ts';
import { routeEffort } from './question.ts';
import { goOn } from './return.ts';
import { gapNamed } from './review.ts';
import { asksConfirmation, save } from './save.ts';
import { saveAnswer } from './save-answer.ts';
import { takesAnything } from './several.ts';
import { initialState } from './state.ts';
import { offerWaysOut, sayProblem, waysOut } from './stuck.ts';
import { summarise } from './summary.ts';
import { takeMore, takeRoute } from './take-choice.ts';
import { divide, takeSeveral } from './take-several.ts';
import { MIXED } from './tells-of-plan.ts';
import { asksAboutTheStep, takeTentative, withoutRhetoric } from './tentative.ts';
import { remembering, undo } from './undo.ts';

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

/**
 * Goes back into a workflow beside the plan that was left or came to its end, its answers as they were.
 * @param asks whether to go on or to begin anew is asked first: it was begun again, not gone back to.
 */
export function goBack(workflow: Workflow, session: Session, asks: boolean): Turn {
  const move = new Move(workflow, session);
  delete move.state.pending;
  move.state.status = 'running';
  if (asks) move.decide({ kind: 'again' });
  else goOn(move);
  return move.finish();
}

/** Tells how a workflow stands, its answers step by step, and nothing else. */
export function tellSummary(workflow: Workflow, session: Session): string {
  return summarise(new Move(workflow, session));
}

/** Whether a correction names an answer of the workflow. */
export function hasAnswer(workflow: Workflow, session: Session, target: string): boolean {
  return findFields(new Move(workflow, session), target).length > 0;
}

/** Puts the waiting question again, after something else was attended to. */
export function restate(workflow: Workflow, session: Session): Turn {
  const move = new Move(workflow, session);
  move.restate();
  return move.finish();
}

/** Puts the draft that waits in better words than its pattern's, when a host found some; they are checked by then. */
export function reword(workflow: Workflow, session: Session, text: string): Turn {
  const move = new Move(workflow, session);
  takeWording(move, text);
  return move.finish();
}

/**
 * Takes a correction of a workflow beside the plan that has come to its end: «no, era el 60 %».
 * @returns undefined when the message is about something else
 */
export function amend(workflow: Workflow, session: Session, text: string): Turn | undefined {
  const move = new Move(workflow, session);
  return amendAnswer(move, text) ? remembering(session, move.finish()) : undefined;
}

/** Whether a message is an answer of the waiting question's own, whatever order its words might be elsewhere. */
export function answersPlainly(workflow: Workflow, session: Session, text: string): boolean {
  const move = new Move(workflow, session);
  return isOwnAnswer(move, move.current(), text);
}

/**
 * Takes one message in the middle of a workflow: a command, a question to the documents, or an answer to what
 * was asked. Never throws on what a person can write; what cannot be read is said, and the question stays.
 * @param ask the question that a pressed button stood under, by its key; typed words have none
 */
export function handle(workflow: Workflow, session: Session, text: string, ask?: string): Turn {
  const move = new Move(workflow, session);
  if (ask !== undefined && ask !== move.waiting() && !goesToGaps(move, text)) {
    pressEarlier(move, ask, text);
    return remembering(session, move.finish());
  }
  if (readCommand(text, readingOf(move))?.type === 'undo' && move.state.pending?.kind !== 'remove') {
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
  if (browse(move, slot, text)) return;
  // A button of the waiting question answers it, whatever else its words might mean.
  const chosen = isOwnAnswer(move, slot, text);
  const gap = chosen || workflow.aside ? undefined : gapNamed(move, text);
  if (gap) {
    delete move.state.pending;
    return goToGap(move, gap);
  }
  const button = buttonOf(move, text);
  const command = button ?? (chosen ? undefined : (commandIn(move, text) ?? toCorrect(move, text)));

  if (decide(move, text, command)) return;

  const advised =
    !button && slot?.kind === 'field' && asksForAdvice(text, reading) ? slot.field.advice : undefined;
  // A value with a question after it is an answer first.
  if (advised && slot?.kind === 'field' && !divide(move, slot, text)) {
    move.script.request({ type: 'advice', advice: advised, field: slot.key });
    move.restate();
  } else if (command && !(carriesValues(command) && takeSeveral(move, slot, text, MIXED)))
    runCommand(move, command);
  else if (!chosen && leavesItToUs(text) && advise(move, slot)) return;
  else if (!chosen && takeBackAnswer(move, slot, text)) return;
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
  if (!hasSteps(move.workflow) || slot.field.expectsQuestion || move.state.status !== 'running') return false;
  const parts = divide(move, slot, text);
  if (parts) delete move.state.pending;
  if (!parts || !save(move, slot, parts.answer))
    return parts !== undefined && move.state.pending !== undefined;
  for (const question of parts.questions)
    move.script.request({ type: 'answer', question: questionText(question) });
  move.script.say(move.workflow.aside ? wordsOf(move, 'back') : move.t('engine.back-to-plan'));
  if (asksConfirmation(move, slot)) move.decide({ kind: 'confirm', key: slot.key });
  else move.advance(slot.key);
  return true;
}

function answer(move: Move, slot: Slot, text: string): void {
  delete move.state.pending;
  if (move.workflow.aside && takesBack(move, slot, text) && amendAnswer(move, text)) return;
  move.state.status = 'running';
  move.state.current = slot.key;
  if (slot.kind === 'field' && takeProposal(move, slot, text)) return;
  if (slot.kind === 'field' && slot.field.skipsOnNone && deniesAll(text))
    return runCommand(move, { type: 'skip' });
  const told = move.state.toldProblem;
  const understood = nodsOnly(move, slot, text)
    ? false
    : slot.kind === 'field'
      ? saveAnswer(move, slot, text)
      : slot.kind === 'route'
        ? takeRoute(move, text)
        : takeMore(move, slot, text);
  if (understood || move.state.pending) return;
  move.state.misses += 1;
  // Who says no twice to a question does not want to answer it.
  if (move.state.misses > 1 && onlyDenies(plainWords(text))) return goOnWithout(move, slot);
  if (offerWaysOut(move, slot, text, told !== move.state.toldProblem)) return goOnWithout(move, slot);
  move.ask(slot, { heading: false, extra: waysOut(move, slot) });
}

/** «Listo», «sí» or «no» alone to a question that takes any words tells nothing that a plan could hold. */
function nodsOnly(move: Move, slot: Slot, text: string): boolean {
  const nod = nodIn(text);
  if (nod === undefined || slot.kind !== 'field') return false;
  if (isOwnAnswer(move, slot, text) || !takesAnything(slot, move)) return false;
  const reading = slot.field.read(text, contextOf(slot, move));
  if (!reading.ok || !holdsNod(reading.value)) return false;
  sayProblem(move, slot.key, move.t(`engine.nod${nod}`));
  return true;
}

/** The kind of nod that a message is, as the ending of its text's key; undefined when it tells something. */
function nodIn(text: string): '' | '.yes' | '.no' | undefined {
  const plain = plainWords(text);
  if (onlyNods(plain)) return '';
  return onlyAffirms(plain) ? '.yes' : onlyDenies(plain) ? '.no' : undefined;
}

/** Whether a nod stands somewhere in a value: the field took it for a name or a sentence. */
function holdsNod(value: unknown): boolean {
  if (typeof value === 'string') return nodIn(value) !== undefined;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNod);
}

/** What is recommended, to who leaves it to the assistant: a route, or a draft of the answer. */
function advise(move: Move, slot: Slot | undefined): boolean {
  if (slot?.kind === 'route') {
    move.state.misses += 1;
    // Who still does not choose gets what was recommended.
    if (move.state.misses > 1) {
      goOnWithout(move, slot);
      return true;
    }
    move.script.say(move.t('engine.route.advice', routeEffort(move.workflow, move)));
    move.ask(slot, { heading: false });
    return true;
  }
  if (slot?.kind !== 'field' || !awaitsAnswer(move)) return false;
  runCommand(move, { type: 'draft' });
  return true;
}

/** Settles a question that could not be answered: the short route, no further element, or put off. */
function goOnWithout(move: Move, slot: Slot): void {
  if (slot.kind === 'field') return runCommand(move, { type: 'skip' });
  move.script.say(move.t(`engine.without.${slot.kind}`));
  if (slot.kind === 'route') move.state.route = 'quick';
  else move.state.closed = [...move.state.closed, slot.group.each];
  move.advance(slot.key);
}

/** «No, es la única» may answer the question that waits; only what plainly takes something back is none then. */
function takesBack(move: Move, slot: Slot, text: string): boolean {
  if (slot.kind !== 'field') return true;
  if (isOwnAnswer(move, slot, text)) return false;
  return retracts(text) || !slot.field.read(text, contextOf(slot, move)).ok;
}

function readingOf({ texts, today }: Move): ReadingContext {
  return { language: texts.language, today };
}

function toCorrect(move: Move, text: string): Command | undefined {
  const correction = correctionByButton(move, text);
  return correction && { type: 'correct', ...correction };
}

/** A button that goes to what the plan lacks means the same at any moment. */
function goesToGaps(move: Move, text: string): boolean {
  return ['next-gap', 'gaps'].some((key) => sameText(text, move.t(`engine.choice.${key}`)));
}

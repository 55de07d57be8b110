import {
  acceptsDraft,
  type Command,
  isQuestion,
  readDraftEdit,
  readYesNo,
  wantsAnother,
} from '../understanding/index.ts';
import { contextOf, type FieldSlot, isFilled, wordsOf } from './agenda.ts';
import { sameText } from './describe.ts';
import { draftOf, type PendingDraft } from './draft-shown.ts';
import type { Move } from './move.ts';
import { labelOf } from './question.ts';
import { asksConfirmation, saveValue } from './save.ts';

/** Answers named at most as those that would let something be proposed. */
const NAMED = 3;
/** The plan's answers handed over with a draft: lines, and characters of each. */
const FACTS = 60;
const FACT = 300;

/**
 * Proposes an answer to the question that waits, or says which answers would let it.
 * @param because the official does not know: the question is pending until the draft is used
 */
export function propose(move: Move, because?: 'unknown'): void {
  const slot = move.current();
  if (slot?.kind !== 'field' || move.state.status !== 'running') return move.restate();
  const { proposals, lacks } = draftOf(slot, move);
  if (proposals.length > 0) {
    if (because === 'unknown') move.script.say(move.t('engine.draft.unknown', { label: move.label(slot) }));
    return put(move, slot, 0);
  }
  const labels = lacking(move, slot, lacks);
  if (labels.length > 0) move.script.say(move.t('engine.draft.lacks', { labels: labels.join('; ') }));
  else {
    const example = `${move.workflow.id}.field.${slot.field.id}.example`;
    move.script.say(
      move.texts.has(example)
        ? move.t('engine.draft.none.example', { example: move.t(example) })
        : move.t('engine.draft.none'),
    );
  }
  move.restate();
}

/** Labels of the open questions among some fields, those of the same element with it. */
function lacking(move: Move, slot: FieldSlot, ids: readonly string[]): string[] {
  const open = move
    .slots()
    .filter(
      (one): one is FieldSlot =>
        one.kind === 'field' &&
        ids.includes(one.field.id) &&
        one.key !== slot.key &&
        (one.item === undefined || one.item === slot.item || one.of?.each !== slot.of?.each) &&
        !isFilled(one, move),
    );
  const labels = open.map((one) => `«${labelOf(one, move)}»`);
  return [...new Set(labels)].slice(0, NAMED);
}

/** Puts a proposal. A text goes to the host first, which may find better words for it. */
function put(move: Move, slot: FieldSlot, at: number): void {
  const { proposals, topic } = draftOf(slot, move);
  const value = proposals[at];
  const pending: PendingDraft = { kind: 'draft', key: slot.key, at, value, by: 'pattern' };
  if (topic !== undefined && at === 0) move.script.request({ type: 'sources', topic });
  if (typeof value !== 'string') return move.decide(pending);
  move.state.pending = pending;
  move.script.request({
    type: 'draft',
    label: move.label(slot),
    ask: wordsOf(move, `field.${slot.field.id}.ask`),
    pattern: value,
    facts: factsOf(move),
    ...(slot.step.topic === undefined ? {} : { topic: slot.step.topic }),
  });
}

/** The plan's answers as lines of label and value. */
function factsOf(move: Move): string[] {
  return move
    .slots()
    .flatMap((slot): string[] => {
      if (slot.kind !== 'field' || slot.step.id === 'review') return [];
      const value = move.shown(slot);
      return value === undefined ? [] : [`${move.label(slot)}: ${value}`.slice(0, FACT)];
    })
    .slice(0, FACTS);
}

/** Takes a model's wording of the draft that waits, where the field reads it as a text, and puts the draft. */
export function takeWording(move: Move, text: string): void {
  const { pending } = move.state;
  const slot = move.current();
  if (pending?.kind === 'draft' && slot?.kind === 'field' && slot.key === pending.key) {
    const reading = slot.field.read(text, contextOf(slot, move));
    if (reading.ok && typeof reading.value === 'string')
      move.state.pending = { ...pending, value: reading.value, by: 'model' };
  }
  move.restate();
}

/**
 * Settles what becomes of a draft: used, another one, one's own, or with some of its words changed.
 * @returns false when the message is about something else, or is the official's own text in its place
 */
export function decideDraft(
  move: Move,
  slot: FieldSlot,
  pending: PendingDraft,
  text: string,
  command: Command | undefined,
): boolean {
  const is = (key: string) => sameText(text, move.t(`engine.choice.draft.${key}`));
  const reading = { language: move.texts.language, today: move.today };
  if (is('other') || command?.type === 'draft' || wantsAnother(text)) return another(move, slot, pending);
  if (command?.type === 'skip' || command?.type === 'resume') {
    delete move.state.pending;
    move.state.skipped = [...new Set([...move.state.skipped, slot.key])];
    move.state.justSkipped = slot.key;
    move.script.say(move.t('engine.skipped', { label: move.label(slot) }));
    move.advance(slot.key);
    return true;
  }
  const edited = edit(pending.value, text);
  if (edited !== undefined) {
    move.decide({ ...pending, value: edited, by: 'official' });
    return true;
  }
  if (command && !is('use') && !acceptsDraft(text)) return false;
  const answer = isQuestion(text, reading) ? undefined : readYesNo(text, reading);
  const short = text.trim().split(/\s+/).length <= AGREED;
  if (is('use') || acceptsDraft(text) || (short && answer?.ok && answer.value))
    return use(move, slot, pending);
  if (is('write') || (short && answer?.ok && !answer.value)) {
    delete move.state.pending;
    move.script.say(move.t('engine.draft.write'));
    move.ask(slot, { heading: false });
    return true;
  }
  return false;
}

/** Longest yes or no to a draft, in words; a longer text is the official's own. */
const AGREED = 4;

function another(move: Move, slot: FieldSlot, pending: PendingDraft): boolean {
  if (draftOf(slot, move).proposals.length > pending.at + 1) put(move, slot, pending.at + 1);
  else {
    move.script.say(move.t('engine.draft.no-more'));
    move.decide(pending);
  }
  return true;
}

/** Saves a proposed value: in a list that has something, it joins what is there. The one place where drafts enter the plan. */
function use(move: Move, slot: FieldSlot, { value }: PendingDraft): boolean {
  delete move.state.pending;
  if (!saveValue(move, slot, value, { mode: 'add', text: '', insist: true, source: { how: 'proposed' } })) {
    move.restate();
    return true;
  }
  if (asksConfirmation(move, slot)) move.decide({ kind: 'confirm', key: slot.key });
  else move.advance(slot.key);
  return true;
}

/** «Cambie … por …», in a text or in one of the parts of a list; undefined where those words are not in the draft. */
function edit(value: unknown, text: string): unknown {
  const change = readDraftEdit(text);
  if (!change) return undefined;
  const within = (one: unknown): unknown => {
    if (typeof one !== 'string') return undefined;
    const at = one.toLowerCase().indexOf(change.old.toLowerCase());
    return at < 0 ? undefined : one.slice(0, at) + change.value + one.slice(at + change.old.length);
  };
  if (!Array.isArray(value)) return within(value);
  const parts = value.map((part) => within(part));
  return parts.some((part) => part !== undefined) ? value.map((part, at) => parts[at] ?? part) : undefined;
}

import { contextOf, type FieldSlot, isFilled } from './agenda.ts';
import type { Workflow } from './definition.ts';
import { sameText } from './describe.ts';
import { Move, type Session, type Turn } from './move.ts';
import { save } from './save.ts';
import { remembering } from './undo.ts';

/**
 * Takes a form: each answer that is new is saved as if it had been asked, in the order of the guide; one that cannot be
 * read is said with its name, and the others stay. Then the next open question is put.
 */
export function fill(workflow: Workflow, session: Session, form: Readonly<Record<string, string>>): Turn {
  const move = new Move(workflow, session);
  delete move.state.pending;
  for (const key of Object.keys(form).filter((one) => !move.slots().some((slot) => slot.key === one)))
    move.script.say(move.t('engine.form.gone', { text: form[key] ?? '' }));
  for (const { key } of move.slots()) {
    const told = Object.hasOwn(form, key) ? form[key] : undefined;
    // An answer may open or close others: each is looked up as the plan then stands.
    const slot = move.slots().find((one): one is FieldSlot => one.kind === 'field' && one.key === key);
    if (told === undefined || !slot || sameText(told, move.shown(slot) ?? '')) continue;
    if (save(move, slot, told, 'set', true)) doubt(move, slot);
    else move.script.say(move.t('engine.form.unread', { label: move.label(slot) }));
  }
  move.state.status = 'running';
  const waiting = move.current();
  if (waiting && !isFilled(waiting, move)) move.ask(waiting, { heading: false });
  else move.advance();
  return remembering(session, move.finish());
}

/** What would have been asked before saving is told after it: a form is not stopped in the middle. */
function doubt(move: Move, slot: FieldSlot): void {
  const context = contextOf(slot, move);
  const caution = slot.field.caution?.(slot.field.current(context), context);
  if (caution) move.script.say(move.t(caution.key, caution.params));
}

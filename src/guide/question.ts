import type { Choice } from '../messages/message.ts';
import { contextOf, type FieldSlot, isFilled, itemName, type Slot, type View, wordsOf } from './agenda.ts';

/** The words and buttons of a question. Help and skip are always on offer; keeping what is there, where there is something. */
export function questionOf(slot: Slot, view: View): { text: string; choices: Choice[] } {
  const { texts } = view;
  const button = (key: string): Choice => ({ label: texts.t(key), value: texts.t(key) });
  const beside = (key: string): Choice => ({ ...button(key), aside: true });
  if (slot.kind === 'route')
    return {
      text: texts.t('engine.route.ask'),
      choices: [button('engine.route.full'), button('engine.route.quick')],
    };
  if (slot.kind === 'more')
    return {
      text: wordsOf(view, `group.${slot.group.each}.more`),
      choices: [button('engine.choice.yes'), button('engine.choice.no')],
    };
  const context = contextOf(slot, view);
  const details = slot.field.details?.(context);
  const ask = [wordsOf(view, `field.${slot.field.id}.ask`), ...(details ? [details] : [])].join('\n\n');
  const item = itemName(slot, view);
  const choices = slot.field.choices?.(context) ?? [];
  return {
    text: item === undefined ? ask : texts.t('engine.about', { item, ask }),
    choices: [
      ...(isFilled(slot, view) ? [beside('engine.choice.keep')] : []),
      ...choices,
      ...(canDraft(slot, view) ? [beside('engine.choice.draft')] : []),
      beside('engine.choice.help'),
      beside('engine.choice.skip'),
    ],
  };
}

/** Whether something can be proposed for a field, as far as the plan goes. */
export function canDraft(slot: FieldSlot, view: View): boolean {
  return (slot.field.draft?.(contextOf(slot, view)).proposals.length ?? 0) > 0;
}

/** What a field is called: its label, with the element it belongs to. */
export function labelOf(slot: FieldSlot, view: View): string {
  const label = wordsOf(view, `field.${slot.field.id}.label`);
  const item = itemName(slot, view);
  return item === undefined ? label : view.texts.t('engine.label-of', { label, item });
}

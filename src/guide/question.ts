import type { Choice } from '../messages/message.ts';
import { contextOf, type FieldSlot, isFilled, itemName, type Slot, type View, wordsOf } from './agenda.ts';
import type { Workflow } from './definition.ts';
import { draftOf } from './draft-shown.ts';
import { effortOf, timeText } from './effort.ts';
import { proposalChoices, proposalsOf } from './proposals.ts';

/**
 * The words and buttons of a question. Help and skip are always on offer; keeping what is there, where there is
 * something. A question put `again` is put in fewer words where it is a long one.
 */
export function questionOf(
  slot: Slot,
  view: View,
  workflow: Workflow,
  again = false,
): { text: string; choices: Choice[] } {
  const { texts } = view;
  const button = (key: string): Choice => ({ label: texts.t(key), value: texts.t(key) });
  const beside = (key: string): Choice => ({ ...button(key), aside: true });
  if (slot.kind === 'route')
    return {
      text: texts.t(again ? 'engine.route.again' : 'engine.route.ask', routeEffort(workflow, view)),
      choices: [button('engine.route.quick'), button('engine.route.full')],
    };
  if (slot.kind === 'more')
    return {
      text: wordsOf(view, `group.${slot.group.each}.more`),
      choices: [button('engine.choice.yes'), button('engine.choice.no')],
    };
  const context = contextOf(slot, view);
  const recalled = slot.field.recalls?.(context);
  const details = slot.field.details?.(context);
  const key = `field.${slot.field.id}.ask`;
  const question = recalled ? wordsOf(view, `${key}.recalled`, recalled) : wordsOf(view, key);
  const ask = details ? `${question}\n\n${details}` : question;
  const item = itemName(slot, view);
  const choices = slot.field.choices?.(context) ?? [];
  const proposed = proposalsOf(slot, view);
  const [draft] = draftOf(slot, view).proposals;
  // What would be drafted may stand on a button of the question anyway: «cada tres meses».
  const drafts = draft !== undefined && !choices.some(({ value }) => value === draft);
  const asked = item === undefined ? ask : texts.t('engine.about', { item, ask });
  return {
    text: [asked, ...tellProposals(proposed, texts)].join('\n\n'),
    choices: [
      ...proposalChoices(proposed, texts),
      ...(isFilled(slot, view) ? [beside('engine.choice.keep')] : []),
      ...choices,
      ...(drafts ? [beside('engine.choice.draft')] : []),
      ...(slot.field.catalogue ? [beside('browse.choice.open')] : []),
      beside('engine.choice.help'),
      beside('engine.choice.skip'),
    ],
  };
}

/** Whether something can be proposed for a field, as far as the plan goes. */
export function canDraft(slot: FieldSlot, view: View): boolean {
  return draftOf(slot, view).proposals.length > 0;
}

/** What the plan proposes, after the question it may answer. */
function tellProposals(proposed: readonly string[], texts: View['texts']): string[] {
  const [only] = proposed;
  if (only === undefined) return [];
  if (proposed.length === 1) return [texts.t('engine.proposed', { value: only.replace(/\.$/, '') })];
  return [[texts.t('engine.proposed.several'), ...proposed.map((value) => `- ${value}`)].join('\n')];
}

/** Many are told in tens: how many they come to depends on the axes and projects to come. */
function roundedQuestions(count: number): number {
  return count > 30 ? Math.round(count / 10) * 10 : count;
}

/** What each route takes, for choosing between them. */
export function routeEffort(workflow: Workflow, view: View) {
  const [quick, full] = (['quick', 'full'] as const).map((route) => effortOf(workflow, view, route));
  return {
    quick: roundedQuestions(quick?.questions ?? 0),
    quickTime: timeText(quick?.minutes ?? 0, view),
    full: roundedQuestions(full?.questions ?? 0),
    fullTime: timeText(full?.minutes ?? 0, view),
  };
}

/** What a field is called: its label, with the element it belongs to. */
export function labelOf(slot: FieldSlot, view: View): string {
  const label = wordsOf(view, `field.${slot.field.id}.label`);
  const item = itemName(slot, view);
  return item === undefined ? label : view.texts.t('engine.label-of', { label, item });
}

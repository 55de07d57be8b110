import { valueAt } from '../plan/patch.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import { rememberedWith } from '../text/remembered.ts';
import {
  type Field,
  type FieldContext,
  type Group,
  isGroup,
  type Step,
  type Workflow,
} from './definition.ts';
import type { GuideState } from './state.ts';

/** A question of the workflow for this plan. Its key is the place in the plan that it fills. */
export type Slot =
  | { kind: 'field'; key: string; step: Step; field: Field; item?: string; of?: Group }
  /** Which route to take, before everything else. */
  | { kind: 'route'; key: 'route'; step: Step }
  /** Whether a list gets another element. */
  | { kind: 'more'; key: string; step: Step; group: Group };

export type FieldSlot = Extract<Slot, { kind: 'field' }>;

export interface View {
  plan: Plan;
  texts: Texts;
  today: string;
  state: GuideState;
}

/** Every question that applies to the plan as it stands, in the order of the guide. */
export function agenda(workflow: Workflow, view: View): readonly Slot[] {
  const { texts, today, state } = view;
  const basis = [texts, today, state.answers, state.creating];
  const made = agendas(view.plan);
  const known = made.get(workflow);
  if (known && basis.every((one, at) => one === known.basis[at])) return known.slots;
  const slots = makeAgenda(workflow, view);
  made.set(workflow, { basis, slots });
  return slots;
}

/** An agenda, and what it was made of beside the plan: a turn asks for the same one many times. */
interface Agenda {
  basis: readonly unknown[];
  slots: readonly Slot[];
}

/** The last agendas of a plan, which is never changed in its place. */
const agendas = rememberedWith((_plan: Plan) => new Map<Workflow, Agenda>());

function makeAgenda(workflow: Workflow, view: View): Slot[] {
  const first = workflow.steps[0];
  const slots: Slot[] = first && !workflow.aside ? [{ kind: 'route', key: 'route', step: first }] : [];
  for (const { step, group, slot } of entriesOf(workflow)) {
    if (group) slots.push(...groupSlots(step, group, view));
    else if (applies(slot.field, undefined, view)) slots.push(slot);
  }
  return slots;
}

/** The entries of a workflow in their order; the question of a field is the same in every plan. */
const entriesOf = rememberedWith(({ steps }: Workflow) =>
  steps.flatMap((step) =>
    step.entries.map((entry) => {
      if (isGroup(entry)) return { step, group: entry };
      const slot: FieldSlot = { kind: 'field', key: entry.id, step, field: entry };
      return { step, slot };
    }),
  ),
);

/** The context a slot's field looks at. */
export function contextOf({ item }: { item?: string | undefined }, view: View): FieldContext {
  const { plan, texts, today, state } = view;
  return { plan, texts, today, item, answers: state.answers };
}

/** A text of the workflow at hand: each keeps its own in a file of its name. */
export function wordsOf(view: View, key: string, params?: Record<string, string | number>): string {
  return view.texts.t(`${view.state.workflow}.${key}`, params);
}

export function isFilled(slot: Slot, view: View): boolean {
  if (slot.kind === 'route') return view.state.route !== undefined;
  if (slot.kind === 'more') return view.state.closed.includes(slot.group.each);
  if (slot.of?.create === slot.field) return view.state.creating !== slot.of.each;
  const value = slot.field.current(contextOf(slot, view));
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** Whether a question still lacks its answer: neither given nor told by other data. */
export function isOpen(slot: Slot, view: View): boolean {
  return !isFilled(slot, view) && !isSettled(slot, view);
}

/** Whether other data tell what a question would. */
export function isSettled(slot: Slot, view: View): boolean {
  return slot.kind === 'field' && (slot.field.settled?.(contextOf(slot, view)) ?? false);
}

/**
 * Whether the slot belongs to the route chosen; a step back or a correction may still lead to any. The short one asks
 * for no second element of a list: one project makes a plan, and another can be added at its end.
 */
export function onRoute(slot: Slot, state: GuideState): boolean {
  if (state.route !== 'quick' || slot.kind === 'route') return true;
  return slot.kind === 'field' && slot.field.essential === true;
}

/** The next question to put: the first open one after the given key, or else before it. */
export function nextOpen(slots: readonly Slot[], view: View, after?: string): Slot | undefined {
  const open = (slot: Slot) =>
    !view.state.skipped.includes(slot.key) && onRoute(slot, view.state) && isOpen(slot, view);
  const at = after === undefined ? -1 : slots.findIndex((s) => s.key === after);
  // The question that made a new element is gone: what follows is asked of the element.
  const made =
    after === undefined || at >= 0 ? -1 : slots.findIndex((s) => open(s) && s.key.startsWith(`${after}.`));
  const start = made >= 0 ? made : at + 1;
  return slots.slice(start).find(open) ?? slots.slice(0, start).find(open);
}

/** How an element of a list is called in front of people. */
export function itemName(slot: FieldSlot, view: View): string | undefined {
  if (slot.item === undefined || slot.of === undefined) return undefined;
  const element = elementsOf(slot.of, view).find(({ id }) => id === slot.item);
  const term = `guide.term.${slot.of.each}.${slot.item}`;
  if (view.texts.has(term)) return view.texts.t(term);
  const name = element?.name ?? element?.action ?? element?.statement;
  return typeof name === 'string' ? name : undefined;
}

/** The questions of a group: those of each of its elements, then of one more. */
export function groupSlots(step: Step, group: Group, view: View): Slot[] {
  const elements = elementsOf(group, view);
  const perItem = elements.flatMap(({ id: item }) =>
    group.fields
      .filter((field) => applies(field, item, view))
      .map(
        (field): FieldSlot => ({
          kind: 'field',
          key: field.id.replace('*', item),
          step,
          field,
          item,
          of: group,
        }),
      ),
  );
  if (!group.create) return perItem;
  const create: FieldSlot = { kind: 'field', key: group.create.id, step, field: group.create, of: group };
  if (elements.length === 0) return [{ kind: 'field', key: create.key, step, field: group.create }];
  const more: Slot = { kind: 'more', key: `${group.each}.more`, step, group };
  return view.state.creating === group.each ? [...perItem, create] : [...perItem, more];
}

/** The elements of a group's list, in the plan or in the run's answers. */
function elementsOf(
  { each, own }: Group,
  { plan, state }: View,
): ({ id: string } & Record<string, unknown>)[] {
  const list = own ? state.answers?.[each] : valueAt(plan, each);
  return Array.isArray(list) ? list : [];
}

function applies({ when }: Field, item: string | undefined, view: View): boolean {
  return when === undefined || when(contextOf({ item }, view));
}

import { valueAt } from '../plan/patch.ts';
import type { Plan } from '../plan/schema.ts';
import { rememberedWith } from '../text/remembered.ts';
import {
  agenda,
  type FieldSlot,
  groupSlots,
  isFilled,
  isSettled,
  onRoute,
  type Slot,
  type View,
} from './agenda.ts';
import { type Field, isGroup, type Step, type Workflow } from './definition.ts';
import { takesAnything, takesProse } from './several.ts';
import type { GuideState } from './state.ts';

/**
 * Seconds that reading one question and writing its answer take, by what the question takes. They are estimates of
 * ours, not measured: a button is chosen at once, a figure or a date is looked up, a name is known, a list or a text is
 * thought over. What people are told is therefore rounded and called an estimate («unos 12 minutos»).
 */
const SECONDS = { choice: 15, figure: 25, name: 30, text: 60 } as const;
/** Stands for an element of a list that has none yet. */
const EXPECTED = 'expected-1';

/** How far a plan has come on a route, and what is left of it. */
export interface Effort {
  filled: number;
  total: number;
  /** Questions still to be put: of those told along with another, one. */
  questions: number;
  /** Estimate for these, put off or not. */
  minutes: number;
}

/** How far one step has come. */
export interface StepEffort {
  step: Step;
  filled: number;
  total: number;
}

/** Counts the questions of a route. */
export function effortOf(workflow: Workflow, view: View, route = view.state.route): Effort {
  const { slots, open } = counted(workflow, view, route);
  const ids = new Set(open.map(({ field }) => field.id));
  const asked = open.filter(({ field }) => field.along === undefined || !ids.has(field.along));
  const seconds = asked.reduce((sum, slot) => sum + secondsFor(slot, view), 0);
  return {
    filled: slots.length - open.length,
    total: slots.length,
    questions: asked.length,
    minutes: Math.ceil(seconds / 60),
  };
}

/** Likewise step by step, on the route that was chosen. */
export function effortBySteps(workflow: Workflow, view: View): StepEffort[] {
  const { slots, open } = counted(workflow, view, view.state.route);
  const count = (some: readonly FieldSlot[], step: Step) =>
    some.filter((slot) => slot.step.id === step.id).length;
  return workflow.steps.map((step) => {
    const total = count(slots, step);
    return { step, filled: total - count(open, step), total };
  });
}

/**
 * The questions that count on a route, and those of them that are open. A list that is still empty counts as if it had
 * one element: a plan has at least one axis and one project, and the estimate would else grow with every answer.
 */
function counted(workflow: Workflow, view: View, route: GuideState['route']) {
  const state: GuideState = { ...view.state, ...(route && { route }) };
  const slots: FieldSlot[] = [];
  const open: FieldSlot[] = [];
  for (const slot of [...agenda(workflow, view), ...expectedSlots(workflow, view)]) {
    if (slot.kind !== 'field' || !onRoute(slot, state)) continue;
    const filled = isFilled(slot, view);
    if (!filled && isSettled(slot, view)) continue;
    slots.push(slot);
    if (!filled) open.push(slot);
  }
  return { slots, open };
}

/** «unos 12 minutos», «unas 2 horas y media»: rounded as an estimate deserves. */
export function timeText(minutes: number, { texts }: Pick<View, 'texts'>): string {
  if (minutes >= 60) {
    const halves = Math.round(minutes / 30);
    return texts.t('effort.hours', { hours: Math.floor(halves / 2), half: halves % 2 === 1 ? 'yes' : 'no' });
  }
  return texts.t('effort.minutes', { minutes: minutes > 15 ? Math.round(minutes / 5) * 5 : minutes });
}

const kinds = new WeakMap<Field, keyof typeof SECONDS>();

/** What a question takes is told from what its field can read, once for each field. */
function secondsFor(slot: FieldSlot, view: View): number {
  const known = kinds.get(slot.field);
  const kind = known ?? kindOf(slot, view);
  if (!known) kinds.set(slot.field, kind);
  return SECONDS[kind];
}

function kindOf(slot: FieldSlot, view: View): keyof typeof SECONDS {
  if (!takesAnything(slot, view)) return slot.field.choices ? 'choice' : 'figure';
  return slot.field.merge || takesProse(slot, view) ? 'text' : 'name';
}

/** The questions that an element will bring to each list that is empty or to get another one. */
function expectedSlots(workflow: Workflow, view: View): Slot[] {
  const growing = groupsOf(workflow).filter(
    ({ group: { each } }) => isEmpty(view.plan, each) || view.state.creating === each,
  );
  const lists = new Set(growing.map(({ group }) => group.each));
  const plan = [...lists].reduce<Plan>((grown, each) => withExpected(grown, each.split('.')), view.plan);
  return growing
    .flatMap(({ step, group }) => groupSlots(step, group, { ...view, plan }))
    .filter((slot) => slot.kind === 'field' && slot.item === EXPECTED && slot.field !== slot.of?.create);
}

const groupsOf = rememberedWith(({ steps }: Workflow) =>
  steps.flatMap((step) => step.entries.filter(isGroup).map((group) => ({ step, group }))),
);

function isEmpty(plan: Plan, list: string): boolean {
  return ((valueAt(plan, list) ?? []) as unknown[]).length === 0;
}

/** A copy with one made-up element more in a list. It is only counted, never validated, kept or shown. */
function withExpected<T extends object>(node: T, [key = '', ...rest]: readonly string[]): T {
  const inside = (node as Record<string, unknown>)[key];
  if (rest.length === 0)
    return { ...node, [key]: [...((inside ?? []) as unknown[]), { id: EXPECTED, name: '' }] };
  return typeof inside === 'object' && inside !== null
    ? { ...node, [key]: withExpected(inside, rest) }
    : node;
}

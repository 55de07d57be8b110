import { rememberedWith } from '../text/remembered.ts';
import { agenda, isOpen, nextOpen, onRoute } from './agenda.ts';
import { isGroup, type Workflow } from './definition.ts';
import type { Session } from './move.ts';
import type { GuideState } from './state.ts';

/** Keys of questions as they were once, and as they are now; `*` stands for the element of a list. */
export type Aliases = Readonly<Record<string, string>>;

/** Every field, list or step that was renamed: a line each, kept for as long as plans are. None was so far. */
const RENAMED: Aliases = {};

/**
 * A state that an earlier version of the service may have written, as this one reads it: keys that were renamed get
 * their new names; a question that is gone gives way to the nearest open one, by its place in the plan, then by the
 * step, then by what was answered last. Nothing of the plan or of what was told changes.
 */
export function mendState(workflow: Workflow, session: Session, renamed = RENAMED): GuideState {
  const state = rename(session.state, renamed);
  const known = knownKeys(workflow);
  const { current, pending, resumeAt, justSkipped, gaps } = state;
  const gone = (key: string | undefined) => key !== undefined && !known(key);
  if (!gone(current) && state.trail.every(known) && !gone(resumeAt) && !gone(justSkipped)) {
    if (!(pending && 'key' in pending && gone(pending.key)) && !gone(gaps?.at) && !gone(gaps?.back))
      return state;
  }
  if (pending && 'key' in pending && gone(pending.key)) delete state.pending;
  if (gone(resumeAt)) delete state.resumeAt;
  if (gone(justSkipped)) delete state.justSkipped;
  if (gone(gaps?.at) || gone(gaps?.back)) delete state.gaps;
  state.trail = state.trail.filter(known);
  if (current !== undefined && gone(current)) {
    const near = nearest(workflow, { ...session, state }, current);
    if (near === undefined) delete state.current;
    else state.current = near;
    delete state.pending;
  }
  return state;
}

/** The open question nearest to a key that is gone; undefined when none is open. */
function nearest(workflow: Workflow, view: Session, gone: string): string | undefined {
  const slots = agenda(workflow, view);
  const open = slots.filter((slot) => onRoute(slot, view.state) && isOpen(slot, view));
  const near = open
    .map((slot) => ({ slot, shared: sharedPath(slot.key, gone) }))
    .reduce<{ key?: string; shared: number }>(
      (best, { slot, shared }) => (shared > best.shared ? { key: slot.key, shared } : best),
      { shared: 0 },
    );
  const inStep = open.find(({ step }) => step.id === view.state.shownStep);
  return near.key ?? inStep?.key ?? nextOpen(slots, view, view.state.trail.at(-1))?.key;
}

/** How many parts of two paths are the same, from the beginning. */
function sharedPath(one: string, other: string): number {
  const [parts, others] = [one.split('.'), other.split('.')];
  const differs = parts.findIndex((part, at) => part !== others[at]);
  return differs === -1 ? parts.length : differs;
}

/** Whether a key is of a question that the workflow has, for whatever element of a list. */
const knownKeys = rememberedWith((workflow: Workflow) => {
  const patterns = workflow.steps.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      isGroup(entry)
        ? [
            `${entry.each}.more`,
            ...(entry.create ? [entry.create.id] : []),
            ...entry.fields.map(({ id }) => id),
          ]
        : [entry.id],
    ),
  );
  const known = new RegExp(`^(?:route|${patterns.map(patternOf).join('|')})$`);
  return (key: string): boolean => known.test(key);
});

function patternOf(id: string): string {
  return id.replaceAll('.', '\\.').replaceAll('*', '[^.]+');
}

/** Every key of a state under its present name; the state itself stays as it was. */
function rename(state: GuideState, renamed: Aliases): GuideState {
  const rules = Object.entries(renamed).map(([old, now]) => ({ old: new RegExp(`^${starred(old)}$`), now }));
  if (rules.length === 0) return { ...state };
  const name = (key: string): string => {
    const rule = rules.find(({ old }) => old.test(key));
    const items = rule?.old.exec(key)?.slice(1) ?? [];
    return rule ? rule.now.replaceAll('*', () => items.shift() ?? '*') : key;
  };
  const { current, resumeAt, justSkipped, pending } = state;
  return {
    ...state,
    skipped: state.skipped.map(name),
    trail: state.trail.map(name),
    ...(current !== undefined && { current: name(current) }),
    ...(resumeAt !== undefined && { resumeAt: name(resumeAt) }),
    ...(justSkipped !== undefined && { justSkipped: name(justSkipped) }),
    ...(pending && 'key' in pending && { pending: { ...pending, key: name(pending.key) } }),
  };
}

function starred(id: string): string {
  return id.replaceAll('.', '\\.').replaceAll('*', '([^.]+)');
}

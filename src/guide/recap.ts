import { nextOpen, type Slot, wordsOf } from './agenda.ts';
import { isGroup, type Workflow } from './definition.ts';
import { effortBySteps, effortOf, timeText } from './effort.ts';
import { Move, type Session } from './move.ts';

/** How far the plan has come, in one paragraph: answers, what is left in minutes, and where the person stands. */
export function progress(move: Move): string {
  const { filled, total, minutes } = effortOf(move.workflow, move);
  const current = move.current();
  return move.t('effort.progress', {
    filled,
    total,
    percent: total === 0 ? 0 : Math.round((100 * filled) / total),
    left: filled === total ? 'none' : 'some',
    time: timeText(minutes, move),
    step: current ? wordsOf(move, `step.${current.step.id}.title`) : '',
    number: current?.step.number ?? 0,
    last: move.workflow.steps.at(-1)?.number ?? 0,
    running: current ? 'yes' : 'no',
  });
}

/** How many answers each step has of those it asks on this route; steps of which it asks nothing are left out. */
export function progressBySteps(move: Move): string {
  const current = move.current()?.step.id;
  return effortBySteps(move.workflow, move)
    .filter(({ total }) => total > 0)
    .map(({ step, filled, total }) =>
      move.t('effort.step', {
        number: step.number,
        title: wordsOf(move, `step.${step.id}.title`),
        filled,
        total,
        state: step.id === current ? 'here' : filled === total ? 'done' : 'open',
      }),
    )
    .join('\n');
}

/**
 * For someone who comes back after hours or days: whose plan it is, where they were, what was kept last, how far the
 * plan has come, what is left in minutes, and what comes.
 */
export function recap(move: Move): string {
  const { filled, total, minutes } = effortOf(move.workflow, move);
  const slots = move.slots();
  const waiting = move.current();
  const last = lastLabel(move, slots);
  const entity = move.plan.entity.name;
  const after = waiting && comesAfter(move, slots, waiting);
  return [
    move.t('effort.recap.where', {
      number: waiting?.step.number ?? 0,
      last: move.workflow.steps.at(-1)?.number ?? 0,
      step: waiting ? wordsOf(move, `step.${waiting.step.id}.title`) : '',
      of: entity === undefined ? 'none' : 'some',
      entity: entity ?? '',
      running: waiting ? 'yes' : 'no',
    }),
    ...(last === undefined ? [] : [move.t('effort.recap.last', { label: last })]),
    move.t('effort.recap.far', {
      filled,
      total,
      percent: total === 0 ? 0 : Math.round((100 * filled) / total),
      left: filled === total ? 'none' : 'some',
      time: timeText(minutes, move),
    }),
    ...(after === undefined
      ? []
      : [move.t('effort.recap.after', { title: wordsOf(move, `step.${after.step.id}.title`) })]),
  ].join(' ');
}

/** What was answered last; a list's new element was opened by a question that is gone by then. */
function lastLabel(move: Move, slots: readonly Slot[]): string | undefined {
  const opens = new Set(
    move.workflow.steps.flatMap(({ entries }) =>
      entries.filter(isGroup).flatMap(({ create }) => create?.id ?? []),
    ),
  );
  const labels = move.state.trail.flatMap((key) => {
    const slot = slots.find((one) => one.key === key);
    if (slot?.kind === 'field') return move.label(slot);
    return opens.has(key) ? wordsOf(move, `field.${key}.label`) : [];
  });
  return labels.at(-1);
}

/** The first question of a later step, once the waiting one is answered. */
function comesAfter(move: Move, slots: readonly Slot[], waiting: Slot): Slot | undefined {
  const rest = slots.filter((slot) => slot.step.id !== waiting.step.id);
  const at = slots.findIndex(({ key }) => key === waiting.key);
  const later = rest.filter((slot) => slots.indexOf(slot) > at);
  return nextOpen(later, move);
}

/** The same for the host, in front of an answer that someone gives at once on coming back. */
export function recapOf(workflow: Workflow, session: Session): string {
  return recap(new Move(workflow, session));
}

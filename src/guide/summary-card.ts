import type { Card, CardSection } from '../messages/message.ts';
import { type FieldSlot, isFilled, isOpen, itemName, onRoute, wordsOf } from './agenda.ts';
import type { Move } from './move.ts';
import { progress } from './recap.ts';
import { answered, progressByStep, stepsOf } from './summary.ts';

/** The plan as it stands, a section for each step with its answers and how many it still lacks. */
export function summaryCard(move: Move): Card {
  const sections = stepsOf(move).flatMap(({ title, number, slots }): CardSection[] => {
    const filled = slots.filter((slot) => isFilled(slot, move));
    if (filled.length === 0) return [];
    const pending = slots.filter((slot) => onRoute(slot, move.state) && isOpen(slot, move)).length;
    return [
      {
        title: `${number}. ${title}`,
        facts: filled.map((slot) => ({ label: nameOf(slot, move), value: move.shown(slot) ?? '' })),
        ...(pending > 0 && { note: move.t('engine.summary.pending', { pending }) }),
      },
    ];
  });
  const title = move.t(sections.length > 0 ? 'engine.summary.title' : 'engine.summary.empty');
  return { title, sections, progress: doneOf(move) };
}

/** How far the plan has come: in all, and step by step. */
export function progressCard(move: Move): Card {
  const steps = progressByStep(move.workflow, move).filter(({ total }) => total > 0);
  const facts = steps.map(({ title, filled, total }) => ({ label: title, value: `${filled} / ${total}` }));
  return { title: progress(move), sections: [{ title: '', facts }], progress: doneOf(move) };
}

function doneOf(move: Move): { done: number; total: number } {
  const { filled, total } = answered(move);
  return { done: filled, total };
}

/** What a value is called: its label, with the element of a list that it belongs to. */
function nameOf(slot: FieldSlot, move: Move): string {
  const label = wordsOf(move, `field.${slot.field.id}.label`);
  const item = itemName(slot, move);
  return item === undefined || slot.field.id.endsWith('.name') ? label : `${item}: ${label}`;
}

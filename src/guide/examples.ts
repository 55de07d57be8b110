import { type FieldSlot, type Slot, wordsOf } from './agenda.ts';
import { guideList, type ListOf } from './lists.ts';
import type { Move } from './move.ts';

type CityExample = ListOf<'city-examples'>[number];

/** An answer as it may be written to a field, from the field or its step; undefined where neither has one. */
export function exampleFor(move: Move, slot: FieldSlot): string | undefined {
  const keys = [`field.${slot.field.id}.example`, `step.${slot.step.id}.example`];
  const key = keys.find((one) => move.texts.has(`${move.workflow.id}.${one}`));
  return key === undefined ? undefined : wordsOf(move, key).replace(/\.$/, '');
}

/** Whether the guide tells how a city did what a question asks for, besides what was shown last. */
export function hasCityExample(move: Move, slot: Slot | undefined): boolean {
  return cityExamples(slot).some(({ id }) => id !== move.state.shownExample);
}

/** Shows how a city did it, each time another one where the guide has several; says so where it has none. */
export function showCityExample(move: Move): void {
  const slot = move.current();
  const examples = cityExamples(slot);
  const shown = examples.findIndex(({ id }) => id === move.state.shownExample);
  const next = examples[(shown + 1) % examples.length];
  if (next && hasCityExample(move, slot)) {
    move.state.shownExample = next.id;
    move.script.request({ type: 'cityExample', example: next });
    return;
  }
  const example = slot?.kind === 'field' ? exampleFor(move, slot) : undefined;
  move.script.say(
    move.t(next ? 'engine.example.no-other' : 'engine.example.no-city', {
      example: example ?? '',
      illustrates: example ? 'yes' : 'no',
    }),
  );
}

/** What fits the field itself, or else its step. */
function cityExamples(slot: Slot | undefined): readonly CityExample[] {
  if (slot?.kind !== 'field') return [];
  const about = (id: string) => guideList('city-examples').filter((one) => one.about.includes(id));
  const own = about(slot.field.id);
  return own.length > 0 ? own : about(slot.step.id);
}

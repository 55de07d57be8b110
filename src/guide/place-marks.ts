import type { Span } from '../understanding/segments.ts';
import type { Mark } from './cues.ts';
import { valueSpan } from './extent.ts';
import { namedIn, ofProject, PROJECT } from './settle-marks.ts';

/** A mark with the stretch that holds its value. */
export interface Placed {
  mark: Mark;
  value: Span;
}

/** Each mark with the stretch that holds its value; shapes inside the value of another mark belong to it. */
export function placed(marks: Mark[], text: string, closed: readonly Span[]): Placed[] {
  const found: Placed[] = [];
  for (const mark of marks) {
    if (mark.kind === 'peek') {
      found.push({ mark, value: mark });
      continue;
    }
    const inside = found.some(
      ({ mark: m, value }) =>
        m.kind !== 'peek' && m.kind !== 'shape' && mark.start < value.end && !namedIn(mark, m),
    );
    if (inside) continue;
    const value = mark.kind === 'shape' ? mark : valueSpan(mark, marks, text, closed);
    if (value) found.push({ mark, value });
  }
  return found;
}

/**
 * Fields of the plan first; then project by project, each with what is told of it and at last its indicators. What
 * stands before the first project belongs to that one.
 */
export function ordered(found: Placed[]): Placed[] {
  const projects = found.filter(({ mark }) => mark.field === PROJECT).map(({ mark }) => mark.start);
  const rank = ({ mark: { field, kind, start, end, by } }: Placed): [number, number, number] => {
    const indicator = field.startsWith('indicators.');
    // What an axis is called comes before what its head tells: «el objetivo del eje Puertos es …».
    if (field !== PROJECT && !indicator && !ofProject({ field })) return [0, by.names ? -1 : 0, start];
    const from = kind === 'label' || kind === 'lead' ? end : start;
    const group = Math.max(1, projects.filter((at) => at <= from).length);
    return [group, indicator ? 2 : field === PROJECT ? 0 : 1, start];
  };
  return found.toSorted((a, b) => {
    const [ra, rb] = [rank(a), rank(b)];
    return ra[0] - rb[0] || ra[1] - rb[1] || ra[2] - rb[2];
  });
}

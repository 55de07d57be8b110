import { type Span, sentencesOf } from '../understanding/segments.ts';
import { fold } from '../understanding/words.ts';
import type { FieldSlot } from './agenda.ts';
import type { Mark } from './cues.ts';

/** The list whose elements share cues with the plan itself. */
export const PROJECT = 'projects';
const IN_PROJECT = `${PROJECT}.*.`;
const IN_AXIS = 'strategy.axes.*.';

/** Marks without those inside a longer one; of two alike, the one more surely meant. */
export function settle(marks: Mark[]): Mark[] {
  const rank = { label: 0, lead: 1, shape: 2, peek: 3 };
  const length = (mark: Mark) => mark.end - mark.start;
  return marks
    .filter(
      (mark) =>
        mark.kind === 'peek' ||
        (!namesItself(mark, marks) &&
          !marks.some(
            (other) =>
              other !== mark &&
              other.kind !== 'peek' &&
              overlap(mark, other) &&
              !namedIn(mark, other) &&
              !(mark.start === other.start && mark.end === other.end) &&
              (length(other) > length(mark) ||
                (length(other) === length(mark) && rank[other.kind] < rank[mark.kind])),
          )),
    )
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** «Hitos del proyecto Semilla: …»: the name that a head speaks of is told as well. */
export function namedIn(mark: Mark, head: Mark): boolean {
  const heads = head.kind === 'label' || head.kind === 'lead';
  return (
    mark.kind === 'shape' &&
    mark.by.names !== undefined &&
    heads &&
    head.start < mark.start &&
    mark.end <= head.end
  );
}

/** «El proyecto Semilla empieza…»: after a label without a mark, the shape tells where the name ends. */
function namesItself({ field, plain, kind, end }: Mark, marks: readonly Mark[]): boolean {
  return (
    field === PROJECT &&
    kind === 'label' &&
    !plain &&
    marks.some((m) => m.kind === 'shape' && m.field === field && m.start === end)
  );
}

/** Of a cue that a field of the plan shares with one of a project, the one that is meant here. */
export function scoped(marks: Mark[], text: string, current: FieldSlot | undefined): Mark[] {
  const twin = (mark: Mark) =>
    marks.find(
      (other) =>
        other !== mark &&
        other.by.within === undefined &&
        mark.by.within === undefined &&
        other.start === mark.start &&
        other.end === mark.end &&
        ofProject(other) !== ofProject(mark),
    );
  const sentences = sentencesOf(text);
  const within = marks.filter((mark) => mark.by.within !== undefined);
  const nearer = (mark: Mark, other: Mark) =>
    other.start === mark.start && overlap(mark, other) && (other.scope ?? 0) > (mark.scope ?? -1);
  // A project that is opened in between takes what follows: «Seguimiento: … Proyecto Sol. Responsable: …».
  const passed = ({ scope, start }: Mark) =>
    scope !== undefined && marks.some((m) => m.field === PROJECT && m.start > scope && m.start < start);
  // «Proyecto Sol, del eje 2, objetivo …»: once a project is spoken of, what may be either's is its own.
  const ofItsProject = ({ field, scope, start }: Mark) =>
    scope !== undefined &&
    field.startsWith(IN_AXIS) &&
    marks.some((m) => m.field === PROJECT && m.start < start);
  const told = marks.filter(
    (mark) =>
      !passed(mark) &&
      !ofItsProject(mark) &&
      !within.some((other) => !passed(other) && !ofItsProject(other) && nearer(mark, other)),
  );
  // «Para el eje 2 el reto es…» is about the axis, not about the project's.
  const speaksOfAxes =
    marks.some(({ field }) => field.startsWith(IN_AXIS)) && !marks.some(({ field }) => field === PROJECT);
  return told.filter((mark) => {
    if (marks.some((other) => isMeant(other, mark, marks))) return false;
    if (mark.field === `${IN_PROJECT}axis` && speaksOfAxes) return false;
    if (mark.by.beside !== undefined) return isMeant(mark, undefined, marks);
    const other = twin(mark);
    return !other || ofProject(mark) === inProject(mark, other);
  });

  function inProject(mark: Mark, other: Mark): boolean {
    const near = fold(text.slice(mark.start, mark.end + 24));
    const named = /^.*?\b(?:del?|of|of the|for the|para el|este|en el) (plan|proyecto|project)\b/.exec(
      near,
    )?.[1];
    if (named) return named !== 'plan';
    const sentence = sentences.find(({ start, end }) => start <= mark.start && mark.start < end);
    const alone = (m: Mark) => m !== mark && m !== other && !twin(m);
    const here = marks.filter(
      (m) => alone(m) && sentence && m.start >= sentence.start && m.start < sentence.end,
    );
    if (here.some((m) => ofProject(m) || m.field === PROJECT)) return true;
    const before = marks.filter((m) => alone(m) && m.start < mark.start);
    const opened = before.findLastIndex((m) => m.field === PROJECT);
    if (opened >= 0) return before.slice(opened + 1).every((m) => ofProject(m) || m.kind === 'shape');
    if (before.length > 0 && before.every(ofProject)) return true;
    return here.length === 0 && current?.item !== undefined && current.of?.each === PROJECT;
  }
}

/** Whether a mark that stands in for another with the same words is the one meant: others of its kind stand in the text. */
function isMeant(mark: Mark, twin: Mark | undefined, marks: readonly Mark[]): boolean {
  const { beside } = mark.by;
  if (beside === undefined || mark === twin) return false;
  if (twin && (twin.start !== mark.start || twin.end !== mark.end)) return false;
  return marks.some(({ field }) => field !== mark.field && field.startsWith(beside));
}

export function ofProject({ field }: Pick<Mark, 'field'>): boolean {
  return field.startsWith(IN_PROJECT);
}

/** Whether two stretches share a character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

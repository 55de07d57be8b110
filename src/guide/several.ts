import { applyPatch, valueAt } from '../plan/patch.ts';
import { carried, type ReadingContext, respell } from '../understanding/index.ts';
import { clausesOf, questionsIn, type Span, withheldIn } from '../understanding/segments.ts';
import { fold, tidy, trimMarks } from '../understanding/words.ts';
import { contextOf, type FieldSlot, type View, wordsOf } from './agenda.ts';
import { type Mark, marksIn } from './cues.ts';
import { isGroup, type Workflow } from './definition.ts';
import { sameName } from './describe.ts';
import { type Element, inLines, spokenOf } from './elements-told.ts';
import { tells } from './leftover.ts';
import { ordered, type Placed, placed } from './place-marks.ts';
import { overlap, PROJECT, scoped, settle } from './settle-marks.ts';

/** A value that a message gives to a field. */
export interface Proposal {
  slot: FieldSlot;
  value: unknown;
  /** The words it was read from, as given to the field's reader. */
  text: string;
  from: Span;
  /** What the field asks before it takes such a value. */
  caution?: { key: string; params?: Record<string, string | number> };
  /** Headed with a colon or a verb, or known by its shape. */
  clear: boolean;
}

/** What a message says: values with their fields, what it asks, and what fits nowhere. */
export interface Several {
  /** The message with its headwords spelt right and what it left out: what the spans count in. */
  text: string;
  proposals: Proposal[];
  questions: Span[];
  /** Figures of others, of before, or not sure: left out on purpose. */
  withheld: Span[];
  /** What was not understood. */
  leftover: Span[];
}

/** The first two cells of a pasted table's row: «Población⇥8.900». */
const CELLS = /^([^\t\n]{2,40})\t+(?=\S)/gm;
/** A question that is itself the value: a «reto». */
const POSED = /\b(?:retos?|pregunta(?: del reto)?|challenge question)(?: (?:es|del eje|seria|is))?\s*:?\s*$/;

/**
 * Reads a message as values of several fields: each stretch goes to the field whose cue stands before it, or
 * whose shape it has, if that field's reader takes it. Pure: nothing is saved.
 * @param current the question that waits: a stretch without a cue is its answer where its reader takes it
 */
export function readSeveral(workflow: Workflow, view: View, said: string, current?: FieldSlot): Several {
  const { text, questions } = askedIn(view, said);
  const withheld = withheldIn(text).filter((span) => !questions.some((q) => overlap(q, span)));
  const closed = [...questions, ...withheld];
  const marks = scoped(settle(marksIn(text, view.today, workflow.cues ?? {}, closed)), text, current);
  const reader = new Reader(workflow, view, text, current);
  const used: Span[] = [];
  const closing: Span[] = [];
  const takeAll = (some: Mark[]): Placed[] =>
    ordered(placed(some, text, closed)).filter(({ mark, value }) => {
      const taken = reader.take(mark, value);
      const span = { start: mark.start, end: Math.max(mark.end, value.end) };
      if (taken) used.push(span);
      if (taken && mark.kind !== 'peek') closing.push(span);
      return !taken;
    });
  const failed = takeAll(marks);
  // What stands inside a stretch that its field could not read may be about other fields.
  if (failed.length > 0)
    takeAll(
      marks.filter(
        (mark) =>
          failed.some((f) => f.mark !== mark && overlap(f.value, mark)) &&
          !failed.some((f) => f.mark === mark) &&
          !closing.some((span) => overlap(span, mark)),
      ),
    );
  const free = gaps(text, [...used, ...closed]);
  const answered = reader.takeCurrent(free);
  return {
    text,
    proposals: reader.proposals,
    questions,
    withheld,
    leftover: free.filter(
      (span) => span !== answered && tells(text.slice(span.start, span.end), reader.labels()),
    ),
  };
}

/** What a message asks beside what it tells, and the message with its headwords spelt right. */
export function askedIn({ texts, today }: View, said: string): Pick<Several, 'text' | 'questions'> {
  const ctx: ReadingContext = { language: texts.language, today };
  const text = carried(respell(tidy(said.replace(CELLS, '$1: '))), ctx);
  const questions = questionsIn(text, ctx).filter(({ start }) => !POSED.test(fold(text.slice(0, start))));
  return { text, questions };
}

/** Tries stretches with their fields' readers, on a plan that takes in each value as it goes. */
class Reader {
  readonly proposals: Proposal[] = [];
  readonly #workflow: Workflow;
  readonly #text: string;
  readonly #current: FieldSlot | undefined;
  #view: View;
  #project: string | undefined;

  constructor(workflow: Workflow, view: View, text: string, current: FieldSlot | undefined) {
    this.#workflow = workflow;
    this.#view = view;
    this.#text = text;
    this.#current = current;
    this.#project = projectMeant(view, text, current);
  }

  /** The words that name what was taken: beside its value they tell nothing. */
  labels(): string[] {
    const { texts } = this.#view;
    return this.proposals.flatMap(({ slot }) => {
      const also = `${this.#workflow.id}.field.${slot.field.id}.also`;
      return [wordsOf(this.#view, `field.${slot.field.id}.label`), texts.has(also) ? texts.t(also) : ''];
    });
  }

  /** @returns whether the value was read, or repeats what another stretch already told. */
  take(mark: Mark, span: Span): boolean {
    const said = mark.says ?? this.#text.slice(span.start, span.end);
    const text = mark.by.divides ? inLines(said) : said;
    if (mark.field === PROJECT) {
      const known = this.#view.plan.projects?.find(
        ({ name }) => sameName(name) === sameName(trimMarks(text)),
      );
      if (known) {
        this.#project = known.id;
        return true;
      }
    }
    const slot = this.#slot(mark.field, mark.start, mark.of);
    if (!slot) return false;
    // Each name opens an element of its own.
    const opens = slot.of?.create === slot.field;
    const at = opens ? -1 : this.proposals.findIndex((p) => p.slot.key === slot.key);
    if (mark.adds && at >= 0) return this.#merge(at, slot, text);
    // What is said twice of one field stands as it was first said, unless only the second was headed.
    if (at >= 0 && (this.proposals[at]?.clear || !mark.plain)) return this.#merge(at, slot, text);
    return this.#propose(slot, text, span, mark.plain || mark.kind === 'shape', mark.adds);
  }

  /** The stretch without a cue that answers the waiting question, if one does. */
  takeCurrent(free: readonly Span[]): Span | undefined {
    const slot = this.#current;
    if (!slot || this.proposals.length === 0 || this.proposals.some((p) => p.slot.key === slot.key))
      return undefined;
    if (takesAnything(slot, this.#view)) return undefined;
    for (const span of free) {
      const clause = clausesOf(this.#text, span).find((c) =>
        this.#propose(slot, this.#text.slice(c.start, c.end), c, false),
      );
      if (clause) return span;
    }
    return undefined;
  }

  #merge(at: number, slot: FieldSlot, text: string): boolean {
    const { field } = slot;
    const context = contextOf(slot, this.#view);
    const reading = field.read(text, context);
    const proposal = this.proposals[at];
    if (!reading.ok || !proposal || !field.merge) return false;
    const value = field.merge(proposal.value, reading.value);
    if (!this.#apply(slot, value)) return false;
    this.proposals[at] = { ...proposal, value, text: `${proposal.text}; ${text}` };
    return true;
  }

  #propose(slot: FieldSlot, text: string, from: Span, clear: boolean, adds = false): boolean {
    const context = contextOf(slot, this.#view);
    const told = slot.field.read(text, context);
    if (!told.ok) return false;
    const before = adds ? slot.field.current(context) : undefined;
    const value = before === undefined ? told.value : (slot.field.merge?.(before, told.value) ?? told.value);
    const caution = slot.field.caution?.(value, context);
    if (!caution && !this.#apply(slot, value)) return false;
    this.proposals.push({ slot, value, text, from, clear, ...(caution && { caution }) });
    return true;
  }

  #apply(slot: FieldSlot, value: unknown): boolean {
    const before = this.#view.plan.projects?.length ?? 0;
    const result = applyPatch(this.#view.plan, slot.field.write(value, contextOf(slot, this.#view)));
    if (!result.ok) return false;
    this.#view = { ...this.#view, plan: result.plan };
    const projects = result.plan.projects ?? [];
    if (projects.length > before) this.#project = projects.at(-1)?.id;
    return true;
  }

  /** The question of a field in this plan; undefined where it does not apply. */
  #slot(id: string, at: number, of?: string): FieldSlot | undefined {
    for (const step of this.#workflow.steps)
      for (const entry of step.entries) {
        if (!isGroup(entry)) {
          if (entry.id === id) return this.#applying({ kind: 'field', key: id, step, field: entry });
          continue;
        }
        if (entry.create?.id === id) return { kind: 'field', key: id, step, field: entry.create, of: entry };
        const field = entry.fields.find((one) => one.id === id);
        const item = field && this.#itemOf(entry.each, at, of);
        if (field && item !== undefined)
          return this.#applying({ kind: 'field', key: id.replace('*', item), step, field, item, of: entry });
      }
    return undefined;
  }

  /** The element that is spoken of: the project at hand; of another list, the one named or told last before. */
  #itemOf(each: string, at: number, of?: string): string | undefined {
    if (each === PROJECT) return this.#project;
    const elements = (valueAt(this.#view.plan, each) as Element[] | undefined) ?? [];
    const before = of ?? this.#text.slice(0, at);
    const named = spokenOf(each, elements, before) ?? spokenOf(each, elements, this.#text.slice(at));
    if (named) return named.id;
    if (this.#current?.of?.each === each) return this.#current.item;
    const told = this.proposals.some(({ slot }) => slot.key === each || slot.key.endsWith(`.${each}`));
    return told || elements.length === 1 ? elements.at(-1)?.id : undefined;
  }

  #applying(slot: FieldSlot): FieldSlot | undefined {
    return (slot.field.when?.(contextOf(slot, this.#view)) ?? true) ? slot : undefined;
  }
}

/** The project that a message without a new one speaks of: named in it, asked about, or the last. */
function projectMeant({ plan }: View, text: string, current: FieldSlot | undefined): string | undefined {
  const said = ` ${sameName(text)} `;
  const named = plan.projects?.find(({ name }) => said.includes(` ${sameName(name)} `));
  const asked = current?.of?.each === PROJECT ? current.item : undefined;
  return named?.id ?? asked ?? plan.projects?.at(-1)?.id;
}

/** Words that are no value of anything: a field that reads them reads whatever it is given. */
const ANYTHING = 'zarque molino bresta';

/** Whether a field takes whatever it is told, so that only a cue tells what is meant for it. */
export function takesAnything(slot: FieldSlot, view: View): boolean {
  return slot.field.read(ANYTHING, contextOf(slot, view)).ok;
}

/** Whether the answer to a field may be a text of several sentences. */
export function takesProse(slot: FieldSlot, view: View): boolean {
  return slot.field.read(`${ANYTHING}. `.repeat(20), contextOf(slot, view)).ok;
}

/** What of a text lies in none of the spans. */
function gaps(text: string, spans: readonly Span[]): Span[] {
  const free: Span[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start > from) free.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < text.length) free.push({ start: from, end: text.length });
  return free.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
}

import type { Choice, FormInput } from '../messages/message.ts';
import type { Passage } from '../plan/origin.ts';
import type { Patch } from '../plan/patch.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import type { Reading } from '../understanding/reading.ts';
import type { CueTable } from './cues.ts';

/** What a field may look at. `item` is the id of the list element it is asked for (`project-1`). */
export interface FieldContext {
  plan: Plan;
  item?: string | undefined;
  texts: Texts;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
  /** What this run of the workflow was told and keeps to itself, by field id. */
  answers?: Readonly<Record<string, unknown>> | undefined;
}

/** What can be proposed for a field from what the plan holds. */
export interface Draft<T = unknown> {
  /** Values of the field, the best first; none where too little is known. */
  proposals: T[];
  /** Ids of the fields whose answers would let something be proposed. */
  lacks: string[];
  /** Words to look up in the guide, which bears a proposal out. */
  topic?: string;
}

/**
 * One thing that is asked for. Its texts stand in `locales/<language>/<workflow>.json` (here `guide`) under
 * `guide.field.<id>.label | ask | help | example | why`; `label`, `ask` and `help` are required, `example` and
 * `why` fall back to the step's. `guide.field.<id>.also` lists other names officials give it, divided by «|».
 */
export interface Field<T = unknown> {
  /** Plan path, with `*` for the element of a list: `entity.population`, `projects.*.budget`. Never changes. */
  id: string;
  /** Kept with the run of the workflow, not in the plan: nothing else needs it. `write` is not called then. */
  own?: boolean;
  /**
   * Part of the quick route: without it a plan cannot be presented. Whose it is and until when, for what, who backs it,
   * answers for it and takes part, with how much, from which needs and strengths, along which axes, in which project
   * with its responsible, milestones and measure, and how often it is reviewed; the rest makes it better.
   */
  essential?: boolean;
  /** Usually told along with the answer to that other field, so that it is no question more to expect. */
  along?: string;
  /** Asked only where this holds; left out: always. */
  when?: (ctx: FieldContext) => boolean;
  read: (text: string, ctx: FieldContext) => Reading<T>;
  /** The value now in the plan, or undefined while it is pending. */
  current: (ctx: FieldContext) => T | undefined;
  write: (value: T, ctx: FieldContext) => Patch;
  /** What is kept of a value of the run's own; left out: the value itself. */
  kept?: (value: T, ctx: FieldContext) => unknown;
  /**
   * What the plan holds that may be the answer, as values that `read` could give: it is shown with the question and
   * taken with a button or a yes.
   */
  proposals?: (ctx: FieldContext) => unknown[];
  /** How a value is shown back, in plain words. */
  show: (value: T, ctx: FieldContext) => string;
  choices?: (ctx: FieldContext) => Choice[];
  /** How it is filled in on a form; left out, a form does not hold it. */
  input?: FormInput;
  /** Joins an addition to what is there; only lists have it. */
  merge?: (current: T, addition: T) => T;
  /** Something to confirm before a value is saved (nine axes): a key under `guide.`, with its parameters. */
  caution?: (
    value: T,
    ctx: FieldContext,
  ) => { key: string; params?: Record<string, string | number> } | undefined;
  /** Something to mention after a value was saved (an end beyond the plan's): likewise. */
  remark?: (
    value: T,
    ctx: FieldContext,
  ) => { key: string; params?: Record<string, string | number> } | undefined;
  /** Needs no answer now, because other data tell it; it can still be corrected by its name. Left out: never. */
  settled?: (ctx: FieldContext) => boolean;
  /** What stands under the question, where it depends on the plan. */
  details?: (ctx: FieldContext) => string | undefined;
  /** Asks «¿así está bien?» after saving: for values on which much of what follows rests. */
  confirm?: boolean;
  /** «Ninguno» is no value here: the question is put off. */
  skipsOnNone?: boolean;
  /**
   * Whether a message is so plainly in the form asked for that it answers, whatever its words might mean elsewhere:
   * «sí, no, no sé» neither puts the question off nor takes anything back.
   */
  claims?: (text: string, ctx: FieldContext) => boolean;
  /** The answer is itself a question (a «reto»), so a question here is no digression. */
  expectsQuestion?: boolean;
  /** The passages that a value rests on: the entries of the guide's own lists that it takes up. */
  rests?: (value: T, ctx: FieldContext) => Passage[];
  /**
   * What the question says again of an earlier answer or of the guide; with it the question is in the words of
   * `.ask.recalled`.
   */
  recalls?: (ctx: FieldContext) => Record<string, string> | undefined;
  /** A long list of the guide to choose from, page by page. */
  catalogue?: Catalogue;
  /** What the service can propose here when the official asks for help: the norms that apply. */
  advice?: 'norms';
  /** Proposes the answer from what the plan holds; the official accepts it, edits it or writes another. */
  draft?: (ctx: FieldContext) => Draft<T>;
}

/** A long list that is looked through by groups and pages, and chosen from by number or name. */
export interface Catalogue {
  /** One group alone is looked through at once. */
  groups: (ctx: FieldContext) => { name: string; entries: { id: string; label: string }[] }[];
  /** The field's value that some of its entries are. */
  take: (ids: readonly string[], ctx: FieldContext) => unknown;
}

/**
 * Asks the fields of every element of a list in turn; with `create`, first for a new element while there is
 * none, and after the last one whether there is another (`guide.group.<id>.more`).
 */
export interface Group {
  /** Path of the list: `projects`, `strategy.axes`; of a list of the run's own, the id of the field that keeps it. */
  each: string;
  own?: boolean;
  create?: Field;
  fields: Field[];
}

export type Entry = Field | Group;

/**
 * One step of a workflow. Texts, in its file: `<workflow>.step.<id>.title | intro | why | example`, and `also` where
 * people call it by words that are not in its title.
 */
export interface Step {
  /** Never changes; a renamed step keeps its old ids in `formerly`. */
  id: string;
  formerly?: string[];
  number: number;
  entries: Entry[];
  /** Words to look up in the guide when the official asks why; left out where the guide says nothing on the step. */
  topic?: string;
  /** Begins by telling what the plan's own data say of it. */
  opensWithReview?: boolean;
}

/** Something told in a workflow beside the plan, for which the plan has a place and nothing there yet. */
export interface Gift {
  /** What it would be in the plan: «Necesidad». */
  label: string;
  /** Its value in plain words. */
  shown: string;
  /** Puts it in the plan. */
  patch: Patch;
}

export interface Workflow {
  /** Also the name of the file that holds its texts. */
  id: string;
  steps: Step[];
  /** What tells, in a message about several things, which field each stretch is for. */
  cues?: CueTable;
  /**
   * May be begun at any moment, over whatever waits, which goes on when it ends. It asks its host for its outcome
   * once everything that applies was asked. One of several steps has headings, and is kept where it is left.
   * Texts: `<workflow>.start | back | left`.
   */
  aside?: boolean;
  /** There is nothing to do in it without a plan; its text for that: `<workflow>.no-plan`. */
  needsPlan?: boolean;
  /** What a workflow beside the plan has to give to the plan, offered when it ends. */
  gives?: (ctx: FieldContext) => Gift[];
}

/** Whether a workflow has steps to tell apart: a single question or two beside the plan need no headings. */
export function hasSteps({ aside, steps }: Workflow): boolean {
  return !aside || steps.length > 1;
}

export function isGroup(entry: Entry): entry is Group {
  return 'each' in entry;
}

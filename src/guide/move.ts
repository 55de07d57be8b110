import type { Choice } from '../messages/message.ts';
import type { Provenance } from '../plan/origin.ts';
import { applyPatch, type Patch } from '../plan/patch.ts';
import type { OriginNote, Source } from '../plan/provenance.ts';
import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import {
  agenda,
  contextOf,
  type FieldSlot,
  isFilled,
  isOpen,
  nextOpen,
  onRoute,
  type Slot,
  type View,
  wordsOf,
} from './agenda.ts';
import { hasSteps, type Workflow } from './definition.ts';
import { draftKey, showDraft } from './draft-shown.ts';
import { effortOf, timeText } from './effort.ts';
import { offersAtEnd } from './end-offers.ts';
import { formOf } from './form.ts';
import { leaveGap } from './gap-tour.ts';
import { askToGive, offerGifts } from './gifts.ts';
import { type Output, Script } from './output.ts';
import { labelOf, questionOf } from './question.ts';
import { askAgain } from './return.ts';
import { tellReview } from './review.ts';
import type { GuideState, PendingDecision } from './state.ts';

/** Where a person stands, and with what words and date to go on. */
export interface Session {
  state: GuideState;
  plan: Plan;
  texts: Texts;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
}

/** What one event comes to: the new state and plan, the patch between the plans, and what to say. */
export interface Turn {
  state: GuideState;
  plan: Plan;
  patch: Patch;
  /** How its values came; who gave them and when is the host's to add, with `attribute`. */
  origins: OriginNote[];
  outputs: Output[];
}

/** What `Ask.field` bears where leaving the plan is asked. */
const CANCEL = 'cancel';
const confirmKey = (key: string) => `${key}.confirm`;
const removalKey = (path: string) => `${path}.remove`;

/** One turn in the making. Nothing outside it changes until `finish`. */
export class Move implements View {
  readonly workflow: Workflow;
  readonly texts: Texts;
  readonly today: string;
  readonly script = new Script();
  state: GuideState;
  plan: Plan;
  readonly #patch: Patch = [];
  readonly #origins: OriginNote[] = [];

  constructor(workflow: Workflow, session: Session) {
    this.workflow = workflow;
    this.texts = session.texts;
    this.today = session.today;
    // What is in it is replaced, never changed: the session keeps its own.
    this.state = { ...session.state };
    this.plan = session.plan;
  }

  t(key: string, params?: Record<string, string | number>): string {
    return this.texts.t(key, params);
  }

  slots(): readonly Slot[] {
    return agenda(this.workflow, this);
  }

  /** The question that waits, or the first open one where the plan or the workflow changed under it. */
  current(): Slot | undefined {
    const slots = this.slots();
    return slots.find((s) => s.key === this.state.current) ?? nextOpen(slots, this);
  }

  /** The key under which the person was asked last, as `Ask.field` bears it; undefined while nothing waits. */
  waiting(): string | undefined {
    const { pending, status, current } = this.state;
    if (pending?.kind === 'confirm') return confirmKey(pending.key);
    if (pending?.kind === 'draft') return draftKey(pending);
    if (pending?.kind === 'remove') return removalKey(pending.path);
    if (pending?.kind === 'cancel') return CANCEL;
    if (pending?.kind === 'caution') return pending.key;
    if (pending?.kind === 'again' || pending?.kind === 'give') return `${this.workflow.id}.${pending.kind}`;
    return status === 'running' ? current : undefined;
  }

  /**
   * Applies a patch.
   * @param source how its values came, and the passages they rest on
   * @returns what the plan's schema says against it, or undefined when it was applied.
   */
  apply(patch: Patch, source: Source = { how: 'typed' }): string | undefined {
    const refused = this.#change(patch);
    if (refused === undefined) this.#origins.push(...patch.map(({ path }) => ({ under: path, ...source })));
    return refused;
  }

  /**
   * Puts parts of the plan (its first keys) back as they were, with the origins that their values had.
   * @returns likewise
   */
  putBack(patch: Patch, origins: Provenance): string | undefined {
    const refused = this.#change(patch);
    if (refused === undefined) this.#origins.push({ putBack: patch.map(({ path }) => path), origins });
    return refused;
  }

  #change(patch: Patch): string | undefined {
    const result = applyPatch(this.plan, patch);
    if (!result.ok) return result.issues.join('; ');
    this.plan = result.plan;
    this.#patch.push(...patch);
    return undefined;
  }

  /**
   * Keeps an answer that is the run's own, not the plan's; of a list, the answers on elements that are gone go too.
   * Nothing can be said against it.
   */
  keep(key: string, value: unknown): undefined {
    const ids = Array.isArray(value) ? value.map((element) => (element as { id?: unknown })?.id) : undefined;
    const gone = (other: string) =>
      ids !== undefined &&
      other.startsWith(`${key}.`) &&
      !ids.includes(other.slice(key.length + 1).split('.')[0]);
    const rest = Object.entries(this.state.answers ?? {}).filter(([other]) => !gone(other));
    this.state.answers = { ...Object.fromEntries(rest), [key]: value };
  }

  /** Goes back to the question a correction led away from, or on to the next open one, or closes the plan. */
  advance(after?: string): void {
    const left = leaveGap(this, after ?? this.state.current);
    const slots = this.slots();
    const { resumeAt } = this.state;
    delete this.state.resumeAt;
    const waiting = slots.find((s) => s.key === resumeAt && isOpen(s, this));
    const next = waiting ?? nextOpen(slots, this, after ?? this.state.current);
    if (!next) return this.complete();
    this.state.status = 'running';
    this.state.current = next.key;
    this.state.misses = 0;
    delete this.state.browsing;
    if (left === undefined) return this.ask(next);
    this.script.say(this.t(left === 0 ? 'review.none' : 'review.left', { count: left }));
    if (waiting) this.script.say(this.t('engine.back-to-plan'));
    this.ask(next, { before: this.offers(left === 0 ? [] : ['next-gap', 'gaps']) });
  }

  /**
   * Puts a question, under its step's heading the first time; `before` are buttons that stand before its own, `extra`
   * names more of the engine's after them.
   */
  ask(slot: Slot, options: { heading?: boolean; before?: Choice[]; extra?: string[] } = {}): void {
    this.state.current = slot.key;
    if (
      slot.kind !== 'route' &&
      hasSteps(this.workflow) &&
      (options.heading ?? this.state.shownStep !== slot.step.id)
    ) {
      this.state.shownStep = slot.step.id;
      this.script.say(this.heading(slot));
      if (slot.step.opensWithReview) {
        this.script.close();
        this.script.say(tellReview(this));
        this.script.close();
      }
    }
    const { text, choices } = questionOf(slot, this, this.workflow, options.heading === false);
    this.script.ask(
      text,
      slot.key,
      [...(options.before ?? []), ...choices, ...this.offers(options.extra ?? [])],
      formOf(slot, this, this.slots()),
    );
  }

  /** Asks for a decision, which is then waited for. */
  decide(pending: Exclude<PendingDecision, { kind: 'correct' }>): void {
    this.state.pending = pending;
    if (pending.kind === 'caution')
      this.script.ask(pending.question, pending.key, this.offers(['save-anyway', 'send-other']));
    else if (pending.kind === 'draft') showDraft(this, pending);
    else if (pending.kind === 'confirm')
      this.script.ask(this.t('engine.confirm'), confirmKey(pending.key), this.offers(['confirm', 'change']));
    else if (pending.kind === 'again') askAgain(this);
    else if (pending.kind === 'give') askToGive(this);
    else if (pending.kind === 'remove')
      this.script.ask(pending.question, removalKey(pending.path), this.offers(['remove', 'leave-it']));
    else this.script.ask(this.t('engine.cancel'), CANCEL, this.offers(['pause', 'delete-plan', 'go-on']));
  }

  heading(slot: Slot): string {
    const last = this.workflow.steps.at(-1)?.number ?? 0;
    return this.t('engine.heading', {
      number: slot.step.number,
      last,
      title: wordsOf(this, `step.${slot.step.id}.title`),
      intro: wordsOf(this, `step.${slot.step.id}.intro`),
      left: timeText(effortOf(this.workflow, this).minutes, this),
    });
  }

  complete(): void {
    this.state.status = 'done';
    delete this.state.current;
    if (this.workflow.aside) {
      const { id } = this.workflow;
      this.script.request({ type: 'outcome', workflow: id, answers: this.state.answers ?? {} });
      return offerGifts(this);
    }
    const open = this.slots().filter((s) => s.kind === 'field' && isOpen(s, this));
    const pending = open.filter((s) => onRoute(s, this.state)).length;
    this.script.say(tellReview(this));
    this.script.close();
    this.script.offer(this.t('engine.complete', { pending, more: open.length - pending }), offersAtEnd(this));
  }

  /** Puts the waiting decision or question again; where none waits, says what can be done next. */
  restate(extra: string[] = []): void {
    const slot = this.current();
    const { pending } = this.state;
    // Whoever turns to something else no longer chooses what to correct.
    if (pending?.kind === 'correct') delete this.state.pending;
    if (pending && pending.kind !== 'correct') this.#decideAgain(pending);
    else if (this.state.status === 'running' && slot) this.ask(slot, { heading: false, extra });
    else if (this.state.status === 'running' || this.workflow.aside) this.complete();
    else
      this.script.offer(
        this.t(`engine.rest.${this.state.status}`),
        this.state.status === 'paused' ? this.offers(['go-on', 'show', 'export']) : offersAtEnd(this),
      );
  }

  /** A decision put again after something else: what is to be confirmed stands far above by now. */
  #decideAgain(pending: Exclude<PendingDecision, { kind: 'correct' }>): void {
    const slot = this.slots().find(
      (s): s is FieldSlot => s.kind === 'field' && 'key' in pending && s.key === pending.key,
    );
    const value = pending.kind === 'confirm' && slot ? this.shown(slot) : undefined;
    if (slot && value !== undefined)
      this.script.say(this.t('engine.confirm.what', { label: this.label(slot), value }));
    this.decide(pending);
  }

  offers(keys: string[]): Choice[] {
    return keys.map((key) => {
      const label = this.t(`engine.choice.${key}`);
      return { label, value: label };
    });
  }

  /** The saved value of a slot in plain words, or undefined while it is pending. */
  shown(slot: FieldSlot): string | undefined {
    if (!isFilled(slot, this)) return undefined;
    const context = contextOf(slot, this);
    const value = slot.field.current(context);
    return value === undefined ? undefined : slot.field.show(value, context);
  }

  label(slot: FieldSlot): string {
    return labelOf(slot, this);
  }

  finish(): Turn {
    return {
      state: this.state,
      plan: this.plan,
      patch: [...this.#patch],
      origins: [...this.#origins],
      outputs: this.script.finish(),
    };
  }
}

import { type Assessed, assess } from '../plan/assessment/assess.ts';
import { findingText } from '../plan/finding.ts';
import type { PlanPath } from '../plan/patch.ts';
import { checkRules } from '../plan/rules.ts';
import { rememberedWith } from '../text/remembered.ts';
import { type FieldSlot, isFilled, isOpen, type Slot, type View } from './agenda.ts';
import { labelOf } from './question.ts';

/** Heaviest first: what contradicts, what a plan cannot be presented without, what the guide's review asks for, what deserves a look. */
export const GAP_KINDS = ['error', 'essential', 'review', 'warning'] as const;

/** Something the plan lacks or says against itself, with the question that mends it. */
export interface Gap {
  kind: (typeof GAP_KINDS)[number];
  slot: FieldSlot;
  /** What is missing or wrong, or why it matters, in a sentence. */
  reason: string;
  /** How many points of the review it would settle. */
  serves: number;
}

/**
 * All that keeps the plan from being signed, one gap a question: findings of the rules, essential blanks and what
 * the review finds missing, by weight and then in the order of the guide. What the official said is met is no gap.
 */
export function gapsOf(slots: readonly Slot[], view: View): Gap[] {
  const found = [...fromRules(slots, view), ...fromBlanks(slots, view), ...fromReview(slots, view)];
  const order = new Map(slots.map(({ key }, index) => [key, index]));
  const weight = ({ kind }: Gap) => GAP_KINDS.indexOf(kind);
  const sorted = found.toSorted(
    (a, b) =>
      weight(a) - weight(b) ||
      b.serves - a.serves ||
      (order.get(a.slot.key) ?? 0) - (order.get(b.slot.key) ?? 0),
  );
  const keys = sorted.map(({ slot }) => slot.key);
  return sorted.filter(({ slot }, index) => keys.indexOf(slot.key) === index);
}

/** The words of the button that goes to a gap: a blank is filled in, a value or a judgement corrected. */
export function gapButton({ slot }: Gap, view: View): string {
  const key = isFilled(slot, view) || slot.field.settled ? 'review.button.correct' : 'review.button.fill';
  return view.texts.t(key, { label: labelOf(slot, view) });
}

/** The question that fills a place of the plan, which may lie deeper than a question does. */
export function slotAt(slots: readonly Slot[], path: PlanPath): FieldSlot | undefined {
  const byKey = fieldsByKey(slots);
  for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
    const slot = byKey.get(place);
    if (slot) return slot;
  }
  return undefined;
}

const fieldsByKey = rememberedWith((slots: readonly Slot[]) => {
  const fields = slots.filter((slot): slot is FieldSlot => slot.kind === 'field');
  return new Map(fields.toReversed().map((slot) => [slot.key, slot]));
});

function fromRules(slots: readonly Slot[], { plan, texts }: View): Gap[] {
  return checkRules(plan).flatMap((finding) => {
    const slot = slotAt(slots, finding.path);
    return slot ? [{ kind: finding.severity, slot, reason: findingText(finding, texts), serves: 0 }] : [];
  });
}

function fromBlanks(slots: readonly Slot[], view: View): Gap[] {
  const { texts } = view;
  return slots.flatMap((slot) => {
    if (slot.kind !== 'field' || slot.field.essential !== true || !isOpen(slot, view)) return [];
    const key = `review.essential.${slot.field.id}`;
    const reason = texts.t(texts.has(key) ? key : 'review.essential');
    return [{ kind: 'essential', slot, reason, serves: 0 }];
  });
}

function fromReview(slots: readonly Slot[], view: View): Gap[] {
  const missing = assess(view.plan).filter(({ verdict }) => verdict === 'missing');
  const places = missing.flatMap((point) =>
    pathsOf(point).flatMap((path) => {
      const slot = slotAt(slots, path);
      return slot ? [{ slot, point }] : [];
    }),
  );
  return [...Map.groupBy(places, ({ slot }) => slot.key).values()].flatMap((group) => {
    const [first] = group;
    const points = [...new Set(group.map(({ point }) => point))];
    return first
      ? [{ kind: 'review', slot: first.slot, reason: reasonOf(points, view), serves: points.length }]
      : [];
  });
}

/** Where to mend a point: at the places to fill, or, where the data have nothing to say, at the judgement itself. */
function pathsOf({ list, group, toFill }: Assessed): PlanPath[] {
  if (toFill.length > 0) return toFill;
  return [list === 'approaches' ? 'review.approaches' : `review.criteria.${group}`];
}

/** Why a place matters, and which points of the guide ask for it. */
function reasonOf(points: readonly Assessed[], { texts }: View): string {
  const [first] = points;
  if (!first) return '';
  const asked = texts.t(`guide.field.${first.path}.ask`);
  if (first.toFill.length === 0) return texts.t('review.gap.own', { question: asked });
  const names = [...new Set(points.map((point) => pointName(point, texts)))];
  return texts.t('review.gap.review', {
    why: texts.t(`review.why.${first.list}.${first.id}`),
    names: names.join(', '),
  });
}

/** What an approach, or the criterion of a question, is called. */
export function pointName(
  { list, id, group }: Pick<Assessed, 'list' | 'id' | 'group'>,
  texts: View['texts'],
) {
  return texts.t(
    list === 'approaches' ? `guide.field.review.approaches.${id}.label` : `guide.term.criterion.${group}`,
  );
}

import { type Option, termOptions } from '../../../src/guide/choices.ts';
import type { Field, FieldContext } from '../../../src/guide/definition.ts';
import { field, mapReading, reading, set } from '../../../src/guide/describe.ts';
import { type Assessed, assess, type Verdict } from '../../../src/plan/assessment/assess.ts';
import type { Patch } from '../../../src/plan/patch.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import { VERDICTS } from '../../../src/plan/terms.ts';
import { formatList } from '../../../src/text/format.ts';
import { rememberedWith } from '../../../src/text/remembered.ts';
import {
  type NumberedAnswer,
  readChoice,
  readNumbered,
  readYesNo,
} from '../../../src/understanding/index.ts';
import type { Reading } from '../../../src/understanding/reading.ts';

type Judgement = NumberedAnswer<Verdict>;

/**
 * The official's judgement of several points of the review at once: «1 sí, 2 no». Only what the plan's data leave
 * open is asked; whoever thinks otherwise than the data can say so of any of the points.
 * @param id `review.approaches`, or `review.criteria.<criterion>`
 */
export function judgementsField(id: string): Field {
  const assessed = ({ plan }: FieldContext) => assessedOf(plan).get(id) ?? [];
  const points = (ctx: FieldContext) => assessed(ctx).map((point, at): Point => ({ ...point, n: at + 1 }));
  const settled = (ctx: FieldContext) => assessed(ctx).every(({ verdict }) => verdict !== undefined);
  const open = (ctx: FieldContext) => points(ctx).filter(({ verdict }) => verdict === undefined);
  const asked = (ctx: FieldContext) => (open(ctx).length > 0 ? open(ctx) : points(ctx));
  return field<Judgement[]>({
    id,
    read: (text, ctx) =>
      readNumbered(
        text,
        asked(ctx).map(({ n }) => n),
        points(ctx).length,
        (words) => readVerdict(words, ctx),
      ),
    current: (ctx) => {
      const judged = assessed(ctx).flatMap(({ own, note }, at): Judgement[] =>
        own ? [{ n: at + 1, value: own, ...(note !== undefined && { note }) }] : [],
      );
      return judged.length > 0 && settled(ctx) ? judged : undefined;
    },
    settled,
    write: (judged, ctx) =>
      judged.flatMap(({ n, value, note }): Patch => {
        const point = points(ctx)[n - 1];
        if (!point) return [];
        const verdict = set(`${point.path}.verdict`, value);
        if (note !== undefined) return [verdict, set(`${point.path}.note`, note)];
        // A reason given for another verdict does not hold for this one.
        const stale = point.note !== undefined && point.own !== value;
        return stale ? [verdict, { op: 'remove', path: `${point.path}.note` }] : [verdict];
      }),
    show: (judged, ctx) =>
      judged
        .map(({ n, value, note }) => {
          const told = ctx.texts.t('review.judged', { n, verdict: verdictName(value, ctx) });
          return note === undefined ? told : `${told} (${note})`;
        })
        .join('; '),
    choices: (ctx) =>
      VERDICTS.map((verdict) => {
        const label = ctx.texts.t(`review.button.${asked(ctx).length > 1 ? 'all' : 'one'}.${verdict}`);
        return { label, value: label };
      }),
    details: (ctx) => detailsOf(asked(ctx), points(ctx), ctx),
  });
}

/** A point of the review, with its number among those that are asked together. */
type Point = Assessed & { n: number };

/** What the review says of a plan, by the question that asks for it. */
const assessedOf = rememberedWith((plan: Plan) =>
  Map.groupBy(assess(plan), ({ list, group }) =>
    list === 'approaches' ? 'review.approaches' : `review.criteria.${group}`,
  ),
);

/** The questions that wait, with their numbers, how to answer several, and what is known of the others. */
function detailsOf(asked: readonly Point[], all: readonly Point[], ctx: FieldContext): string {
  const { texts } = ctx;
  const questions = asked.map((point) => {
    const question = texts.t(`guide.field.${point.path}.ask`);
    const told = texts.t('review.question', { n: point.n, question });
    return point.verdict === undefined ? told : `${told} _(${standing(point, ctx)})_`;
  });
  const waits = new Set(asked.map(({ n }) => n));
  const known = Map.groupBy(
    all.filter(({ n }) => !waits.has(n)),
    (point) => standing(point, ctx),
  );
  const rest = [...known].map(([told, group]) => {
    const numbers = formatList(
      group.map(({ n }) => String(n)),
      texts.language,
    );
    return texts.t('review.known', { numbers, standing: told });
  });
  const [first, , ...others] = asked;
  const last = others.at(-1) ?? asked[1];
  const how = first && last ? [texts.t('review.byNumber', { first: first.n, last: last.n })] : [];
  return [questions.join('\n'), ...how, ...rest].join('\n\n');
}

/** How a point stands, and by whose word: the plan's data, the official, or both where they differ. */
function standing({ own, data }: Point, ctx: FieldContext): string {
  const { texts } = ctx;
  const name = (verdict: Verdict | undefined) => (verdict ? verdictName(verdict, ctx) : '');
  if (own && data && own !== data)
    return texts.t('review.standing.both', { own: name(own), data: name(data) });
  return texts.t(`review.standing.${own ? 'own' : 'data'}`, { verdict: name(own ?? data) });
}

function verdictName(verdict: Verdict, { texts }: FieldContext): string {
  return texts.t(`review.verdict.${verdict}`);
}

/** One verdict: by name, or as a yes or a no. */
function readVerdict(words: string, ctx: FieldContext): Reading<Verdict> {
  const named = readChoice(words, reading(ctx), verdictOptions(ctx));
  if (named.ok) return named;
  return mapReading(readYesNo(words, reading(ctx)), (yes): Verdict => (yes ? 'met' : 'missing'));
}

/** A button says the verdict of all that is asked: its words without «todas» are names too. */
function verdictOptions({ texts }: FieldContext): Option<Verdict>[] {
  return termOptions('verdict', VERDICTS, texts).map((option) => ({
    ...option,
    also: [
      ...option.also,
      texts.t(`review.button.all.${option.value}`),
      texts.t(`review.button.one.${option.value}`),
    ],
  }));
}

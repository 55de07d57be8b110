import { buttons, termName, termOptions } from '../../src/guide/choices.ts';
import type { Field, FieldContext, Workflow } from '../../src/guide/definition.ts';
import { field, mapReading, reading } from '../../src/guide/describe.ts';
import { dateField, textField } from '../../src/guide/fields.ts';
import { matching } from '../../src/guide/inventory.ts';
import { subjectOf, subjectsOf } from '../../src/guide/reported.ts';
import { firstDay } from '../../src/plan/values.ts';
import { formatDate } from '../../src/text/format.ts';
import {
  notAfter,
  type Reading,
  type Report,
  read,
  readChoice,
  readDate,
  reportIn,
  unread,
} from '../../src/understanding/index.ts';

/** What may be recorded, as the buttons call it. */
const EVENTS = ['progress', 'done', 'delayed', 'deviation', 'revision'] as const;
const WHOLE_PLAN = 'plan';

/** What is recorded: told in one message («el hito X ya se cumplió»), or chosen and then asked for bit by bit. */
const event: Field = field<Report>({
  id: 'tracking.event',
  own: true,
  read: (text, ctx): Reading<Report> => {
    const told = reportIn(text, reading(ctx));
    if (told) return read(told);
    const options = termOptions('tracking.term.event', EVENTS, ctx.texts);
    return mapReading(
      readChoice(text, reading(ctx), options),
      (chosen): Report =>
        chosen === 'done' || chosen === 'delayed' ? { kind: 'milestone', state: chosen } : { kind: chosen },
    );
  },
  show: (report, { plan, texts }) => {
    const name = termName('tracking.term.event', report.state ?? report.kind, texts);
    const about = subjectOf(report, plan)?.name;
    const told = about === undefined ? name : `${name} · ${about}`;
    return report.note === undefined ? told : `${told} («${report.note}»)`;
  },
  remark: (report, { plan }) =>
    report.subject === undefined || subjectOf(report, plan)
      ? undefined
      : { key: 'tracking.unknown', params: { name: report.subject } },
  choices: ({ texts }) => buttons(termOptions('tracking.term.event', EVENTS, texts)),
});

/** What the first answer told. */
function reported({ answers }: FieldContext): Partial<Report> {
  return (answers?.[event.id] as Report | undefined) ?? {};
}

function subjects(ctx: FieldContext) {
  return subjectsOf(reported(ctx), ctx.plan);
}

/** The project or the milestone, by its path in the plan; the plan as a whole otherwise. */
const subject: Field = field<string>({
  id: 'tracking.subject',
  own: true,
  when: (ctx) => reported(ctx).kind !== 'revision' && subjects(ctx).length > 0,
  read: (text, ctx) => {
    const found = matching(subjects(ctx), text);
    if (found[0] && found.length === 1) return read(found[0].path);
    const whole = reported(ctx).kind === 'milestone' ? [] : [WHOLE_PLAN];
    const options = [
      ...subjects(ctx).map(({ path: value, name, within }) => ({
        value,
        label: within === undefined ? name : `${name} (${within})`,
      })),
      ...termOptions('tracking.term.subject', whole, ctx.texts),
    ];
    return readChoice(text, reading(ctx), options);
  },
  current: (ctx) =>
    (ctx.answers?.['tracking.subject'] as string | undefined) ?? subjectOf(reported(ctx), ctx.plan)?.path,
  show: (path, ctx) => {
    const item = subjects(ctx).find((one) => one.path === path);
    if (!item) return termName('tracking.term.subject', WHOLE_PLAN, ctx.texts);
    return item.within === undefined ? item.name : `${item.name} (${item.within})`;
  },
  choices: (ctx) => [
    ...subjects(ctx)
      .slice(0, OFFERED)
      .map(({ name, within }) => {
        const label = within === undefined ? name : `${name} (${within})`;
        return { label, value: label };
      }),
    ...(reported(ctx).kind === 'milestone'
      ? []
      : buttons(termOptions('tracking.term.subject', [WHOLE_PLAN], ctx.texts))),
  ],
});

/** Projects and milestones on buttons; the others are understood by their names. */
const OFFERED = 7;

/** Told with the first answer, or asked for. */
function ownText(
  id: string,
  when: (ctx: FieldContext) => boolean,
  told?: (report: Partial<Report>) => string | undefined,
) {
  const asked = textField(id, { own: true, when, skipsOnNone: true });
  return { ...asked, current: (ctx: FieldContext) => asked.current(ctx) ?? told?.(reported(ctx)) };
}

const is =
  (...kinds: Report['kind'][]) =>
  (ctx: FieldContext) =>
    kinds.includes(reported(ctx).kind ?? 'progress');
const inState =
  (...states: NonNullable<Report['state']>[]) =>
  (ctx: FieldContext) => {
    const { state } = reported(ctx);
    return state !== undefined && states.includes(state);
  };
const toldNote = ({ note }: Partial<Report>) => note;
const deviates = (ctx: FieldContext) =>
  inState('delayed')(ctx) || is('deviation')(ctx) || ctx.answers?.['tracking.deviation'] !== undefined;

const due: Field = {
  ...dateField('tracking.due', { own: true, when: inState('delayed') }),
  current: (ctx) => ctx.answers?.['tracking.due'] ?? reported(ctx).due,
};

/** When it happened. Who told it in one message meant today, or said when. */
const date: Field = {
  ...dateField('tracking.date', {
    own: true,
    choices: ({ texts }) => {
      const label = texts.t('tracking.term.today');
      return [{ label, value: label }];
    },
  }),
  read: (text, ctx) => {
    const day = readDate(text, reading(ctx));
    if (!day.ok || firstDay(day.value) <= ctx.today) return day;
    // With its year it is surely meant; what has not happened cannot be recorded.
    if (/\d{4}/.test(text))
      return unread('tracking.problem.future', { today: formatDate(ctx.today, ctx.texts.language) });
    return read(notAfter(day.value, ctx.today));
  },
  current: (ctx) => {
    const { date: told, note, subject: about } = reported(ctx);
    const inOne = note !== undefined || about !== undefined;
    return ctx.answers?.['tracking.date'] ?? told ?? (inOne ? ctx.today : undefined);
  },
};

/** Recording what happened with the plan: progress, a milestone's new state, a deviation, a revision. */
export const tracking: Workflow = {
  id: 'tracking',
  aside: true,
  needsPlan: true,
  steps: [
    {
      id: 'entry',
      number: 1,
      topic: 'seguimiento detectar desvíos retrasos grado de avance de las acciones del plan',
      entries: [
        event,
        subject,
        due,
        ownText('tracking.note', (ctx) => is('progress')(ctx) || inState('on-track')(ctx), toldNote),
        ownText('tracking.evidence', inState('done'), toldNote),
        ownText('tracking.cause', inState('delayed', 'dropped'), toldNote),
        ownText('tracking.problem', is('deviation'), toldNote),
        ownText('tracking.deviation', is('progress')),
        ownText('tracking.measure', deviates),
        ownText('tracking.change', is('revision'), toldNote),
        ownText('tracking.reason', is('revision')),
        date,
      ],
    },
  ],
};

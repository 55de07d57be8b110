import { type Application, spanText } from '../plan/application.ts';
import { checkApplication } from '../plan/application-checks.ts';
import { emptyPlan, Plan } from '../plan/schema.ts';
import { formatDate, formatList, formatMoney, formatNumber } from '../text/format.ts';
import type { Texts } from '../text/locales.ts';
import { sourcesSection } from './chapters/common.ts';
import { numberFigures } from './figures.ts';
import { bullets, countPending, type ExportContext, figure, line, paragraphs, personLine } from './lines.ts';
import type { Block, ExportSource, Line, Outline, Section } from './model.ts';
import { ganttPicture } from './pictures/gantt.ts';
import type { Picture } from './pictures/picture.ts';

export interface ApplicationOptions {
  texts: Texts;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
  /** Where the guide explains the steps. */
  sources: readonly ExportSource[];
}

type Row = { label: string; lines: Line[] };

/**
 * An application to a fund as a document, free of any file format: the guide's ten steps with what was told in each
 * and what is pending, what to look at before it is sent, and the sources.
 */
export function applicationOutline(application: Application, options: ApplicationOptions): Outline {
  const { texts, today } = options;
  const steps = stepSections(application, options).map((one, n) => ({ ...one, number: `${n + 1}` }));
  const pending = countPending(steps);
  const title = application.title ?? texts.t('funds.doc.untitled');
  const review = [
    checksSection(application, options),
    sourcesSection(options.sources, { texts, today, normName: () => undefined }, 'funds'),
  ];
  const parts = [
    { title: texts.t('funds.doc.part'), sections: steps },
    { title: texts.t('funds.doc.part.review'), sections: review },
  ];
  const { entity, sponsor, responsible, call, funder, deadline } = application;
  const fact = (label: string, text: string | undefined): Line =>
    text === undefined ? { label, ...pendingLine(texts) } : { label, text };
  const called = [funder, call].filter(Boolean).join(', ');
  return {
    language: texts.language,
    title,
    subject: texts.t('funds.doc.kind'),
    description: texts.t('funds.doc.description'),
    author: entity ?? texts.t('export.product'),
    cover: {
      document: texts.t('funds.doc.kind'),
      title: { text: title },
      entity: entity === undefined ? fact(labelOf('entity', texts), undefined) : { text: entity },
      facts: [
        fact(texts.t('funds.doc.call'), called === '' ? undefined : called),
        fact(labelOf('deadline', texts), deadline && formatDate(deadline, texts.language)),
        fact(texts.t('export.label.generated'), formatDate(today, texts.language)),
      ],
      ...(pending > 0 && { draft: texts.t('funds.doc.draft', { pending }) }),
      ...(responsible && {
        prepared: { label: texts.t('export.label.prepared'), text: personLine(responsible) },
      }),
      signature: {
        heading: texts.t('funds.doc.signature'),
        name: fact(texts.t('export.signature.name'), sponsor?.name),
        post: fact(texts.t('export.signature.post'), sponsor?.post),
        sign: texts.t('export.signature.sign'),
        date: texts.t('export.signature.date'),
      },
    },
    parts: numberFigures(parts, texts),
    pending,
    draft: pending > 0,
  };
}

function stepSections(told: Application, options: ApplicationOptions): Section[] {
  const { texts } = options;
  const { language } = texts;
  const row = (id: string, lines: Line[]): Row => ({
    label: labelOf(id, texts),
    lines: lines.length > 0 ? lines : [pendingLine(texts)],
  });
  const step = (id: string, rows: Row[], blocks: Block[] = []): Section => ({
    title: texts.t(`funds.step.${id}.title`),
    blocks: [...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []), ...blocks],
    sections: [],
  });
  const { backing, affected, cost, requested, ceiling, deadline } = told;
  return [
    step('interest', [
      row('entity', line(told.entity)),
      row('interest', paragraphs(told.interest)),
      row('responsible', line(told.responsible && personLine(told.responsible))),
      row('team', paragraphs(told.team)),
    ]),
    step('backing', [
      row('sponsor', line(told.sponsor && personLine(told.sponsor))),
      row('backing', line(backing && texts.t(`guide.term.formalAct.${backing}`))),
    ]),
    step('need', [row('need', paragraphs(told.need)), row('evidence', paragraphs(told.evidence))]),
    step('offer', [
      row('funder', line(told.funder)),
      row('call', line(told.call)),
      row('deadline', line(deadline && formatDate(deadline, language))),
      ...(ceiling ? [row('ceiling', line(formatMoney(ceiling, language)))] : []),
    ]),
    step('problem', [
      row('problem', paragraphs(told.problem)),
      row('data', paragraphs(told.data)),
      row('affected', line(affected === undefined ? undefined : formatNumber(affected, language))),
    ]),
    step('governance', [
      row('actors', bullets(told.actors)),
      row('commitments', paragraphs(told.commitments)),
    ]),
    step(
      'objectives',
      [row('objective', paragraphs(told.objective)), row('indicators', bullets(told.indicators))],
      [objectivesTable(told, texts), ...figure(schedule(told, options))],
    ),
    step(
      'project',
      [
        row('title', line(told.title)),
        row('summary', paragraphs(told.summary)),
        row('period', line(told.period && spanText(told.period, texts))),
        row('cost', line(cost && formatMoney(cost, language))),
        row('requested', line(requested && formatMoney(requested, language))),
        ...counterpart(told, texts),
      ],
      [requirementsTable(told, texts)],
    ),
    step('transparency', [
      row('reports', paragraphs(told.reports)),
      row('records', paragraphs(told.records)),
      row('citizens', paragraphs(told.citizens)),
    ]),
    step('submit', [row('fit', paragraphs(told.fit)), row('annexes', bullets(told.annexes))]),
  ];
}

/** What the entity and its partners give: the cost less what is asked for. */
function counterpart({ cost, requested }: Application, texts: Texts): Row[] {
  if (!cost || !requested || cost.currency !== requested.currency || cost.amount < requested.amount)
    return [];
  const own = { amount: cost.amount - requested.amount, currency: cost.currency };
  return [{ label: texts.t('funds.doc.counterpart'), lines: line(formatMoney(own, texts.language)) }];
}

function objectivesTable({ objectives }: Application, texts: Texts): Block {
  return tableOf(
    'objectives',
    [
      ['objective', 4],
      ['goal', 3],
      ['responsible', 3],
      ['dates', 3],
    ],
    objectives.map(({ name, goal, responsible, period }) => [
      name,
      goal,
      responsible && personLine(responsible),
      period && spanText(period, texts),
    ]),
    texts,
  );
}

function requirementsTable({ requirements }: Application, texts: Texts): Block {
  const state = (value: string | undefined) => value && texts.t(`funds.term.requirement.${value}`);
  return tableOf(
    'requirements',
    [
      ['requirement', 8],
      ['state', 3],
    ],
    requirements.map((one) => [one.name, state(one.state)]),
    texts,
  );
}

function tableOf(
  key: string,
  columns: [key: string, weight: number][],
  rows: (string | undefined)[][],
  texts: Texts,
): Block {
  const caption = texts.t(`funds.doc.table.${key}`);
  if (rows.length === 0) return { kind: 'prose', label: caption, lines: [pendingLine(texts)] };
  return {
    kind: 'table',
    caption,
    columns: columns.map(([column, weight]) => ({ title: texts.t(`funds.doc.column.${column}`), weight })),
    rows: rows.map((cells) => cells.map((text) => [text === undefined ? pendingLine(texts) : { text }])),
  };
}

/** The project and its objectives in time; undefined when nothing has a date. */
function schedule(told: Application, { texts, today }: ApplicationOptions): Picture | undefined {
  const name = told.title ?? texts.t('funds.doc.untitled');
  const dated = told.objectives.filter(({ period }) => period?.start ?? period?.end);
  const stretches = dated.filter(({ period }) => period?.start);
  const ends = dated.filter(({ period }) => !period?.start);
  const drawn = Plan.parse({
    ...emptyPlan('application', texts.language),
    projects: [
      {
        id: 'application',
        name,
        ...told.period,
        milestones: ends.map((one) => ({ id: one.id, name: one.goal ?? one.name, date: one.period?.end })),
      },
      ...stretches.map((one) => ({ id: one.id, name: one.name.slice(0, 300), ...one.period })),
    ],
  });
  const context: ExportContext = { texts, today, normName: () => undefined };
  const picture = ganttPicture(drawn, context);
  if (!picture) return undefined;
  const each = [{ name, period: told.period }, ...dated].flatMap((one) =>
    one.period ? [`${one.name} (${spanText(one.period, texts)})`] : [],
  );
  return { ...picture, alt: texts.t('funds.doc.gantt.alt', { detail: formatList(each, texts.language) }) };
}

function checksSection(application: Application, { texts, today }: ApplicationOptions): Section {
  const lines = checkApplication(application, today).map(({ id, params }) =>
    texts.t(`funds.check.${id}`, params),
  );
  const blocks: Block[] =
    lines.length > 0
      ? [
          { kind: 'note', text: texts.t('funds.doc.checks.note') },
          { kind: 'prose', lines: bullets(lines) },
        ]
      : [{ kind: 'prose', lines: line(texts.t('funds.doc.checks.none')) }];
  return { title: texts.t('funds.doc.checks'), blocks, sections: [] };
}

function labelOf(id: string, texts: Texts): string {
  return texts.t(`funds.field.funds.${id}.label`);
}

function pendingLine(texts: Texts): Line {
  return { text: texts.t('export.pending'), pending: true };
}

import type { Plan, ProgressEntry } from '../plan/schema.ts';
import type { Money, Person, PlanDate, YearSpan } from '../plan/values.ts';
import { formatDate, formatMoney, formatYears } from '../text/format.ts';
import type { Texts } from '../text/locales.ts';
import type { Block, Line, Section } from './model.ts';
import type { Picture } from './pictures/picture.ts';

export type Edition = 'public' | 'internal';

/** What a document needs to know besides the plan. */
export interface ExportContext {
  texts: Texts;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
  /** How many of the pending places a presentable plan cannot do without, where it is known. */
  missing?: number;
  /** The public edition has the strategic plan alone (chapter 4: what is told to everybody); the internal one, all. */
  edition?: Edition;
  /** What a norm of the legal catalogue is called; undefined when the catalogue does not have it. */
  normName: (id: string) => string | undefined;
}

/** A free text as paragraphs: one a line, without the blank ones. */
export function paragraphs(text: string | undefined): Line[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line }));
}

/** One bullet a statement. */
export function bullets(statements: readonly string[] | undefined): Line[] {
  return (statements ?? []).map((statement) => ({ text: statement.replace(/\s+/g, ' '), bullet: true }));
}

/** The state that an entry of the follow-up left a milestone in, with its new date. */
export function stateLine({ state, due }: ProgressEntry, ctx: ExportContext): Line[] {
  if (state === undefined) return [];
  const name = ctx.texts.t(`export.state.${state}`);
  if (due === undefined) return line(name);
  return line(ctx.texts.t('export.stateDue', { state: name, date: formatDate(due, ctx.texts.language) }));
}

/** One line from a value that may be missing. */
export function line(text: string | undefined): Line[] {
  return text === undefined ? [] : [{ text }];
}

export function moneyLine(money: Money | undefined, { texts }: ExportContext): Line[] {
  return line(money && formatMoney(money, texts.language));
}

export function dateLine(date: PlanDate | undefined, { texts }: ExportContext): Line[] {
  return line(date && formatDate(date, texts.language));
}

export function yearsLine(years: YearSpan | undefined, { texts }: ExportContext): Line[] {
  return line(years && formatYears(years, texts.language));
}

export function yesNoLine(value: boolean | undefined, { texts }: ExportContext): Line[] {
  return line(value === undefined ? undefined : texts.t(value ? 'export.yes' : 'export.no'));
}

/** A person as «Name, post», or whichever is known. */
export function personLine(person: Person): string {
  return [person.name, person.post].filter(Boolean).join(', ');
}

/** A term of a closed vocabulary as the conversation calls it, its first letter raised. */
export function termLine(list: string, value: string | undefined, { texts }: ExportContext): Line[] {
  return line(value === undefined ? undefined : raised(texts.t(`guide.term.${list}.${value}`)));
}

/** Terms of a closed vocabulary, one bullet each. */
export function termBullets(list: string, values: readonly string[] | undefined, ctx: ExportContext): Line[] {
  return bullets(values?.flatMap((value) => termLine(list, value, ctx).map((l) => l.text)));
}

export function sdgLines(sdgs: readonly number[] | undefined, { texts }: ExportContext): Line[] {
  return bullets(sdgs?.map((goal) => texts.t('export.sdg', { goal, name: texts.t(`export.sdg.${goal}`) })));
}

/** «de … a …» at the precision given; undefined when neither end is known. */
export function dateRange(
  span: { start?: PlanDate | undefined; end?: PlanDate | undefined },
  ctx: ExportContext,
): string | undefined {
  if (span.start === undefined && span.end === undefined) return undefined;
  const [start, end] = [span.start, span.end].map(
    (date) => dateLine(date, ctx)[0]?.text ?? ctx.texts.t('export.pending'),
  ) as [string, string];
  return ctx.texts.t('export.range', { start, end });
}

/** What an entry of the guide's own lists is called; its id when the build has no name for it. */
export function guideName(key: string, id: string, { texts }: ExportContext): string {
  return texts.has(key) ? raised(texts.t(key)) : id;
}

/** The lines, or one that says they are pending. */
export function orPending(lines: Line[], { texts }: ExportContext): Line[] {
  return lines.length > 0 ? lines : [{ text: texts.t('export.pending'), pending: true }];
}

/** A labelled line that may be pending, inside a cell that says several things. */
export function labelled(key: string, lines: Line[], ctx: ExportContext): Line[] {
  const [first, ...rest] = orPending(lines, ctx);
  const label = ctx.texts.t(`export.label.${key}`);
  if (!first?.bullet) return [{ ...(first as Line), label }, ...rest];
  return [{ label, text: '' }, first, ...rest];
}

type Row = Extract<Block, { kind: 'facts' }>['rows'][number];

/** A row that is pending when it has no lines. */
export function row(key: string, lines: Line[], ctx: ExportContext): Row {
  return { label: ctx.texts.t(`export.label.${key}`), lines: orPending(lines, ctx) };
}

/** A row that only shows when it has something to say. */
export function optionalRow(key: string, lines: Line[], ctx: ExportContext): Row[] {
  return lines.length > 0 ? [row(key, lines, ctx)] : [];
}

/** Paragraphs under a small heading, or pending. */
export function prose(key: string, lines: Line[], ctx: ExportContext): Block {
  return {
    kind: 'prose',
    label: ctx.texts.t(`export.label.${key}`),
    lines: orPending(lines, ctx),
  };
}

interface TableColumn<T> {
  key: string;
  weight: number;
  align?: 'right';
  /** Left blank without being pending. */
  optional?: true;
  cell: (element: T) => Line[];
}

/** A table with one row an element; pending as a whole when there are none. */
export function table<T>(
  key: string,
  elements: readonly T[] | undefined,
  columns: TableColumn<T>[],
  ctx: ExportContext,
  totals?: Line[][][],
): Block {
  const caption = ctx.texts.t(`export.table.${key}`);
  if (!elements?.length) return { kind: 'prose', label: caption, lines: orPending([], ctx) };
  return {
    kind: 'table',
    caption,
    columns: columns.map(({ key: column, weight, align }) => ({
      title: ctx.texts.t(`export.column.${column}`),
      weight,
      ...(align && { align }),
    })),
    rows: elements.map((element) =>
      columns.map(({ cell, optional, align }) => {
        const lines = cell(element);
        if (!optional) return orPending(lines, ctx);
        return lines.length > 0 || !align ? lines : [{ text: NO_FIGURE }];
      }),
    ),
    ...(totals && { totals }),
  };
}

/** A picture with its title as the caption; nothing when there is nothing to show. */
export function figure(picture: Picture | undefined): Block[] {
  return picture ? [{ kind: 'figure', caption: picture.title, picture }] : [];
}

/** A sum that there is nothing to make of: neither zero nor pending. */
const NO_FIGURE = '—';

/** A chapter with its title, before it is numbered. */
export function chapter(key: string, blocks: Block[], ctx: ExportContext, sections: Section[] = []): Section {
  return { title: ctx.texts.t(`export.chapter.${key}`), blocks, sections };
}

/** How many lines are pending in sections, at any depth. */
export function countPending(sections: readonly Section[]): number {
  return sections.reduce(
    (sum, section) => sum + section.blocks.reduce(addBlock, 0) + countPending(section.sections),
    0,
  );
}

function addBlock(sum: number, block: Block): number {
  return sum + linesOf(block).filter((l) => l.pending).length;
}

function linesOf(block: Block): Line[] {
  if (block.kind === 'prose') return block.lines;
  if (block.kind === 'facts') return block.rows.flatMap((r) => r.lines);
  return block.kind === 'table' ? block.rows.flat(2) : [];
}

function raised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

export type Project = NonNullable<Plan['projects']>[number];

import {
  BorderStyle,
  convertMillimetersToTwip,
  type Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { renderLine } from './docx-blocks.ts';
import { STYLE } from './docx-styles.ts';
import { COLOURS, TEXT_WIDTH } from './look.ts';
import type { Cover } from './model.ts';

/** Space left to sign in, above the line. */
const SIGNING_SPACE = convertMillimetersToTwip(18);

/** Space above the first words where the kind of document, which brings its own, does not stand above them. */
const HEAD_SPACE = convertMillimetersToTwip(42);

/** The first page: what, whose, when, whether it is a draft, and where it is signed. */
export function renderCover(cover: Cover): (Paragraph | Table)[] {
  return [
    ...(cover.document === undefined
      ? []
      : [renderLine({ text: cover.document }, { style: STYLE.coverKind })]),
    renderLine(cover.entity, {
      style: STYLE.coverEntity,
      ...(cover.document === undefined && { spacing: { before: HEAD_SPACE } }),
    }),
    renderLine(cover.title, { style: STYLE.coverTitle }),
    ...(cover.kind ? [renderLine({ text: cover.kind }, { style: STYLE.coverFact })] : []),
    ...cover.facts.map((fact) => renderLine(fact, { style: STYLE.coverFact })),
    ...(cover.prepared ? [renderLine(cover.prepared, { style: STYLE.coverFact })] : []),
    ...(cover.draft ? [renderLine({ text: cover.draft }, { style: STYLE.coverDraft })] : []),
    renderLine(
      { text: cover.signature.heading },
      { style: STYLE.subheading, spacing: { before: convertMillimetersToTwip(30), after: 0 } },
    ),
    signature(cover.signature),
  ];
}

/** A table of two halves without borders: a line to sign on, and a line for the date. */
function signature({ name, post, sign, date }: Cover['signature']): Table {
  const half = Math.floor(TEXT_WIDTH / 2);
  const line = { style: BorderStyle.SINGLE, size: 8, space: 4, color: COLOURS.ink };
  const rule = (text: string) =>
    renderLine(
      { text },
      { style: STYLE.coverSigned, spacing: { before: SIGNING_SPACE, after: 60 }, border: { top: line } },
    );
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [half, TEXT_WIDTH - half],
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: 400 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(
            [
              rule(sign),
              renderLine(name, { style: STYLE.coverSigned }),
              renderLine(post, { style: STYLE.coverSigned }),
            ],
            half,
          ),
          cell([rule(date)], TEXT_WIDTH - half),
        ],
      }),
    ],
  });
}

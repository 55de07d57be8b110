import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { Language } from '../text/locales.ts';
import { COLOURS, REGION } from './look.ts';

/** Reference of the bulleted list in the numbering of the document. */
export const BULLETS = 'statements';

/** Ids of the document's own paragraph and character styles. */
export const STYLE = {
  cell: 'CellText',
  cellHeader: 'CellHeader',
  cellLabel: 'CellLabel',
  caption: 'TableCaption',
  subheading: 'Subheading',
  note: 'PlanNote',
  quote: 'PlanQuote',
  coverKind: 'CoverKind',
  coverEntity: 'CoverEntity',
  coverTitle: 'CoverTitle',
  coverFact: 'CoverFact',
  coverDraft: 'CoverDraft',
  coverSigned: 'CoverSigned',
  contents: 'ContentsTitle',
  pageMargin: 'PageMargin',
  pending: 'Pending',
};

const FONT = 'Arial';

/** Styles of the document: Word's own headings, and named ones for everything else, so that it can be restyled. */
export function documentStyles(language: Language): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: COLOURS.ink, language: { value: REGION[language] } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(36, { before: 0, after: 240 }),
      heading2: heading(28, { before: 400, after: 160 }),
      heading3: heading(23, { before: 320, after: 120 }),
    },
    paragraphStyles: [
      paragraph(STYLE.cell, { size: 18 }, CELL_FORMAT),
      paragraph(
        STYLE.cellHeader,
        { size: 18, bold: true, color: COLOURS.heading },
        { ...CELL_FORMAT, keepNext: true },
      ),
      paragraph(STYLE.cellLabel, { size: 18, bold: true, color: COLOURS.heading }, CELL_FORMAT),
      paragraph(
        STYLE.caption,
        { size: 20, bold: true, color: COLOURS.heading },
        { spacing: { before: 260, after: 100 }, keepNext: true },
      ),
      paragraph(
        STYLE.subheading,
        { size: 20, bold: true, color: COLOURS.heading },
        { spacing: { before: 260, after: 60 }, keepNext: true },
      ),
      paragraph(STYLE.note, { size: 18, italics: true, color: COLOURS.soft }, { spacing: { after: 160 } }),
      paragraph(
        STYLE.quote,
        { size: 18, color: COLOURS.soft },
        {
          spacing: { after: 140 },
          indent: { left: 567 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: COLOURS.line } },
        },
      ),
      paragraph(
        STYLE.coverKind,
        { size: 24, allCaps: true, characterSpacing: 40, color: COLOURS.soft },
        { spacing: { before: convertMillimetersToTwip(42), after: 200 } },
      ),
      paragraph(
        STYLE.coverEntity,
        { size: 34, color: COLOURS.heading },
        { spacing: { before: 200, after: 60, line: 260, lineRule: LineRuleType.AUTO } },
      ),
      paragraph(
        STYLE.coverTitle,
        { size: 52, bold: true, color: COLOURS.heading },
        {
          spacing: { after: 360, line: 264, lineRule: LineRuleType.AUTO },
          border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 14, color: COLOURS.heading } },
        },
      ),
      paragraph(STYLE.coverFact, { size: 22 }, { spacing: { after: 80 } }),
      paragraph(
        STYLE.coverDraft,
        { size: 21, bold: true, color: COLOURS.pending },
        {
          spacing: { before: 320, after: 200 },
          shading: { fill: COLOURS.draft },
          border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: COLOURS.pending } },
        },
      ),
      paragraph(STYLE.coverSigned, { size: 20 }, { spacing: { after: 40 } }),
      paragraph(
        STYLE.contents,
        { size: 36, bold: true, color: COLOURS.heading },
        { spacing: { after: 240 } },
      ),
      paragraph(STYLE.pageMargin, { size: 17, color: COLOURS.soft }, { spacing: { after: 0 } }),
      paragraph(
        'TOC1',
        { bold: true, color: COLOURS.heading },
        { spacing: { before: 160, after: 60 } },
        'toc 1',
      ),
      paragraph('TOC2', {}, { spacing: { after: 40 }, indent: { left: 220 } }, 'toc 2'),
      paragraph('TOC3', { size: 19 }, { spacing: { after: 30 }, indent: { left: 560 } }, 'toc 3'),
    ],
    characterStyles: [
      {
        id: STYLE.pending,
        name: 'Pending',
        basedOn: 'DefaultParagraphFont',
        quickFormat: true,
        run: { italics: true, color: COLOURS.pending },
      },
    ],
  };
}

/** The bulleted list, for statements. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 284, hanging: 227 } } },
        },
      ],
    },
  ],
};

/** Space inside a cell, the same for names and for what is said of them, so that they stand on one line. */
const CELL_FORMAT = { spacing: { before: 30, after: 30, line: 250, lineRule: LineRuleType.AUTO } };

type Styles = NonNullable<IStylesOptions['paragraphStyles']>;
type ParagraphStyle = Styles[number];

function heading(size: number, spacing: { before: number; after: number }) {
  return {
    run: { font: FONT, size, bold: true, color: COLOURS.heading },
    paragraph: { spacing, keepNext: true, keepLines: true },
  };
}

function paragraph(
  id: string,
  run: NonNullable<ParagraphStyle['run']>,
  format: NonNullable<ParagraphStyle['paragraph']>,
  name = id,
): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: format };
}

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';

import type { Plan } from '../plan/schema.ts';
import type { Texts } from '../text/locales.ts';
import { cleanText } from './clean-text.ts';
import { renderBlock, renderLine } from './docx-blocks.ts';
import { renderCover } from './docx-cover.ts';
import { pageNumbers } from './docx-pages.ts';
import { documentStyles, NUMBERING, STYLE } from './docx-styles.ts';
import type { ExportContext } from './lines.ts';
import { PAGE } from './look.ts';
import { type ExportSource, headerText, type Outline, type Part, type Section } from './model.ts';
import { buildOutline } from './outline.ts';

export interface ExportOptions extends ExportContext {
  /** Passages cited while the plan was made, in the order to list them. */
  sources: readonly ExportSource[];
}

/**
 * The plan as a Word document on letter paper: cover to sign, contents, the whole plan, what is left to check,
 * and the sources. Never fails on blanks: they are marked as pending.
 * @returns the bytes of the .docx file.
 */
export async function exportDocx(plan: Plan, options: ExportOptions): Promise<Uint8Array> {
  return await renderDocx(buildOutline(plan, options, options.sources), options);
}

/** A document as the bytes of a .docx file on letter paper: cover to sign, contents, and its parts. */
export async function renderDocx(
  outline: Outline,
  { texts }: Pick<ExportContext, 'texts'>,
): Promise<Uint8Array> {
  const page = {
    size: { width: PAGE.width, height: PAGE.height },
    margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
  };
  const document = new Document({
    title: cleanText(outline.title),
    subject: cleanText(outline.subject),
    creator: cleanText(outline.author),
    lastModifiedBy: cleanText(outline.author),
    description: cleanText(outline.description),
    styles: documentStyles(outline.language),
    numbering: NUMBERING,
    pageNumbers,
    sections: [
      { properties: { page }, children: renderCover(outline.cover) },
      {
        properties: { page },
        headers: { default: header(outline) },
        footers: { default: footer(texts) },
        children: body(outline, texts),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function body(outline: Outline, texts: Texts): ISectionOptions['children'] {
  return [
    renderLine({ text: texts.t('export.contents') }, { style: STYLE.contents }),
    new TableOfContents(texts.t('export.contents'), { hyperlink: true, headingStyleRange: '1-3' }),
    ...outline.parts.flatMap(renderPart),
  ];
}

function renderPart(part: Part): (Paragraph | Table)[] {
  return [
    renderLine({ text: part.title }, { heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
    ...part.sections.flatMap((section) => renderSection(section, 0)),
  ];
}

const LEVELS = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function renderSection(section: Section, depth: number): (Paragraph | Table)[] {
  const number = section.number && (depth === 0 ? `${section.number}. ` : `${section.number} `);
  return [
    renderLine(
      { text: `${number ?? ''}${section.title}` },
      { heading: LEVELS[depth] ?? HeadingLevel.HEADING_3 },
    ),
    ...section.blocks.flatMap(renderBlock),
    ...section.sections.flatMap((inner) => renderSection(inner, depth + 1)),
  ];
}

function header(outline: Outline): Header {
  const run = new TextRun(cleanText(headerText(outline)));
  return new Header({ children: [margin([run], AlignmentType.LEFT)] });
}

/** «Página 3 de 20»: the sentence is cut at its two numbers, because Word counts them. */
function footer(texts: Texts): Footer {
  const [before, between, after] = texts
    .t('export.page', { page: '\u0000', total: '\u0000' })
    .split('\u0000');
  const run = new TextRun({
    children: [before ?? '', PageNumber.CURRENT, between ?? '', PageNumber.TOTAL_PAGES, after ?? ''],
  });
  return new Footer({ children: [margin([run], AlignmentType.RIGHT)] });
}

function margin(runs: TextRun[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ style: STYLE.pageMargin, alignment, children: runs });
}

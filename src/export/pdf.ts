import PDFDocument from 'pdfkit';
import type { Plan } from '../plan/schema.ts';
import { cleanText } from './clean-text.ts';
import type { ExportOptions } from './docx.ts';
import { registerFonts } from './fonts.ts';
import { drawable } from './glyphs.ts';
import { REGION } from './look.ts';
import type { Outline, Section } from './model.ts';
import { buildOutline } from './outline.ts';
import { drawBlock, drawHeading } from './pdf-blocks.ts';
import { Contents, type Entry } from './pdf-contents.ts';
import { drawCover } from './pdf-cover.ts';
import { drawMargins } from './pdf-margins.ts';
import { AREA, PdfWriter } from './pdf-page.ts';

/**
 * The plan as a PDF on letter paper that reads aloud: tagged, in its language, with its fonts embedded, bookmarks,
 * linked contents and numbered pages. It says what the Word document says. Never fails on blanks: they are
 * marked as pending.
 * @returns the bytes of the .pdf file.
 */
export async function exportPdf(plan: Plan, options: ExportOptions): Promise<Uint8Array> {
  return await renderPdf(buildOutline(plan, options, options.sources), options);
}

/** A document as the bytes of a .pdf file. */
export async function renderPdf(outline: Outline, options: PdfContext): Promise<Uint8Array> {
  const doc = newDocument(outline, options);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const w = new PdfWriter(doc);
  drawCover(w, outline.cover);
  const headings = headingsOf(outline);
  const contents = new Contents(w, options.texts.t('export.contents'), headings);
  contents.fill(drawBody(w, headings));
  drawMargins(w, outline, options.texts);
  w.root.end();
  doc.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

type PdfContext = Pick<ExportOptions, 'texts' | 'today'>;

function newDocument(outline: Outline, { texts, today }: PdfContext): PDFKit.PDFDocument {
  // The day the document is of, so that the same plan makes the same file.
  const date = new Date(`${today}T12:00:00-05:00`);
  const doc = new PDFDocument({
    size: [AREA.width, AREA.height],
    // Text is placed by this code: pdfkit must not turn the page by itself.
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: REGION[outline.language],
    info: {
      Title: cleanText(outline.title),
      Author: cleanText(outline.author),
      Subject: cleanText(outline.subject),
      Creator: texts.t('export.product'),
      CreationDate: date,
      ModDate: date,
    },
  });
  registerFonts(doc);
  return doc;
}

/** A heading with what stands under it. */
interface Heading extends Entry {
  blocks: Section['blocks'];
}

/** Every heading in the order of the document; its destination is its number in that order. */
function headingsOf({ parts }: Outline): Heading[] {
  const all: Omit<Heading, 'destination'>[] = [];
  const visit = (section: Section, level: number) => {
    const number = section.number && (level === 2 ? `${section.number}. ` : `${section.number} `);
    all.push({ title: `${number ?? ''}${drawable(section.title)}`, level, blocks: section.blocks });
    for (const inner of section.sections) visit(inner, Math.min(level + 1, DEEPEST));
  };
  for (const part of parts) {
    all.push({ title: part.title, level: 1, blocks: [] });
    for (const section of part.sections) visit(section, 2);
  }
  return all.map((heading, i) => ({ ...heading, destination: `section-${i + 1}` }));
}

/** Deepest heading of a section; the labels of its blocks are one deeper. */
const DEEPEST = 3;

/** Draws the parts, with a bookmark for each heading. @returns the page, from 1, of each destination. */
function drawBody(w: PdfWriter, headings: readonly Heading[]): Map<string, number> {
  const pages = new Map<string, number>();
  const bookmarks = [w.doc.outline];
  for (const { title, level, destination, blocks } of headings) {
    if (level === 1) w.newPage();
    drawHeading(w, title, level, (top) => {
      pages.set(destination, w.page);
      w.doc.addNamedDestination(destination, 'XYZ', AREA.left, top, null);
      const place = { expanded: level === 1, top, left: AREA.width };
      bookmarks[level] = (bookmarks[level - 1] as PDFKit.PDFOutline).addItem(title, place);
    });
    for (const block of blocks) drawBlock(w, block, level);
  }
  return pages;
}

import { textWidth, type Weight } from './fonts.ts';
import { AREA, colour, type Element, type PdfWriter } from './pdf-page.ts';
import { drawParagraph, drawText, rowHeight } from './pdf-text.ts';
import { wrapText } from './wrap.ts';

/** A heading as the table of contents lists it. */
export interface Entry {
  title: string;
  /** 1 to 3, the depth of the heading. */
  level: number;
  /** Named destination inside the document. */
  destination: string;
}

interface Row extends Entry {
  text: string;
  /** The last row of an entry bears its page. */
  last: boolean;
}

/** Look by level; sizes and spaces in points. */
const LOOK: { size: number; before: number; indent: number; weight: Weight }[] = [
  { size: 10.5, before: 8, indent: 0, weight: 'bold' },
  { size: 10, before: 2, indent: 10, weight: 'regular' },
  { size: 9, before: 1, indent: 28, weight: 'regular' },
];
const lookOf = (level: number) => LOOK[Math.min(level, LOOK.length) - 1] as (typeof LOOK)[number];
/** Room for the number of the page. */
const NUMBER = 34;
const HEAD = 40;

/** The table of contents: its pages are kept free first, and filled in when the page of every heading is known. */
export class Contents {
  readonly #w: PdfWriter;
  readonly #pages: Row[][];
  readonly #toc: Element;
  readonly #first: number;

  /** Draws the title and keeps as many pages free as the entries take. */
  constructor(w: PdfWriter, title: string, entries: readonly Entry[]) {
    this.#w = w;
    this.#pages = paged(entries);
    w.newPage();
    this.#first = w.page;
    drawParagraph(w, w.root, 'P', [{ text: title, weight: 'bold', colour: colour('heading') }], { size: 18 });
    for (let i = 1; i < this.#pages.length; i++) w.newPage();
    this.#toc = w.element(w.root, 'TOC');
  }

  /** Writes the rows, each with the page that its destination is on, from 1, and linked to it. */
  fill(pageOf: ReadonlyMap<string, number>): void {
    let entry: Element | undefined;
    this.#pages.forEach((rows, i) => {
      this.#w.doc.switchToPage(this.#first - 1 + i);
      let y = AREA.top + (i === 0 ? HEAD : 0);
      for (const row of rows) {
        entry ??= this.#w.element(this.#w.element(this.#w.element(this.#toc, 'TOCI'), 'Reference'), 'Link');
        y += rowSpace(row);
        this.#drawRow(entry, row, y, pageOf.get(row.destination));
        y += rowHeight(lookOf(row.level).size);
        if (row.last) entry = undefined;
      }
    });
  }

  #drawRow(link: Element, row: Row, y: number, page: number | undefined): void {
    const w = this.#w;
    const { size, indent, weight } = lookOf(row.level);
    const ink = row.level === 1 ? colour('heading') : colour('ink');
    const left = AREA.left + indent;
    const right = AREA.left + AREA.text;
    w.content(link, 'Link', () => {
      drawText(w, `${row.text} `, left, y, { size, weight, colour: ink });
      if (!row.last || page === undefined) return;
      const number = String(page);
      drawText(w, number, right - textWidth(number, size, weight), y, { size, weight, colour: ink });
    });
    if (row.last && page !== undefined) {
      const from = left + textWidth(row.text, size, weight) + 6;
      const to = right - NUMBER + 8;
      if (to - from > 8)
        w.artifact(() => {
          w.doc.lineWidth(0.6).dash(0.6, { space: 3 }).strokeColor(colour('soft'));
          w.doc
            .moveTo(from, y + size * 1.05)
            .lineTo(to, y + size * 1.05)
            .stroke()
            .undash();
        });
    }
    w.doc.goTo(left, y, right - left, rowHeight(size), row.destination, { structParent: link });
  }
}

function rowSpace(row: Row): number {
  return row.text === '' ? 0 : lookOf(row.level).before;
}

/** The entries by rows, and the rows by page. */
function paged(entries: readonly Entry[]): Row[][] {
  const pages: Row[][] = [[]];
  let y = AREA.top + HEAD;
  for (const entry of entries) {
    const { size, indent, weight } = lookOf(entry.level);
    const texts = wrapText(entry.title, AREA.text - indent - NUMBER, size, { weight });
    texts.forEach((text, i) => {
      const row = { ...entry, text, last: i === texts.length - 1 };
      const height = rowSpace(row) + rowHeight(size);
      if (y + height > AREA.bottom) {
        pages.push([]);
        y = AREA.top;
      }
      (pages.at(-1) as Row[]).push(row);
      y += height;
    });
  }
  return pages;
}

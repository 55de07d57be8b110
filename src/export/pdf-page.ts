import { COLOURS, PAGE, TEXT_WIDTH } from './look.ts';

declare global {
  namespace PDFKit.Mixins {
    /** Missing in the published types of pdfkit: the element of the structure that a link belongs to. */
    interface AnnotationOption {
      structParent?: PDFKit.PDFStructureElement;
    }
  }
}

/** Places on a page, in points from its top left corner. */
export const AREA = {
  width: PAGE.width / 20,
  height: PAGE.height / 20,
  left: PAGE.margin / 20,
  top: PAGE.margin / 20,
  bottom: (PAGE.height - PAGE.margin) / 20,
  text: TEXT_WIDTH / 20,
};

export type Element = PDFKit.PDFStructureElement;

/** What a structure element takes; `scope` and `bbox` are missing in the published types of pdfkit. */
export interface ElementOptions {
  alt?: string;
  scope?: 'Row' | 'Column';
  /** Left, top, right and bottom of a figure. */
  bbox?: [number, number, number, number];
}

/** A PDF being written from top to bottom: where the pen is, and what each mark on the page means. */
export class PdfWriter {
  readonly doc: PDFKit.PDFDocument;
  /** Root of the document's structure. */
  readonly root: Element;
  y = AREA.top;
  #pages = 0;

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc;
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** Number of the page that is being written, from 1. */
  get page(): number {
    return this.#pages;
  }

  /** Height left on the page. */
  get room(): number {
    return AREA.bottom - this.y;
  }

  newPage(): void {
    this.doc.addPage();
    this.#pages += 1;
    this.y = AREA.top;
  }

  /** Goes on on a new page when `height` does not fit on this one and this one has something already. */
  ensure(height: number): void {
    if (height > this.room && this.y > AREA.top) this.newPage();
  }

  /** A new element of the structure, under `parent`. */
  element(parent: Element, type: string, options: ElementOptions = {}): Element {
    const element = this.doc.struct(type, options);
    parent.add(element);
    return element;
  }

  /** What `draw` draws on this page is content of `element`. */
  content(element: Element, type: string, draw: () => void): void {
    const content = this.doc.markStructureContent(type);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** What `draw` draws is no content: lines, fills, what every page repeats. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }
}

/** A colour of the palette as pdfkit takes it. */
export function colour(name: keyof typeof COLOURS): string {
  return `#${COLOURS[name]}`;
}

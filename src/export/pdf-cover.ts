import type { Cover, Line } from './model.ts';
import { AREA, colour, type PdfWriter } from './pdf-page.ts';
import { drawParagraph, drawText, rowHeight, runsOf } from './pdf-text.ts';
import { wrapRuns } from './wrap.ts';

/** How low the first words stand, and how much is left at the foot to sign, in points. */
const HEAD_SPACE = 110;
const SIGNATURE = 150;

/** The first page: what, whose, when, whether it is a draft, and where it is signed. */
export function drawCover(w: PdfWriter, cover: Cover): void {
  w.newPage();
  w.y += HEAD_SPACE;
  if (cover.document !== undefined)
    drawParagraph(
      w,
      w.root,
      'P',
      [{ text: cover.document.toUpperCase(), weight: 'regular', colour: colour('soft') }],
      { size: 12, after: 14 },
    );
  drawParagraph(w, w.root, 'P', runsOf(cover.entity, 'regular', colour('heading')), {
    size: fitting(cover.entity, [17, 13]),
    after: 4,
  });
  drawParagraph(w, w.root, 'H1', runsOf(cover.title, 'bold', colour('heading')), {
    size: fitting(cover.title, [26, 20, 15]),
    after: 10,
  });
  w.artifact(() => w.doc.rect(AREA.left, w.y, AREA.text, 2).fill(colour('heading')));
  w.y += 20;
  const facts = [...(cover.kind ? [{ text: cover.kind }] : []), ...cover.facts];
  for (const fact of [...facts, ...(cover.prepared ? [cover.prepared] : [])])
    drawParagraph(w, w.root, 'P', runsOf(fact), { size: 11, after: 4 });
  if (cover.draft !== undefined) drawDraft(w, cover.draft);
  drawSignature(w, cover.signature);
}

/** The largest size at which a line takes at most three rows. */
function fitting(line: Line, sizes: readonly number[]): number {
  const fits = sizes.find((size) => wrapRuns(runsOf(line, 'bold'), AREA.text, size).length <= 3);
  return fits ?? (sizes.at(-1) as number);
}

function drawDraft(w: PdfWriter, draft: string): void {
  const size = 10.5;
  const runs = runsOf({ text: draft }, 'bold', colour('pending'));
  const box = { left: AREA.left + 14, width: AREA.text - 28 };
  const height = wrapRuns(runs, box.width, size).length * rowHeight(size) + 16;
  w.y += 16;
  w.ensure(height);
  w.artifact(() => {
    w.doc.rect(AREA.left, w.y, AREA.text, height).fill(colour('draft'));
    w.doc.rect(AREA.left, w.y, 3, height).fill(colour('pending'));
  });
  w.y += 8;
  drawParagraph(w, w.root, 'P', runs, { size, after: 8 }, box);
}

/** At the foot of the page: a line to sign on, with the name and post, and a line for the date. */
function drawSignature(w: PdfWriter, { heading, name, post, sign, date }: Cover['signature']): void {
  w.ensure(SIGNATURE);
  w.y = Math.max(w.y + 30, AREA.bottom - SIGNATURE);
  drawParagraph(w, w.root, 'P', runsOf({ text: heading }, 'bold', colour('heading')), { size: 10.5 });
  w.y += 44;
  const half = AREA.text / 2 - 12;
  const right = AREA.left + half + 24;
  w.artifact(() => {
    w.doc.lineWidth(0.8).strokeColor(colour('ink'));
    for (const x of [AREA.left, right])
      w.doc
        .moveTo(x, w.y)
        .lineTo(x + half, w.y)
        .stroke();
  });
  w.y += 4;
  const dateAt = w.y;
  for (const line of [{ text: sign }, name, post])
    drawParagraph(w, w.root, 'P', runsOf(line), { size: 10, after: 2 }, { left: AREA.left, width: half });
  w.content(w.element(w.root, 'P'), 'P', () => drawText(w, date, right, dateAt, { size: 10 }));
}

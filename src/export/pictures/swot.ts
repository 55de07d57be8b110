import { told } from './alt.ts';
import type { DrawPlan } from './picture.ts';
import { INK, SIZE, WIDTH } from './picture.ts';
import { fitted, label, labels, rowHeight, shape } from './svg.ts';

const PARTS = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;
/** Ground and edge of each quarter; its heading tells them apart without colours. */
const LOOK = {
  strengths: { fill: '#E3EFE6', edge: '#2C6E49' },
  weaknesses: { fill: '#FBEAD9', edge: '#9C4A00' },
  opportunities: { fill: '#DFEAF7', edge: '#1F3864' },
  threats: { fill: '#F7E1E4', edge: '#8A1C2F' },
};
const GAP = 12;
const CELL = (WIDTH - GAP) / 2;
const PAD = 14;
/** Most statements of a quarter, and most rows of a statement. */
const MOST = { statements: 7, rows: 3 };
const SPACE = 5;

/** The SWOT in four quarters: strengths and weaknesses above, opportunities and threats below. */
export const swotPicture: DrawPlan = ({ profile }, { texts }) => {
  const counts = PARTS.map((part) => profile.swot?.[part]?.length ?? 0);
  if (counts.every((count) => count === 0)) return undefined;
  const quarters = PARTS.map((part) => quarter(part, profile.swot?.[part] ?? [], texts.t));
  const height = (row: number) => Math.max(...quarters.slice(2 * row, 2 * row + 2).map((q) => q.height));
  const heights = [height(0), height(1)] as const;
  const body = quarters.map((q, i) => {
    const row = i < 2 ? 0 : 1;
    return q.draw((i % 2) * (CELL + GAP), row === 0 ? 0 : heights[0] + GAP, heights[row]);
  });
  const parts = PARTS.map((part) => {
    const statements = profile.swot?.[part] ?? [];
    return `${texts.t(`export.column.${part}`)}: ${told(statements, texts) || texts.t('export.pending')}`;
  });
  return {
    title: texts.t('export.picture.swot'),
    alt: texts.t('export.alt.swot', { detail: parts.join('. ') }),
    width: WIDTH,
    height: heights[0] + GAP + heights[1],
    body: body.join(''),
  };
};

type Translate = (key: string, params?: Record<string, number>) => string;

function quarter(part: (typeof PARTS)[number], statements: readonly string[], t: Translate) {
  const { fill, edge } = LOOK[part];
  const shown = statements.slice(0, MOST.statements);
  const rows = shown.map((statement) => fitted(statement, CELL - 2 * PAD - 12, MOST.rows));
  const more = statements.length - shown.length;
  const head = PAD + rowHeight(SIZE.head) + 8;
  const lines = rows.reduce((sum, r) => sum + r.length * rowHeight() + SPACE, 0);
  const rest = more > 0 || statements.length === 0 ? rowHeight() + SPACE : 0;
  const draw = (x: number, y: number, height: number): string => {
    let top = y + head;
    const listed = rows.map((r) => {
      const drawn = label('•', x + PAD, top, { colour: edge }) + labels(r, x + PAD + 12, top);
      top += r.length * rowHeight() + SPACE;
      return drawn;
    });
    const tail =
      statements.length === 0 ? t('export.pending') : more > 0 ? t('export.more', { count: more }) : '';
    return [
      shape('rect', { x, y, width: CELL, height, rx: 4, fill }),
      shape('rect', { x, y, width: CELL, height: 4, fill: edge }),
      label(t(`export.column.${part}`), x + PAD, y + PAD, { size: SIZE.head, weight: 'bold', colour: edge }),
      ...listed,
      tail && label(tail, x + PAD + 12, top, { weight: 'italic', colour: INK.soft }),
    ].join('');
  };
  return { height: head + lines + rest + PAD, draw };
}

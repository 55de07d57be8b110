import { convert, type DomNode, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';
import { type Block, tableLines, writeBlocks } from '../blocks.ts';
import { decodeText } from './decode.ts';

/** Private characters that carry what an element was through the text of its line: a heading, or a bold paragraph. */
const HEADING = '\ue001';
const BOLD = '\ue002';
/** A bold paragraph that heads what follows is no longer than this. */
const BOLD_HEADING = 110;
/** Deeper elements are left out: no page of a person nests so far. */
const DEEPEST = 300;

/** What is of the page and not of its text. */
const SKIPPED = [
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'nav',
    'aside',
    'footer',
    'form',
    'button',
    'select',
    'iframe',
  ],
  ...['svg', 'img', 'figure > img', 'hr', 'head', 'body > header', '[hidden]', '[aria-hidden=true]'],
  ...['[role=navigation]', '[role=banner]', '[role=search]', '[role=contentinfo]'],
];

const heading: FormatCallback = (elem, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addLiteral(`${HEADING}${elem.name?.slice(1)}`);
  walk(elem.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const paragraph: FormatCallback = (elem, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  const said = elem.children.filter((child) => textOf(child) !== '');
  if (said.length > 0 && said.every(({ name }) => name === 'strong' || name === 'b'))
    builder.addLiteral(BOLD);
  walk(elem.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** Words with their address after them; a link inside the page is words, and one to a note is nothing. */
const anchor: FormatCallback = (elem, walk, builder) => {
  const href = elem.attribs?.href ?? '';
  if (/^#(?:foot|end)note/.test(href)) return;
  walk(elem.children, builder);
  if (/^https?:\/\//i.test(href) && textOf(elem) !== href) builder.addInline(` (${href})`);
};

/** The rows of a table of data; a table that only lays out the page is read as what its cells hold. */
const table: FormatCallback = (elem, walk, builder) => {
  const rows = elementsIn(elem, ['tr'], ['table']);
  const cells = rows.map((row) => elementsIn(row, ['td', 'th'], ['table']));
  const holds = elementsIn(elem, ['table', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol'], []);
  if (holds.length > 0 || !cells.some((row) => row.length > 1)) {
    for (const cell of cells.flat()) {
      builder.openBlock({ leadingLineBreaks: 2 });
      walk(cell.children, builder);
      builder.closeBlock({ trailingLineBreaks: 2 });
    }
    return;
  }
  const header = cells[0]?.every(({ name }) => name === 'th') ?? false;
  for (const line of tableLines(
    cells.map((row) => row.map(textOf)),
    header,
  )) {
    builder.openBlock({ leadingLineBreaks: 2 });
    builder.addLiteral(line);
    builder.closeBlock({ trailingLineBreaks: 2 });
  }
};

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  baseElements: { selectors: ['main', '[role=main]'], orderBy: 'occurrence', returnDomByDefault: true },
  limits: { maxInputLength: Number.MAX_SAFE_INTEGER, maxDepth: DEEPEST, ellipsis: '' },
  formatters: { heading, paragraph, anchor, table },
  selectors: [
    { selector: 'ul', options: { itemPrefix: '• ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'li > p', format: 'inlineSurround', options: { suffix: ' ' } },
    ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
  ],
};

/** An HTML page as marked text: its headings, paragraphs, lists and tables, without what surrounds them. */
export function readHtml(bytes: Uint8Array): string {
  return htmlText(decodeText(bytes));
}

/** The same of HTML that is at hand as text. */
export function htmlText(html: string): string {
  const blocks = convert(html, OPTIONS)
    .split('\n')
    .map((line) => blockOf(line.trim()));
  const headed = blocks.some(({ kind, text }) => kind === 'heading' && text !== '');
  return writeBlocks(blocks.map(({ bold, ...block }) => (bold && !headed ? boldHeading(block) : block)));
}

type Line = Exclude<Block, { kind: 'table' }> & { bold?: boolean };

function blockOf(line: string): Line {
  const [mark = ''] = line;
  if (mark === HEADING) return { kind: 'heading', level: Number(line[1]), text: line.slice(2) };
  if (mark === BOLD) return { kind: 'paragraph', text: line.slice(1), bold: true };
  const item = /^(•|\d{1,3}\.) (.*)$/.exec(line);
  return item ? { kind: 'item', marker: item[1], text: item[2] ?? '' } : { kind: 'paragraph', text: line };
}

/** Where no style says what is a heading, a short bold paragraph is one; its number tells its level. */
function boldHeading(block: Block): Block {
  if (block.kind !== 'paragraph' || block.text.length > BOLD_HEADING || /[.,;:]$/.test(block.text))
    return block;
  const number = /^\d{1,2}(?:\.\d{1,2})*/.exec(block.text)?.[0];
  return { kind: 'heading', level: number?.split('.').length ?? 1, text: block.text };
}

/** Elements of some names inside another, in order; nothing is looked for inside those that stop it. */
function elementsIn(elem: DomNode, names: readonly string[], stop: readonly string[]): DomNode[] {
  return (elem.children ?? []).flatMap((child) => {
    const name = child.name ?? '';
    if (names.includes(name)) return [child];
    return stop.includes(name) ? [] : elementsIn(child, names, stop);
  });
}

function textOf(node: DomNode): string {
  if (node.type === 'text') return node.data ?? '';
  const words = (node.children ?? []).map(textOf);
  return words.join(/^(?:td|th|div|li|p)$/.test(node.name ?? '') ? ' ' : '').trim();
}

import { type Block, writeBlocks } from '../blocks.ts';
import { decodeText } from './decode.ts';

const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const ATX = /^\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const UNDERLINE = /^\s{0,3}(=+|-{2,})\s*$/;
const RULE = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const ITEM = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * Markdown as marked text: headings, paragraphs, lists and tables. What only concerns how it looks is left out: front
 * matter, comments, rules, quotation marks, emphasis and pictures. Addresses stay beside the words that link to them.
 */
export function readMarkdown(bytes: Uint8Array): string {
  const source = decodeText(bytes)
    .replace(/^---\n[\s\S]*?\n(?:---|\.\.\.)\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  return writeBlocks(blocksOf(source.split('\n')));
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let fence: string | undefined;
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', text: inline(open.join(' ')) });
    open = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/^\s{0,3}(?:>\s?)+/, '');
    const fenced = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      // What a fence holds is shown as it is, a line at a time.
      if (fenced?.startsWith(fence)) fence = undefined;
      else blocks.push({ kind: 'paragraph', text: line });
      continue;
    }
    const heading = ATX.exec(line);
    const underline = open.length > 0 ? UNDERLINE.exec(line)?.[1] : undefined;
    const item = ITEM.exec(line);
    if (fenced) {
      close();
      fence = fenced;
    } else if (heading) {
      close();
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: inline(heading[2] ?? '') });
    } else if (underline) {
      blocks.push({
        kind: 'heading',
        level: underline.startsWith('=') ? 1 : 2,
        text: inline(open.join(' ')),
      });
      open = [];
    } else if (RULE.test(line) || line.trim() === '') close();
    else if (isTable(lines, at)) {
      close();
      const rows = tableAt(lines, at);
      blocks.push({ kind: 'table', header: true, rows });
      at += rows.length;
    } else if (item) {
      close();
      const marker = item[1] === undefined ? undefined : `${item[1]}.`;
      blocks.push({ kind: 'item', marker, text: inline(item[2] ?? '') });
    } else goOn(blocks, open, line, lines[at - 1]);
  }
  close();
  return blocks;
}

/** Puts a line to the item that it goes on with, or to the open paragraph. */
function goOn(blocks: Block[], open: string[], line: string, before: string | undefined): void {
  const last = blocks.at(-1);
  if (open.length === 0 && last?.kind === 'item' && before?.trim()) last.text += ` ${inline(line)}`;
  else open.push(/ {2}$/.test(line) ? line.trim() : line.trim().replace(/\\$/, ''));
}

function isTable(lines: readonly string[], at: number): boolean {
  const rule = lines[at + 1] ?? '';
  return (lines[at] ?? '').includes('|') && rule.includes('|') && TABLE_RULE.test(rule);
}

/** The rows of the table that begins at a line, its header first; the rule below the header is one line more. */
function tableAt(lines: readonly string[], at: number): string[][] {
  const rows = [cellsOf(lines[at] ?? '')];
  for (const line of lines.slice(at + 2)) {
    if (!line.includes('|')) break;
    rows.push(cellsOf(line));
  }
  return rows;
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inline(cell.replaceAll('\\|', '|')));
}

/** Words without the marks of Markdown around them. */
function inline(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '($1)')
    .replace(/\[([^\]]+)\]\((\S+?)(?:\s+["'][^)]*)?\)/g, (_, words: string, target: string) =>
      /^https?:/.test(target) && words !== target ? `${words} (${target})` : words,
    )
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])/g, '$2')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~-])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

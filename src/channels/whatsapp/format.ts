/** Marks with which WhatsApp formats, and what stands for them where a person wrote them. WhatsApp has no escapes. */
const LITERAL: Record<string, string> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** Stands for a bold mark of ours while marks of persons are made harmless; no text has it. */
const BOLD = '\u0002';

const URL_PATTERN = /https?:\/\/[^\s<>"]+/g;

/**
 * Neutral Markdown as WhatsApp shows it: `**bold**` as `*bold*`, links as their plain address, lists as they are.
 * Marks that a person wrote stay visible and format nothing.
 * @param baseUrl put before addresses on this service.
 */
export function toWhatsApp(text: string, baseUrl: string): string {
  const linked = text.replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, (_link, label: string, url: string) => {
    const address = url.startsWith('/') ? `${baseUrl}${url}` : url;
    return plainLabel(label) === address ? address : `${label}: ${address}`;
  });
  return linked
    .split('\n')
    .map((line) => literal(boldMarked(line)).replaceAll(BOLD, '*'))
    .join('\n')
    .trim();
}

/** A text without Markdown, in one line: labels of buttons show marks as they are. */
export function plainLabel(text: string): string {
  return text.replaceAll('**', '').replace(/\s+/g, ' ').trim();
}

/** `**` around a stretch of one line, where WhatsApp would see them: not inside a word. Others go. */
function boldMarked(line: string): string {
  const marked = line.replace(/\*\*(?=\S)([^\n]*?\S)\*\*/g, (span, inner: string, at: number) => {
    const before = line[at - 1] ?? ' ';
    const after = line[at + span.length] ?? ' ';
    const apart = !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
    return apart ? `${BOLD}${inner}${BOLD}` : inner;
  });
  return marked.replaceAll('**', '');
}

/** Makes pairs of marks harmless, but not in addresses; a quote's mark at the start of a line too. */
function literal(line: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: url, index } of line.matchAll(URL_PATTERN)) {
    parts.push(withoutMarks(line.slice(end, index)), url);
    end = index + url.length;
  }
  parts.push(withoutMarks(line.slice(end)));
  return parts.join('').replace(/^>/, '›');
}

/** A mark alone formats nothing and stays; one that could close or open a pair is replaced. */
function withoutMarks(text: string): string {
  const replaced = text.replaceAll('```', 'ˋˋˋ');
  const replace = (pair: string) => [...pair].map((c) => LITERAL[c] ?? c).join('');
  return replaced.replace(
    /(?<![\p{L}\p{N}])([*_~`])(?=\S)(?:(?!\1).)*?\S?\1(?![\p{L}\p{N}])/gu,
    (pair, mark) => {
      const inner = pair.slice(1, -1);
      return `${replace(mark as string)}${inner}${replace(mark as string)}`;
    },
  );
}

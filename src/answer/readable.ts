/** Words that lean on a sentence before; dropped from a sentence shown without it. */
const CONNECTIVE =
  /^(?:además|asimismo|así mismo|por su parte|sin embargo|no obstante|de esta manera|de este modo|de la misma manera|en este sentido|en este caso|por lo tanto|por tanto|por consiguiente|por ende|así pues|así|entonces|ahora bien|de otra parte|por otra parte|por otro lado|de otro lado|igualmente|también|en consecuencia|finalmente|por último|al respecto|luego|however|moreover|furthermore|additionally|in addition),\s+/i;

/** Parts sentences while their quotes are closed together. */
const SEAM = '\u0000';

/**
 * A sentence of a passage as a person reads it: without the mark of its list or the bars of its table, the number of
 * a footnote, or a connective to a sentence that is not shown; its quotes closed.
 */
export function readable(sentence: string): string {
  return readableRun([sentence])[0] ?? '';
}

/** The same for sentences that stand side by side: a quote that runs over several stays one quote. */
export function readableRun(sentences: readonly string[]): string[] {
  const cleaned = sentences.map((sentence, at) => clean(sentence, at > 0));
  // One word in capitals among others is an acronym; several are how the list is printed.
  const shouting = cleaned.filter((one) => SHOUTED.test(one)).length > cleaned.length / 2;
  const said = cleaned.map((one) =>
    one.replace(SHOUTED, (words) => (shouting || /\s/.test(words.trim()) ? calm(words) : words)),
  );
  return closeQuotes(said.join(SEAM)).split(SEAM);
}

/** An item, or the label of one, in capitals. */
const SHOUTED = /(?<=^(?:\d{1,2}[.)]\s+)?)[\p{Lu}\s,:;]{7,}(?=:\s|$)/u;
/** Words of three letters are acronyms when they are no article, preposition or the like. */
const SHORT_WORD =
  /^(?:DE|DEL|EL|LA|LOS|LAS|UN|UNA|Y|E|O|EN|AL|A|CON|POR|SU|SUS|QUE|NO|SE|THE|OF|AND|FOR|TO|IN)$/;

/** A text in capitals as a sentence; any other text as it is. */
export function calm(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  const said = text.replace(/\p{L}+/gu, (word) =>
    word.length > 3 || SHORT_WORD.test(word) ? word.toLowerCase() : word,
  );
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/**
 * A text of a document without what would pass for ours: a number in brackets reads as the mark of a citation, and a
 * link hides where it leads.
 */
export function unmarked(text: string): string {
  return text.replace(/!?\[([^\]\n]*)\]\(([^)\n]*)\)/g, '$1 ($2)').replace(/ ?\[\d{1,3}\]/g, '');
}

function clean(sentence: string, afterItsOwn: boolean): string {
  const text = unmarked(sentence)
    .replace(/^[•·●▪○–-]\s+/, '')
    .replace(/^\|\s*|\s*\|$/g, '')
    .replace(/\s*\|\s*/g, ' · ')
    .replace(/^(?:[a-z]\)|\d{1,2})\s+(?=[¿¡“"«(]?\p{Lu})/u, '')
    // The call of a footnote, stuck to its word: «la ley8.»
    .replace(/(?<=\p{Ll}{3}[”»)]?)\d{1,2}(?=[.,;:)”]|\s|$)/gu, '')
    .replace(/\s+([.,;:])/g, '$1')
    .trim();
  const alone = afterItsOwn ? text : text.replace(CONNECTIVE, '');
  return alone.charAt(0).toUpperCase() + alone.slice(1);
}

function closeQuotes(text: string): string {
  let result = text;
  for (const [open, close] of [
    ['“', '”'],
    ['«', '»'],
    ['(', ')'],
  ] as const) {
    const opened = result.split(open).length - 1;
    const closed = result.split(close).length - 1;
    if (closed > opened && open !== '(') result = open + result;
    if (closed > opened && open === '(') result = result.replace(')', '');
    if (opened > closed) result = result.replace(/([.,;:]?)$/, `${close}$1`);
  }
  return result;
}

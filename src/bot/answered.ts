import type { CitedText } from '../answer/index.ts';
import type { Choice, Citation, Say } from '../messages/message.ts';
import type { Answered, Conversation, Draft, Offer } from './conversation.ts';
import type { Services } from './services.ts';

/** Passages kept for the sources of an export: the newest ones, enough for a bibliography. */
const CITED_LIMIT = 60;
/** Questions and suggestions lately seen, which are not offered again. */
const RECENT = 30;
/** Longest name of a passage on a button, in characters. */
const LONGEST_NAME = 60;

/** A text that was found for the last question, as it is to be kept and shown. */
export interface Found extends CitedText {
  offers: Offer[];
}

/** Keeps what was shown as the answer that the next message may go on from, and says it. */
export function show(found: Found, answered: Omit<Answered, keyof Found | 'fresh'>, draft: Draft): Say {
  const { text, citations, offers } = found;
  const { conversation } = draft;
  conversation.answered = { ...answered, text, citations, offers, fresh: true };
  if (answered.found) remember(draft, citations);
  return { type: 'say', text, citations };
}

/** The citations of a text as they go on from those given: a passage and quote given before keeps its number. */
export function numbered({ text, citations }: CitedText, given: readonly Citation[]): CitedText {
  let next = Math.max(0, ...given.map(({ n }) => n));
  const numbers = new Map<number, number>();
  for (const { n, url, quote } of citations) {
    const same = given.find((one) => one.url === url && one.quote.includes(quote));
    numbers.set(n, same?.n ?? ++next);
  }
  const told = renumbered({ text, citations }, numbers);
  const known = told.citations.map((citation) => given.find(({ n }) => n === citation.n) ?? citation);
  return { text: told.text, citations: [...new Map(known.map((one) => [one.n, one])).values()] };
}

/** A text with its citations under other numbers. */
export function renumbered({ text, citations }: CitedText, numbers: ReadonlyMap<number, number>): CitedText {
  return {
    text: text.replace(/\[(\d{1,3})\]/g, (mark, digits: string) => {
      const number = numbers.get(Number(digits));
      return number === undefined ? mark : `[${number}]`;
    }),
    citations: citations.map((citation) => ({ ...citation, n: numbers.get(citation.n) ?? citation.n })),
  };
}

/** Next questions near some passages, noted as offered so that they are not offered again. */
export function suggest(cited: readonly Citation[], draft: Draft, services: Services): Offer[] {
  const { conversation } = draft;
  const question = conversation.asked?.at(-1);
  if (question === undefined) return [];
  const found = services.answerer.suggest({ text: question, language: conversation.language }, cited, {
    questions: conversation.asked ?? [],
    suggested: conversation.suggested ?? [],
  });
  conversation.suggested = [...(conversation.suggested ?? []), ...found.map(({ id }) => id)].slice(-RECENT);
  return found.map(({ text }) => ({ value: text }));
}

/** Notes a question among those lately asked. */
export function noteAsked(question: string, conversation: Conversation): void {
  conversation.asked = [...(conversation.asked ?? []), question].slice(-RECENT);
}

/** The nearest passages by name, for a question without an answer. */
export function nearestOffers(nearest: readonly Citation[], draft: Draft, services: Services): Offer[] {
  const texts = services.texts[draft.conversation.language];
  return nearest.map(({ n, section, title }) => {
    const name = section.split(' › ').at(-1) || title;
    const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
    return { value: texts.t('bot.choice.open', { section: short }), source: n };
  });
}

/** The buttons after an answer: what may be asked or opened next, more of the same, and the way back to what waits. */
export function waysOn(draft: Draft, services: Services): Choice[] {
  const { answered, guide, asides, language } = draft.conversation;
  const texts = services.texts[language];
  const back = asides?.some(({ status }) => status === 'running')
    ? 'bot.choice.back'
    : guide && draft.plan
      ? 'engine.choice.go-on'
      : 'bot.choice.start';
  const more = answered?.found ? [texts.t('bot.choice.more')] : [];
  const values = [...(answered?.offers ?? []).map(({ value }) => value), ...more, texts.t(back)];
  return values.map((value) => ({ label: value, value }));
}

/** Notes passages cited to a person, for the sources of the export. */
export function remember({ conversation }: Draft, citations: readonly Citation[]): void {
  const known = new Set(conversation.cited.map((c) => c.url));
  const fresh = citations.filter((c) => !known.has(c.url));
  conversation.cited = [...conversation.cited, ...fresh].slice(-CITED_LIMIT);
}

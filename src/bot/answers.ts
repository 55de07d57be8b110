import type { CitedText } from '../answer/index.ts';
import type { Say } from '../messages/message.ts';
import { languageOf } from '../retrieval/language/guess.ts';
import type { Language } from '../text/locales.ts';
import { nearestOffers, noteAsked, numbered, renumbered, show, suggest, waysOn } from './answered.ts';
import type { Answered, Draft } from './conversation.ts';
import type { Services } from './services.ts';

/**
 * Looks a question up in the documents. What was found is kept for going on from it and for the export. Where nothing
 * else waits for an answer, the message offers the next questions, or the nearest passages.
 * @param standsAlone the question is not read with the one before: one of those that were offered
 */
export async function answer(
  question: string,
  draft: Draft,
  services: Services,
  { standsAlone = false } = {},
): Promise<Say> {
  const { conversation } = draft;
  const previous = standsAlone ? undefined : conversation.answered?.question;
  const language = languageAsked(question, conversation.language);
  const here = conversation.withoutModel === true;
  draft.begins?.('search');
  const modelBegins = () => draft.begins?.('answer');
  const found = await services.answerer.answer({ text: question, language, previous, here, modelBegins });
  noteAsked(question, conversation);
  const citations = found.kind === 'answer' ? found.citations : found.nearest;
  const alone = !conversation.guide && !conversation.asides?.length;
  const offers =
    found.kind === 'not-found'
      ? nearestOffers(citations, draft, services)
      : alone
        ? suggest(citations, draft, services)
        : [];
  const said = show(
    { text: found.text, citations, offers },
    { question, previous, found: found.kind === 'answer', given: citations },
    draft,
  );
  const written: Say =
    found.kind === 'answer' && found.writtenBy === 'model' ? { ...said, byModel: true } : said;
  return alone && offers.length > 0 ? { ...written, choices: waysOn(draft, services) } : written;
}

/** «Más»: the next best stretches on the last question, numbered on from those given. */
export async function tellMore(answered: Answered, draft: Draft, services: Services): Promise<Say> {
  if (!answered.found) return withoutAnswer(answered, draft, services);
  const { language, withoutModel: here = false } = draft.conversation;
  const { question, previous, given } = answered;
  draft.begins?.('search');
  const found = await services.answerer.more({ text: question, language, previous, here }, given);
  if (found.kind === 'not-found') return aside(found.text, answered, draft, services);
  const told = numbered(found, given);
  const offers = suggest(told.citations, draft, services);
  const said = show({ ...told, offers }, { ...answered, given: [...given, ...told.citations] }, draft);
  keepWhole(answered, told, draft);
  return { ...said, choices: waysOn(draft, services) };
}

/** What «más» added and what it was added to are one text to sum up. */
function keepWhole({ text, citations }: Answered, told: CitedText, { conversation }: Draft): void {
  if (!conversation.answered) return;
  conversation.answered.text = `${text}\n\n${told.text}`;
  conversation.answered.citations = [...citations, ...told.citations];
}

/**
 * «Fuente 2»: the whole passage of a source, under the number it was shown with.
 * @param number as it was shown; -1 for the last; undefined where there is only one to mean
 */
export function openSource(
  number: number | undefined,
  answered: Answered,
  draft: Draft,
  services: Services,
): Say {
  const texts = services.texts[draft.conversation.language];
  const { given, citations } = answered;
  const only = new Set(citations.map(({ url }) => url)).size === 1 ? citations[0]?.n : undefined;
  const wanted = number === -1 ? Math.max(...given.map(({ n }) => n)) : (number ?? only);
  const source = given.find(({ n }) => n === wanted);
  if (!source) {
    const numbers = given.map(({ n }) => n);
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    const key = numbers.length > 0 ? 'bot.follow.no-source' : 'bot.follow.no-sources';
    const params = { count: new Set(numbers).size, first, last };
    return aside(texts.t(key, params), answered, draft, services);
  }
  const passage = services.answerer.passage(source, draft.conversation.language);
  if (!passage) return aside(texts.t('bot.follow.gone'), answered, draft, services);
  const opened = renumbered(passage, new Map(passage.citations.map(({ n }) => [n, source.n])));
  const offers = answered.found
    ? suggest(opened.citations, draft, services)
    : answered.offers.filter((offer) => offer.source !== source.n);
  const said = show({ ...opened, offers }, { ...answered, given: [...given, ...opened.citations] }, draft);
  return { ...said, choices: waysOn(draft, services) };
}

/** «Resuma»: what was shown last, in its most telling stretches. */
export function sumUp(answered: Answered, draft: Draft, services: Services): Say {
  const { question, previous, text, citations, given, offers } = answered;
  const { language } = draft.conversation;
  const opened = answered.found || citations.length < given.length;
  if (!opened) return withoutAnswer(answered, draft, services);
  const found = services.answerer.summary({ text: question, language, previous }, { text, citations });
  if (!found) return aside(services.texts[language].t('bot.follow.short'), answered, draft, services);
  const said = show({ ...numbered(found, [...citations, ...given]), offers }, answered, draft);
  return { ...said, choices: waysOn(draft, services) };
}

function withoutAnswer(answered: Answered, draft: Draft, services: Services): Say {
  const texts = services.texts[draft.conversation.language];
  return aside(texts.t('bot.follow.no-answer'), answered, draft, services);
}

/** A word on the last answer that leaves it the last answer, with the same ways on. */
function aside(text: string, answered: Answered, draft: Draft, services: Services): Say {
  draft.conversation.answered = { ...answered, fresh: true };
  return { type: 'say', text, choices: waysOn(draft, services) };
}

/** A question that is plainly in English is answered in English, whatever the language of the conversation. */
function languageAsked(question: string, language: Language): Language {
  return languageOf(question) === 'en' ? 'en' : language;
}

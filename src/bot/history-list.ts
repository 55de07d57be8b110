import type { Telling } from '../guide/changes.ts';
import { changesOf, type Entry, entriesOf, tellEntry } from '../guide/history.ts';
import { placesNamed } from '../guide/origins.ts';
import type { Choice, Message } from '../messages/message.ts';
import { dayInBogota, formatDate } from '../text/format.ts';
import type { HistoryAsk } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';
import { sessionOf } from './session.ts';

/** Most entries of the history told at once. */
const TOLD = 8;

/** What came of a message about the plan's past. */
export interface Past {
  said: Message[];
  /** What waits is put again after it; otherwise what can be done next is on offer. */
  goesOn: boolean;
}

/**
 * The latest changes of the plan, of a time or of one datum, a few at a time.
 * @param lead a sentence to begin with, in the place of the usual one
 * @returns undefined when the datum that is named is none of the plan's
 */
export async function tellChanges(
  ask: Extract<HistoryAsk, { type: 'changes' | 'more' }>,
  draft: Draft,
  services: Services,
  lead?: string,
): Promise<Past | undefined> {
  const { conversation } = draft;
  const texts = services.texts[conversation.language];
  const shown = conversation.history;
  const { since, target } = ask.type === 'more' ? (shown ?? {}) : ask;
  const from = ask.type === 'more' ? (shown?.shown ?? 0) : 0;
  const telling = tellingOf(draft, services);
  const entries = await entriesWanted({ since, target }, draft, services);
  if (!entries) return undefined;
  const page = entries.slice(from, from + TOLD);
  const left = entries.length - from - page.length;
  const about = {
    what: target !== undefined ? 'target' : since !== undefined ? 'since' : 'all',
    target: target ?? '',
    since: since === undefined ? '' : formatDate(since, texts.language),
  };
  if (page.length === 0)
    return { said: [{ type: 'say', text: texts.t('history.empty', about) }], goesOn: true };
  conversation.history = {
    shown: from + page.length,
    ...(since !== undefined && { since }),
    ...(target !== undefined && { target }),
  };
  const newest = page[0] as Entry;
  const text = [
    lead ?? texts.t(from > 0 ? 'history.title.more' : 'history.title', about),
    ...page.map((entry) => tellEntry(entry, telling)),
    texts.t('history.ways', { number: newest.first > 1 ? newest.first - 1 : newest.number }),
  ].join('\n\n');
  return { said: [{ type: 'say', text, choices: choices(left, draft, services) }], goesOn: false };
}

/** In whose words changes are told. */
export function tellingOf({ conversation }: Draft, services: Services): Telling {
  return {
    workflow: services.workflow,
    texts: services.texts[conversation.language],
    today: todayIn(services.clock),
  };
}

async function entriesWanted(
  { since, target }: { since?: string | undefined; target?: string | undefined },
  draft: Draft,
  services: Services,
): Promise<Entry[] | undefined> {
  const session = sessionOf(draft, services);
  if (!session) return undefined;
  const versions = await services.versions(session.plan.id);
  const all = entriesOf(versions, tellingOf(draft, services));
  if (target !== undefined) {
    const keys = placesNamed(services.workflow, session, target);
    const own = changesOf(all, target, keys);
    return own.length > 0 || keys.length > 0 ? own : undefined;
  }
  return since === undefined ? all : all.filter(({ at }) => dayInBogota(at) >= since);
}

function choices(left: number, draft: Draft, services: Services): Choice[] {
  const texts = services.texts[draft.conversation.language];
  return [...(left > 0 ? [texts.t('history.more')] : []), goOn(draft, services)].map((value) => ({
    label: value,
    value,
  }));
}

/** The words of the button that leads back to what waits. */
export function goOn({ conversation }: Draft, services: Services): string {
  const aside = conversation.asides?.some(({ status }) => status === 'running');
  return services.texts[conversation.language].t(aside ? 'bot.choice.back' : 'engine.choice.go-on');
}

import { sameText } from '../guide/describe.ts';
import { tellOrigin } from '../guide/origins.ts';
import { type HistoryAsk, readHistory } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { type Past, tellChanges } from './history-list.ts';
import { compareVersions, decideRestore, offerRestore, showVersion } from './history-version.ts';
import { type Services, todayIn } from './services.ts';
import { sessionOf } from './session.ts';

/**
 * Attends questions about where the plan's data come from and what changed, and versions that are to be brought back.
 * @returns undefined when the message is about something else
 */
export async function attendHistory(
  text: string,
  draft: Draft,
  services: Services,
): Promise<Past | undefined> {
  const decided = await decideRestore(text, draft, services);
  if (decided) return decided;
  const ask = askOf(text, draft, services);
  if (!ask) return undefined;
  const { plan, conversation } = draft;
  const texts = services.texts[conversation.language];
  if (!plan)
    return 'target' in ask
      ? undefined
      : { said: [{ type: 'say', text: texts.t('bot.no-plan') }], goesOn: true };
  switch (ask.type) {
    case 'origin':
      return originOf(ask.target, draft, services);
    case 'changes':
    case 'more':
      return await tellChanges(ask, draft, services);
    case 'version':
      return await showVersion(ask.number, draft, services);
    case 'compare':
      return await compareVersions(ask.number, ask.with, draft, services);
    case 'restore':
      return ask.number === undefined
        ? await tellChanges({ type: 'changes' }, draft, services, texts.t('history.restore.which'))
        : await offerRestore(ask.number, draft, services);
  }
}

function askOf(text: string, { conversation }: Draft, services: Services): HistoryAsk | undefined {
  const { language, history } = conversation;
  const texts = services.texts[language];
  const ask = readHistory(text, { language, today: todayIn(services.clock) });
  // «Ver más» means more changes while they are what was shown last.
  if (history && sameText(text, texts.t('history.more.short'))) return { type: 'more' };
  delete conversation.history;
  if (ask?.type !== 'more') return ask;
  if (history) conversation.history = history;
  return history ? ask : { type: 'changes' };
}

function originOf(target: string | undefined, draft: Draft, services: Services): Past | undefined {
  const session = sessionOf(draft, services);
  if (!session) return undefined;
  const told = tellOrigin(services.workflow, session, target);
  if (!told) return undefined;
  const citations = told.passages.map((one, i) => ({ n: i + 1, ...one }));
  return {
    said: [{ type: 'say', text: told.text, ...(citations.length > 0 && { citations }) }],
    goesOn: true,
  };
}

/** What was shown and asked about the plan's past is over once the person answers something else. */
export function lapse({ conversation }: Draft): void {
  delete conversation.restoring;
  delete conversation.history;
}

import { sameText } from '../guide/describe.ts';
import { initialState } from '../guide/state.ts';
import { rememberingPlan } from '../guide/undo.ts';
import type { Incoming, IncomingFile } from '../messages/incoming.ts';
import type { Message } from '../messages/message.ts';
import { importPlan } from '../plan/import.ts';
import type { Plan } from '../plan/schema.ts';
import { readYesNo } from '../understanding/index.ts';
import type { Draft } from './conversation.ts';
import { tellDifferences, tellFaults } from './import-words.ts';
import { type Services, todayIn } from './services.ts';
import { shelve } from './shelf.ts';

/** What came of a message that may bring a plan. */
export interface Imported {
  said: Message[];
  /** The message was for something else, which is to be attended after this. */
  passesOn: boolean;
  /** A plan was taken: what waits now is to be put. */
  taken?: boolean;
}

/** Longest answer, in words, to whether a plan is to be taken. */
const YES_OR_NO = 4;
/** The beginning of a plan as text, bare or in the fences of a code block. */
const PLAN_TEXT = /^\uFEFF?\s*(?:```(?:json)?\s*)?\{\s*["“}]/;

/**
 * Attends a plan that a person sends back as a file or pastes as text. It says what the plan would change and waits
 * for a yes before it takes the place of the one at hand, whose id it gets: what a file calls itself decides nothing.
 */
export function attendImport(incoming: Incoming, draft: Draft, services: Services): Imported {
  const { text, files } = incoming;
  const answered = decide(incoming, draft, services);
  if (answered) return answered;
  const texts = services.texts[draft.conversation.language];
  if (files.length === 0)
    return PLAN_TEXT.test(text) ? offer(text, draft, services) : { said: [], passesOn: true };
  const file = files.find(isPlan);
  if (file?.content !== undefined) return offer(file.content, draft, services);
  const name = files[0]?.name ?? '';
  return {
    said: [{ type: 'say', text: texts.t('export.import.other-file', { name }) }],
    passesOn: text !== '',
  };
}

/** Whether a file may be a plan: by its name, or by what the channel says that it is. */
function isPlan({ name, contentType }: IncomingFile): boolean {
  return /\.json$/i.test(name ?? '') || /^application\/json\b/i.test(contentType);
}

/** The answer to a plan that was offered before; anything else leaves the plan as it was, and says so. */
function decide({ text, files }: Incoming, draft: Draft, services: Services): Imported | undefined {
  const { conversation } = draft;
  const { incoming } = conversation;
  if (!incoming) return undefined;
  delete conversation.incoming;
  const texts = services.texts[conversation.language];
  const say = (key: string): Message[] => [{ type: 'say', text: texts.t(`export.import.${key}`) }];
  if (files.length > 0 || PLAN_TEXT.test(text)) return undefined;
  const short = text.split(/\s+/).length <= YES_OR_NO;
  const answer = short
    ? readYesNo(text, { language: conversation.language, today: todayIn(services.clock) })
    : undefined;
  const yes = sameText(text, texts.t('export.import.yes')) || (answer?.ok && answer.value);
  const no = sameText(text, texts.t('export.import.no')) || (answer?.ok && !answer.value);
  if (!yes) return { said: say('kept'), passesOn: !no };
  const said = say(draft.plan && conversation.guide ? 'taken-over' : 'taken');
  take(incoming, draft, services);
  return { said, passesOn: false, taken: true };
}

/** Puts a plan in the place of the one at hand, to be undone, and the guide at its first open question. */
function take(incoming: Plan, draft: Draft, services: Services): void {
  const { conversation, plan: before } = draft;
  const { guide } = conversation;
  const { provenance, ...content } = incoming;
  const plan: Plan = { ...content, id: before?.id ?? services.newId() };
  const first = { ...initialState(services.workflow.id), ...(guide?.route && { route: guide.route }) };
  draft.plan = plan;
  draft.origins = [
    ...(draft.origins ?? []),
    { under: '', how: 'imported', ...(provenance && { from: provenance }) },
  ];
  conversation.guide = before && guide ? rememberingPlan({ state: guide, plan: before }, first, plan) : first;
  shelve(conversation, services.asides);
}

/** Says what a plan would change and asks whether to take it; or what keeps it from being taken. */
function offer(text: string, draft: Draft, services: Services): Imported {
  const { conversation, plan } = draft;
  const texts = services.texts[conversation.language];
  const result = importPlan(text);
  if (!result.ok) {
    const told = tellFaults(result.faults, result.content, texts);
    return { said: [{ type: 'say', text: told }], passesOn: false };
  }
  const differences = plan ? tellDifferences(plan, result.plan, services, texts) : [];
  if (plan && differences.length === 0)
    return { said: [{ type: 'say', text: texts.t('export.import.same') }], passesOn: false };
  conversation.incoming = result.plan;
  const title = result.plan.title ?? result.plan.entity.name ?? texts.t('export.document');
  const choices = ['yes', 'no'].map((key) => {
    const label = texts.t(`export.import.${key}`);
    return { label, value: label };
  });
  const told = plan
    ? [texts.t('export.import.would', { title }), ...differences, '', texts.t('export.import.confirm')]
    : [texts.t('export.import.begin', { title })];
  return { said: [{ type: 'ask', text: told.join('\n'), choices }], passesOn: false };
}

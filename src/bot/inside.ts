import type { Workflow } from '../guide/definition.ts';
import { hasAnswer, tellSummary } from '../guide/engine.ts';
import { initialState } from '../guide/state.ts';
import type { Message } from '../messages/message.ts';
import type { Command } from '../understanding/index.ts';
import { fold } from '../understanding/words.ts';
import type { Draft } from './conversation.ts';
import { deliver } from './deliver.ts';
import { hand } from './outcomes/index.ts';
import { showPicture } from './pictures.ts';
import { type Services, todayIn } from './services.ts';

const NAMES_PLAN = /\b(?:plan|pai)\b/;

/**
 * Attends what is asked of the plan, or of the document, from inside a workflow of several steps beside it.
 * @returns what to say before its question is put again; `elsewhere` when the person goes to the plan; undefined
 *   when the message is for the workflow itself
 */
export async function attendFromInside(
  text: string,
  command: Command,
  workflow: Workflow,
  draft: Draft,
  services: Services,
): Promise<Message[] | 'elsewhere' | undefined> {
  const ofPlan = NAMES_PLAN.test(fold(text));
  switch (command.type) {
    case 'picture':
      return showPicture(command.picture, draft, services);
    case 'showPlan':
      return ofPlan ? [{ type: 'say', text: summaryOfPlan(draft, services) }] : undefined;
    case 'export': {
      const answers = draft.conversation.asides?.at(-1)?.answers ?? {};
      const own = ofPlan ? undefined : await hand(workflow.id, answers, command.format, draft, services);
      return own ?? (await deliver(command, draft, services));
    }
    case 'missing':
    case 'resume':
    case 'pause':
    case 'cancel':
      return ofPlan ? 'elsewhere' : undefined;
    case 'correct':
      return isOfPlan(command.target, workflow, draft, services) ? 'elsewhere' : undefined;
    default:
      return undefined;
  }
}

function summaryOfPlan({ plan, conversation }: Draft, services: Services): string {
  const texts = services.texts[conversation.language];
  if (!plan) return texts.t('bot.no-plan');
  const state = conversation.guide ?? initialState(services.workflow.id);
  return tellSummary(services.workflow, { state, plan, texts, today: todayIn(services.clock) });
}

/** Whether a correction names an answer of the plan alone. */
function isOfPlan(target: string | undefined, workflow: Workflow, draft: Draft, services: Services): boolean {
  const { conversation, plan } = draft;
  const { guide, asides, language } = conversation;
  const state = asides?.at(-1);
  if (target === undefined || !guide || !plan || !state) return false;
  const words = { plan, texts: services.texts[language], today: todayIn(services.clock) };
  if (hasAnswer(workflow, { state, ...words }, target)) return false;
  return hasAnswer(services.workflow, { state: guide, ...words }, target);
}

import type { Message } from '../../messages/message.ts';
import type { ExportFormat } from '../../understanding/index.ts';
import type { Draft } from '../conversation.ts';
import type { Services } from '../services.ts';
import { concludeContracting } from './contracting.ts';
import { concludeFunds, handApplication } from './funds.ts';
import { concludeNetwork } from './network.ts';
import type { Answers, Outcome } from './outcome.ts';
import { concludePractice } from './practice.ts';
import { goOnWithPractice } from './practice-follow.ts';
import { concludeTracking } from './tracking.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  contracting: { conclude: concludeContracting },
  practice: { conclude: concludePractice, goOn: goOnWithPractice },
  funds: { conclude: concludeFunds, hand: handApplication },
  network: { conclude: concludeNetwork },
  tracking: { conclude: concludeTracking },
};

/**
 * The document of a workflow beside the plan, as far as its answers go.
 * @param format as it was asked for; undefined for the usual one
 * @returns undefined when the workflow has none
 */
export async function hand(
  workflow: string,
  answers: Answers,
  format: ExportFormat | undefined,
  draft: Draft,
  services: Services,
): Promise<Message[] | undefined> {
  return await OUTCOMES[workflow]?.hand?.(answers, format, draft, services);
}

/**
 * What a workflow beside the plan comes to.
 * @throws when no outcome is known of the workflow: a fault of the build, never shown to a user.
 */
export async function conclude(
  workflow: string,
  answers: Answers,
  draft: Draft,
  services: Services,
): Promise<Message[]> {
  const outcome = OUTCOMES[workflow];
  if (!outcome) throw new Error(`no outcome is known of the workflow «${workflow}»`);
  return await outcome.conclude(answers, draft, services);
}

/** Whether what a workflow came to can be gone on with later. */
export function isKept(workflow: string): boolean {
  return OUTCOMES[workflow]?.goOn !== undefined;
}

/** Goes on with what a workflow came to; undefined when the message is about something else. */
export async function goOnWith(
  { workflow, answers = {} }: { workflow: string; answers?: Answers },
  text: string,
  fresh: boolean,
  draft: Draft,
  services: Services,
): Promise<Message[] | undefined> {
  return await OUTCOMES[workflow]?.goOn?.(text, fresh, answers, draft, services);
}

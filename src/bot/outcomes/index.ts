import type { Message } from '../../messages/message.ts';
import type { Draft } from '../conversation.ts';
import type { Services } from '../services.ts';
import { concludeContracting } from './contracting.ts';
import type { Answers, Conclude } from './outcome.ts';

const OUTCOMES: Readonly<Record<string, Conclude>> = {
  contracting: concludeContracting,
};

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
  return await outcome(answers, draft, services);
}

import type { Session } from '../guide/move.ts';
import { initialState } from '../guide/state.ts';
import type { Draft } from './conversation.ts';
import { type Services, todayIn } from './services.ts';

/** Where a person stands in the guide; undefined while there is no plan. */
export function sessionOf({ conversation, plan }: Draft, services: Services): Session | undefined {
  const { guide, language } = conversation;
  return (
    plan && {
      state: guide ?? initialState(services.workflow.id),
      plan,
      texts: services.texts[language],
      today: todayIn(services.clock),
    }
  );
}

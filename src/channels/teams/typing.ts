import { ActivityTypes, type TurnContext } from 'botbuilder';

/** How long a turn takes before it is told that it does, in milliseconds; and how often, while it goes on. */
const AFTER = 1_000;
const EVERY = 4_000;

/**
 * Does something, telling with the typing indicator that it takes long. What is told is only an ornament: where it cannot
 * be sent, nothing is lost.
 * @param tells whether more than that is told already
 */
export async function whileTyping<T>(
  context: TurnContext,
  work: () => Promise<T>,
  tells: () => boolean,
): Promise<T> {
  const tell = () => {
    if (tells()) return;
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  };
  let every: NodeJS.Timeout | undefined;
  const after = setTimeout(() => {
    tell();
    every = setInterval(tell, EVERY);
  }, AFTER);
  try {
    return await work();
  } finally {
    clearTimeout(after);
    clearInterval(every);
  }
}

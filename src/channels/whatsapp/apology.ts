import type { Texts } from '../../text/locales.ts';
import type { Address } from './contact.ts';
import type { Graph } from './graph.ts';
import type { Timer } from './pace.ts';
import type { Log } from './send-queue.ts';

/** How long after it was said a person is not told again, in ms. */
const ONCE_IN = 15 * 60 * 1000;
/** People remembered; more write only when the store is away for long, and may be told twice. */
const REMEMBERED = 10_000;

/**
 * What tells people, without the store, that their messages cannot be kept just now and will be answered: Meta brings
 * them again. It goes straight to Meta, once to each; where it cannot, nothing is lost by it.
 */
export function apologies(options: {
  graph: Graph;
  texts(conversationId: string): Promise<Texts>;
  timer: Timer;
  log: Log;
}): (addresses: readonly Address[]) => void {
  const { graph, texts, timer, log } = options;
  const told = new Map<string, number>();
  const tell = async (address: Address) => {
    const body = (await texts('')).t('whatsapp.away');
    await graph.send(address, { type: 'text', body }, async () => undefined);
  };
  return (addresses) => {
    for (const address of addresses) {
      const person = `${address.phoneNumberId} ${address.to ?? address.user ?? ''}`;
      if (timer.now() < (told.get(person) ?? 0) + ONCE_IN) continue;
      if (told.size >= REMEMBERED) told.clear();
      told.set(person, timer.now());
      tell(address).catch((error: Error) => {
        log.info({ because: error.message }, 'nobody could be told that WhatsApp messages have to wait');
      });
    }
  };
}

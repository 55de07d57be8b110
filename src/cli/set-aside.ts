import { SET_ASIDE, type SetAside } from '../channels/set-aside.ts';
import type { Store } from '../storage/store.ts';

/** What is printed of the messages that were set aside: nothing of what they say, nor of whom. */
export async function listSetAside(store: Store): Promise<string> {
  const kept = await store.list<SetAside>(SET_ASIDE);
  const lines = kept
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ key, value, at }) => `${value.reference}  ${at}  ${channelOf(key)}  begun ${value.tries} times`);
  if (lines.length === 0) return 'No message is set aside.';
  const hint = 'The log tells why, under each reference. npm run db -- retry REFERENCE has one tried again.';
  return [`Set aside: ${lines.length}`, ...lines, hint].join('\n');
}

/** Has a message tried again by the service, within seconds where it runs; undefined where there is no such message. */
export async function retrySetAside(store: Store, reference: string): Promise<string | undefined> {
  const kept = await store.list<SetAside>(SET_ASIDE);
  const found = kept.find(({ value }) => value.reference === reference.toUpperCase());
  if (!found) return undefined;
  const { queue, message } = found.value;
  const key = found.key.slice(channelOf(found.key).length + 1);
  await store.commit({
    writes: [
      { collection: queue, key, value: message },
      { collection: SET_ASIDE, key: found.key, value: null, expected: found.revision },
    ],
  });
  return `${found.value.reference} waits again, and is attended as soon as the service runs.`;
}

function channelOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

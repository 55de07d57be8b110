import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { RevisionConflict, type Store } from './store.ts';

/**
 * A secret of the service (32 bytes): made when it is first asked for, kept so that it outlives a restart. A key, not its
 * bytes: making a key anew for each hash takes several times as long as the hash.
 */
export async function keptSecret(store: Store, name: string): Promise<KeyObject> {
  const read = () => store.read<string>('secrets', name);
  const kept = await read();
  if (kept) return createSecretKey(kept.value, 'base64');
  const value = randomBytes(32).toString('base64');
  try {
    await store.commit({ writes: [{ collection: 'secrets', key: name, value, expected: 0 }] });
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
  }
  return createSecretKey((await read())?.value ?? value, 'base64');
}

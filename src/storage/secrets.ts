import { randomBytes } from 'node:crypto';
import { RevisionConflict, type Store } from './store.ts';

/** A secret of the service (32 bytes): made when it is first asked for, kept so that it outlives a restart. */
export async function keptSecret(store: Store, name: string): Promise<Buffer> {
  const read = () => store.read<string>('secrets', name);
  const kept = await read();
  if (kept) return Buffer.from(kept.value, 'base64');
  const value = randomBytes(32).toString('base64');
  try {
    await store.commit({ writes: [{ collection: 'secrets', key: name, value, expected: 0 }] });
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
  }
  return Buffer.from((await read())?.value ?? value, 'base64');
}

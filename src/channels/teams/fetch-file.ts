import { isFileAddress } from './hosts.ts';
import { FILE_TIMEOUT, INCOMING_FILE_BYTES } from './limits.ts';

/** What came of fetching a file: its text, or why there is none. */
export type Fetched =
  | { ok: true; text: string }
  | { ok: false; fault: 'address' | 'too-large' | 'not-fetched' | 'not-text' };

/** Most times an address sends elsewhere. */
const REDIRECTS = 3;

/**
 * Fetches the text of a file that a person sent. Never rejects.
 * @param local whether addresses of this machine are right too
 */
export async function fetchText(address: string, local: boolean): Promise<Fetched> {
  const signal = AbortSignal.timeout(FILE_TIMEOUT);
  let at = address;
  try {
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
      if (!isFileAddress(at, local)) return { ok: false, fault: 'address' };
      const response = await fetch(at, { signal, redirect: 'manual' });
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (next === null) return await textOf(response);
      await response.body?.cancel();
      at = new URL(next, at).href;
    }
  } catch {
    return { ok: false, fault: 'not-fetched' };
  }
  return { ok: false, fault: 'not-fetched' };
}

async function textOf(response: Response): Promise<Fetched> {
  if (!response.ok || !response.body) return { ok: false, fault: 'not-fetched' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > INCOMING_FILE_BYTES) return { ok: false, fault: 'too-large' };
    chunks.push(chunk);
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { ok: false, fault: 'not-text' };
  }
}

import type { Graph } from './graph.ts';
import { INCOMING_FILE_BYTES, REQUEST_TIMEOUT } from './limits.ts';

/** Where Meta keeps what people send (reference/media). */
const MEDIA_HOSTS = ['fbsbx.com', 'fbcdn.net', 'whatsapp.net'];

/** Why a file was not taken. */
export type MediaFault = 'file-too-large' | 'file-not-fetched' | 'file-not-text';

/** Whether a document may be a plan: only those are fetched. */
export function mayBePlan({ name, contentType }: { name: string; contentType: string }): boolean {
  return /\.json$/i.test(name) || /^application\/json\b/i.test(contentType);
}

/**
 * The text of a document that a person sent. It comes from Meta only, up to a size, as text.
 * @param apiUrl address of the API: what it serves itself is taken too.
 */
export async function fetchText(
  graph: Graph,
  mediaId: string,
  apiUrl: string,
): Promise<{ text: string } | { fault: MediaFault }> {
  try {
    const { url, fileSize } = await graph.client.media.get({ mediaId });
    if (Number(fileSize) > INCOMING_FILE_BYTES) return { fault: 'file-too-large' };
    if (!isMetas(url, apiUrl)) return { fault: 'file-not-fetched' };
    const response = await graph.client.fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    });
    if (!response.ok || !response.body) return { fault: 'file-not-fetched' };
    const content = await readUpTo(response.body, INCOMING_FILE_BYTES);
    if (!content) return { fault: 'file-too-large' };
    return decoded(content);
  } catch {
    return { fault: 'file-not-fetched' };
  }
}

/** The token goes along with the request: nobody else may get it. */
export function isMetas(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin, username } = new URL(address);
  if (username !== '') return false;
  if (origin === new URL(apiUrl).origin) return true;
  return (
    protocol === 'https:' && MEDIA_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(content: Buffer): { text: string } | { fault: MediaFault } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch {
    return { fault: 'file-not-text' };
  }
}

import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import { REQUEST_TIMEOUT } from './limits.ts';

/** Asks Meta: follows no redirection, which would take the token elsewhere, and waits only so long. */
export const patiently: typeof fetch = (input, init = {}) => {
  if (typeof input === 'string' && typeof init.body === 'string') return send(input, init, init.body);
  return fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
};

/**
 * Sends a text, as every turn does twice: by Node's own client and the connections that it keeps, which take less than
 * half of the processor time of `fetch`.
 * @returns the answer, with what is read of its headers.
 * @throws what `fetch` does: `TypeError` without an answer, `TimeoutError` without one in time.
 */
async function send(address: string, { method, headers }: RequestInit, text: string): Promise<Response> {
  const request = address.startsWith('https:') ? overTls : overHttp;
  const { promise: answered, resolve, reject } = Promise.withResolvers<[IncomingMessage, Buffer]>();
  const sent = request(address, {
    ...(method && { method }),
    headers: {
      ...Object.fromEntries(new Headers(headers)),
      'accept-encoding': 'identity',
      'content-length': Buffer.byteLength(text),
    },
  });
  sent.on('error', reject);
  sent.once('response', (answer: IncomingMessage) => {
    const chunks: Buffer[] = [];
    answer.on('error', reject);
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.once('end', () => resolve([answer, Buffer.concat(chunks)]));
  });
  const timer = setTimeout(() => {
    reject(new DOMException('no answer in time', 'TimeoutError'));
    sent.destroy();
  }, REQUEST_TIMEOUT);
  sent.end(text);
  try {
    const [answer, bytes] = await answered;
    const { statusCode: status = 0, headers: told } = answer;
    if (status >= 300 && status < 400) throw new Error('redirections are not followed');
    const { 'content-type': type = '', 'retry-after': wait } = told;
    const about = { 'content-type': type, ...(wait && { 'retry-after': wait }) };
    // It has come whole: of a text of its own `Response` would make a stream, only to read it from there again.
    const content = bytes.toString();
    return Object.assign(new Response(null, { status, headers: about }), {
      text: async () => content,
      json: async () => JSON.parse(content) as unknown,
    });
  } catch (error) {
    throw error instanceof DOMException ? error : new TypeError('there was no answer', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

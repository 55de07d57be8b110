import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { asWhatsAppError } from '../../../src/channels/whatsapp/errors.ts';
import { REQUEST_TIMEOUT } from '../../../src/channels/whatsapp/limits.ts';
import { patiently } from '../../../src/channels/whatsapp/request.ts';

let server: Server;
let answer: RequestListener;
let paths: string[];
let sockets: Set<Socket>;

beforeEach(async () => {
  paths = [];
  sockets = new Set();
  server = createServer((request, response) => {
    paths.push(request.url ?? '');
    answer(request, response);
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const address = (path: string, scheme = 'http') =>
  `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

const post = (to: string, body: string | FormData = '{"text":"¿sí?"}') =>
  patiently(to, { method: 'POST', headers: { Authorization: 'Bearer secret' }, body });

/** What the channel makes of a request that failed. */
const faultOf = async (request: Promise<Response>) =>
  asWhatsAppError(
    await request.then(
      () => undefined,
      (error: unknown) => error,
    ),
  );

it('brings all of a text and of its answer, over a connection that is kept', async () => {
  const heard: unknown[] = [];
  answer = async (request, response) => {
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += part;
    heard.push([request.method, request.headers.authorization, text]);
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '7' });
    // In the middle of a letter.
    const content = Buffer.from('{"said":"ñandú"}');
    response.write(content.subarray(0, 10));
    setImmediate(() => response.end(content.subarray(10)));
  };
  for (const _ of [1, 2]) {
    const answered = await post(address('/messages'));
    expect([answered.ok, answered.status, answered.headers.get('retry-after')]).toEqual([false, 429, '7']);
    expect(answered.headers.get('content-type')).toBe('application/json');
    expect(await answered.json()).toEqual({ said: 'ñandú' });
  }
  expect(heard).toEqual(Array(2).fill(['POST', 'Bearer secret', '{"text":"¿sí?"}']));
  expect(sockets.size).toBe(1);
});

it('takes an answer without content', async () => {
  answer = (_, response) => {
    response.statusCode = 204;
    response.end();
  };
  expect((await post(address('/messages'))).status).toBe(204);
});

it.each([
  ['a text', '{}'],
  ['a file', new FormData()],
])('follows no redirection with %s: the token would go along', async (_, body) => {
  answer = (_request, response) => {
    response.writeHead(307, { location: address('/elsewhere') });
    response.end();
  };
  expect(await faultOf(post(address('/messages'), body))).toMatchObject({
    remedy: 'number',
    message: 'Meta could not be reached',
  });
  expect(paths).toEqual(['/messages']);
});

it('says nothing without TLS where the address asks for it', async () => {
  answer = (_, response) => response.end();
  expect((await faultOf(post(address('/messages', 'https')))).message).toBe('Meta could not be reached');
  expect(paths).toEqual([]);
});

it.each<[string, RequestListener]>([
  ['before it answers', (request) => request.socket.destroy()],
  [
    'in the middle of its answer',
    (request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{', () => request.socket.destroy());
    },
  ],
])('tells when Meta goes away %s', async (_, listener) => {
  answer = listener;
  expect((await faultOf(post(address('/messages')))).message).toBe('Meta could not be reached');
});

it.each([false, true])('waits only so long, whether the answer has begun or not: %s', async (begun) => {
  const asked = Promise.withResolvers<void>();
  answer = (_, response) => {
    if (begun) {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{');
    }
    asked.resolve();
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const fault = faultOf(post(address('/messages')));
  await asked.promise;
  vi.advanceTimersByTime(REQUEST_TIMEOUT);
  expect((await fault).message).toBe('Meta did not answer in time');
});

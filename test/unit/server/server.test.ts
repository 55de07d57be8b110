import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../src/channels/webchat/index.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { post, serve } from './fixture.ts';

let running: Awaited<ReturnType<typeof serve>>;
let base: string;
beforeAll(async () => {
  running = await serve();
  base = running.base;
});
afterAll(() => running.server.close());

/** The least that makes an activity. */
const hello = {
  type: 'message',
  text: 'hola',
  from: { id: 'person' },
  serviceUrl: 'http://localhost:9',
  conversation: { id: 'talk' },
};

describe('POST /api/messages', () => {
  const url = () => `${base}/api/messages`;

  it('hands an activity of this machine to the bot', async () => {
    expect((await post(url(), hello)).status).toBe(200);
    expect(running.received.at(-1)).toEqual(hello);
  });

  it.each([
    ['malformed JSON', '{"type":', 400],
    ['no body', '', 400],
    ['a list', '[]', 400],
    ['no type', '{"text":"hola"}', 400],
    ['a type that is no text', '{"type":7}', 400],
    ['an oversized body', JSON.stringify({ ...hello, text: 'x'.repeat(300_000) }), 413],
  ])('refuses %s with a reason and goes on', async (_case, body, status) => {
    const before = running.received.length;
    const response = await post(url(), body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      error: { code: expect.any(String), message: expect.any(String) },
    });
    expect(running.received).toHaveLength(before);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  it('refuses what a page of another site can send without asking', async () => {
    const response = await post(url(), { type: 'message' }, { 'content-type': 'text/plain' });
    expect(response.status).toBe(415);
  });

  it.each([
    { 'x-forwarded-for': '203.0.113.9' },
    { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' },
    { 'x-real-ip': '10.0.0.4' },
    { forwarded: 'for="[2001:db8::1]:4711";proto=https' },
    { forwarded: 'for=unknown' },
  ])('refuses a caller that a proxy says is somebody else: %j', async (headers) => {
    const response = await post(url(), { type: 'message' }, headers as Record<string, string>);
    expect(response.status).toBe(403);
  });

  it('takes a proxy of this machine that forwards for this machine', async () => {
    const headers = { 'x-forwarded-for': '::1, 127.0.0.1', forwarded: 'for="[::1]:80";by=x' };
    expect((await post(url(), hello, headers)).status).toBe(200);
  });

  it('refuses a page that reaches this machine under a name of its own', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'rebound.example', 'content-type': 'application/json' };
      const sent = request(url(), { method: 'POST', headers }, (response) => resolve(response.statusCode));
      sent.on('error', reject);
      sent.end('{"type":"message"}');
    });
    expect(status).toBe(403);
  });

  it('leaves callers to the handler when there is an app id', async () => {
    const registered = await serve({ authenticated: true });
    const response = await post(
      `${registered.base}/api/messages`,
      { ...hello, serviceUrl: 'https://smba.trafficmanager.net/amer/' },
      { 'x-real-ip': '203.0.113.9' },
    );
    expect(response.status).toBe(200);
    await registered.server.close();
  });
});

describe('the Direct Line endpoint', () => {
  it('starts, takes a message and gives both sides', async () => {
    const { conversationId, token } = (await (
      await post(`${base}/v3/directline/conversations`, {})
    ).json()) as Record<string, string>;
    const url = `${base}/v3/directline/conversations/${conversationId}`;
    const headers = { authorization: `Bearer ${token}` };
    expect((await post(`${url}/activities`, { type: 'message', text: '¿Qué es?' }, headers)).status).toBe(
      200,
    );
    await running.directLine.idle();
    const page = (await (await fetch(`${url}/activities`, { headers })).json()) as {
      activities: { text: string }[];
    };
    expect(page.activities.map(({ text }) => text)).toEqual(['¿Qué es?', '¿Qué es?']);
    expect((await fetch(`${url}?watermark=`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/activities?watermark=nada`, { headers })).status).toBe(400);
    expect((await fetch(`${url}/activities`)).status).toBe(401);
    expect((await post(`${base}/v3/directline/tokens/refresh`, '', headers)).status).toBe(200);
    expect((await post(`${url}/activities`, '{', headers)).status).toBe(400);
    expect((await post(`${url}/activities`, { text: 'x'.repeat(1_100_000) }, headers)).status).toBe(413);
  });

  it('takes a file as a form, and nothing else as one', async () => {
    const { conversationId, token } = (await (
      await post(`${base}/v3/directline/conversations`, {})
    ).json()) as Record<string, string>;
    const url = `${base}/v3/directline/conversations/${conversationId}`;
    const headers = { authorization: `Bearer ${token}` };
    const upload = async (body: FormData | string, more = {}) =>
      (await fetch(`${url}/upload?userId=x`, { method: 'POST', body, headers: { ...headers, ...more } }))
        .status;
    const form = (content: string | Uint8Array<ArrayBuffer>) => {
      const made = new FormData();
      const activity = { type: 'message', attachments: [{ name: 'plan.json' }] };
      const type = 'application/vnd.microsoft.activity';
      made.append('activity', new Blob([JSON.stringify(activity)], { type }));
      made.append('file', new Blob([content], { type: 'application/json' }), 'plan.json');
      return made;
    };
    expect(await upload(form('{"version":1}'))).toBe(200);
    expect(await upload(form(new Uint8Array([0xff, 0xfe, 0])))).toBe(200);
    await running.directLine.idle();
    const page = (await (await fetch(`${url}/activities`, { headers })).json()) as {
      activities: { attachments?: unknown }[];
    };
    const named = [{ name: 'plan.json', contentType: 'application/json' }];
    expect(page.activities[0]?.attachments).toEqual(named);
    expect(await upload(form('x'.repeat(1_100_000)))).toBe(413);
    expect(await upload('{}', { 'content-type': 'application/json' })).toBe(415);
    expect(await upload('nada', { 'content-type': 'multipart/form-data; boundary=b' })).toBe(400);
  });

  it('gives a token without a body', async () => {
    const response = await fetch(`${base}/v3/directline/tokens/generate`, { method: 'POST' });
    expect(await response.json()).toMatchObject({
      conversationId: expect.any(String),
      token: expect.any(String),
    });
  });
});

describe('health', () => {
  it('says that the process lives and that it is ready', async () => {
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  it('says why it is not ready', async () => {
    const starting = await serve({ retriever: () => undefined });
    await starting.store.close();
    const response = await fetch(`${starting.base}/readyz`);
    expect(response.status).toBe(503);
    expect(((await response.json()) as { faults: string[] }).faults).toHaveLength(2);
    expect((await fetch(`${starting.base}/healthz`)).status).toBe(200);
    expect((await fetch(`${starting.base}/fuentes`)).status).toBe(503);
    await starting.server.close();
  });
});

describe('an unknown address', () => {
  it('is told as JSON to programs and as a page to people', async () => {
    const program = await fetch(`${base}/nada`);
    expect(program.status).toBe(404);
    expect(await program.json()).toMatchObject({ error: { code: 'NotFound' } });
    const person = await fetch(`${base}/nada?lang=en`, { headers: { accept: 'text/html' } });
    expect(person.status).toBe(404);
    expect(await person.text()).toContain('We could not find that page');
    expect((await fetch(`${base}/api/messages`)).status).toBe(405);
    expect((await fetch(`${base}/fuentes/%zz`)).status).toBe(404);
  });
});

describe('a file handed out', () => {
  it('is downloaded under its name', async () => {
    const context = {
      texts: loadTexts('dialogs/locales', 'es'),
      store: running.store,
      conversation: 'webchat/c',
      baseUrl: base,
    };
    const content = Uint8Array.from([1, 2, 0, 255]);
    const [activity] = await render(
      [{ type: 'file', name: "Plan (Nariño) 'A'.docx", contentType: 'application/x-test', content }],
      context,
    );
    const response = await fetch(activity?.attachments?.[0]?.contentUrl ?? '');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="Plan (Narino) A.docx"; filename*=UTF-8\'\'Plan%20%28Nari%C3%B1o%29%20%27A%27.docx',
    );
    expect(response.headers.get('content-type')).toBe('application/x-test');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
    expect((await fetch(`${base}/descargas/otro/x.docx`)).status).toBe(404);
  });
});

describe('close', () => {
  it('waits for the request in flight, takes no other, and lets a client that polls go', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: finish, resolve: release } = Promise.withResolvers<void>();
    const slow = await serve({
      messages: async () => {
        arrive();
        await finish;
        return undefined;
      },
    });
    const inFlight = post(`${slow.base}/api/messages`, hello);
    await arrived;
    let closed = false;
    const closing = slow.server.close().then(() => {
      closed = true;
    });
    await expect(connect(slow.base)).rejects.toThrow(/ECONNREFUSED/);
    expect(closed).toBe(false);
    release();
    expect((await inFlight).status).toBe(200);
    await closing;
  });
});

/** A request on a connection of its own. */
function connect(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/healthz`, { agent: false }, (response) => resolve(response.statusCode));
    sent.on('error', reject);
    sent.end();
  });
}

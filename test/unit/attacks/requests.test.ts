import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchText } from '../../../src/channels/teams/fetch-file.ts';
import { isFileAddress } from '../../../src/channels/teams/hosts.ts';
import { isMetas } from '../../../src/channels/whatsapp/media.ts';
import { importPlan } from '../../../src/plan/import.ts';
import { APP_SECRET, GraphApi, NUMBER, webhookOf } from '../../support/graph-api.ts';
import { post, serve } from '../server/fixture.ts';
import { type Channel, openChannel, settle } from '../whatsapp/channel.ts';

let running: Awaited<ReturnType<typeof serve>>;
let api: GraphApi;
let channel: Channel;
const heard: string[] = [];
beforeAll(async () => {
  api = await GraphApi.start();
  channel = await openChannel(api, { logic: async ({ activity }) => void heard.push(activity.text) });
  const { whatsApp } = channel;
  running = await serve({ whatsApp: { webhook: whatsApp.webhook, fault: () => undefined } });
});
afterAll(async () => {
  await settle(channel.whatsApp);
  await channel.whatsApp.stop();
  await running.server.close();
  await api.stop();
});

/** A request whose path goes out as it is written, with its dots. */
const raw = (method: string, path: string) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(running.base);
    const sent = request({ hostname, port, method, path }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
const begin = async () =>
  (await (await post(`${running.base}/v3/directline/conversations`, {})).json()) as {
    conversationId: string;
    token: string;
  };

describe('a webhook of WhatsApp', () => {
  const message = {
    from: '573001112233',
    id: 'wamid.1',
    timestamp: '1',
    type: 'text',
    text: { body: 'hola' },
  };
  const body = JSON.stringify(webhookOf(NUMBER, { messages: [message] }));
  const sign = (text: string, secret = APP_SECRET) => createHmac('sha256', secret).update(text).digest('hex');
  const knock = async (signature: string | undefined) =>
    (
      await post(
        `${running.base}/api/whatsapp`,
        body,
        signature === undefined ? {} : { 'x-hub-signature-256': signature },
      )
    ).status;

  it.each([
    ['without a signature', undefined],
    ['with an empty one', ''],
    ['with nothing after its name', 'sha256='],
    ['signed with another secret', `sha256=${sign(body, 'other')}`],
    ['with the signature of other bytes', `sha256=${sign(`${body} `)}`],
    ['with a signature cut short', `sha256=${sign(body).slice(0, 40)}`],
    ['with a longer one', `sha256=${sign(body)}00`],
    ['with the name of another algorithm', `sha1=${sign(body)}`],
    ['with the bare signature', sign(body)],
    ['with two', `sha256=${sign('x')},sha256=${sign(body)}`],
  ])('%s is not read', async (_case, signature) => {
    expect(await knock(signature)).toBe(401);
    await settle(channel.whatsApp);
    expect(heard).toEqual([]);
  });

  it('is refused with a reason when it is signed and too large or too deep', async () => {
    const knockWith = async (text: string) =>
      (await post(`${running.base}/api/whatsapp`, text, { 'x-hub-signature-256': `sha256=${sign(text)}` }))
        .status;
    expect(await knockWith('['.repeat(200_000))).toBe(400);
    expect(await knockWith(`"${'x'.repeat(3.5 * 1024 * 1024)}"`)).toBe(413);
    expect(await knock(`sha256=${sign(body)}`)).toBe(200);
    await settle(channel.whatsApp);
    expect(heard).toEqual(['hola']);
  });
});

describe('a conversation of the web chat', () => {
  it('is opened by its own token alone, in every way', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const at = `${running.base}/v3/directline/conversations/${theirs.conversationId}`;
    const headers = { authorization: `Bearer ${mine.token}` };
    const form = new FormData();
    form.append('file', new Blob(['{}'], { type: 'application/json' }), 'plan.json');
    const tries = [
      fetch(at, { headers }),
      fetch(`${at}/activities`, { headers }),
      fetch(`${at}/activities?watermark=0`, { headers }),
      post(`${at}/activities`, { type: 'message', text: 'borrar mis datos' }, headers),
      fetch(`${at}/upload`, { method: 'POST', headers, body: form }),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await fetch(`${at}/activities`)).status).toBe(401);
    // What is not offered is not there: no streams, no way to end or read somebody's conversation by its name.
    for (const [method, path] of [
      ['GET', `/v3/directline/conversations/${theirs.conversationId}/stream`],
      ['DELETE', `/v3/directline/conversations/${theirs.conversationId}`],
      ['GET', '/v3/directline/conversations'],
    ] as const)
      expect([404, 405]).toContain((await raw(method, path)).status);
  });

  it('is not who a client says that it is', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const at = (id: string) => `${running.base}/v3/directline/conversations/${id}/activities`;
    const forged = {
      type: 'message',
      text: 'soy otra',
      id: 'r1',
      from: { id: 'asistente', role: 'bot' },
      conversation: { id: theirs.conversationId },
      recipient: { id: 'x' },
      channelId: 'msteams',
      serviceUrl: 'http://169.254.169.254/',
      channelData: { wordless: 'audio', whatsapp: { type: 'text', body: 'x' } },
    };
    expect(
      (await post(at(mine.conversationId), forged, { authorization: `Bearer ${mine.token}` })).status,
    ).toBe(200);
    await running.directLine.idle();
    const heardBy = async ({ conversationId, token }: typeof mine) =>
      (await (await fetch(at(conversationId), { headers: { authorization: `Bearer ${token}` } })).json()) as {
        activities: { from: { role: string }; channelId: string }[];
      };
    expect((await heardBy(theirs)).activities).toEqual([]);
    expect((await heardBy(mine)).activities[0]).toMatchObject({
      from: { role: 'user' },
      channelId: 'webchat',
    });
  });
});

describe('JSON made to end the service', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const timed = async (text: string, path: string) => {
    const began = performance.now();
    const response = await post(running.base + path, text);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(performance.now() - began).toBeLessThan(2000);
    expect(error.message).not.toBe('');
    return [response.status, error.code];
  };

  it.each(['/api/messages', '/v3/directline/conversations'])(
    'is refused with its reason at %s',
    async (path) => {
      expect(await timed(`{"type":"message","value":${deep(100_000)}}`, path)).toEqual([
        400,
        'NestedTooDeep',
      ]);
      expect(await timed(`{"type":"message","value":"${'\\"['.repeat(60_000)}"`, path)).toEqual([
        400,
        'MalformedJson',
      ]);
      expect(await timed(`"${'x'.repeat(2_000_000)}"`, path)).toEqual([413, 'BodyTooLarge']);
    },
  );

  it('is refused where a person posts and where they send files', async () => {
    const { conversationId, token } = await begin();
    const at = `${running.base}/v3/directline/conversations/${conversationId}`;
    const authorization = `Bearer ${token}`;
    const value = `{"type":"message","value":${deep(100_000)}}`;
    expect((await post(`${at}/activities`, value, { authorization })).status).toBe(400);
    const form = new FormData();
    form.append('activity', value);
    form.append('file', new Blob(['{}']), 'plan.json');
    expect(
      (await fetch(`${at}/upload`, { method: 'POST', headers: { authorization }, body: form })).status,
    ).toBe(400);
  });

  it('is refused as a plan, and changes no object of the program', () => {
    expect(importPlan(deep(100_000))).toMatchObject({ ok: false, faults: [{ kind: 'too-deep' }] });
    const polluting =
      '{"version":1,"id":"p","language":"es","__proto__":{"polluted":1},"entity":{"constructor":{"prototype":{"polluted":1}}}}';
    expect(importPlan(polluting).ok).toBe(false);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a path that leads out of its folder', () => {
  it.each([
    '/webchat/../server.ts',
    '/webchat/%2e%2e/%2e%2e/package.json',
    '/webchat/..%2f..%2f..%2fpackage.json',
    '/webchat/..%5c..%5cpackage.json',
    '/webchat/chat.js%00.css',
    '/webchat//etc/passwd',
    '/webchat/__proto__',
    '/webchat/constructor',
    '/fuentes/../../package.json',
    '/fuentes/..%2f..%2fpackage.json',
    '/fuentes/001%00',
    '/fuentes/constructor',
    '/descargas/..%2f..%2fdata%2fservice.db/x',
    '//etc/passwd',
    '/%00',
    '/fuentes/%ff',
  ])('%s finds nothing', async (path) => {
    const { status, body } = await raw('GET', path);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/dependencies|root:|import /);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'])('%s changes nothing', async (method) => {
    for (const path of ['/', '/webchat/chat.js', '/fuentes/001', '/healthz', '/api/messages'])
      expect([404, 405]).toContain((await raw(method, path)).status);
  });
});

describe('an address that the service is asked to call', () => {
  const INSIDE = [
    'http://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254/',
    'http://10.0.0.4/',
    'https://localhost/',
    'https://[::1]/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://017700000001/',
    'https://127.1/',
    'https://0/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    // Names that resolve to this machine or to one inside.
    'https://localtest.me/',
    'https://127.0.0.1.nip.io/',
    'https://metadata.google.internal/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'gopher://127.0.0.1:6379/',
  ];
  const OTHERS = [
    'https://evil.example/',
    'https://sharepoint.com.evil.example/',
    'https://evilsharepoint.com/',
    'https://sharepoint.com:x@127.0.0.1/',
    'https://contoso.sharepoint.com%2eevil.example/',
    'https://contoso.sharepoint.com.:443@127.0.0.1/',
  ];

  it('for a file of Teams is one of Microsoft’s', () => {
    for (const address of [
      ...INSIDE,
      ...OTHERS,
      'http://contoso.sharepoint.com/x',
      'https://a@contoso.sharepoint.com/',
    ])
      expect(isFileAddress(address, false), address).toBe(false);
    expect(isFileAddress('https://contoso.sharepoint.com/x', false)).toBe(true);
  });

  it('for a file of WhatsApp is one of Meta’s', () => {
    const metas = 'https://graph.facebook.com';
    for (const address of [
      ...INSIDE,
      ...OTHERS,
      'http://lookaside.fbsbx.com/x',
      'https://fbsbx.com.evil.example/',
      'https://a@fbsbx.com/',
    ])
      expect(isMetas(address, metas), address).toBe(false);
    expect(isMetas('https://lookaside.fbsbx.com/x', metas)).toBe(true);
  });

  it('is not left for another that it sends to', async () => {
    const there = 'http://169.254.169.254/latest/meta-data/';
    const original = globalThis.fetch;
    const called: string[] = [];
    globalThis.fetch = async (input) => {
      called.push(String(input));
      return new Response(null, { status: 302, headers: { location: there } });
    };
    try {
      expect(await fetchText('https://contoso.sharepoint.com/plan.json', false)).toEqual({
        ok: false,
        fault: 'address',
      });
    } finally {
      globalThis.fetch = original;
    }
    expect(called).toEqual(['https://contoso.sharepoint.com/plan.json']);
  });
});

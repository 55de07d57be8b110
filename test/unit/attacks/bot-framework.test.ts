import { createHmac } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCloudAdapter } from '../../../src/bot/cloud-adapter.ts';
import { fromCloud } from '../../../src/server/channels.ts';
import { mayAnswerTo } from '../../../src/server/service-url.ts';
import { AzureKeys } from '../../support/azure-keys.ts';
import { post, serve } from '../server/fixture.ts';

const APP = '00000000-1111-4222-8333-444444444444';
const OTHER_APP = '00000000-9999-4222-8333-444444444444';
const TEAMS = 'https://smba.trafficmanager.net/amer/';
const right = { aud: APP, serviceurl: TEAMS };

let azure: AzureKeys;
let running: Awaited<ReturnType<typeof serve>>;
const turns: Activity[] = [];
beforeAll(async () => {
  azure = await AzureKeys.open();
  const registration = { appId: APP, appPassword: 'secret', appType: 'MultiTenant', tenantId: '' };
  const cloud = createCloudAdapter(registration, azure.url);
  const logic = fromCloud(async ({ activity }) => void turns.push(activity));
  running = await serve({ authenticated: true, messages: (token, one) => cloud.attend(token, one, logic) });
});
afterAll(async () => {
  await running.server.close();
  await azure.close();
});
beforeEach(() => {
  turns.length = 0;
  // The SDK writes what it refuses on the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => vi.restoreAllMocks();
});

const activity = (more: object = {}) => ({
  type: 'message',
  id: 'a1',
  text: 'exportar',
  channelId: 'msteams',
  serviceUrl: TEAMS,
  from: { id: '29:ana' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:victim' },
  ...more,
});
const knock = async (token: string, more: object = {}) => {
  const { status } = await post(`${running.base}/api/messages`, activity(more), {
    authorization: `Bearer ${token}`,
  });
  return { status, turns: turns.length };
};
const REFUSED = { status: 401, turns: 0 };
const now = () => Math.floor(Date.now() / 1000);

describe('a token of Bot Framework', () => {
  it('lets a channel in', async () => {
    expect(await knock(azure.token(right))).toEqual({ status: 200, turns: 1 });
  });

  it.each([
    ['signed with another key', () => azure.token(right, {}, azure.stranger)],
    ['for another bot', () => azure.token({ ...right, aud: OTHER_APP })],
    ['for nobody', () => azure.token({ serviceurl: TEAMS })],
    ['that has ended', () => azure.token({ ...right, exp: now() - 3600 })],
    ['that has not begun', () => azure.token({ ...right, nbf: now() + 3600 })],
    ['without an algorithm', () => azure.token(right, { alg: 'none' }, '')],
    ['without an algorithm, signed', () => azure.token(right, { alg: 'none' })],
    ['of a key nobody knows', () => azure.token(right, { kid: 'key-2' })],
    ['without a key', () => azure.token(right, { kid: undefined })],
    ['of another issuer', () => azure.token({ ...right, iss: 'https://login.example.org' })],
    [
      'to be answered elsewhere',
      () => azure.token({ ...right, serviceurl: 'https://evil.botframework.com' }),
    ],
    ['to be answered nowhere', () => azure.token({ aud: APP })],
    ['cut', () => azure.token(right).slice(0, -20)],
    ['that is none', () => 'a.b.c'],
  ])('%s does not', async (_case, token) => {
    expect(await knock(token())).toEqual(REFUSED);
  });

  it('signed with the public key as if it were a secret does not', async () => {
    const [, payload = ''] = azure.token(right).split('.');
    const head = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: 'key-1' })).toString(
      'base64url',
    );
    const signature = createHmac('sha256', azure.publicPem).update(`${head}.${payload}`).digest('base64url');
    expect(await knock(`${head}.${payload}.${signature}`)).toEqual(REFUSED);
  });

  it('that the bot itself was given, as the SDK takes it from its emulator, does not', async () => {
    for (const iss of [
      'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
    ])
      for (const channelId of ['msteams', 'emulator', 'AseChannel'])
        expect(await knock(azure.token({ iss, ver: '1.0', appid: APP, ...right }), { channelId })).toEqual(
          REFUSED,
        );
  });

  it('of one channel does not speak for another', async () => {
    expect(await knock(azure.token(right), { channelId: 'slack' })).toEqual(REFUSED);
    expect(await knock(azure.token(right), { channelId: 'AseChannel' })).toEqual(REFUSED);
  });
});

describe('an activity of Azure Bot', () => {
  it('never names a conversation of the service’s own web chat', async () => {
    expect(await knock(azure.token(right), { channelId: 'webchat' })).toEqual({ status: 200, turns: 1 });
    expect(turns[0]?.channelId).toBe('azure-webchat');
  });

  it.each([
    'https://evil.example/',
    'http://smba.trafficmanager.net/amer/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:word@smba.trafficmanager.net/',
    'https://notbotframework.com/',
    'http://127.0.0.1:6379/',
    'http://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'https://localtest.me/',
    'https://smba.trafficmanager.net.nip.io/',
    'file:///etc/passwd',
    '//smba.trafficmanager.net/',
    '',
  ])('is not answered to %j, even with a token for it', async (serviceUrl) => {
    const token = azure.token({ aud: APP, serviceurl: serviceUrl });
    expect(await knock(token, { serviceUrl })).toEqual({ status: 403, turns: 0 });
  });

  it('is answered to the addresses of its channels', () => {
    for (const address of [
      TEAMS,
      'https://smba.infra.gcc.teams.microsoft.com/teams',
      'https://webchat.botframework.com/',
      'https://europe.directline.botframework.com/',
    ])
      expect(mayAnswerTo(address, true)).toBe(true);
  });
});

describe('an activity of this machine, without an app id', () => {
  it.each(['http://localhost:56150/_connector', 'https://127.0.0.1/', 'http://[::1]:3000'])(
    'is answered to %s',
    (address) => expect(mayAnswerTo(address, false)).toBe(true),
  );

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.4/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://[::ffff:10.0.0.4]/',
    // Right, but not as channels write it.
    ' http://localhost:56150/',
    'HTTP://localhost:56150/',
    // 10.0.0.4 in one number, and names that resolve to this machine for now.
    'http://167772164/',
    'http://localtest.me/',
    'http://127.0.0.1.nip.io/',
    TEAMS,
    'ftp://localhost/',
    'localhost',
  ])('is not answered to %s', (address) => expect(mayAnswerTo(address, false)).toBe(false));
});

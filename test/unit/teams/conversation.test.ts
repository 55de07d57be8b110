import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGE_BYTES } from '../../../src/channels/teams/limits.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import type { App } from '../../../src/server/app.ts';
import { openApp } from '../../support/app.ts';
import { LocalConnector, type Sent } from '../../support/connector.ts';
import { FilesServer } from '../../support/files-server.ts';

let app: App;
let connector: LocalConnector;
let files: FilesServer;
let url: string;
let ids = 0;

beforeAll(async () => {
  connector = await LocalConnector.open();
  files = await FilesServer.open();
  app = await openApp();
  url = `http://127.0.0.1:${await app.start()}`;
});
afterAll(async () => {
  await app.stop();
  await connector.close();
  await files.close();
});

const bot = { id: '28:bot', name: 'Acción' };
const person = { id: '29:ana', name: 'Ana Ruiz', aadObjectId: 'ana' };
const talk = (id: string, conversationType = 'personal') => ({
  conversation: { id, conversationType, isGroup: conversationType !== 'personal' },
});
/** Posts an activity as Teams does; the answer, and what the bot sent. */
const post = async (more: object): Promise<{ status: number; sent: Sent[] }> => {
  ids += 1;
  const before = connector.sent.length;
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `activity-${ids}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: person,
      recipient: bot,
      ...talk('a:ana'),
      ...more,
    }),
  });
  const sent = connector.sent.slice(before).filter(({ type }) => type !== 'typing');
  return { status: response.status, sent };
};
const say = async (text: string, more: object = {}): Promise<Sent[]> => {
  const { status, sent } = await post({ text, ...more });
  expect(status).toBe(200);
  return sent;
};
interface Part {
  type: string;
  title?: string;
  label?: string;
  actions?: Part[];
  data?: Record<string, unknown>;
}
const cards = (sent: Sent[]) =>
  sent.flatMap(({ attachments }) =>
    (attachments ?? []).flatMap(({ content }) =>
      typeof content === 'object' && content !== null && 'body' in content
        ? [content as { body: Part[]; actions?: Part[] }]
        : [],
    ),
  );
const shown = (sent: Sent[]) => JSON.stringify(sent);
const button = (sent: Sent[], title: string) =>
  cards(sent)
    .flatMap(({ body, actions = [] }) => [...actions, ...body.flatMap((part) => part.actions ?? [])])
    .find((action) => action.title === title);
/** Presses a button that says something, as Teams sends it. */
const press = (sent: Sent[], title: string, more: object = {}): Promise<Sent[]> => {
  const back = button(sent, title)?.data?.msteams as { text: string; value?: object };
  return say(back.text, { value: back.value, ...more });
};
/** The first file that was offered. */
const consentIn = (sent: Sent[]) => {
  const [offered] = sent.flatMap(({ attachments }) => attachments ?? []);
  const { acceptContext } = (offered?.content ?? {}) as { acceptContext?: { file: string } };
  return { contentType: offered?.contentType, acceptContext };
};
const plans = async () => (await app.store.list<Plan>('plans')).map(({ value }) => value);

describe('a conversation with one person', () => {
  it('is welcomed once, drafts with a form, digresses with citations and exports by consent', async () => {
    const installed = await post({ type: 'installationUpdate', action: 'add' });
    expect(shown(installed.sent)).toContain('Ley 1581');
    expect(button(installed.sent, 'Empezar mi plan')).toBeDefined();
    const joined = await post({ type: 'conversationUpdate', membersAdded: [bot, person] });
    expect(joined.sent).toEqual([]);

    const begun = await press(installed.sent, 'Empezar mi plan');
    const step = await press(begun, 'Completa');
    const labels = cards(step)
      .flatMap(({ body }) => body)
      .flatMap(({ label }) => label ?? []);
    expect(labels.length).toBeGreaterThan(1);
    const send = button(step, 'Enviar')?.data as { keys: Record<string, string> };
    const name = Object.entries(send.keys).find(([, key]) => key === 'entity.name')?.[0] ?? '';
    const department = Object.entries(send.keys).find(([, key]) => key === 'entity.department')?.[0] ?? '';
    const { sent: filled } = await post({ value: { ...send, [name]: 'Ipiales', [department]: 'Nariño' } });
    expect(shown(filled)).toContain('Ipiales');
    expect((await plans())[0]?.entity).toMatchObject({ name: 'Ipiales', department: 'Nariño' });

    const doubt = await say('¿qué dice el artículo 289 de la Constitución?');
    const [entity, ...others] = doubt[0]?.entities?.filter(({ type }) => type.includes('schema.org')) ?? [];
    expect(others).toEqual([]);
    expect(entity).not.toHaveProperty('additionalType');
    const claims = entity?.citation as { position: number; appearance: { url: string } }[];
    for (const { position, appearance } of claims) {
      expect(doubt[0]?.text).toContain(`[${position}]`);
      expect((await fetch(appearance.url.replace(/^http:\/\/localhost:\d+/, url))).status).toBe(200);
    }
    expect(doubt.length).toBeGreaterThan(1);

    const exported = await say('exportar en pdf');
    const { contentType, acceptContext } = consentIn(exported);
    expect(contentType).toBe('application/vnd.microsoft.teams.card.file.consent');
    const upload = {
      uploadUrl: `${files.url}/up/plan`,
      contentUrl: 'https://contoso.sharepoint.com/plan.pdf',
      name: 'plan.pdf',
      uniqueId: 'u1',
      fileType: 'pdf',
    };
    const accepted = await post({
      type: 'invoke',
      name: 'fileConsent/invoke',
      replyToId: 'sent-consent',
      value: { type: 'fileUpload', action: 'accept', context: acceptContext, uploadInfo: upload },
    });
    expect(accepted.status).toBe(200);
    const put = files.put.get('/up/plan');
    expect(put?.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(put?.range).toBe(`bytes 0-${(put?.content.length ?? 0) - 1}/${put?.content.length}`);
    expect(accepted.sent[0]?.attachments?.[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      content: { uniqueId: 'u1', fileType: 'pdf' },
    });
    expect(accepted.sent[1]).toMatchObject({
      method: 'DELETE',
      path: expect.stringContaining('sent-consent'),
    });
    for (const { bytes } of connector.sent) expect(bytes).toBeLessThan(MESSAGE_BYTES);
  });

  it('says so when a file is refused or cannot be put, and gives a link for the latter', async () => {
    const consentTo = async (action: string, uploadUrl: string) => {
      const exported = await say('exportar en excel');
      const { acceptContext } = consentIn(exported);
      const value = { action, context: acceptContext, uploadInfo: { uploadUrl } };
      const first = await post({ type: 'invoke', name: 'fileConsent/invoke', value });
      return { first, again: () => post({ type: 'invoke', name: 'fileConsent/invoke', value }) };
    };
    const refused = await consentTo('decline', '');
    expect(shown(refused.first.sent)).toContain('no guardé');
    expect(shown((await refused.again()).sent)).toContain('ya no está');
    for (const address of [`${files.url}/refused`, 'https://example.org/up']) {
      const failed = await consentTo('accept', address);
      expect(shown(failed.first.sent)).toContain('/descargas/');
    }
  });

  it('takes a plan back that was handed over as a file', async () => {
    const content = JSON.stringify({ ...(await plans())[0], title: 'Plan de Ipiales' });
    const taken = await say('', {
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name: 'plan.json',
          content: { downloadUrl: files.give('/plan.json', content), fileType: 'json' },
        },
      ],
    });
    expect(button(taken, 'Sí, traer el plan')).toBeDefined();
    await press(taken, 'Sí, traer el plan');
    expect((await plans())[0]?.title).toBe('Plan de Ipiales');
  });

  it('keeps ratings, shows them with the person’s data and deletes them with everything', async () => {
    const rate = (actionValue: object) =>
      post({
        type: 'invoke',
        name: 'message/submitAction',
        replyToId: 'answer-1',
        value: { actionName: 'feedback', actionValue },
      });
    const feedback = JSON.stringify({ feedbackText: 'Muy útil' });
    expect((await rate({ reaction: 'like', feedback })).status).toBe(200);
    expect((await rate({ reaction: 'shrug' })).status).toBe(400);
    const kept = await app.store.list('feedback');
    expect(kept.map(({ value }) => value)).toMatchObject([{ reaction: 'like', comment: 'Muy útil' }]);
    await say('mis datos');
    const handed = await app.store.list<{ name: string; base64: string }>('files');
    const mine = handed.find(({ value }) => value.name === 'mis-datos.json')?.value.base64 ?? '';
    expect(Buffer.from(mine, 'base64').toString()).toContain('Muy útil');
    const asked = await say('borrar mis datos');
    expect(shown(await press(asked, 'Sí, borrar todo'))).toContain('No conservo datos suyos');
    expect(await app.store.list('feedback')).toEqual([]);
    expect(await app.store.list('files')).toEqual([]);
    expect(await plans()).toEqual([]);
  });

  it('refuses invokes that it does not know', async () => {
    expect((await post({ type: 'invoke', name: 'task/fetch', value: {} })).status).toBe(501);
    expect((await post({ type: 'invoke', name: 'fileConsent/invoke', value: {} })).status).toBe(400);
  });
});

describe('what Teams sends again, changes or takes back', () => {
  const alone = talk('a:luis');

  it('is answered once when it is delivered again, also while the first is under way', async () => {
    const before = connector.sent.length;
    const again = { id: 'again', text: 'Empezar mi plan', ...alone };
    await Promise.all([post(again), post(again)]);
    const once = connector.sent.length - before;
    expect(once).toBeGreaterThan(0);
    expect((await post(again)).sent).toEqual([]);
    expect(connector.sent.slice(before).filter(({ attachments }) => attachments).length).toBeLessThanOrEqual(
      2,
    );
  });

  it('is not taken anew when it was edited: the person is told how to correct', async () => {
    await say('completa', alone);
    await say('Tarqui', alone);
    const before = JSON.stringify(await plans());
    const { sent } = await post({
      type: 'messageUpdate',
      text: 'Pitalito',
      channelData: { eventType: 'editMessage' },
      ...alone,
    });
    expect(sent[0]?.text).toContain('Lo que ya anoté sigue igual');
    expect(JSON.stringify(await plans())).toBe(before);
    for (const quiet of [
      { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } },
      { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { type: 'installationUpdate', action: 'remove' },
    ])
      expect((await post({ ...quiet, ...alone })).sent).toEqual([]);
  });
});

describe('where several write', () => {
  const called = { entities: [{ type: 'mention', mentioned: bot, text: '<at>Acción</at>' }] };

  it('the bot greets when it is added, and not everyone who joins later', async () => {
    const group = talk('19:group@thread.v2', 'groupChat');
    const added = await post({ type: 'conversationUpdate', membersAdded: [bot], ...group });
    expect(shown(added.sent)).toContain('¿En qué le ayudo');
    expect((await post({ type: 'installationUpdate', action: 'add', ...group })).sent).toEqual([]);
    expect((await post({ type: 'conversationUpdate', membersAdded: [person], ...group })).sent).toEqual([]);
  });

  it('one plan is worked on by all, with who said what, in the thread it was said in', async () => {
    const thread = (n: number) => talk(`19:canal@thread.tacv2;messageid=${n}`, 'channel');
    await say('<at>Acción</at> Empezar mi plan', { ...called, ...thread(1) });
    await say('<at>Acción</at> completa', { ...called, ...thread(1) });
    await say('<at>Acción</at> Leticia', { ...called, ...thread(1) });
    const luis = { from: { id: '29:luis', name: 'Luis Paz' } };
    const reply = await say('<at>Acción</at> Municipio', { ...called, ...thread(2), ...luis });
    expect(reply[0]?.path).toContain(encodeURIComponent('19:canal@thread.tacv2;messageid=2'));
    const plan = (await plans()).find(({ entity }) => entity.name === 'Leticia');
    expect(plan?.entity.kind).toBe('municipality');
    expect(JSON.stringify(plan?.provenance)).toMatch(/Ana Ruiz[\s\S]*Luis Paz/);
    const [file] = (await say('<at>Acción</at> exportar en json', { ...called, ...thread(2) })).flatMap(
      ({ attachments }) => attachments ?? [],
    );
    expect(file?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(file)).toContain('/descargas/');
  });
});

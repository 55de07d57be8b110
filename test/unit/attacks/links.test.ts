import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLink, keepFile, LINK_DAYS, linkTo } from '../../../src/channels/webchat/files.ts';
import { readTranscript } from '../../../src/channels/webchat/transcript.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { serve } from '../server/fixture.ts';

const DAY = 86_400_000;
const file = { name: 'plan.docx', contentType: 'application/x-test', content: new Uint8Array([1, 2, 3]) };

let running: Awaited<ReturnType<typeof serve>>;
let path: string;
beforeAll(async () => {
  running = await serve();
  path = await keepFile(running.store, 'webchat/mine', file);
});
afterAll(() => running.server.close());

const get = async (address: string, headers: Record<string, string> = {}) => {
  const response = await fetch(running.base + address, { headers });
  return { status: response.status, body: await response.text() };
};
const query = (link: string) => new URLSearchParams(link.split('?')[1]);
const idOf = (link: string) => link.split('/')[2] ?? '';

describe('a link to a file', () => {
  it('opens it until its end, and after that says how to get the file again', async () => {
    const { store } = running;
    expect((await get(await linkTo(store, path))).body).toBe('\x01\x02\x03');
    const old = await linkTo(store, path, new Date(Date.now() - (LINK_DAYS + 1) * DAY));
    const ended = await get(`${old}&lang=es`);
    expect(ended.status).toBe(410);
    expect(ended.body).toContain('escriba «exportar»');
    expect((await get(`${old}&lang=en`)).body).toContain('This link no longer works');
  });

  it('lasts the days that people are told, to the hour', async () => {
    const now = new Date('2026-03-02T10:20:00Z');
    const link = await linkTo(running.store, path, now);
    const linkAt = (ms: number) =>
      checkLink(running.store, idOf(path), query(link), new Date(now.getTime() + ms));
    expect(await linkAt(LINK_DAYS * DAY)).toBe('good');
    expect(await linkAt(LINK_DAYS * DAY + 3_600_000)).toBe('expired');
  });

  it.each([
    ['no signature', (link: string) => link.split('?')[0] ?? ''],
    ['a later end', (link: string) => link.replace(/vence=(\d+)/, (_, ends) => `vence=${Number(ends) + 1}`)],
    ['an end that is no number', (link: string) => link.replace(/vence=\d+/, 'vence=Infinity')],
    ['another signature', (link: string) => link.replace(/firma=.{4}/, 'firma=AAAA')],
    ['a signature that is longer', (link: string) => `${link}A`],
    ['an empty signature', (link: string) => link.replace(/firma=.*/, 'firma=')],
  ])('does not open with %s', async (_case, forge) => {
    const answer = await get(forge(await linkTo(running.store, path)));
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('\x01\x02\x03');
  });

  it('opens no other file, of the same conversation or another', async () => {
    const link = await linkTo(running.store, path);
    for (const conversation of ['webchat/mine', 'webchat/theirs']) {
      const other = await keepFile(running.store, conversation, file);
      expect((await get(`${other}?${query(link)}`)).status).toBe(404);
    }
  });

  it('of another service does not open here', async () => {
    const foreign = await linkTo(await openSqliteStore(':memory:'), path);
    expect((await get(foreign)).status).toBe(404);
  });

  it('is worth nothing once the file was deleted', async () => {
    const gone = await keepFile(running.store, 'webchat/erased', file);
    const link = await linkTo(running.store, gone);
    await running.store.commit({ writes: [{ collection: 'files', key: idOf(gone), value: null }] });
    expect((await get(link)).status).toBe(404);
  });
});

describe('a transcript of the web chat', () => {
  it('has links that open now, however old it is, to files of its own conversation only', async () => {
    const { store } = running;
    const theirs = await keepFile(store, 'webchat/theirs', file);
    const attachments = [path, theirs, 'https://example.org/x'].map((contentUrl) => ({
      name: 'x',
      contentType: 'image/png',
      contentUrl,
    }));
    await store.commit({
      appends: [{ stream: 'webchat/mine', key: 'r1', value: { type: 'message', attachments } }],
    });
    const { activities } = await readTranscript(store, 'mine', 0);
    const urls = (activities[0]?.attachments ?? []).map(({ contentUrl = '' }) => contentUrl);
    expect((await get(urls[0] ?? '')).status).toBe(200);
    expect(urls.slice(1)).toEqual([theirs, 'https://example.org/x']);
    // Read again within the hour it is the same address, so that a picture is not drawn anew.
    const again = await readTranscript(store, 'mine', 0);
    expect(again.activities[0]?.attachments?.[0]?.contentUrl).toBe(urls[0]);
  });
});

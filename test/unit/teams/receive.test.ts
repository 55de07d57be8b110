import type { Activity } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formCard } from '../../../src/channels/teams/form.ts';
import { isFileAddress } from '../../../src/channels/teams/hosts.ts';
import { INCOMING_FILE_BYTES } from '../../../src/channels/teams/limits.ts';
import { receive } from '../../../src/channels/teams/receive.ts';
import { planIdOf, scopeOf } from '../../../src/channels/teams/scope.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { FilesServer } from '../../support/files-server.ts';

const texts = loadTexts(new URL('../../../dialogs/locales', import.meta.url).pathname, 'es');
let files: FilesServer;
beforeAll(async () => {
  files = await FilesServer.open();
});
afterAll(() => files.close());

/** How often the conversation's language was asked for. */
let asked = 0;
const bot = { id: '28:bot', name: 'Acción' };
const take = (more: Partial<Activity>, local = true) =>
  receive({ type: 'message', recipient: bot, ...more } as Activity, {
    local,
    texts: async () => {
      asked += 1;
      return texts;
    },
  });
const mention = (id: string, text: string) => ({ type: 'mention', mentioned: { id }, text });
const document = (name: string, downloadUrl: string, fileType = 'json') => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name,
  contentUrl: 'https://contoso.sharepoint.com/x',
  content: { downloadUrl, fileType, uniqueId: '1' },
});

describe('words', () => {
  it.each([
    ['hola', [], 'hola'],
    ['<at>Acción</at> exportar', [mention('28:bot', '<at>Acción</at>')], 'exportar'],
    ['<at>Acción</at>&nbsp;exportar ', [mention('28:bot', '<at>Acción</at>')], 'exportar'],
    ['el líder es <at>Ana Ruiz</at>', [mention('29:ana', '<at>Ana Ruiz</at>')], 'el líder es Ana Ruiz'],
    ['I&amp;D &lt;2 años&gt;', [], 'I&D <2 años>'],
    ['<at>Acción</at>', [mention('28:bot', '<at>Acción</at>')], 'hola'],
  ])('%s', async (text, entities, expected) => {
    expect(await take({ text, entities })).toMatchObject({ type: 'message', changes: { text: expected } });
  });

  it('need no look into the conversation for its language, unless the channel itself has something to say', async () => {
    asked = 0;
    await take({ text: 'hola' });
    await take({ text: '', value: { form: 'plan' } });
    expect(asked).toBe(0);
    await take({ text: '<at>Acción</at>', entities: [mention('28:bot', '<at>Acción</at>')] });
    expect(asked).toBe(1);
  });
});

describe('buttons and lists', () => {
  it('of a question keep which one, also as JSON in a string', async () => {
    for (const value of [{ ask: 'entity.kind' }, '{"ask":"entity.kind"}'])
      expect(await take({ text: 'Municipio', value })).toMatchObject({
        changes: { text: 'Municipio', value: { ask: 'entity.kind' } },
      });
  });

  it('that were chosen from say their words', async () => {
    const value = { teams: 'choose', ask: 'entity.kind', choice: 'Municipio' };
    expect(await take({ value })).toEqual({
      type: 'message',
      changes: { text: 'Municipio', value: { ask: 'entity.kind' } },
    });
    expect(await take({ value: { ...value, choice: '' } })).toMatchObject({ type: 'tell' });
  });
});

describe('a form', () => {
  const card = formCard(
    {
      type: 'ask',
      text: '¿Cómo se llama?',
      field: 'entity.name',
      form: [
        { key: 'entity.name', label: 'Nombre', input: 'line' },
        {
          key: 'entity.kind',
          label: 'Clase',
          input: 'choice',
          choices: [
            { label: 'M', value: 'Municipio' },
            { label: 'D', value: 'Distrito, capital' },
          ],
        },
        {
          key: 'plan.themes',
          label: 'Temas',
          input: 'choices',
          choices: ['Agua', 'Café', 'Paz'].map((value) => ({ label: value, value })),
        },
      ],
    },
    texts,
  );
  const { data } = (card.content as { actions: { data: object }[] }).actions[0] ?? { data: {} };

  it('comes back as words under the keys of its questions', async () => {
    expect(await take({ value: { ...data, f0: ' Tarqui ', f1: '1', f2: '0,2' } })).toEqual({
      type: 'message',
      changes: {
        text: '',
        value: {
          form: {
            'entity.name': 'Tarqui',
            'entity.kind': 'Distrito, capital',
            'plan.themes': 'Agua\nPaz',
          },
        },
      },
    });
  });

  it('leaves out what was left empty or was never on offer, and says so when nothing is left', async () => {
    expect(await take({ value: { ...data, f0: 'Tarqui', f1: '7', f2: '' } })).toMatchObject({
      changes: { value: { form: { 'entity.name': 'Tarqui' } } },
    });
    expect(await take({ value: { ...data, f0: ' ' } })).toMatchObject({
      type: 'tell',
      text: expect.stringContaining('vacío'),
    });
  });
});

describe('files', () => {
  it('that may be plans come with their text, also from where they were moved to', async () => {
    const moved = files.give('/moved', '', 302, `${files.url}/plan`);
    files.give('/plan', '{"a": "ñ"}');
    expect(await take({ attachments: [document('plan.json', moved)] })).toMatchObject({
      changes: {
        attachments: [{ name: 'plan.json', contentType: 'application/json', content: '{"a": "ñ"}' }],
      },
    });
  });

  it('of other kinds come by name alone, and the text once more as HTML is left to the conversation', async () => {
    const html = { contentType: 'text/html', content: '<p>hola</p>' };
    expect(
      await take({ text: 'hola', attachments: [html, document('acta.pdf', 'http://127.0.0.1:1/x', 'pdf')] }),
    ).toMatchObject({
      changes: { attachments: [html, { name: 'acta.pdf', contentType: 'application/octet-stream' }] },
    });
    expect(await take({ attachments: [document('foto.PNG', 'http://127.0.0.1:1/x', 'PNG')] })).toMatchObject({
      changes: { attachments: [{ contentType: 'image/png' }] },
    });
  });

  it.each([
    ['too-large', () => files.give('/large', Buffer.alloc(INCOMING_FILE_BYTES + 1, 'a')), 'demasiado grande'],
    ['gone', () => files.give('/gone', '', 404), 'No pude recibir'],
    ['no text', () => files.give('/binary', Buffer.from([0xff, 0xfe, 0x00])), 'No pude leer el texto'],
    ['elsewhere', () => 'http://10.0.0.5/plan.json', 'su dirección no es'],
    ['moved elsewhere', () => files.give('/away', '', 302, 'http://169.254.169.254/'), 'su dirección no es'],
  ])('that cannot be had are told of: %s', async (_case, address, words) => {
    expect(await take({ attachments: [document('plan.json', address())] })).toMatchObject({
      type: 'tell',
      text: expect.stringContaining(words),
    });
  });

  it.each([
    ['https://contoso-my.sharepoint.com/personal/a/download.aspx?x=1', false, true],
    ['http://contoso-my.sharepoint.com/a', false, false],
    ['https://sharepoint.com.example.org/a', false, false],
    ['https://notsharepoint.com/a', false, false],
    ['https://user@contoso.sharepoint.com/a', false, false],
    ['http://127.0.0.1:9/a', false, false],
    ['http://127.0.0.1:9/a', true, true],
    ['file:///etc/passwd', true, false],
    ['nothing', true, false],
  ])('%s is fetched (%s on this machine): %s', (address, local, expected) => {
    expect(isFileAddress(address, local)).toBe(expected);
  });
});

describe('where a conversation takes place', () => {
  const thread = { id: '19:c@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true };
  const from = { id: '29:ana', aadObjectId: 'ana' };

  it('is told by Teams, and the threads of a channel share its plan', () => {
    expect(scopeOf({ conversation: thread } as Activity)).toBe('channel');
    expect(scopeOf({ conversation: { id: 'a', conversationType: 'personal' } } as Activity)).toBe('personal');
    expect(planIdOf({ conversation: thread, from } as Activity, 'conversation')).toBe('19:c@thread.tacv2');
  });

  it('gives each person a plan of their own where that is chosen', () => {
    expect(planIdOf({ conversation: thread, from } as Activity, 'person')).toBe('19:c@thread.tacv2/ana');
    const alone = { id: 'a:1', conversationType: 'personal' };
    expect(planIdOf({ conversation: alone, from } as Activity, 'person')).toBe('a:1');
  });
});

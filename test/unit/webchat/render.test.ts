import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/channels/webchat/files.ts';
import { render } from '../../../src/channels/webchat/index.ts';
import type { Citation, Message } from '../../../src/messages/message.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { loadTexts } from '../../../src/text/locales.ts';

const texts = loadTexts('dialogs/locales', 'es');
const store = await openSqliteStore(':memory:');
const show = (messages: Message[], baseUrl = '') =>
  render(messages, { texts, store, conversation: 'webchat/c1', baseUrl });

const citation = (n: number, more: Partial<Citation> = {}): Citation => ({
  n,
  title: 'Guía de acción internacional',
  kind: 'official-guide',
  date: '2025',
  section: 'Capítulo 3',
  url: `/fuentes/001#001-${n}`,
  quote: '',
  ...more,
});

describe('a text in the web chat', () => {
  it('is a Markdown message', async () => {
    expect(await show([{ type: 'say', text: '**Hola**' }])).toEqual([
      { type: 'message', textFormat: 'markdown', text: '**Hola**' },
    ]);
  });

  it('offers its choices as buttons and names the field it asks for', async () => {
    const [activity] = await show([
      { type: 'ask', text: '¿Clase?', field: 'entity.kind', choices: [{ label: 'Sí', value: 'sí' }] },
    ]);
    expect(activity?.suggestedActions?.actions).toEqual([
      { type: 'messageBack', title: 'Sí', displayText: 'Sí', text: 'sí', value: { ask: 'entity.kind' } },
    ]);
    expect(activity?.channelData).toEqual({ field: 'entity.kind' });
  });

  it('offers what belongs to no question as the words themselves', async () => {
    const [activity] = await show([
      { type: 'say', text: 'Listo.', choices: [{ label: 'Ver mi plan', value: 'ver mi plan' }] },
    ]);
    expect(activity?.suggestedActions?.actions).toEqual([
      { type: 'imBack', title: 'Ver mi plan', value: 'ver mi plan' },
    ]);
  });

  it('shows what looks like a tag instead of taking it for one', async () => {
    const [activity] = await show([{ type: 'say', text: '**Entidad:** <b>Nuquí</b>' }]);
    expect(activity?.text).toBe('**Entidad:** \\<b>Nuquí\\</b>');
  });

  it('is sent in parts when it is long, the buttons and the sources with the last', async () => {
    const text = `${'Una frase cualquiera del texto. '.repeat(200)}[1]`;
    const activities = await show([
      { type: 'say', text, citations: [citation(1)], choices: [{ label: 'A', value: 'a' }] },
    ]);
    expect(activities).toHaveLength(2);
    expect(activities[0]?.suggestedActions).toBeUndefined();
    expect(activities[0]?.text).not.toContain('Fuente');
    expect(activities[1]?.suggestedActions?.actions).toHaveLength(1);
    expect(activities[1]?.text).toContain('Fuente');
  });
});

describe('citations', () => {
  it('are links to their passages in the text and a list under it, with kind, date and section', async () => {
    const citations = [
      citation(1),
      citation(2, {
        title: 'Nota de [prensa]',
        kind: 'press-article',
        date: '2026',
        section: '',
        url: '/fuentes/003#x',
      }),
    ];
    const [activity] = await show([{ type: 'say', text: 'Uno [1]. Dos [2][1].', citations }]);
    expect(activity?.text).toBe(
      [
        'Uno [\\[1\\]](/fuentes/001#001-1). Dos [\\[2\\]](/fuentes/003#x)[\\[1\\]](/fuentes/001#001-1).',
        '',
        '**Fuentes**',
        '',
        '- [\\[1\\] Guía de acción internacional](/fuentes/001#001-1) (guía oficial, 2025), Capítulo 3',
        '- [\\[2\\] Nota de \\[prensa\\]](/fuentes/003#x) (artículo de prensa, 2026)',
      ].join('\n'),
    );
  });

  it('leave other brackets, numbers without a source and links alone', async () => {
    const text = 'Vea [9], [sic] y [1](https://ejemplo.org).';
    const [activity] = await show([{ type: 'say', text, citations: [citation(1)] }]);
    expect(activity?.text?.startsWith(text)).toBe(true);
  });

  it('are whole addresses where the page is not the service’s own', async () => {
    const message: Message = { type: 'say', text: 'Uno [1].', citations: [citation(1)] };
    const [activity] = await show([message], 'https://bot.example.gov.co');
    expect(activity?.text).toContain('](https://bot.example.gov.co/fuentes/001#001-1)');
  });
});

describe('a file', () => {
  const content = Uint8Array.from([0x50, 0x4b, 0, 255]);
  const file: Message = {
    type: 'file',
    name: 'Plan – Nariño.docx',
    contentType: 'application/x-test',
    content,
  };

  it('is kept byte for byte under an address that nobody can guess', async () => {
    const urls = (await show([file, file])).map((activity) => activity.attachments?.[0]?.contentUrl ?? '');
    expect(urls[0]).toMatch(/^\/descargas\/[0-9a-f]{64}\/Plan%20%E2%80%93%20Nari%C3%B1o\.docx$/);
    expect(urls[1]).not.toBe(urls[0]);
    const kept = await readFile(store, urls[0]?.split('/')[2] ?? '');
    expect(kept).toMatchObject({ name: 'Plan – Nariño.docx', contentType: 'application/x-test' });
    expect(Uint8Array.from(kept?.content ?? [])).toEqual(content);
  });
});

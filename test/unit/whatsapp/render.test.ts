import { beforeEach, describe, expect, it } from 'vitest';
import { pressed } from '../../../src/channels/whatsapp/choices.ts';
import { toWhatsApp } from '../../../src/channels/whatsapp/format.ts';
import { shorten, titles } from '../../../src/channels/whatsapp/labels.ts';
import type { Outgoing, Row } from '../../../src/channels/whatsapp/outgoing.ts';
import { outgoingOf, render } from '../../../src/channels/whatsapp/render.ts';
import type { Choice, Message } from '../../../src/messages/message.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { texts } from './channel.ts';

const BASE = 'https://plan.example.gov.co';
let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});

async function shown(...messages: Message[]): Promise<Outgoing[]> {
  const context = { texts, store, conversationId: 'wa-1', baseUrl: BASE };
  const activities = await render(messages, context);
  // What waits in the store has been through JSON.
  return (JSON.parse(JSON.stringify(activities)) as typeof activities).flatMap(
    (one) => outgoingOf(one) ?? [],
  );
}

const choices = (count: number, label = (n: number) => `Opción ${n}`): Choice[] =>
  Array.from({ length: count }, (_, n) => ({ label: label(n + 1), value: `valor ${n + 1}` }));

const rowsOf = (message: Outgoing | undefined): Row[] =>
  message?.type === 'list' ? message.rows : message?.type === 'buttons' ? message.buttons : [];

describe('choices', () => {
  it.each([1, 2, 3])('%i short ones are buttons', async (count) => {
    const [message, ...more] = await shown({ type: 'ask', text: '¿Cuál?', choices: choices(count) });
    expect(message).toMatchObject({ type: 'buttons', body: '¿Cuál?' });
    expect(rowsOf(message)).toHaveLength(count);
    expect(more).toEqual([]);
  });

  it.each([4, 10])('%i are a list', async (count) => {
    const [message] = await shown({ type: 'ask', text: '¿Cuál?', choices: choices(count) });
    expect(message).toMatchObject({ type: 'list', button: 'Ver opciones' });
    expect(rowsOf(message)).toHaveLength(count);
  });

  it.each([11, 25])(
    '%i are pages of a list, each reached from the one before, and none is lost',
    async (count) => {
      let [message] = await shown({ type: 'ask', field: 'sector', text: '¿Cuál?', choices: choices(count) });
      const seen: string[] = [];
      const pages: Outgoing[] = [];
      while (message) {
        pages.push(message);
        const rows = rowsOf(message);
        expect(rows.length).toBeLessThanOrEqual(10);
        message = undefined;
        for (const row of rows) {
          const meant = await pressed(store, 'wa-1', row);
          if (meant.type === 'page') message = meant.message;
          else {
            expect(meant.ask).toBe('sector');
            seen.push(meant.text);
          }
        }
      }
      expect(seen).toEqual(choices(count).map(({ value }) => value));
      expect(rowsOf(pages[0]).at(-1)?.title).toBe('Más opciones');
      expect(pages.at(-1)).toMatchObject({ body: expect.stringContaining(`de ${count}`) });
    },
  );

  it('longer than a button are a list, whole in their descriptions', async () => {
    const label = '¿Qué plazo tiene el informe de seguimiento anual?';
    const [message] = await shown({ type: 'say', text: 'También:', choices: [{ label, value: label }] });
    expect(rowsOf(message)).toEqual([
      { id: JSON.stringify([null, label]), title: '¿Qué plazo tiene el…', description: label },
    ]);
  });

  it('longer than a row are told whole and numbered above it', async () => {
    const long = (n: number) => `Fortalecer ${'la cooperación descentralizada '.repeat(4)}${n}`;
    const [message] = await shown({ type: 'ask', text: '¿Cuál?', choices: choices(2, long) });
    expect(message).toMatchObject({ type: 'list', body: `¿Cuál?\n\n1. ${long(1)}\n2. ${long(2)}` });
    expect(rowsOf(message).map(({ title }) => title)).toEqual(['1. Fortalecer la…', '2. Fortalecer la…']);
  });

  it('carry question and value, so that an old button means what it meant; long ones are kept', async () => {
    const value = `Un valor «largo» con | y : ${'x'.repeat(300)}`;
    const [message] = await shown({
      type: 'ask',
      field: 'strategy.axes.0.name',
      text: '¿Cuál?',
      choices: [
        { label: 'Corto', value: 'sí, "así"\ny así' },
        { label: 'Largo', value },
      ],
    });
    const [short, long] = rowsOf(message) as [Row, Row];
    expect(long.id.length).toBeLessThanOrEqual(200);
    expect(await pressed(store, 'wa-1', short)).toEqual({
      type: 'answer',
      ask: 'strategy.axes.0.name',
      text: 'sí, "así"\ny así',
    });
    expect(await pressed(store, 'wa-1', long)).toEqual({
      type: 'answer',
      ask: 'strategy.axes.0.name',
      text: value,
    });
    expect(await pressed(store, 'wa-2', long)).toEqual({ type: 'answer', text: 'Largo' });
  });

  it.each(['{"a":1}', '[1,2]', 'h:x', 'p:x:1', '', '[null]', '["a",{"b":1}]'])(
    'an id that is not ours (%s) counts as what the button says',
    async (id) => {
      expect(await pressed(store, 'wa-1', { id, title: 'Corto', description: 'Corto y claro' })).toEqual({
        type: 'answer',
        text: 'Corto y claro',
      });
    },
  );
});

describe('labels', () => {
  it.each([
    ['Seguir con el plan', 20, 'Seguir con el plan'],
    ['Cooperación internacional descentralizada', 24, 'Cooperación…'],
    ['Desarrollo económico y social', 24, 'Desarrollo económico y…'],
    ['Otorrinolaringológicamente', 20, 'Otorrinolaringológi…'],
    ['Familia 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 24, 'Familia 👨‍👩‍👧‍👦…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 24, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦…'],
    ['🇨🇴🇨🇴🇨🇴🇨🇴🇨🇴🇨🇴', 20, '🇨🇴🇨🇴🇨🇴🇨🇴…'],
  ])('«%s» within %i is «%s»', (label, limit, expected) => {
    expect(shorten(label, limit)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(limit);
  });

  it('that would look the same are numbered', () => {
    expect(
      titles(['Alianzas con ciudades de Europa', 'Alianzas con ciudades de América', 'Otra'], 20),
    ).toEqual(['1. Alianzas con…', '2. Alianzas con…', 'Otra']);
  });

  it('lose their Markdown and line breaks', () => {
    expect(titles(['**Sí**,\n  claro'], 20)).toEqual(['Sí, claro']);
  });
});

describe('text', () => {
  it.each([
    ['**Paso 1** de 14', '*Paso 1* de 14'],
    ['- **Ley 1150**: regla', '- *Ley 1150*: regla'],
    ['un ** suelto', 'un  suelto'],
    ['50**%**50', '50%50'],
    ['Vea [la guía](/fuentes/001#p-2)', `Vea la guía: ${BASE}/fuentes/001#p-2`],
    ['[https://a.co](https://a.co)', 'https://a.co'],
    ['Según la guía [1] [2]', 'Según la guía [1] [2]'],
    ['el usuario escribió *así* y _asá_', 'el usuario escribió ∗así∗ y ˍasáˍ'],
    ['plan_de_accion_2025.json y 3 * 4 * 5', 'plan_de_accion_2025.json y 3 * 4 * 5'],
    ['https://a.co/_x_/*y* ~no~', 'https://a.co/_x_/*y* ∼no∼'],
    ['```rm -rf```', 'ˋˋˋrm -rfˋˋˋ'],
    ['> no es cita', '› no es cita'],
    ['**a *b* c**', '*a ∗b∗ c*'],
  ])('«%s» is shown as «%s»', (neutral, expected) => {
    expect(toWhatsApp(neutral, BASE)).toBe(expected);
  });

  it('longer than a message is parted at the end of sentences, and nothing is lost', async () => {
    const sentence = 'La internacionalización es un medio para el desarrollo del territorio. ';
    const text = sentence.repeat(200).trim();
    const parts = await shown({ type: 'say', text });
    const bodies = parts.map((part) => (part.type === 'text' ? part.body : ''));
    expect(bodies.length).toBe(4);
    for (const body of bodies) {
      expect(body.length).toBeLessThanOrEqual(4096);
      expect(body).toMatch(/\.$/);
    }
    expect(bodies.join(' ')).toBe(text);
  });

  it('too long to stand above buttons goes before, and its question stays with them', async () => {
    const long = 'Una explicación larga. '.repeat(60).trim();
    expect(
      await shown({ type: 'ask', text: `${long}\n\n¿Está de acuerdo?`, choices: choices(2) }),
    ).toMatchObject([
      { type: 'text', body: long },
      { type: 'buttons', body: '¿Está de acuerdo?' },
    ]);
    expect(await shown({ type: 'ask', text: long, choices: choices(2) })).toMatchObject([
      { type: 'text', body: long },
      { type: 'buttons', body: 'Elija una opción o escriba su respuesta.' },
    ]);
  });

  it('has its sources under it with whole addresses, one line for each passage', async () => {
    const citation = {
      title: 'Guía de *acción*',
      kind: 'official-guide',
      date: '2025',
      section: 'Parte I',
      quote: '',
    };
    const [message] = await shown({
      type: 'say',
      text: 'Así es. [1] [2] [3]',
      citations: [
        { ...citation, n: 1, url: '/fuentes/001#p-1' },
        { ...citation, n: 2, url: '/fuentes/001#p-2' },
        { ...citation, n: 3, url: '/fuentes/001#p-1' },
      ],
    });
    expect(message).toEqual({
      type: 'text',
      body: `Así es. [1] [2] [3]\n\n*Fuentes*\n[1] [3] Guía de ∗acción∗ (guía oficial, 2025), Parte I\n${BASE}/fuentes/001#p-1\n[2] Guía de ∗acción∗ (guía oficial, 2025), Parte I\n${BASE}/fuentes/001#p-2`,
    });
  });
});

describe('files', () => {
  const content = new TextEncoder().encode('contenido');
  const pdf: Message = { type: 'file', name: 'plan.pdf', contentType: 'application/pdf', content };

  it('bear as caption what was told right before', async () => {
    const [message, ...more] = await shown({ type: 'say', text: 'Aquí está **su plan**.' }, pdf);
    expect(message).toMatchObject({
      type: 'file',
      picture: false,
      name: 'plan.pdf',
      caption: 'Aquí está *su plan*.',
    });
    expect(more).toEqual([]);
  });

  it.each<[string, Message]>([
    ['with choices', { type: 'say', text: 'Elija', choices: choices(2) }],
    ['longer than a caption', { type: 'say', text: 'x '.repeat(600).trim() }],
    ['that asks', { type: 'ask', text: '¿Seguro?' }],
  ])('stand alone after a text %s', async (_what, before) => {
    const messages = await shown(before, pdf);
    expect(messages).toHaveLength(2);
    expect(messages[1]).not.toHaveProperty('caption');
  });

  it('that are pictures are shown as pictures', async () => {
    const png: Message = { type: 'file', name: 'radar.png', contentType: 'image/png', content };
    expect(await shown(png)).toMatchObject([{ type: 'file', picture: true }]);
    const svg: Message = { type: 'file', name: 'radar.svg', contentType: 'image/svg+xml', content };
    expect(await shown(svg)).toMatchObject([{ type: 'file', picture: false }]);
  });
});

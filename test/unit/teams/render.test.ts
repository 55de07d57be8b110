import type { Activity, Entity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, MESSAGE_BYTES } from '../../../src/channels/teams/limits.ts';
import { render } from '../../../src/channels/teams/render.ts';
import { readSubmitted } from '../../../src/channels/teams/submitted.ts';
import type { Ask, Choice, Citation, Message } from '../../../src/messages/message.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { loadTexts } from '../../../src/text/locales.ts';

const texts = loadTexts(new URL('../../../dialogs/locales', import.meta.url).pathname, 'es');
let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(async () => {
  await store.close();
});

interface Part {
  type: string;
  id?: string;
  title?: string;
  text?: string;
  label?: string;
  style?: string;
  isMultiline?: boolean;
  isMultiSelect?: boolean;
  actions?: Part[];
  data?: Record<string, unknown>;
  choices?: { title: string; value: string }[];
  facts?: { title: string; value: string }[];
}
interface Card {
  version: string;
  body: Part[];
  actions?: Part[];
}

const show = (messages: Message[], personal = true) =>
  render(messages, {
    texts,
    store,
    conversationId: 'talk',
    baseUrl: 'https://bot.example.gov.co',
    personal,
  });
const cardOf = (activity: Partial<Activity> | undefined): Card => activity?.attachments?.[0]?.content as Card;
const choices = (count: number, label = (n: number) => `Opción ${n}`): Choice[] =>
  Array.from({ length: count }, (_, n) => ({ label: label(n + 1), value: `valor ${n + 1}` }));
const beside: Choice[] = [
  { label: 'Ayuda', value: 'Ayuda', aside: true },
  { label: 'Saltar', value: 'Saltar', aside: true },
];
const ask = (more: Partial<Ask> = {}): Ask => ({
  type: 'ask',
  text: 'Un paso de su plan.\n\n¿Qué clase de entidad es?',
  field: 'entity.kind',
  ...more,
});
const cited = (n: number, more: Partial<Citation> = {}): Citation => ({
  n,
  title: 'Guía',
  kind: 'official-guide',
  date: '2025',
  section: 'Parte › Capítulo',
  url: `/fuentes/001#p-${n}`,
  quote: 'Una frase.',
  ...more,
});
const entityOf = ([activity]: Partial<Activity>[]) => activity?.entities?.[0] as Entity | undefined;

describe('a question with choices', () => {
  it.each([2, 3, 6])('shows %i as buttons that tell which question they stood under', async (count) => {
    const [activity] = await show([ask({ choices: choices(count) })]);
    const { version, body, actions = [] } = cardOf(activity);
    expect(version).toBe('1.5');
    expect(body.map(({ text }) => text)).toEqual(['Un paso de su plan.', '¿Qué clase de entidad es?']);
    expect(actions).toHaveLength(count);
    expect(actions[1]).toMatchObject({
      type: 'Action.Submit',
      title: 'Opción 2',
      data: {
        msteams: {
          type: 'messageBack',
          displayText: 'Opción 2',
          text: 'valor 2',
          value: JSON.stringify({ ask: 'entity.kind' }),
        },
      },
    });
  });

  it('shows help apart from as many answers as there are buttons', async () => {
    const [activity] = await show([ask({ choices: [...choices(6), ...beside] })]);
    const { body, actions } = cardOf(activity);
    expect(body.at(-1)?.actions).toHaveLength(6);
    expect(actions?.map(({ title }) => title)).toEqual(['Ayuda', 'Saltar']);
  });

  it.each([10, 25])('shows %i as a list to choose from, with help beside it', async (count) => {
    const [activity, ...others] = await show([ask({ choices: [...choices(count), ...beside] })]);
    expect(others).toEqual([]);
    const { body, actions = [] } = cardOf(activity);
    const list = body.at(-1);
    expect(list).toMatchObject({ type: 'Input.ChoiceSet', id: 'choice', isRequired: true });
    expect(list?.choices).toHaveLength(count);
    expect(list?.choices?.at(-1)).toEqual({ title: `Opción ${count}`, value: `valor ${count}` });
    expect(actions.map(({ title }) => title)).toEqual(['Elegir', 'Ayuda', 'Saltar']);
    expect(readSubmitted(actions[0]?.data)?.data).toEqual({ teams: 'choose', ask: 'entity.kind' });
    expect(actions[1]).toMatchObject({ associatedInputs: 'none' });
  });

  it('shows labels that are too long for a button whole, in a list', async () => {
    const long = choices(3, (n) => `${n} ${'muy '.repeat(30)}largo`);
    const { body } = cardOf((await show([ask({ choices: long })]))[0]);
    expect(body.at(-1)?.choices?.map(({ title }) => title)).toEqual(long.map(({ label }) => label));
  });

  it('keeps every message below the limit however many they are', async () => {
    const many = choices(2_000, (n) => `${n} ${'ñ'.repeat(60)}`);
    const sent = await show([ask({ choices: many })]);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.flatMap((one) => cardOf(one).body.at(-1)?.choices ?? [])).toHaveLength(2_000);
    for (const one of sent) expect(bytesOf(one)).toBeLessThan(MESSAGE_BYTES);
  });

  it('without choices is plain text', async () => {
    expect(await show([ask()])).toMatchObject([
      { text: 'Un paso de su plan.\n\n¿Qué clase de entidad es?', textFormat: 'markdown' },
    ]);
  });
});

describe('a form', () => {
  const form: Ask['form'] = [
    { key: 'entity.name', label: 'Nombre', input: 'line', hint: 'Tarqui' },
    { key: 'plan.why', label: 'Motivo', input: 'text' },
    { key: 'entity.population', label: 'Población', input: 'number', value: '17000' },
    { key: 'plan.date', label: 'Fecha', input: 'date', value: 'ayer' },
    { key: 'entity.kind', label: 'Clase', input: 'choice', choices: choices(2), value: 'valor 2' },
    { key: 'plan.themes', label: 'Temas', input: 'choices', choices: choices(3) },
  ];

  it('has an input of its kind for each question, with its label', async () => {
    const [activity] = await show([ask({ form, choices: [...choices(2), ...beside] })]);
    const inputs = cardOf(activity).body.filter(({ type }) => type.startsWith('Input.'));
    expect(inputs).toMatchObject([
      { type: 'Input.Text', label: 'Nombre', placeholder: 'Tarqui' },
      { type: 'Input.Text', label: 'Motivo', isMultiline: true },
      { type: 'Input.Number', label: 'Población', value: 17_000 },
      { type: 'Input.Date', label: 'Fecha' },
      { type: 'Input.ChoiceSet', label: 'Clase', style: 'compact', value: '1' },
      { type: 'Input.ChoiceSet', label: 'Temas', style: 'expanded', isMultiSelect: true },
    ]);
    expect(inputs[3]).not.toHaveProperty('value');
    expect(cardOf(activity).actions?.map(({ title }) => title)).toEqual(['Enviar', 'Ayuda', 'Saltar']);
  });
});

describe('citations', () => {
  it('are one entity with a claim for each mark of the text, with absolute addresses', async () => {
    const sent = await show([
      { type: 'say', text: 'Así es [2]. Y así [1].', citations: [cited(1), cited(2), cited(3)] },
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.entities).toHaveLength(1);
    expect(entityOf(sent)).toMatchObject({
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      citation: [
        { '@type': 'Claim', position: 1 },
        {
          position: 2,
          appearance: {
            '@type': 'DigitalDocument',
            name: 'Guía',
            url: 'https://bot.example.gov.co/fuentes/001#p-2',
            abstract: 'guía oficial, 2025. «Una frase.»',
          },
        },
      ],
    });
    expect(sent[0]?.channelData).toEqual({ feedbackLoop: { type: 'default' } });
  });

  it('keep to the limits of Teams, and those past them are links', async () => {
    const citations = Array.from({ length: 25 }, (_, n) =>
      cited(n + 1, { title: 'T'.repeat(200), quote: 'ñ'.repeat(500), section: 'S'.repeat(90) }),
    );
    const text = citations.map(({ n }) => `Frase [${n}].`).join(' ');
    const sent = await show([{ type: 'say', text, citations }]);
    const { citation } = entityOf(sent) as unknown as {
      citation: { appearance: { name: string; abstract: string; keywords: string[] } }[];
    };
    expect(citation).toHaveLength(20);
    for (const { appearance } of citation) {
      expect(appearance.name.length).toBeLessThanOrEqual(80);
      expect(appearance.abstract.length).toBeLessThanOrEqual(160);
      expect(appearance.keywords.length).toBeLessThanOrEqual(3);
      for (const word of appearance.keywords) expect(word.length).toBeLessThanOrEqual(28);
    }
    expect(sent[0]?.text).toContain('[20].');
    expect(sent[0]?.text).toContain('[\\[21\\]](https://bot.example.gov.co/fuentes/001#p-21)');
  });

  it('carry the label of generated content only where a model wrote', async () => {
    const say = { type: 'say' as const, text: 'Así es [1].', citations: [cited(1)] };
    expect(entityOf(await show([say]))).not.toHaveProperty('additionalType');
    expect(entityOf(await show([{ ...say, byModel: true }]))).toMatchObject({
      additionalType: ['AIGeneratedContent'],
    });
    expect((await show([{ type: 'say', text: 'Con gusto.' }]))[0]).not.toHaveProperty('entities');
  });
});

describe('what may be said next', () => {
  const next = (count: number) => choices(count).map(({ label }) => ({ label, value: label }));

  it('is suggested in a chat with one person, and has buttons where others are', async () => {
    const say = { type: 'say' as const, text: '¿Algo más?', choices: next(3) };
    const [alone] = await show([say]);
    expect(alone?.suggestedActions?.actions).toMatchObject([{ type: 'imBack', value: 'Opción 1' }, {}, {}]);
    const [among] = await show([say], false);
    expect(among).not.toHaveProperty('suggestedActions');
    expect(cardOf(among).actions).toHaveLength(3);
  });

  it('has buttons under the text where it is more than Teams suggests', async () => {
    const [activity] = await show([{ type: 'say', text: '¿Algo más?', choices: next(4) }]);
    expect(activity?.text).toBe('¿Algo más?');
    expect(cardOf(activity).actions).toHaveLength(4);
  });
});

describe('long text', () => {
  const long = Array.from({ length: 4_000 }, (_, n) => `Frase número ${n}.`).join(' ');

  it('goes in parts below the limit, and the rest is asked for', async () => {
    const sent = await show([{ type: 'say', text: long }]);
    expect(sent).toHaveLength(3);
    for (const one of sent) expect(bytesOf(one)).toBeLessThan(MESSAGE_BYTES);
    const more = cardOf(sent[2]).actions?.[0];
    expect(more?.title).toMatch(/^Ver más \(3 de \d+\)$/);
    expect(readSubmitted(more?.data)?.data.teams).toBe('more');
  });

  it('before a question leaves the question at the end', async () => {
    const sent = await show([ask({ text: `${long}\n\n¿Sigue?`, choices: choices(2) })]);
    expect(cardOf(sent.at(-1)).body.at(-1)?.text).toBe('¿Sigue?');
    expect(cardOf(sent.at(-1)).actions).toHaveLength(2);
  });

  it('shows what looks like a tag as it was written', async () => {
    expect((await show([{ type: 'say', text: 'a <b>\nc' }]))[0]?.text).toBe('a &lt;b>  \nc');
  });
});

describe('facts', () => {
  it('are shown by sections with how much is done', async () => {
    const [activity] = await show([
      {
        type: 'say',
        text: 'Su plan',
        card: {
          title: 'Su plan',
          sections: [
            { title: '1. Entidad', facts: [{ label: 'Nombre', value: 'Tarqui' }], note: '_Falta 1_' },
          ],
          progress: { done: 1, total: 4 },
        },
      },
    ]);
    const { body } = cardOf(activity);
    expect(body.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Su plan', '1 / 4 (25 %)', '1\\. Entidad', '_Falta 1_']),
    );
    expect(body.find(({ type }) => type === 'FactSet')?.facts).toEqual([
      { title: 'Nombre', value: 'Tarqui' },
    ]);
    expect(activity).not.toHaveProperty('text');
  });

  it('that are many go on in another card, when asked for', async () => {
    const facts = Array.from({ length: 2_000 }, (_, n) => ({ label: `Dato ${n}`, value: 'ñ'.repeat(60) }));
    const card = { title: 'Su plan', sections: [{ title: 'Todo', facts }] };
    const sent = await show([{ type: 'say', text: 'Su plan', card }]);
    expect(sent).toHaveLength(2);
    for (const one of sent) expect(bytesOf(one)).toBeLessThan(MESSAGE_BYTES);
    expect(cardOf(sent[1]).actions?.[0]?.title).toMatch(/^Ver más \(2 de/);
  });
});

describe('a file', () => {
  const file = {
    type: 'file' as const,
    name: 'plan.docx',
    contentType: 'application/docx',
    content: new Uint8Array(12),
  };

  it('is offered for OneDrive in a chat with one person, and is a link where others are', async () => {
    const [alone] = await show([file]);
    expect(alone?.attachments).toMatchObject([
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: 'plan.docx',
        content: { sizeInBytes: 12, acceptContext: { file: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      },
    ]);
    const [among] = await show([file], false);
    expect(cardOf(among).actions).toMatchObject([
      { type: 'Action.OpenUrl', url: expect.stringMatching(/^https:\/\/bot\.example\.gov\.co\/descargas\//) },
    ]);
  });

  it('that is a picture is shown', async () => {
    const [shown] = await show([{ ...file, name: 'avance.png', contentType: 'image/png' }]);
    expect(cardOf(shown).body[0]).toMatchObject({ type: 'Image', altText: 'avance.png' });
  });
});

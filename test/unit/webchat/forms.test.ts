import type { Attachment } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../../src/channels/webchat/index.ts';
import type { Ask, Message } from '../../../src/messages/message.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import type { App } from '../../../src/server/app.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import { loadTexts } from '../../../src/text/locales.ts';
import { openApp } from '../../support/app.ts';

type Part = {
  type: string;
  id?: string;
  label?: string;
  choices?: { title: string; value: string }[];
} & Record<string, unknown>;
interface Content {
  speak?: string;
  body: Part[];
  actions?: { title: string; data: { id: string; keys: Record<string, string> } & Record<string, unknown> }[];
}
const contentOf = (attachment: Attachment | undefined) => attachment?.content as Content;

const texts = loadTexts('dialogs/locales', 'es');
const store = await openSqliteStore(':memory:');
const show = (messages: Message[], cards = true) =>
  render(messages, { texts, store, conversation: 'webchat/c1', baseUrl: '', cards });

const ask: Ask = {
  type: 'ask',
  text: '¿Cómo se llama su entidad?',
  field: 'entity.name',
  choices: [{ label: 'Saltar', value: 'saltar', aside: true }],
  form: [
    { key: 'entity.name', label: 'Entidad', input: 'line', hint: 'Tarqui' },
    { key: 'entity.population', label: 'Población', input: 'number', hint: '12.000' },
    { key: 'plan.start', label: 'Comienza', input: 'date' },
    { key: 'plan.themes', label: 'Temas', input: 'choices', choices: [{ label: 'Agua', value: 'agua' }] },
  ],
};

describe('a question with others of its step', () => {
  it('is asked in words with its buttons, and with a form under it', async () => {
    const [activity, ...more] = await show([ask]);
    expect(more).toEqual([]);
    expect(activity?.text).toBe(ask.text);
    expect(activity?.suggestedActions?.actions.map(({ title }) => title)).toEqual(['Saltar']);
    const content = contentOf(activity?.attachments?.[0]);
    const inputs = content.body.filter(({ type }) => type.startsWith('Input.'));
    // A figure with separators would be misread by an input for numbers: people write it as they do.
    expect(inputs.map(({ type, label }) => [type, label])).toEqual([
      ['Input.Text', 'Entidad'],
      ['Input.Text', 'Población'],
      ['Input.Date', 'Comienza'],
      ['Input.ChoiceSet', 'Temas'],
    ]);
    expect(content.speak).toContain('4 preguntas');
    expect(content.actions?.map(({ title }) => title)).toEqual(['Enviar']);
  });

  it('names no input as another form does', async () => {
    const forms = await show([ask, ask]);
    const names = forms.flatMap(({ attachments }) =>
      contentOf(attachments?.[0]).body.flatMap(({ id }) => (id === undefined ? [] : [id])),
    );
    expect(names).toHaveLength(8);
    expect(new Set(names).size).toBe(8);
  });

  it('is asked in words alone where there are no cards', async () => {
    const [activity] = await show([ask], false);
    expect(activity).toMatchObject({ text: ask.text });
    expect(activity).not.toHaveProperty('attachments');
  });
});

describe('a text that a card tells too', () => {
  const told: Message = {
    type: 'say',
    text: 'x '.repeat(3_000),
    choices: [{ label: 'Seguir', value: 'seguir' }],
    card: {
      title: 'Su plan',
      progress: { done: 1, total: 4 },
      sections: [
        { title: '0. La entidad', facts: [{ label: 'Entidad', value: 'Tarqui\nHuila' }], note: 'Falta' },
      ],
    },
  };

  it('goes whole with its card at the end, marked so that the page shows one of the two', async () => {
    const sent = await show([told]);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.every(({ channelData }) => channelData.toldByCard === true)).toBe(true);
    expect(sent.map(({ attachments }) => attachments?.length ?? 0)).toEqual([
      ...sent.slice(1).map(() => 0),
      1,
    ]);
    const content = contentOf(sent.at(-1)?.attachments?.[0]);
    expect(JSON.stringify(content.body)).toContain('"title":"Entidad","value":"Tarqui Huila"');
    expect(JSON.stringify(content.body)).toContain('1 / 4 (25 %)');
    expect(sent.at(-1)?.suggestedActions?.actions).toHaveLength(1);
  });
});

describe('a form that is sent', () => {
  let app: App;
  let door: { conversationId: string; token: string };
  beforeAll(async () => {
    app = await openApp();
    door = (await app.directLine.handle('start', {})).body as typeof door;
  });
  afterAll(() => app.stop());

  const request = () => ({
    authorization: `Bearer ${door.token}`,
    conversationId: door.conversationId,
  });
  const said = async () => {
    await app.directLine.idle();
    const { body } = await app.directLine.handle('poll', request());
    return (body as { activities: Sent[] }).activities;
  };
  type Sent = {
    text?: string;
    from: { role: string };
    channelData?: Record<string, unknown>;
    attachments?: Attachment[];
  };
  const post = (body: object) =>
    app.directLine.handle('post', { ...request(), body: { type: 'message', ...body } });
  const lastForm = async () => {
    const sent = (await said()).findLast(({ attachments }) => contentOf(attachments?.[0])?.actions);
    const { body, actions = [] } = contentOf(sent?.attachments?.[0]);
    const data = actions[0]?.data;
    if (!data) throw new Error('no form was shown');
    const named = (label: string) => body.find((part) => part.label === label)?.id ?? '';
    return { data, named };
  };
  const plan = async () => (await app.store.list<Plan>('plans'))[0]?.value;

  it('answers its questions, each for itself: what cannot be read is named, and the others stay', async () => {
    await post({ text: 'Empezar mi plan' });
    await post({ text: 'Completa' });
    const { data, named } = await lastForm();
    const shown = 'Entidad: Ipiales\nDepartamento: Narnia\nPoblación: 116.000';
    await post({
      text: shown,
      value: {
        ...data,
        [named('Entidad')]: 'Ipiales',
        [named('Departamento')]: 'Narnia',
        [named('Población')]: '116.000',
      },
      channelData: { clientActivityID: 'form-1', messageBack: { displayText: shown } },
    });
    const answers = await said();
    expect((await plan())?.entity).toMatchObject({ name: 'Ipiales', population: 116_000 });
    expect((await plan())?.entity.department).toBeUndefined();
    const reply = answers.slice(answers.findIndex(({ text }) => text === shown) + 1);
    expect(reply.map(({ text }) => text).join('\n')).toMatch(/Departamento/);
  });

  it('stands in the history as the person saw it, and says which form it was', async () => {
    const own = (await said()).find(({ channelData }) => channelData?.form !== undefined);
    expect(own).toMatchObject({ text: expect.stringContaining('Entidad: Ipiales'), from: { role: 'user' } });
  });

  it('means the same when it comes late, and asks on', async () => {
    const { data, named } = await lastForm();
    await post({ text: 'Municipio' });
    await post({ value: { ...data, [named('Entidad')]: 'Tumaco' } });
    expect((await said()).at(-1)?.text).toContain('¿');
    expect((await plan())?.entity.name).toBe('Tumaco');
  });

  it('is refused with a reason when an answer is too long', async () => {
    const { data, named } = await lastForm();
    const { status, body } = await post({ value: { ...data, [named('Entidad')]: 'x'.repeat(8_001) } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'MessageTooLong' } });
  });

  it('of a plan that was deleted says so', async () => {
    const { data, named } = await lastForm();
    await post({ text: 'borrar mis datos' });
    await post({ text: 'sí' });
    await post({ value: { ...data, [named('Entidad')]: 'Pasto' } });
    expect((await said()).map(({ text }) => text).join('\n')).toContain('ya no aplica');
    expect(await plan()).toBeUndefined();
  });
});

describe('a conversation', () => {
  it('is had in the language of its page, and tells in which each message is', async () => {
    const app = await openApp();
    const { body } = await app.directLine.handle('start', { body: { locale: 'en-US' } });
    const { conversationId, token } = body as { conversationId: string; token: string };
    await app.directLine.idle();
    const page = await app.directLine.handle('poll', { authorization: `Bearer ${token}`, conversationId });
    const { activities } = page.body as { activities: { text: string; locale: string }[] };
    expect(activities.every(({ locale }) => locale === 'en')).toBe(true);
    expect(activities.at(-1)?.text).toContain(loadTexts('dialogs/locales', 'en').t('bot.menu').slice(0, 20));
    await app.stop();
  });
});

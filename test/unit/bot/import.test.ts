import { type Activity, type Attachment, BotAdapter, TurnContext } from 'botbuilder';
import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { type Draft, newConversation } from '../../../src/bot/conversation.ts';
import type { Services } from '../../../src/bot/services.ts';
import { Talk } from '../../../src/bot/talk.ts';
import { initialState } from '../../../src/guide/state.ts';
import type { Message } from '../../../src/messages/message.ts';
import { emptyPlan, type Plan } from '../../../src/plan/schema.ts';
import { fullPlan, halfPlan } from '../../exports/fixtures.ts';
import { inPlace } from '../../support/documents.ts';
import { texts } from '../steps/plan.ts';

class SilentAdapter extends BotAdapter {
  override async sendActivities() {
    return [];
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

const services: Services = {
  workflow: guide,
  asides: [],
  texts,
  answerer: {
    answer: async ({ text }) => ({ kind: 'not-found', text: `nada sobre ${text}`, nearest: [] }),
    advise: () => ({ text: 'normas', citations: [], norms: [] }),
    sources: async () => undefined,
    word: async () => undefined,
    more: async () => ({ kind: 'not-found', text: 'nada más', nearest: [] }),
    passage: () => undefined,
    summary: () => undefined,
    suggest: () => [],
    cityExample: () => undefined,
    contracting: () => ({ text: 'regla', citations: [] }),
  },
  norms: { norms: [] } as unknown as Services['norms'],
  documents: inPlace(texts),
  versions: async () => [],
  clock: () => new Date('2026-11-21T12:00:00Z'),
  newId: () => 'plan-new',
};

let draft: Draft;
let said: Message[];
beforeEach(() => {
  draft = { conversation: newConversation('es'), plan: undefined };
  draft.conversation.notice = { version: 1, at: '2026-11-21' };
});

async function say(text: string, attachments: Attachment[] = []): Promise<string> {
  const activity = { type: 'message', text, attachments, channelId: 'test', conversation: { id: 'c' } };
  const context = new TurnContext(new SilentAdapter(), activity as unknown as Activity);
  said = await new Talk(services).reply(context, draft);
  return said.map((message) => (message.type === 'file' ? message.name : message.text)).join('\n');
}
const send = (content: unknown, name = 'plan.json') =>
  say('', [{ name, contentType: 'application/json', content: JSON.stringify(content) }]);
const buttons = () => {
  const last = said.at(-1);
  return last && last.type !== 'file' ? (last.choices ?? []).map(({ value }) => value) : [];
};
function having(plan: Plan): void {
  draft.plan = plan;
  draft.conversation.guide = { ...initialState('guide'), route: 'full' };
}

describe('a plan that is sent back', () => {
  it('takes the place of the one at hand only after a yes, and keeps its id', async () => {
    having(halfPlan());
    const told = await send(fullPlan());
    expect(told).toContain('Leí el archivo de **Puerto Ceiba se abre al mundo');
    expect(told).toContain('**Razones**: de «Fondos y programas» a «Fondos y programas; Cooperación');
    expect(told).toMatch(/Y \d+ más\./);
    expect(buttons()).toEqual(['Sí, traer el plan', 'No, dejar todo igual']);
    expect(draft.plan).toEqual(halfPlan());
    expect(await say('Sí, traer el plan')).toContain('es ahora su plan');
    expect(draft.plan).toEqual({ ...fullPlan(), id: 'half' });
    expect(draft.conversation.incoming).toBeUndefined();
    expect(said.at(-1)?.type).toBe('ask');
  });

  it('says in plain words what would change', async () => {
    const plan = fullPlan();
    having(plan);
    const other = fullPlan();
    other.entity.population = 15_000;
    other.projects?.push({ id: 'project-9', name: 'Faro del Caribe' });
    delete other.strategy.vision;
    const [first] = other.projects ?? [];
    if (first) first.budget = { amount: 200_000_000, currency: 'COP' };
    const told = await send(other);
    expect(told).toMatch(/\*\*Población\*\*: de «14\.200[^»]*» a «15\.000/);
    expect(told).toMatch(
      /\*\*Presupuesto[^*]*\(Manglar para la vida\)\*\*: de «\$180\.000\.000 COP» a «\$200\.000\.000 COP»/,
    );
    expect(told).toMatch(/se agrega «Faro del Caribe»/);
    expect(told).toMatch(/se quita «En 2030 Puerto Ceiba/);
  });

  it('is not taken after a no, nor by a message about something else', async () => {
    having(halfPlan());
    await send(fullPlan());
    expect(await say('no')).toContain('Dejé todo como estaba');
    await send(fullPlan());
    const answered = await say('¿qué me falta?');
    expect(answered).toContain('Dejé todo como estaba');
    expect(answered).toContain('Revisión del plan');
    expect(draft.plan).toEqual(halfPlan());
    await say('sí, traer el plan');
    expect(draft.plan?.title).toBeUndefined();
  });

  it('is refused with each fault, its field and what to do, ten at most', async () => {
    having(halfPlan());
    const axes = Array.from({ length: 12 }, (_, i) => ({
      id: `axis-${i}`,
      name: 'Eje',
      budget: { amount: 'x' },
    }));
    const told = await send({ ...emptyPlan('p'), entity: { population: 'mil' }, strategy: { axes } });
    expect(told).toContain('hay 25 puntos por corregir');
    expect(told).toContain('**Población** (`entity.population`): debe ser un número');
    expect(told).toContain('(Eje)** (`strategy.axes[0].budget.amount`)');
    expect(told.match(/^- /gm)).toHaveLength(10);
    expect(told).toContain('Y 15 más.');
    expect(draft.plan).toEqual(halfPlan());
    expect(draft.conversation.incoming).toBeUndefined();
  });

  it('tells a list in the place of a text by its kind alone, whatever its length', async () => {
    const told = await send({ ...fullPlan(), title: [], resources: { leadUnit: [1, 2] } });
    expect(told.match(/debe ser un texto entre comillas/g)).toHaveLength(2);
    expect(told).toContain('2 puntos por corregir');
  });

  it('is told in English where the conversation is in English', async () => {
    draft.conversation.language = 'en';
    expect(await send({ version: 3 })).toContain('The plan is of version 3');
  });

  it('changes nothing when it says the same', async () => {
    having(fullPlan());
    expect(await send({ ...fullPlan(), id: 'whatever' })).toContain('dice lo mismo que su plan');
  });

  it('begins the guide where there was no plan, with an id of its own', async () => {
    expect(await send(fullPlan())).toContain('¿Sigo con ese plan?');
    await say('sí');
    expect(draft.plan?.id).toBe('plan-new');
    expect(draft.conversation.guide?.status).toBe('running');
    expect(await say('ver plan')).toContain('Puerto Ceiba');
  });

  it('may be pasted as text', async () => {
    await say(`\`\`\`json\n${JSON.stringify(fullPlan(), null, 2)}\n\`\`\``);
    expect(buttons()).toContain('Sí, traer el plan');
    expect(await say('{ "title": "a", }')).toContain('El texto no es JSON');
  });

  it('is no other file: a document is named and what can be sent is said', async () => {
    having(halfPlan());
    const told = await say('', [{ name: 'plan.docx', contentType: 'application/msword' }]);
    expect(told).toContain('No puedo leer «plan.docx»');
  });
});

describe('the forms of a plan', () => {
  it('are on offer after the usual one', async () => {
    having(fullPlan());
    expect(await say('exportar')).toContain('plan-accion-internacional-puerto-ceiba.docx');
    expect(buttons()).toEqual([
      'exportar la edición pública',
      'exportar en PDF',
      'exportar en Excel',
      'exportar el calendario',
      'exportar en JSON',
      'Seguir con el plan',
    ]);
  });

  it.each([
    ['exportar la edición pública', 'plan-accion-internacional-puerto-ceiba-publica.docx'],
    ['exportar en Excel', 'plan-accion-internacional-puerto-ceiba.xlsx'],
    ['exportar el calendario', 'plan-accion-internacional-puerto-ceiba.ics'],
    ['exportar en JSON', 'plan-accion-internacional-puerto-ceiba.json'],
  ])('come each by its button: %s', async (button, file) => {
    having(fullPlan());
    expect(await say(button)).toContain(file);
  });

  it('leave the calendar out while no milestone has a date', async () => {
    having(halfPlan());
    expect(await say('exportar el calendario')).toContain('aún no tiene hitos con fecha');
    expect(said.some(({ type }) => type === 'file')).toBe(false);
  });
});

import { createSecretKey } from 'node:crypto';
import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { nameOf } from '../../../src/bot/author.ts';
import type { Conversation } from '../../../src/bot/conversation.ts';
import { TurnPipeline } from '../../../src/bot/pipeline.ts';
import type { Services } from '../../../src/bot/services.ts';
import { Talk } from '../../../src/bot/talk.ts';
import { versionsOf } from '../../../src/bot/versions.ts';
import type { Citation, Message } from '../../../src/messages/message.ts';
import { diffPlans } from '../../../src/plan/diff.ts';
import { originOf } from '../../../src/plan/provenance.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import { openSqliteStore } from '../../../src/storage/sqlite.ts';
import type { Store } from '../../../src/storage/store.ts';
import { fullPlan } from '../../exports/fixtures.ts';
import { inPlace } from '../../support/documents.ts';
import { texts } from '../steps/plan.ts';

const NORM: Citation = {
  n: 1,
  title: 'Guía',
  kind: 'guía oficial',
  date: '2025',
  section: 'Marco normativo',
  url: '/fuentes/001#p-9',
  quote: 'La Ley 191 de 1995…',
};

class SilentAdapter extends BotAdapter {
  override async sendActivities() {
    return [];
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

let store: Store;
let pipeline: TurnPipeline;
let now: number;
let said: Message[];
let sent: number;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  now = Date.parse('2026-11-21T15:00:00Z');
  sent = 0;
  const services: Services = {
    workflow: guide,
    asides: [],
    texts,
    answerer: {
      answer: async ({ text }) => ({ kind: 'not-found', text: `nada sobre ${text}`, nearest: [] }),
      cityExample: () => undefined,
      advise: () => ({ text: 'normas [1]', citations: [NORM], norms: [] }),
      sources: async () => undefined,
      word: async () => undefined,
      more: async () => ({ kind: 'not-found', text: 'nada más', nearest: [] }),
      passage: () => undefined,
      summary: () => undefined,
      suggest: () => [],
      contracting: () => ({ text: 'regla', citations: [] }),
    },
    norms: { norms: [] } as unknown as Services['norms'],
    documents: inPlace(texts),
    versions: (planId) => versionsOf(store, planId),
    clock: () => new Date(now),
    newId: () => 'plan-1',
  };
  pipeline = new TurnPipeline({
    store,
    talk: new Talk(services),
    texts,
    language: 'es',
    render: async (messages) => {
      said = messages;
      return [];
    },
    erasure: async () => ({}),
    send: async () => {},
    secret: createSecretKey(Buffer.from('secret of the tests')),
    channels: ['test'],
    clock: services.clock,
    newId: services.newId,
    log: pino({ level: 'silent' }),
  });
});

/** Says something, two minutes after what was said last. */
async function say(text: string, name = 'Ana Ruiz', files: object[] = []): Promise<string> {
  now += 120_000;
  sent += 1;
  const activity = {
    type: 'message',
    id: `m${sent}`,
    text,
    attachments: files,
    channelId: 'test',
    conversation: { id: 'c' },
    from: { id: 'u', name },
    recipient: { id: 'b' },
  };
  said = [];
  await pipeline.run(new TurnContext(new SilentAdapter(), activity as unknown as Activity));
  return said.map((message) => (message.type === 'file' ? message.name : message.text)).join('\n');
}
const plan = async () => (await store.read<Plan>('plans', 'plan-1'))?.value as Plan;
const begin = async () => {
  for (const text of ['Empezar mi plan', 'completa', 'Neiva', 'municipio', 'Huila']) await say(text);
};
const buttons = () => {
  const last = said.at(-1);
  return last && last.type !== 'file' ? (last.choices ?? []).map(({ value }) => value) : [];
};

describe('who gave a datum', () => {
  beforeEach(begin);

  it('is the person the channel names, at the time it was given', async () => {
    await say('370 mil', 'Luis Pérez');
    expect(originOf(await plan(), 'entity.population')).toEqual({
      who: 'Luis Pérez',
      at: new Date(now).toISOString(),
      how: 'typed',
    });
    expect(await say('¿quién puso la población?')).toMatch(
      /^\*\*Población:\*\* 370\.000\nHoy a las 10:12\s?a\.\sm\. lo escribió \*\*Luis Pérez\*\*\./,
    );
    expect(await say('¿quién puso el departamento?')).toContain('**Ana Ruiz**');
  });

  it('is told of the datum at hand, then what waits is put again', async () => {
    const told = await say('¿de dónde salió este dato?');
    expect(told).toContain('**Departamento:** Huila');
    expect(told).toContain('¿Cuántos habitantes tiene');
  });

  it('says that a message with several data was read', async () => {
    await say('población: 370 mil; presupuesto: 80 millones; dependencia que lidera: Oficina de Cooperación');
    expect((await plan()).provenance?.['resources.leadUnit']?.how).toBe('extracted');
    expect(await say('¿quién puso el presupuesto?')).toContain('lo tomé de un mensaje de **Ana Ruiz**');
  });

  it('is left to the documents where the plan has no such datum', async () => {
    expect(await say('¿de dónde salió la Ley 1150?')).toContain('nada sobre');
  });

  it.each([
    [{ id: 'u', name: 'Ana' }, 'Ana'],
    [{ id: 'u', name: ' **Ana**\u0000\n Ruiz ' }, 'Ana Ruiz'],
    [{ id: 'u', name: '' }, undefined],
    [{ id: 'u', name: 'u' }, undefined],
    [{ id: 'u', name: 'User' }, undefined],
  ])('%o is called %s', (from, name) => {
    expect(nameOf({ from } as Partial<Activity>)).toBe(name);
  });
});

describe('the passages that a datum rests on', () => {
  it('are the entries of the guide’s own list that were chosen', async () => {
    await begin();
    await say('razones: cooperación e intercambio, fondos');
    const { passages } = originOf(await plan(), 'reasons') ?? {};
    expect(passages?.map(({ section }) => section)).toContain('Razones y objetivos de internacionalización');
    const told = await say('¿de dónde salieron las razones?');
    expect(told).toMatch(/Se apoya en: .* \[1\]/);
    expect(said[0]).toMatchObject({ citations: [{ n: 1, url: '/fuentes/001' }, { n: 2 }] });
  });

  it('are the norms that were shown as advice on the question', async () => {
    await begin();
    await say('corregir normas');
    expect(await say('¿qué normas me aplican?')).toContain('normas [1]');
    await say('Firmar un hermanamiento');
    expect(originOf(await plan(), 'legal.actions')?.passages).toMatchObject([{ section: 'Marco normativo' }]);
  });
});

describe('a version', () => {
  beforeEach(async () => {
    await begin();
    await say('370 mil');
    await say('corregir población: 372 mil', 'Luis Pérez');
  });

  it('is brought back after a yes, as a new one, and that can be undone', async () => {
    const before = await plan();
    const told = await say('restaurar la versión 4');
    expect(told).toContain('- **Población**: se quita «372.000»');
    expect(buttons()).toEqual(['Sí, restaurar la versión 4', 'No, dejar todo igual']);
    expect(await plan()).toEqual(before);
    expect(await say('Sí, restaurar la versión 4')).toContain('quedó guardada como versión 7');
    expect((await plan()).entity.population).toBeUndefined();
    expect((await store.history('plans', 'plan-1')).length).toBe(7);
    expect(await say('deshacer')).toContain('Listo');
    expect(diffPlans(before, await plan())).toEqual([]);
    expect((await plan()).provenance).toEqual(before.provenance);
    expect(await say('historial')).toMatch(
      /Ana Ruiz · deshizo un cambio[\s\S]*Ana Ruiz · restauró la versión 4/,
    );
  });

  it('gives its data back with who gave them first', async () => {
    await say('restaurar la versión 5', 'Marta');
    await say('sí', 'Marta');
    expect(originOf(await plan(), 'entity.population')).toMatchObject({
      who: 'Marta',
      how: 'restored',
      earlier: { who: 'Ana Ruiz', how: 'typed' },
    });
    expect(await say('¿quién puso la población?')).toMatch(
      /lo recuperó \*\*Marta\*\* de una versión anterior\. Antes, hoy a las .*, lo escribió Ana Ruiz\./,
    );
  });

  it('stays as it is after a no, and after anything else', async () => {
    const before = await plan();
    await say('restaurar la versión 4');
    expect(await say('no')).toContain('Dejé su plan como está');
    await say('restaurar la versión 4');
    await say('primera');
    await say('sí');
    expect((await plan()).entity).toMatchObject({ ...before.entity, category: '1' });
  });

  it.each([
    ['restaurar la versión 40', 'No existe la versión 40: la última es la 6'],
    ['ver la versión 2', '**Versión 2** del plan'],
    ['comparar con la versión 5', 'de «370.000» a «372.000»'],
    ['comparar la versión 2 con la 3', 'se agregó «Municipio»'],
    ['comparar con la versión 6', 'dice lo mismo que su plan de ahora'],
    ['restaurar la versión 6', 'no hay nada por restaurar'],
    ['cambios de la población', 'Luis Pérez'],
    ['cambios de la visión', 'No hay cambios guardados de «visión»'],
    ['¿qué cambió desde ayer?', 'de «370.000» a «372.000»'],
    ['what changed since yesterday?', 'de «370.000» a «372.000»'],
  ])('«%s» says «%s»', async (text, told) => {
    expect(await say(text)).toContain(told);
  });

  it('is shown with the others a few at a time', async () => {
    for (let n = 1; n <= 9; n += 1) await say(`corregir población: ${n} mil`);
    expect((await say('historial')).match(/\*\*Versión/g)).toHaveLength(8);
    expect(buttons()).toEqual(['Ver más cambios', 'Seguir con el plan']);
    expect(await say('ver más')).toContain('Cambios anteriores');
    expect(await say('Seguir con el plan')).toContain('¿Qué categoría');
  });
});

describe('a plan that was brought in', () => {
  it('says so of each datum, with what the file says, and can be undone', async () => {
    await begin();
    const before = await plan();
    const file = {
      ...fullPlan(),
      provenance: { strategy: { who: 'Olga', at: '2026-01-05T15:00:00Z', how: 'proposed' } },
    };
    const sentFile = [{ name: 'plan.json', contentType: 'application/json', content: JSON.stringify(file) }];
    await say('', 'Luis Pérez', sentFile);
    expect(await say('sí', 'Luis Pérez')).toContain('«deshacer»');
    expect(originOf(await plan(), 'strategy.vision')).toMatchObject({
      who: 'Luis Pérez',
      how: 'imported',
      earlier: { who: 'Olga', how: 'proposed' },
    });
    expect(await say('deshacer')).toContain('Listo');
    expect(diffPlans(before, await plan())).toEqual([]);
    expect((await plan()).provenance).toEqual(before.provenance);
  });
});

describe('names', () => {
  it('are in what a person sees of their data, and gone with it', async () => {
    await begin();
    await say('restaurar la versión 2');
    await say('sí');
    await say('mis datos');
    const file = said.find((message) => message.type === 'file');
    const held = JSON.parse(new TextDecoder().decode(file?.type === 'file' ? file.content : undefined));
    expect(held.plan.provenance['entity.name'].who).toBe('Ana Ruiz');
    expect(held.versions.at(-1)).toMatchObject({ who: 'Ana Ruiz', how: 'restored', version: 2 });
    await say('borrar mis datos');
    await say('Sí, borrar todo');
    expect(await store.history('plans', 'plan-1')).toEqual([]);
    const kept = await store.list<Conversation>('conversations');
    expect(JSON.stringify([kept, await store.list('plans')])).not.toContain('Ana Ruiz');
  });
});

import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { contracting } from '../../../dialogs/workflows/contracting.ts';
import { funds } from '../../../dialogs/workflows/funds/index.ts';
import { network } from '../../../dialogs/workflows/network.ts';
import { type Draft, newConversation } from '../../../src/bot/conversation.ts';
import type { Services } from '../../../src/bot/services.ts';
import { Talk } from '../../../src/bot/talk.ts';
import type { Message } from '../../../src/messages/message.ts';
import { inPlace } from '../../support/documents.ts';
import { texts } from '../steps/plan.ts';

/** A channel that hands nothing on: the talk returns what it says. */
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
  asides: [funds, network, contracting],
  texts,
  answerer: {
    answer: async ({ text }) => ({ kind: 'not-found', text: `nada sobre ${text}`, nearest: [] }),
    cityExample: () => undefined,
    advise: () => ({ text: 'normas', citations: [], norms: [] }),
    sources: async () => undefined,
    more: async () => ({ kind: 'not-found', text: 'nada más', nearest: [] }),
    word: async () => undefined,
    passage: () => undefined,
    summary: () => undefined,
    suggest: () => [],
    contracting: ({ payer }) => ({ text: `regla de ${payer}`, citations: [] }),
  },
  norms: { norms: [] } as unknown as Services['norms'],
  documents: inPlace(texts),
  clock: () => new Date('2026-11-21T12:00:00Z'),
  newId: () => 'plan-1',
  versions: async () => [],
};

let draft: Draft;
let said: Message[];
beforeEach(() => {
  draft = { conversation: newConversation('es'), plan: undefined };
});

async function say(...messages: string[]): Promise<string> {
  for (const text of messages) {
    const activity = { type: 'message', text, channelId: 'test', conversation: { id: 'c1' } } as Activity;
    said = await new Talk(services).reply(new TurnContext(new SilentAdapter(), activity), draft);
  }
  return said.map((message) => (message.type === 'file' ? message.name : message.text)).join('\n');
}
const kept = (workflow: string) => draft.conversation.kept?.find((state) => state.workflow === workflow);
const BEGIN = 'preparar una postulación';

describe('a workflow of several steps that is left', () => {
  it('is kept with its answers and gone back to by its name', async () => {
    await say(BEGIN, 'Ipiales', 'cancelar');
    expect(draft.conversation.asides).toBeUndefined();
    expect(kept('funds')).toMatchObject({ status: 'left', answers: { 'funds.entity': 'Ipiales' } });
    expect(await say('continuar la postulación')).toContain('¿Por qué le interesa');
    expect(draft.conversation.kept).toBeUndefined();
  });

  it('is not kept when nothing was told, nor is a question or two', async () => {
    await say(BEGIN, 'cancelar', 'decisión de contratación', 'un organismo de cooperación', 'cancelar');
    expect(draft.conversation.kept).toBeUndefined();
    expect(await say('ver la postulación')).toContain('Todavía no hay una postulación');
    expect(await say('continuar la postulación')).toContain('Paso 1 de 10');
  });

  it('is kept beside others', async () => {
    await say(BEGIN, 'Ipiales', 'cancelar', 'evaluar una red de ciudades', 'ICLEI', 'pausar');
    expect([kept('funds')?.status, kept('network')?.status]).toEqual(['left', 'left']);
  });

  it('outlives the plan that is deleted, and goes with the personal data', async () => {
    await say(
      'Empezar mi plan',
      'corta',
      'Ipiales',
      BEGIN,
      'sí',
      'volver al plan',
      'cancelar',
      'Borrar el plan',
    );
    expect(draft.plan).toBeUndefined();
    expect(kept('funds')).toBeDefined();
    await say('borrar mis datos', 'sí');
    expect(draft.conversation.kept).toBeUndefined();
  });
});

describe('a workflow begun over another', () => {
  it('returns to it when it ends, and after a correction of its end', async () => {
    await say(BEGIN, 'Ipiales', 'decisión de contratación');
    expect(await say('un banco multilateral')).toMatch(/regla de multilateral[\s\S]*¿Por qué le interesa/);
    expect(await say('no, es un ente público extranjero')).toMatch(
      /regla de foreign[\s\S]*¿Por qué le interesa/,
    );
    await say('queremos crecer');
    expect(draft.conversation.asides).toMatchObject([
      { workflow: 'funds', answers: { 'funds.interest': 'queremos crecer' } },
    ]);
  });

  it('gives way to what is about the plan, which the one below attends', async () => {
    await say('Empezar mi plan', 'corta', 'Ipiales', BEGIN, 'sí', 'decisión de contratación');
    expect(await say('ver el plan')).toMatch(/Dejamos la decisión[\s\S]*Ipiales[\s\S]*¿Por qué le interesa/);
  });
});

describe('from inside a workflow of several steps', () => {
  beforeEach(async () => {
    await say('Empezar mi plan', 'corta', 'Ipiales', BEGIN, 'sí');
  });

  it('the plan is seen and handed over, and its own document too', async () => {
    expect(await say('ver mi plan')).toMatch(/Su plan hasta ahora[\s\S]*¿Por qué le interesa/);
    expect(await say('exportar el plan')).toMatch(/plan-accion-internacional-ipiales\.docx[\s\S]*¿Por qué/);
    expect(await say('exportar')).toMatch(/postulacion\.docx[\s\S]*¿Por qué/);
    expect(await say('en excel')).toMatch(/se entrega en Word o en PDF[\s\S]*postulacion\.docx/);
    expect(await say('ver cronograma')).toContain('¿Por qué le interesa');
  });

  it('an answer of the plan alone is corrected in the plan', async () => {
    expect(await say('corregir el departamento')).toMatch(/Dejamos la postulación[\s\S]*departamento/i);
    expect(kept('funds')?.status).toBe('left');
  });

  it('writing in the plan is undone right after the end', async () => {
    await say(
      'volver al plan',
      'evaluar una red de ciudades',
      'ICLEI',
      'unir',
      'sí',
      'sí',
      'no',
      'de todo',
      'sí',
    );
    await say('poco', 'ninguna', 'sí', 'sí', 'sí', 'Ana', 'una carta', 'Anotar todo');
    expect(draft.plan?.projects).toHaveLength(1);
    expect(await say('deshacer')).toContain('¿Cuáles anoto en el plan?');
    expect(draft.plan?.projects).toBeUndefined();
    expect(draft.plan?.entity.name).toBe('Ipiales');
  });
});

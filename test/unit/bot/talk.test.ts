import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { contracting } from '../../../dialogs/workflows/contracting.ts';
import type { Answer, Question } from '../../../src/answer/index.ts';
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

const questions: string[] = [];
const services: Services = {
  workflow: guide,
  asides: [contracting],
  texts,
  answerer: {
    answer: async ({ text }: Question): Promise<Answer> => {
      questions.push(text);
      return { kind: 'not-found', text: `nada sobre ${text}`, nearest: [] };
    },
    advise: () => ({ text: 'normas', citations: [], norms: [] }),
    sources: async () => undefined,
    word: async () => undefined,
    more: async () => ({ kind: 'not-found', text: 'nada más', nearest: [] }),
    passage: () => undefined,
    summary: () => undefined,
    suggest: () => [],
    cityExample: () => undefined,
    contracting: ({ payer, share }) => ({ text: `regla de ${payer} con ${share}`, citations: [] }),
  },
  norms: { norms: [] } as unknown as Services['norms'],
  documents: inPlace(texts),
  versions: async () => [],
  clock: () => new Date('2026-11-21T12:00:00Z'),
  newId: () => 'plan-1',
};

let draft: Draft;
let said: Message[];
beforeEach(() => {
  questions.length = 0;
  draft = { conversation: newConversation('es'), plan: undefined };
});

async function say(...messages: string[]): Promise<string> {
  for (const text of messages) {
    const activity = { type: 'message', text, channelId: 'test', conversation: { id: 'c1' } } as Activity;
    said = await new Talk(services).reply(new TurnContext(new SilentAdapter(), activity), draft);
  }
  return said.map((message) => (message.type === 'file' ? message.name : message.text)).join('\n');
}

const offered = () => {
  const last = said.at(-1);
  return last && last.type !== 'file' ? (last.choices ?? []).map(({ value }) => value) : [];
};

describe('without a plan', () => {
  it('goes on offering what it can do after an answer, a change of language and thanks', async () => {
    for (const text of ['¿qué es la ENCI?', 'español', 'mis datos']) {
      await say(text);
      expect(offered()).toContain('Empezar mi plan');
    }
    await say('english');
    expect(offered()).toContain('Start my plan');
    await say('thanks');
    expect(offered()).toContain('Start my plan');
  });

  it('meets a nod to nothing with the menu, not with a search', async () => {
    expect(await say('no')).toContain('¿En qué le ayudo?');
    expect(questions).toEqual([]);
  });
});

describe('an invitation to ask', () => {
  it('takes the next message for a question in the middle of the plan, and only that one', async () => {
    await say('Empezar mi plan', 'completa', 'Buscar una norma');
    expect(await say('zonas de frontera')).toContain('¿Cómo se llama su entidad');
    expect(questions).toEqual(['zonas de frontera']);
    expect(draft.plan?.entity.name).toBeUndefined();
    await say('Ipiales, Nariño');
    expect(draft.plan?.entity.name).toBe('Ipiales');
  });

  it('lapses with a command', async () => {
    await say('Empezar mi plan', 'completa', 'Hacer una pregunta', 'ver plan', 'Ipiales');
    expect(questions).toEqual([]);
    expect(draft.plan?.entity.name).toBe('Ipiales');
  });
});

describe('deleting everything', () => {
  beforeEach(async () => {
    await say('Empezar mi plan', 'completa', 'Ipiales, Nariño', 'borrar mis datos');
  });

  it.each(['sí', 'Sí, borrar todo', 'sí, bórrelo'])('is done after «%s»', async (words) => {
    expect(await say(words)).toContain('borré su plan');
    expect(draft).toMatchObject({ erase: true, plan: undefined });
    expect(offered()).toContain('Empezar mi plan');
  });

  it.each(['no', 'mejor no', 'Seguir con el plan', 'cancelar'])(
    'is not after «%s», which is no answer of the plan either',
    async (words) => {
      expect(await say(words)).toContain('No borré nada.');
      expect(draft.erase).toBeUndefined();
      expect(draft.plan?.entity).toEqual({ name: 'Ipiales', department: 'Nariño' });
      expect(draft.conversation.guide?.current).toBe('entity.kind');
    },
  );

  it('is not after something else that begins with a yes', async () => {
    await say('sí somos un municipio de frontera del sur');
    expect(draft.erase).toBeUndefined();
    expect(draft.plan?.entity.kind).toBe('municipality');
    await say('sí');
    expect(draft.erase).toBeUndefined();
  });
});

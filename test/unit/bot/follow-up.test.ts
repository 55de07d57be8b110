import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { contracting } from '../../../dialogs/workflows/contracting.ts';
import type { Past, Question } from '../../../src/answer/index.ts';
import { type Draft, newConversation } from '../../../src/bot/conversation.ts';
import type { Services } from '../../../src/bot/services.ts';
import { Talk } from '../../../src/bot/talk.ts';
import type { Citation, Message } from '../../../src/messages/message.ts';
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

const cite = (n: number, name: string): Citation => ({
  n,
  title: 'Guía',
  kind: 'guía oficial',
  date: '2025',
  section: `Capítulo › ${name}`,
  url: `/fuentes/001#${name}`,
  quote: `frase de ${name}`,
});

let asked: Question[];
let pasts: Past[];
const services: Services = {
  workflow: guide,
  asides: [contracting],
  texts,
  answerer: {
    answer: async (question) => {
      asked.push(question);
      if (question.text.includes('sueldo'))
        return { kind: 'not-found', text: 'No lo encontré.', nearest: [cite(1, 'Redes'), cite(2, 'Fondos')] };
      return { kind: 'answer', text: 'Uno [1]. Dos [2].', citations: [cite(1, 'A'), cite(2, 'B')] };
    },
    more: async (_question, given) =>
      given.length > 4
        ? { kind: 'not-found', text: 'No dicen más.', nearest: [] }
        : {
            kind: 'answer',
            text: `Más [1], y B [2].`,
            citations: [cite(1, `M${given.length}`), cite(2, 'B')],
          },
    passage: (citation) => ({
      text: `Pasaje entero de ${citation.section} [1]`,
      citations: [{ ...citation, n: 1 }],
    }),
    summary: (_question, { text, citations }) =>
      text.length > 12 ? { text: 'Corto [1]', citations: citations.slice(0, 1) } : undefined,
    suggest: (_question, _cited, past) => {
      pasts.push(past);
      return ['¿Qué es el PAI?', '¿Qué es la ENCI?', '¿Qué es la ORI?'].map((text, at) => ({
        id: `s${past.suggested.length + at}`,
        text,
      }));
    },
    advise: () => ({ text: 'normas', citations: [], norms: [] }),
    cityExample: () => undefined,
    contracting: ({ payer, share }) => ({
      text: `Regla de ${payer} con ${share} [1]`,
      citations: [cite(1, 'Ley')],
    }),
    word: async () => undefined,
    sources: async () => undefined,
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
  asked = [];
  pasts = [];
  draft = { conversation: newConversation('es'), plan: undefined };
});

async function say(...messages: string[]): Promise<string> {
  for (const text of messages) {
    const activity = { type: 'message', text, channelId: 'test', conversation: { id: 'c1' } } as Activity;
    said = await new Talk(services).reply(new TurnContext(new SilentAdapter(), activity), draft);
    // What a conversation holds survives its store.
    draft = { ...draft, conversation: JSON.parse(JSON.stringify(draft.conversation)) };
  }
  return said.map((message) => (message.type === 'file' ? message.name : message.text)).join('\n');
}
const offered = () => {
  const last = said.at(-1);
  return last && last.type !== 'file' ? (last.choices ?? []).map(({ value }) => value) : [];
};
const citations = () => said.flatMap((message) => (message.type === 'say' ? (message.citations ?? []) : []));

describe('after an answer', () => {
  beforeEach(async () => {
    await say('¿qué es una red?');
  });

  it('offers next questions, more, and the plan', () => {
    expect(offered()).toEqual([
      '¿Qué es el PAI?',
      '¿Qué es la ENCI?',
      '¿Qué es la ORI?',
      'Más detalles',
      'Empezar mi plan',
    ]);
  });

  it('gives more on the same question, numbered on, a source shown before under its number', async () => {
    expect(await say('más')).toBe('Más [3], y B [2].');
    expect(citations().map(({ n, url }) => [n, url])).toEqual([
      [3, '/fuentes/001#M2'],
      [2, '/fuentes/001#B'],
    ]);
  });

  it('says so when there is no more', async () => {
    expect(await say('más', 'siga', 'Más detalles', 'más')).toContain('No dicen más.');
    expect(asked).toHaveLength(1);
  });

  it('opens the passage of a source under its number', async () => {
    expect(await say('fuente 2')).toBe('Pasaje entero de Capítulo › B [2]');
    expect(citations().map(({ n }) => n)).toEqual([2]);
    expect(await say('más', 'la primera fuente')).toBe('Pasaje entero de Capítulo › A [1]');
  });

  it('says which sources there are when one is not', async () => {
    expect(await say('fuente 7')).toBe(
      'La última respuesta tiene las fuentes 1 a 2: escriba, por ejemplo, «fuente 1».',
    );
    expect(await say('fuente 2')).toContain('Pasaje entero');
  });

  it('sums up what was shown, and says so when it is short already', async () => {
    expect(await say('resuma')).toBe('Corto [1]');
    expect(await say('resuma')).toContain('ya es corta');
  });

  it('takes the number or the words of a next question, which stands alone', async () => {
    await say('2');
    expect(asked.at(-1)).toMatchObject({ text: '¿Qué es la ENCI?', previous: undefined });
    await say('¿qué es la ori?');
    expect(asked.at(-1)?.text).toBe('¿Qué es la ORI?');
  });

  it('hands the question before over to the next, also after «más» and «fuente»', async () => {
    await say('más', 'fuente 1', '¿y para los departamentos?');
    expect(asked.at(-1)).toMatchObject({
      text: '¿y para los departamentos?',
      previous: '¿qué es una red?',
    });
  });

  it('never offers again what was asked or offered', async () => {
    await say('más', '¿qué es un hermanamiento?');
    expect(pasts.at(-1)?.questions).toEqual(['¿qué es una red?', '¿qué es un hermanamiento?']);
    expect(pasts.at(-1)?.suggested).toEqual(['s0', 's1', 's2', 's3', 's4', 's5']);
  });
});

describe('without an answer', () => {
  it.each(['más', 'fuente 2', 'resuma'])(
    'says that there is nothing to go on from for «%s»',
    async (text) => {
      expect(await say(text)).toContain('Todavía no le he dado una respuesta');
      expect(offered()).toContain('Hacer una pregunta');
    },
  );
});

describe('after an abstention', () => {
  beforeEach(async () => {
    await say('¿qué sueldo gana?');
  });

  it('offers the nearest passages by name, and opens the one chosen', async () => {
    expect(offered()).toEqual(['Abrir: Redes', 'Abrir: Fondos', 'Empezar mi plan']);
    expect(await say('Abrir: Fondos')).toBe('Pasaje entero de Capítulo › Fondos [2]');
    expect(offered()).toEqual(['Abrir: Redes', 'Empezar mi plan']);
  });

  it('opens them by their place too', async () => {
    expect(await say('la primera')).toContain('Redes [1]');
  });

  it('has nothing to expand on or sum up', async () => {
    expect(await say('más')).toContain('quedó sin respuesta');
    expect(await say('resuma')).toContain('quedó sin respuesta');
    expect(offered()).toContain('Abrir: Redes');
  });

  it('sums up a passage that was opened', async () => {
    expect(await say('1', 'resuma')).toBe('Corto [1]');
  });
});

describe('in the middle of a step', () => {
  beforeEach(async () => {
    await say('Empezar mi plan', 'completa', 'Ipiales', 'municipio', '¿puedo firmar un tratado?');
  });

  it('puts the waiting question again once, not after every «más»', async () => {
    expect(said.map(({ type }) => type)).toEqual(['say', 'ask']);
    expect(await say('más')).not.toContain('¿En qué departamento');
    expect(offered().at(-1)).toBe('Seguir con el plan');
    expect(await say('fuente 1', 'resuma')).not.toContain('¿En qué departamento');
    expect(await say('Seguir con el plan')).toContain('¿En qué departamento');
  });

  it('goes on with the step after that', async () => {
    await say('más', 'Nariño');
    expect(draft.plan?.entity.department).toBe('Nariño');
  });

  it('answers a question chosen there and puts the step again', async () => {
    expect(await say('más', '¿Qué es el PAI?')).toMatch(/Uno \[1\][\s\S]*¿En qué departamento/);
  });

  it('leaves numbers, and «más» and «siga» later on, to the step', async () => {
    await say('Nariño', 'más');
    expect(said.some((message) => message.type === 'say' && message.text.startsWith('Más ['))).toBe(false);
    await say('¿puedo firmar un tratado?', '9000');
    expect(draft.plan?.entity.population).toBe(9000);
    await say('¿puedo firmar un tratado?', 'siga');
    expect(said.some((message) => message.type === 'say' && message.text.startsWith('Más ['))).toBe(false);
  });
});

describe('the contracting decision', () => {
  it('runs without a plan and makes none', async () => {
    await say('¿qué régimen de contratación aplico?', 'un organismo de cooperación', '60 %');
    expect(said.at(-1)).toMatchObject({ text: 'Regla de cooperation con 60 [1]' });
    expect(draft.plan).toBeUndefined();
    expect(offered()).toContain('Empezar mi plan');
    expect(await say('fuente 1')).toContain('Pasaje entero');
    expect(await say('no, era el 40 %')).toContain('Regla de cooperation con 40');
  });

  it('returns to the step where the plan was, whole, left or corrected', async () => {
    await say('Empezar mi plan', 'completa', 'Ipiales', 'decisión de contratación');
    expect(await say('banco multilateral')).toMatch(
      /Regla de multilateral[\s\S]*Volvamos a su plan[\s\S]*¿Qué clase/,
    );
    expect(await say('no, es un ente público extranjero')).toMatch(
      /Regla de foreign[\s\S]*¿Qué clase de entidad/,
    );
    await say('municipio');
    expect(draft.plan?.entity).toMatchObject({ name: 'Ipiales', kind: 'municipality' });
    await say('decisión de contratación');
    expect(await say('cancelar')).toMatch(/Dejamos la decisión[\s\S]*¿En qué departamento/);
    expect(draft.plan).toBeDefined();
    expect(draft.conversation.asides).toBeUndefined();
  });

  it('gives way to what is about the plan', async () => {
    await say('Empezar mi plan', 'completa', 'Ipiales', 'decisión de contratación');
    expect(await say('ver plan')).toMatch(/Dejamos la decisión[\s\S]*Ipiales/);
  });

  it('is interrupted by a question, and by what follows on its answer', async () => {
    await say('decisión de contratación');
    expect(await say('¿qué es una red?')).toMatch(/Uno \[1\][\s\S]*¿Quién da el dinero/);
    await say('más');
    expect(offered().at(-1)).toBe('Volver a la pregunta');
    expect(await say('Volver a la pregunta')).toContain('¿Quién da el dinero');
  });

  it('is left without an outcome when the payer is not told', async () => {
    expect(await say('decisión de contratación', 'saltar')).toContain('Dejamos la decisión');
    expect(offered()).toContain('Empezar mi plan');
  });

  it('survives a deploy that no longer has it', async () => {
    await say('decisión de contratación');
    draft.conversation.asides = [{ ...draft.conversation.asides?.[0], workflow: 'gone' } as never];
    expect(await say('¿qué es una red?')).toContain('Uno [1]');
  });
});

import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import { beforeEach, describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { contracting } from '../../../dialogs/workflows/contracting.ts';
import { practice } from '../../../dialogs/workflows/practice.ts';
import type { Answer } from '../../../src/answer/index.ts';
import { type Draft, newConversation } from '../../../src/bot/conversation.ts';
import type { Services } from '../../../src/bot/services.ts';
import { Talk } from '../../../src/bot/talk.ts';
import type { Message } from '../../../src/messages/message.ts';
import { CRITERIA } from '../../../src/plan/terms.ts';
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
  asides: [contracting, practice],
  texts,
  answerer: {
    answer: async ({ text }): Promise<Answer> => ({
      kind: 'not-found',
      text: `nada sobre ${text}`,
      nearest: [],
    }),
    cityExample: () => undefined,
    advise: () => ({ text: 'normas', citations: [], norms: [] }),
    word: async () => undefined,
    sources: async (topic) => ({
      text: topic,
      citations: [
        {
          n: 7,
          title: 'Guía',
          kind: 'official-guide',
          date: '2025',
          section: 'Anexo I',
          url: `/fuentes/001#${topic.length}`,
          quote: topic,
        },
      ],
    }),
    more: async () => ({ kind: 'not-found', text: 'nada más', nearest: [] }),
    passage: () => undefined,
    summary: () => undefined,
    suggest: () => [],
    contracting: ({ payer }) => ({ text: `regla de ${payer}`, citations: [] }),
  },
  norms: { norms: [] } as unknown as Services['norms'],
  documents: inPlace(texts),
  clock: () => new Date('2026-11-21T12:00:00Z'),
  versions: async () => [],
  newId: () => 'plan-1',
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
const offered = () => {
  const last = said.at(-1);
  return last && last.type !== 'file' ? (last.choices ?? []).map(({ value }) => value) : [];
};
const files = () => said.flatMap((message) => (message.type === 'file' ? message.name : []));

const EVALUATE = ['evaluar una práctica', 'Feria de Tulcán', 'una feria', '2024', 'Tulcán', 'rápida'];
const mixed = CRITERIA.map((_, i) => (i < 4 ? 'no' : 'sí'));

describe('what an evaluation comes to', () => {
  it('tells the score, three things to do with a source each, and draws the radar', async () => {
    const told = await say(...EVALUATE, ...mixed, 'ninguno');
    expect(told).toContain('**75 de 100**');
    expect(told).toMatch(/1\. .* \[1\]\n2\. .* \[2\]\n3\. .* \[3\]/);
    expect(files()).toEqual(['radar-de-la-practica.png']);
    expect(offered()).toEqual([
      'Informe en Word',
      'Informe en PDF',
      'Evaluar otra práctica',
      'Empezar mi plan',
    ]);
    const cited = said.flatMap((message) => (message.type === 'say' ? (message.citations ?? []) : []));
    expect(cited.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('says plainly that nothing was answered, without a number or a picture', async () => {
    const told = await say(...EVALUATE.slice(0, 1), ...Array.from({ length: 5 + 16 + 1 }, () => 'saltar'));
    expect(told).toContain('Todavía no hay puntaje');
    expect(told).not.toMatch(/de 100|NaN/);
    expect(files()).toEqual([]);
    await say('Informe en Word');
    expect(files()).toEqual(['evaluacion.docx']);
  });
});

describe('after an evaluation', () => {
  beforeEach(async () => {
    await say(...EVALUATE, ...mixed, 'ninguno');
  });

  it.each([
    ['Informe en Word', 'docx'],
    ['Informe en PDF', 'pdf'],
    ['en PDF', 'pdf'],
    ['exportar', 'docx'],
    ['deme el informe de la evaluación en pdf', 'pdf'],
  ])('«%s» hands the report over', async (text, ending) => {
    await say(text);
    expect(files()).toEqual([`evaluacion-feria-de-tulcan.${ending}`]);
    expect(offered()).toContain('Informe en Word');
  });

  it('is corrected after its report, and the report says so', async () => {
    await say('Informe en Word', 'corregir planificación');
    expect(await say('sí')).toContain('**81 de 100**');
  });

  it('keeps the evaluation when something else is said, and hands it over when it is named', async () => {
    await say('¿qué es la ENCI?', 'decisión de contratación', 'un banco multilateral', 'gracias');
    expect(await say('en pdf')).toContain('Todavía no tiene un plan en curso');
    await say('informe de la práctica');
    expect(files()).toEqual(['evaluacion-feria-de-tulcan.docx']);
  });

  it('is told again when it is asked for, and gives way to another only when that is named', async () => {
    await say('¿qué es la ENCI?');
    expect(await say('evaluar una práctica')).toContain('Evaluación de «Feria de Tulcán»');
    expect(await say('corregir planificación', 'sí')).toContain('**81 de 100**');
    expect(await say('Evaluar otra práctica')).toContain('¿Qué práctica quiere evaluar?');
  });

  it('makes no plan and writes in none', () => {
    expect(draft.plan).toBeUndefined();
    expect(offered()).not.toContain('Anotarla en el plan');
  });
});

describe('an evaluation beside a plan', () => {
  beforeEach(async () => {
    await say('Empezar mi plan', 'completa', 'Ipiales, Nariño', ...EVALUATE, ...mixed, 'ninguno');
  });

  it('writes in the plan only when the official agrees, in a change that can be undone', async () => {
    expect(draft.plan?.profile.antecedents).toBeUndefined();
    await say('Anotarla en el plan');
    expect(draft.plan?.profile.antecedents?.[0]).toMatch(
      /^Práctica evaluada: Feria de Tulcán \(2024\)\. Puntaje: 75/,
    );
    expect(offered()).not.toContain('Anotarla en el plan');
    expect(await say('deshacer')).toContain('quité lo que cambió');
    expect(draft.plan?.profile.antecedents).toBeUndefined();
    expect(draft.plan?.entity).toEqual({ name: 'Ipiales', department: 'Nariño' });
  });

  it('returns to the step of the plan where it began', async () => {
    expect(offered()).toContain('Seguir con el plan');
    expect(await say('Seguir con el plan')).toContain('¿Qué clase de entidad es?');
    await say('municipio');
    expect(draft.plan?.entity.kind).toBe('municipality');
  });

  it('hands over the plan, not the evaluation, when the plan is named', async () => {
    await say('exportar el plan en Word');
    expect(files()[0]).toMatch(/^plan-accion-internacional/);
  });
});

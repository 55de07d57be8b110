import { describe, expect, it } from 'vitest';
import { guide } from '../../../dialogs/guide/index.ts';
import { type Draft, newConversation } from '../../../src/bot/conversation.ts';
import { fulfil } from '../../../src/bot/fulfil.ts';
import type { Services } from '../../../src/bot/services.ts';
import { handle, start } from '../../../src/guide/engine.ts';
import type { Message } from '../../../src/messages/message.ts';
import type { Plan } from '../../../src/plan/schema.ts';
import { emptyPlan } from '../../../src/plan/schema.ts';
import type { PictureName } from '../../../src/understanding/index.ts';
import { fullPlan } from '../../exports/fixtures.ts';
import { inPlace } from '../../support/documents.ts';
import { texts } from '../steps/plan.ts';

const clock = () => new Date('2026-11-21T12:00:00Z');
const services = { workflow: guide, texts, clock, documents: inPlace(texts) } as unknown as Services;

async function show(picture: PictureName, plan: Plan | undefined, language: 'es' | 'en' = 'es') {
  const draft: Draft = { conversation: newConversation(language), plan };
  return await fulfil([{ type: 'request', request: { type: 'picture', picture } }], draft, services);
}
const said = (messages: Message[]) => messages.flatMap((m) => (m.type === 'say' ? [m.text] : [])).join('\n');
const sent = (messages: Message[]) => messages.flatMap((m) => (m.type === 'file' ? [m] : []));

describe('pictures in the conversation', () => {
  it.each([
    ['gantt', 'cronograma.png', 'Vivero en marcha'],
    ['swot', 'matriz-foda.png', 'Poco personal bilingüe'],
    ['stakeholders', 'mapa-de-actores.png', 'Emisora Ondas de la Ciénaga'],
    ['budget', 'presupuesto-por-eje.png', '$300.000.000 COP'],
    ['review', 'radar-de-criterios.png', 'Planificación: 100 %'],
    ['progress', 'avance-del-plan.png', 'El plan lleva'],
  ] as const)('sends the %s as a PNG after the same in words', async (picture, name, words) => {
    const messages = await show(picture, fullPlan());
    expect(messages.map(({ type }) => type)).toEqual(['say', 'file']);
    expect(said(messages)).toContain(words);
    const [file] = sent(messages);
    expect(file).toMatchObject({ name, contentType: 'image/png' });
    expect([...(file?.content.slice(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
  });

  it.each(['gantt', 'swot', 'stakeholders', 'budget', 'review'] as const)(
    'says what a %s needs as long as there is none, in both languages',
    async (picture) => {
      const [es, en] = [await show(picture, emptyPlan('p')), await show(picture, emptyPlan('p', 'en'), 'en')];
      expect([sent(es), sent(en)]).toEqual([[], []]);
      expect(said(es)).toMatch(/^Todavía no hay .*: hace/);
      expect(said(en)).toMatch(/^There is no .* yet: it needs/);
    },
  );

  it('says that there is no plan when there is none', async () => {
    expect(said(await show('swot', undefined))).toBe(texts.es.t('bot.export.no-plan'));
  });

  it('is asked for in the middle of a step, which goes on with its question', () => {
    const host = { plan: emptyPlan('p'), texts: texts.es, today: '2026-11-21' };
    const begun = start(guide, host);
    const turn = handle(guide, { ...host, plan: begun.plan, state: begun.state }, 'ver FODA');
    expect(turn.outputs[0]).toEqual({ type: 'request', request: { type: 'picture', picture: 'swot' } });
    expect(turn.outputs.at(-1)?.type).toBe('ask');
  });
});

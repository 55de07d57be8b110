import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft, newConversation } from '../../../../src/bot/conversation.ts';
import type { Desk } from '../../../../src/bot/desk.ts';
import { attendReminders } from '../../../../src/bot/reminders/attend.ts';
import { heardFrom } from '../../../../src/bot/reminders/keep.ts';
import type { Services } from '../../../../src/bot/services.ts';
import { initialState } from '../../../../src/guide/state.ts';
import { emptyPlan } from '../../../../src/plan/schema.ts';
import { loadTexts } from '../../../../src/text/locales.ts';

const texts = { es: loadTexts('dialogs/locales', 'es'), en: loadTexts('dialogs/locales', 'en') };
let now: Date;
let draft: Draft;
const services = { texts, clock: () => now } as unknown as Services;

beforeEach(() => {
  // A Friday at noon in Bogotá.
  now = new Date('2026-11-20T17:00:00Z');
  const desk = { reference: { channelId: 'whatsapp' }, waiting: [] } as unknown as Desk;
  draft = {
    conversation: { ...newConversation('es'), guide: initialState('plan'), lastAt: now.toISOString() },
    plan: emptyPlan('p1'),
    desk,
  };
});

/** Says something, as a turn of the pipeline does. */
function say(text: string): string {
  const said = attendReminders(text, draft, services)?.said ?? [];
  heardFrom(draft, draft.desk as Desk, now);
  return said.map((one) => (one.type === 'file' ? one.name : one.text)).join('\n');
}

describe('reminders in the conversation', () => {
  it('are off until somebody asks for them', () => {
    expect(say('ver recordatorios')).toContain('No tiene recordatorios activos');
    expect(say('quitar recordatorios')).toBe('No tiene recordatorios activos.');
    expect(draft.conversation.reminders).toBeUndefined();
  });

  it('are due when they were asked for, and say how they reach the person once', () => {
    expect(say('recuérdeme seguir el plan cada 10 días')).toMatch(/10 días[\s\S]*WhatsApp[\s\S]*«quitar/);
    expect(draft.conversation.reminders?.due).toBe('2026-11-30T14:00:00.000Z');
    expect(say('recuérdeme los hitos')).not.toContain('WhatsApp');
    expect(say('ver recordatorios')).toMatch(/Hitos[\s\S]*10 días[\s\S]*30 de noviembre/);
  });

  it('say that WhatsApp waits for the person where no template can call them', () => {
    draft.desk = { ...(draft.desk as Desk), waiting: ['whatsapp'] };
    expect(say('recuérdeme los hitos')).toContain('le llega cuando usted vuelva a escribir');
  });

  it('of a day are over once the person writes on it', () => {
    say('recuérdeme el lunes');
    expect(draft.conversation.reminders).toMatchObject({ on: '2026-11-23', due: '2026-11-23T14:00:00.000Z' });
    now = new Date('2026-11-23T13:30:00Z');
    expect(say('ver plan')).toBe('');
    expect(draft.conversation.reminders).toBeUndefined();
  });

  it('are not set for a day that is over, and move from a weekend to the Monday after', () => {
    expect(say('recuérdeme seguir el plan hoy')).toContain('No entendí cuándo');
    expect(say('recuérdeme seguir el plan el 3 de marzo de 2020')).toContain('no es una fecha futura');
    expect(draft.conversation.reminders).toBeUndefined();
    expect(say('recuérdeme el domingo')).toMatch(/23 de noviembre[\s\S]*fines de semana/);
  });

  it('of a plan need one that is not finished', () => {
    draft.conversation.guide = { ...initialState('plan'), status: 'done' };
    expect(say('recuérdeme seguir el plan')).toContain('ya llegó al final');
    draft.plan = undefined;
    expect(say('recuérdeme los hitos')).toContain('todavía no tiene un plan');
    expect(draft.conversation.reminders).toBeUndefined();
  });

  it('are turned off one kind at a time, or all', () => {
    say('recuérdeme seguir el plan');
    say('recuérdeme los hitos');
    expect(say('quitar los recordatorios de los hitos')).toContain('no le aviso más de los hitos');
    expect(draft.conversation.reminders).toMatchObject({ afterDays: 7 });
    expect(say('quitar recordatorios')).toContain('quité todos');
    expect(draft.conversation.reminders).toBeUndefined();
  });

  it('start to count anew when the person writes', () => {
    say('recuérdeme seguir el plan');
    Object.assign(draft.conversation.reminders ?? {}, { unanswered: 3, last: '2026-11-18' });
    say('ver plan');
    expect(draft.conversation.reminders).toMatchObject({ unanswered: 0, due: '2026-11-27T14:00:00.000Z' });
  });
});

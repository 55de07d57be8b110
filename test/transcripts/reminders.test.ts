import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/schema.ts';
import { type Shown, TwoChannels } from '../support/two-channels.ts';

/** Puts a milestone in the only plan there is. */
async function addMilestone(office: TwoChannels, name: string, date: string): Promise<void> {
  const [kept] = await office.app.store.list<Plan>('plans');
  if (!kept) throw new Error('there is no plan yet');
  const { projects = [], ...plan } = kept.value;
  const milestones = [...(projects[0]?.milestones ?? []), { id: name.toLowerCase(), name, date }];
  const value = { ...plan, projects: [{ id: 'cafe', name: 'Café al mundo', ...projects[0], milestones }] };
  await office.app.store.commit({
    writes: [{ collection: 'plans', key: kept.key, value, expected: kept.revision, keepHistory: true }],
  });
}

describe('an official on the web who is reminded of an unfinished plan and its milestones', () => {
  let folder: string;
  let office: TwoChannels;
  const said = new Map<string, Shown>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reminders-'));
    office = await TwoChannels.open(join(folder, 'service.db'));
    const web = await office.webPerson();
    const look = async (name: string, moment: string) => {
      office.passTo(moment);
      await office.app.remind();
      said.set(name, await web.look());
    };
    for (const text of ['Empezar mi plan', 'completa', 'Salento, Quindío']) await web.say(text);
    said.set('paused', await web.say('pausar'));
    said.set('offered', await web.say('recordarme'));
    said.set('on', await web.say('Recordarme el plan'));
    await addMilestone(office, 'Feria', '2026-12-18');
    said.set('milestones', await web.say('recuérdeme los hitos'));
    said.set('list', await web.say('ver recordatorios'));
    await look('weekend', '2026-11-28T15:00:00Z');
    await office.restart();
    await web.comeBack();
    await look('too-early', '2026-11-30T12:00:00Z');
    await look('plan', '2026-11-30T14:01:00Z');
    await look('again', '2026-11-30T15:00:00Z');
    await office.restart();
    await web.comeBack();
    await look('week-after', '2026-12-07T14:01:00Z');
    await look('milestone', '2026-12-11T14:01:00Z');
    await look('third', '2026-12-14T14:01:00Z');
    await look('no-fourth', '2026-12-21T14:01:00Z');
    said.set('stopped', await web.say('quitar recordatorios'));
    await look('silence', '2027-03-01T15:00:00Z');
  }, 90_000);
  afterAll(async () => {
    expect(await office.close()).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('reads as it did when a person last read it', async () => {
    await expect(office.transcript).toMatchFileSnapshot('golden/reminders.txt');
  });

  it('is offered it once, in a sentence, and told honestly what the web chat can do', () => {
    expect(said.get('paused')?.text).toMatch(/Pausamos[\s\S]*«recuérdeme seguir el plan»/);
    expect(said.get('on')?.text).toMatch(
      /7 días[\s\S]*lo verá cuando vuelva a abrirla[\s\S]*«quitar recordatorios»/,
    );
  });

  it('is written to within the hours only, once, over restarts of the service', () => {
    expect(said.get('weekend')?.text).toBe('');
    expect(said.get('too-early')?.text).toBe('');
    expect(said.get('plan')?.text).toMatch(/Su plan sigue esperándole[\s\S]*«quitar recordatorios»/);
    expect(said.get('again')?.text).toBe('');
  });

  it('is reminded at most once a week, three times in all, and of a milestone a week before', () => {
    expect(said.get('week-after')?.text).toContain('Su plan sigue esperándole');
    expect(said.get('milestone')?.text).toMatch(
      /Se acerca un hito[\s\S]*Feria · Café al mundo · 18 de diciembre/,
    );
    expect(said.get('milestone')?.text).not.toContain('esperándole');
    expect(said.get('third')?.text).toContain('No le recordaré más el plan hasta que usted escriba');
    expect(said.get('no-fourth')?.text).toMatch(/Pasó la fecha de un hito/);
    expect(said.get('no-fourth')?.text).not.toContain('esperándole');
  });

  it('is left alone once they say so', () => {
    expect(said.get('stopped')?.text).toContain('quité todos los recordatorios');
    expect(said.get('silence')?.text).toBe('');
  });
});

describe('an official on WhatsApp whose window is closed', () => {
  let office: TwoChannels;
  const said = new Map<string, Shown>();

  beforeAll(async () => {
    office = await TwoChannels.open();
    const phone = office.whatsAppPerson();
    for (const text of ['Empezar mi plan', 'completa', 'Paipa, Boyacá']) await phone.say(text);
    said.set('on', await phone.say('recuérdeme seguir el plan el martes'));
    office.passTo('2026-11-24T14:30:00Z');
    await office.app.remind();
    await phone.person.until((seen) => seen.at(-1)?.type === 'template');
    said.set('template', phone.look());
    said.set('reopened', await phone.say('hola'));
  }, 60_000);
  afterAll(async () => {
    expect(await office.close()).toEqual([]);
  });

  it('reads as it did when a person last read it', async () => {
    await expect(office.transcript).toMatchFileSnapshot('golden/reminders-whatsapp.txt');
  });

  it('gets the template first, and the reminder as soon as they answer it', () => {
    expect(said.get('on')?.text).toMatch(/24 de noviembre[\s\S]*WhatsApp solo me deja/);
    expect(said.get('template')?.text).not.toContain('Me pidió');
    expect(said.get('reopened')?.text).toMatch(/^\*Me pidió que le recordara seguir con el plan/);
  });
});

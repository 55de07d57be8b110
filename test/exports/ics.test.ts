import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportIcs } from '../../src/export/ics.ts';
import { emptyPlan, type Plan } from '../../src/plan/schema.ts';
import { lastDay } from '../../src/plan/values.ts';
import { type Language, loadTexts } from '../../src/text/locales.ts';
import { arbitraryPlan } from '../unit/plan/arbitrary-plan.ts';
import { type Component, readCalendar, textOf } from './calendar.ts';
import { fullPlan, halfPlan, normName } from './fixtures.ts';

const folder = new URL('../../dialogs/locales', import.meta.url).pathname;
const texts = { es: loadTexts(folder, 'es'), en: loadTexts(folder, 'en') };

function calendar(plan: Plan, language: Language = 'es', today = '2026-11-21'): Component {
  return readCalendar(new TextDecoder().decode(exportIcs(plan, { texts: texts[language], today, normName })));
}
const events = (one: Component) => one.components.filter(({ name }) => name === 'VEVENT');
const event = (one: Component, summary: string) =>
  events(one).find((e) => textOf(e, 'SUMMARY') === summary) as Component;

describe('the calendar of a plan', () => {
  it('has each milestone and each follow-up as a whole day, imprecise dates on their last day', () => {
    const days = events(calendar(fullPlan())).map((e) => [
      textOf(e, 'SUMMARY'),
      e.properties.find(({ name }) => name === 'DTSTART'),
    ]);
    expect(days).toEqual(
      [
        ['Vivero en marcha', '20270531'],
        ['Primeras diez hectáreas', '20280315'],
        ['Inventario publicado', '20271231'],
        ['Avance: Vivero', '20270520'],
        ['Revisión del plan', '20270731'],
      ].map(([summary, value]) => [summary, { name: 'DTSTART', parameters: { VALUE: 'DATE' }, value }]),
    );
  });

  it('says of a milestone its project, who answers for it, and that its day is not exact', () => {
    const described = textOf(event(calendar(fullPlan()), 'Vivero en marcha'), 'DESCRIPTION');
    expect(described).toBe(
      'Proyecto: Manglar para la vida\nResponsable: Técnica del vivero\nEstado: En marcha\nFecha aproximada en el plan: mayo de 2027.',
    );
  });

  it('reminds a week before, save of what is over', () => {
    const plan = fullPlan();
    const first = plan.projects?.[0]?.milestones?.[0];
    if (first) first.state = 'done';
    const one = calendar(plan);
    const alarms = (summary: string) =>
      event(one, summary).components.map((alarm) => textOf(alarm, 'TRIGGER'));
    expect(alarms('Primeras diez hectáreas')).toEqual(['-P7D']);
    expect(alarms('Vivero en marcha')).toEqual([]);
    expect(alarms('Revisión del plan')).toEqual([]);
  });

  it('keeps the UID of an event whatever changes in it, and gives every event another', () => {
    const uids = (plan: Plan, today?: string) =>
      events(calendar(plan, 'es', today)).map((e) => textOf(e, 'UID'));
    const before = uids(fullPlan());
    const plan = fullPlan();
    const first = plan.projects?.[0]?.milestones?.[0];
    if (first) Object.assign(first, { name: 'Otro nombre', date: '2027-06-10' });
    expect(uids(plan, '2027-01-01').toSorted()).toEqual(before.toSorted());
    expect(new Set(before).size).toBe(before.length);
    expect(uids({ ...fullPlan(), id: 'another' }).filter((uid) => before.includes(uid))).toEqual([]);
  });

  it('is in the zone of Bogotá, stamped in UTC, and names the plan', () => {
    const one = calendar(fullPlan('en'), 'en');
    expect(textOf(one, 'X-WR-TIMEZONE')).toBe('America/Bogota');
    expect(textOf(one, 'X-WR-CALNAME')).toContain('Puerto Ceiba se abre al mundo');
    expect(events(one).every((e) => /^\d{8}T\d{6}Z$/.test(textOf(e, 'DTSTAMP') ?? ''))).toBe(true);
    expect(textOf(event(one, 'Revision of the plan'), 'DESCRIPTION')).toContain('Responsible for follow-up');
  });

  it('has no events for a plan without dates', () => {
    expect(events(calendar(emptyPlan('p')))).toEqual([]);
    expect(events(calendar(halfPlan()))).toEqual([]);
  });

  it('gives back what people wrote, and stays well formed, for any valid plan', () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.constantFrom('es' as const, 'en' as const), (plan, language) => {
        const dated = (plan.projects ?? []).flatMap((p) =>
          (p.milestones ?? []).filter((m) => m.date !== undefined),
        );
        const shown = events(calendar(plan, language));
        const days = shown.map((e) => textOf(e, 'DTSTART'));
        for (const { date } of dated) expect(days).toContain(lastDay(date ?? '').replaceAll('-', ''));
        const recorded = [...(plan.followUp.progress ?? []), ...(plan.followUp.revisions ?? [])];
        expect(shown).toHaveLength(dated.length + recorded.length);
        expect(new Set(shown.map((e) => textOf(e, 'UID'))).size).toBe(shown.length);
      }),
      { numRuns: 60 },
    );
  });

  it('escapes and folds what people write', () => {
    const plan = fullPlan();
    const name = `Feria; ${'ñandú, '.repeat(30)}\\n\nfin 🎉`;
    plan.projects = [{ id: 'p', name: 'p', milestones: [{ id: 'm', name, date: '2027-01-01' }] }];
    expect(textOf(event(calendar(plan), name), 'SUMMARY')).toBe(name);
    plan.title = 'Uno, dos; y\n\\tres';
    expect(textOf(calendar(plan), 'X-WR-CALNAME')).toBe('Uno, dos; y \\tres');
  });
});

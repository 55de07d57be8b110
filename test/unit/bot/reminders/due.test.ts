import { describe, expect, it } from 'vitest';
import { type Conversation, newConversation } from '../../../../src/bot/conversation.ts';
import { dueBy, nextDue } from '../../../../src/bot/reminders/due.ts';
import { closingOf, inHours, morningOf } from '../../../../src/bot/reminders/hours.ts';
import type { Reminders } from '../../../../src/bot/reminders/state.ts';
import { initialState } from '../../../../src/guide/state.ts';
import { emptyPlan, type Milestone, type Plan } from '../../../../src/plan/schema.ts';

const at = (moment: string) => new Date(moment);
const FRIDAY = at('2026-11-20T17:00:00Z');

function conversation(reminders: Partial<Reminders>, more: Partial<Conversation> = {}): Conversation {
  return {
    ...newConversation('es'),
    guide: initialState('plan'),
    lastAt: FRIDAY.toISOString(),
    ...more,
    reminders: { from: '2026-11-21', told: [], unanswered: 0, reference: {}, ...reminders },
  };
}
const planWith = (...milestones: Milestone[]): Plan => ({
  ...emptyPlan('p1'),
  projects: [{ id: 'pr1', name: 'Café', milestones }],
});
const fair: Milestone = { id: 'm1', name: 'Feria', date: '2026-12-11' };

describe('the hours in which people are written to', () => {
  it.each([
    ['2026-11-20T13:00:00Z', true],
    ['2026-11-20T12:59:59Z', false],
    ['2026-11-20T22:59:59Z', true],
    ['2026-11-20T23:00:00Z', false],
    ['2026-11-21T15:00:00Z', false],
    ['2026-11-22T15:00:00Z', false],
    ['2026-11-24T02:00:00Z', false],
    // The Monday to which All Saints' Day goes, and the Tuesday after.
    ['2026-11-02T15:00:00Z', false],
    ['2026-11-03T15:00:00Z', true],
  ])('at %s: %s', (moment, open) => {
    expect(inHours(at(moment))).toBe(open);
  });

  it('are the morning of a day, or of the next working day', () => {
    expect(morningOf('2026-11-20')).toBe('2026-11-20T14:00:00.000Z');
    expect(morningOf('2026-11-21')).toBe('2026-11-23T14:00:00.000Z');
    // A Saturday before a Monday that is a holiday; Wednesday before Easter's Thursday and Friday.
    expect(morningOf('2026-11-14')).toBe('2026-11-17T14:00:00.000Z');
    expect(morningOf('2027-03-25')).toBe('2027-03-29T14:00:00.000Z');
    expect(closingOf(FRIDAY).toISOString()).toBe('2026-11-20T23:00:00.000Z');
    // Late at night in Bogotá it is the next day in UTC already.
    expect(closingOf(at('2026-11-21T02:00:00Z')).toISOString()).toBe('2026-11-20T23:00:00.000Z');
  });
});

describe('a milestone', () => {
  const on = conversation({ milestones: true });

  it('is due a week before, and again when its day is over', () => {
    const plan = planWith(fair);
    expect(nextDue(on, plan, FRIDAY)).toBe('2026-12-04T14:00:00.000Z');
    expect(dueBy('2026-12-03', on, plan).milestones).toEqual([]);
    expect(dueBy('2026-12-04', on, plan).milestones).toMatchObject([{ kind: 'ahead', name: 'Feria' }]);
    const told = conversation({ milestones: true, told: ['ahead pr1/m1 2026-12-11'] });
    // Saturday the 12th: on Monday.
    expect(nextDue(told, plan, at('2026-12-04T15:00:00Z'))).toBe('2026-12-14T14:00:00.000Z');
    expect(dueBy('2026-12-14', told, plan).milestones).toMatchObject([{ kind: 'late' }]);
  });

  it('is not late when progress of it was recorded, it is done, or nothing was asked', () => {
    const recorded: Plan = {
      ...planWith(fair),
      followUp: {
        progress: [{ id: 'e1', date: '2026-12-10', subject: 'Feria', note: 'va', milestone: 'm1' }],
      },
    };
    expect(dueBy('2026-12-14', on, recorded).milestones).toEqual([]);
    expect(dueBy('2026-12-14', on, planWith({ ...fair, state: 'done' })).milestones).toEqual([]);
    expect(dueBy('2026-12-14', conversation({}), planWith(fair)).milestones).toEqual([]);
  });

  it('that is moved is told anew by its new date, and one that is deleted not at all', () => {
    const told = conversation({ milestones: true, told: ['ahead pr1/m1 2026-12-11'] });
    const moved = planWith({ ...fair, date: '2027-02' });
    expect(nextDue(told, moved, FRIDAY)).toBe('2027-02-22T14:00:00.000Z');
    expect(nextDue(on, planWith(), FRIDAY)).toBeUndefined();
    expect(nextDue(on, planWith({ id: 'm2', name: 'Sin fecha' }), FRIDAY)).toBeUndefined();
  });

  it('less than a week away, or over already, is told the day after they asked', () => {
    expect(nextDue(on, planWith({ ...fair, date: '2026-11-24' }), FRIDAY)).toBe('2026-11-23T14:00:00.000Z');
    const over = planWith({ ...fair, date: '2026-10-01' });
    expect(nextDue(on, over, FRIDAY)).toBe('2026-11-23T14:00:00.000Z');
    expect(dueBy('2026-11-23', on, over).milestones).toMatchObject([{ kind: 'late' }]);
  });
});

describe('an unfinished plan', () => {
  const plan = emptyPlan('p1');

  it('is due after the days without a word, then at most once a week, three times in all', () => {
    const on = conversation({ afterDays: 3 });
    expect(nextDue(on, plan, FRIDAY)).toBe('2026-11-23T14:00:00.000Z');
    const once = conversation({ afterDays: 3, unanswered: 1, last: '2026-11-23' });
    expect(nextDue(once, plan, at('2026-11-23T15:00:00Z'))).toBe('2026-11-30T14:00:00.000Z');
    const thrice = conversation({ afterDays: 3, unanswered: 3, last: '2026-12-07' });
    expect(nextDue(thrice, plan, at('2026-12-07T15:00:00Z'))).toBeUndefined();
    expect(dueBy('2026-12-30', thrice, plan)).toEqual({ milestones: [] });
  });

  it('is not due once it is finished, or there is none', () => {
    const done = conversation({ afterDays: 3 }, { guide: { ...initialState('plan'), status: 'done' } });
    expect(nextDue(done, plan, FRIDAY)).toBeUndefined();
    expect(nextDue(conversation({ afterDays: 3 }), undefined, FRIDAY)).toBeUndefined();
  });

  it('is due on the day that was chosen, or the Monday after', () => {
    expect(nextDue(conversation({ on: '2026-11-24' }), plan, FRIDAY)).toBe('2026-11-24T14:00:00.000Z');
    const sunday = conversation({ on: '2026-11-29' });
    expect(nextDue(sunday, plan, FRIDAY)).toBe('2026-11-30T14:00:00.000Z');
    expect(dueBy('2026-11-29', sunday, plan).plan).toBeUndefined();
    expect(dueBy('2026-11-30', sunday, plan).plan).toBe('asked');
  });

  it('whose reminder was missed is reminded of the next morning', () => {
    expect(nextDue(conversation({ on: '2026-11-24' }), plan, at('2026-12-02T20:00:00Z'))).toBe(
      '2026-12-03T14:00:00.000Z',
    );
  });
});

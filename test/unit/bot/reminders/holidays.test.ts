import { describe, expect, it } from 'vitest';
import { holidaysOf, isHoliday } from '../../../../src/bot/reminders/holidays.ts';

/** The holidays of each year, as calendars print them. */
const PRINTED: Record<number, string[]> = {
  2025: [
    ...['01-01', '01-06', '03-24', '04-17', '04-18', '05-01', '06-02', '06-23', '06-30'],
    ...['07-20', '08-07', '08-18', '10-13', '11-03', '11-17', '12-08', '12-25'],
  ],
  2026: [
    ...['01-01', '01-12', '03-23', '04-02', '04-03', '05-01', '05-18', '06-08', '06-15', '06-29'],
    ...['07-20', '08-07', '08-17', '10-12', '11-02', '11-16', '12-08', '12-25'],
  ],
  2027: [
    ...['01-01', '01-11', '03-22', '03-25', '03-26', '05-01', '05-10', '05-31', '06-07', '07-05'],
    ...['07-20', '08-07', '08-16', '10-18', '11-01', '11-15', '12-08', '12-25'],
  ],
};

describe('the public holidays of Colombia', () => {
  it.each([2025, 2026, 2027])('of %i are those of the calendar', (year) => {
    expect([...holidaysOf(year)].sort()).toEqual(PRINTED[year]?.map((day) => `${year}-${day}`));
  });

  it('that go to a Monday are on one in every year, and all are within their year', () => {
    for (let year = 2000; year < 2100; year += 1) {
      const days = [...holidaysOf(year)];
      expect(days.length, String(year)).toBeGreaterThanOrEqual(16);
      expect(days.every((day) => day.startsWith(String(year)))).toBe(true);
      const mondays = days.filter((day) => new Date(day).getUTCDay() === 1).length;
      expect(mondays, String(year)).toBeGreaterThanOrEqual(8);
    }
  });

  it('are no other days', () => {
    // The days of which three were moved, and Easter itself.
    for (const day of ['2026-01-06', '2026-11-01', '2026-11-11', '2026-04-05'])
      expect(isHoliday(day)).toBe(false);
    expect(isHoliday('2026-11-16')).toBe(true);
  });
});

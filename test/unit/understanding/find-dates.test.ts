import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/understanding/find-dates.ts';

const TODAY = '2026-06-01';
const dates = (text: string, options = {}) => findDates(text, TODAY, options).map(({ date }) => date);

describe('dates in a text, at the precision they are told', () => {
  it.each<[string, string[]]>([
    ['del 1 de marzo de 2027 al 28 de febrero de 2028', ['2027-03-01', '2028-02-28']],
    ['en enero de 2027', ['2027-01']],
    ['15/10/2027', ['2027-10-15']],
    ['ene 2027 - jun 2028', ['2027-01', '2028-06']],
    ['quince de marzo de dos mil veintisiete', ['2027-03-15']],
    ['a finales de 2027', ['2027-12']],
    ['el segundo semestre de 2027', ['2027-07']],
    ['el próximo mes', ['2026-07']],
    ['para 2027', ['2027']],
    ['2.027 habitantes', []],
    ['$ 2027', []],
  ])('%s', (text, expected) => expect(dates(text)).toEqual(expected));

  it('takes the next such day where no year is said, and says so', () => {
    expect(findDates('el 15 de marzo', TODAY)).toMatchObject([{ date: '2027-03-15', assumed: true }]);
  });

  it('says which day is in no calendar', () => {
    expect(findDates('31 de junio de 2027', TODAY)).toMatchObject([{ impossible: true }]);
  });

  it('reads the month first where that is the custom', () => {
    expect(dates('03/04/2027', { monthFirst: true })).toEqual(['2027-03-04']);
    expect(dates('03/04/2027')).toEqual(['2027-04-03']);
  });

  it('takes a year or a month alone only where something says that it is a date', () => {
    expect(dates('2027')).toEqual([]);
    expect(dates('2027', { bare: true })).toEqual(['2027']);
  });
});

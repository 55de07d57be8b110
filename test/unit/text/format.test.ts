import { describe, expect, it } from 'vitest';
import { formatDate, formatList, formatMoney, formatNumber, formatYears } from '../../../src/text/format.ts';

describe('formatting for readers', () => {
  it('writes money with thousands and its currency', () => {
    expect(formatMoney({ amount: 100_000_000, currency: 'COP' }, 'es')).toBe('$100.000.000 COP');
    expect(formatMoney({ amount: 9000, currency: 'USD' }, 'es')).toBe('$9.000 USD');
    expect(formatMoney({ amount: 1234.5, currency: 'EUR' }, 'en')).toBe('€1,234.5 EUR');
  });

  it('marks the thousands of four-digit numbers too', () => {
    expect(formatNumber(9000, 'es')).toBe('9.000');
    expect(formatNumber(9000, 'en')).toBe('9,000');
  });

  it('writes a date at the precision it has', () => {
    expect(formatDate('2027-02-01', 'es')).toBe('1 de febrero de 2027');
    expect(formatDate('2027-02', 'es')).toBe('febrero de 2027');
    expect(formatDate('2027', 'es')).toBe('2027');
    expect(formatDate('2027-02-01', 'en')).toBe('February 1, 2027');
    expect(formatDate('2027-02', 'en')).toBe('February 2027');
  });

  it('writes a span of years, and one year as one year', () => {
    expect(formatYears({ from: 2024, to: 2027 }, 'es')).toBe('2024 a 2027');
    expect(formatYears({ from: 2027, to: 2027 }, 'en')).toBe('2027');
  });

  it('joins a list as a sentence does', () => {
    expect(formatList(['agua', 'empleo', 'vías'], 'es')).toBe('agua, empleo y vías');
    expect(formatList(['agua', 'iglesias'], 'es')).toBe('agua e iglesias');
    expect(formatList(['water', 'jobs'], 'en')).toBe('water and jobs');
  });

  it('divides parts with an «and» of their own by semicolons', () => {
    expect(formatList(['pesca y turismo', 'clima'], 'es')).toBe('pesca y turismo; clima');
    expect(formatList(['pesca y turismo'], 'es')).toBe('pesca y turismo');
  });
});

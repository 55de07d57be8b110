import { describe } from 'vitest';
import { readChange } from '../../../src/understanding/index.ts';
import { EN, ES, reads } from './table.ts';

const of = (text: string, ctx = ES) => {
  const reading = readChange(text, ctx);
  if (!reading.ok) return reading;
  const { start: _start, ...change } = reading.value;
  return { ok: true as const, value: change };
};

describe('a quantity before and after', () => {
  reads(of, [
    ['antes 3, después 8', { before: 3, after: 8 }],
    ['antes 3 después 8', { before: 3, after: 8 }],
    ['3 antes, 8 después', { before: 3, after: 8 }],
    ['8 ahora, 3 antes', { before: 3, after: 8 }],
    ['de 3 a 8', { before: 3, after: 8 }],
    ['3 → 8', { before: 3, after: 8 }],
    ['3 -> 8', { before: 3, after: 8 }],
    ['3-8', { before: 3, after: 8 }],
    ['3, 8', { before: 3, after: 8 }],
    ['pasó de 3 a 8 convenios', { before: 3, after: 8, unit: 'convenios' }],
    ['había 3 y ahora hay 8 aliados', { before: 3, after: 8, unit: 'aliados' }],
    ['cero antes y dos después', { before: 0, after: 2 }],
    ['de 1.200 a 1.500 turistas', { before: 1200, after: 1500, unit: 'turistas' }],
    ['de 4,5 a 3,2', { before: 4.5, after: 3.2 }],
    ['del 20 % al 35 %', { before: 20, after: 35, unit: '%' }],
    ['de 20 millones a 35 millones de pesos', { before: 20_000_000, after: 35_000_000, unit: 'pesos' }],
    ['en 2022: 3, en 2024: 8', { before: 3, after: 8 }],
    ['antes de la práctica 3, después de la práctica 8', { before: 3, after: 8 }],
    ['-3 a 5', { before: -3, after: 5 }],
  ]);
});

describe('a side that is not known, and what is said of the change', () => {
  reads(of, [
    ['antes no sabemos, después 8', { after: 8 }],
    ['antes 2, ahora no se sabe', { before: 2 }],
    ['antes 3', { before: 3 }],
    ['antes 0, después 40 jóvenes; mejoró', { before: 0, after: 40, unit: 'jóvenes', said: 'better' }],
    ['bajó de 40 a 25 quejas', { before: 40, after: 25, unit: 'quejas' }],
    ['de 10 a 4, empeoró', { before: 10, after: 4, said: 'worse' }],
  ]);
});

describe('what is no change', () => {
  reads(of, [
    ['8', '!changeOne'],
    ['no hay', '!change'],
    ['mucho', '!change'],
    ['1 a 2 a 3', '!changeMany'],
    ['antes 3 o 4, después 8 o 9', '!changeMany'],
    ['', '!empty'],
  ]);
});

describe('a change in English', () => {
  reads(
    (t) => of(t, EN),
    [
      ['before 3, after 8', { before: 3, after: 8 }],
      ['from 3 to 8 agreements', { before: 3, after: 8, unit: 'agreements' }],
      ['we had 3, now 8', { before: 3, after: 8 }],
      ['before unknown, after 8', { after: 8 }],
      ['from 3 to 8, it improved', { before: 3, after: 8, said: 'better' }],
    ],
  );
});

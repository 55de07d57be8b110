import { describe, expect, it } from 'vitest';
import {
  deniesAll,
  onlyFigures,
  readBudget,
  readDate,
  readInteger,
  readLength,
  readMoney,
  readName,
  readNumber,
  readPeriod,
  readText,
  readYearSpan,
  readYesNo,
} from '../../../src/understanding/index.ts';
import { EN, ES, reads } from './table.ts';

describe('text', () => {
  reads(
    (t) => readText(t, ES),
    [
      ['  Dos   palabras ', 'Dos palabras'],
      ['uno\r\n\r\n\r\n\r\ndos', 'uno\n\ndos'],
      ['', '!empty'],
      ['   \n\t', '!empty'],
      ['...!!', '!empty'],
      ['\u0000\u200b', '!empty'],
      ['👍', '!emoji'],
      ['👍🏽 🎉', '!emoji'],
      ['❤️', '!emoji'],
      ['hola\u0000 mundo\u202e', 'hola mundo'],
      ['a'.repeat(4000), 'a'.repeat(4000)],
      ['a'.repeat(4001), '!tooLong'],
    ],
  );
});

describe('name', () => {
  reads(
    (t) => readName(t, ES),
    [
      ['Ruta del joropo', 'Ruta del joropo'],
      ['el proyecto se llama «Ruta del joropo».', 'Ruta del joropo'],
      ['se llama Semilla Verde', 'Semilla Verde'],
      ['Proyecto: Manos de barro', 'Manos de barro'],
      ['"Agua para todos"', 'Agua para todos'],
      ['bueno, el nombre es Puentes del Sur', 'Puentes del Sur'],
      ['es café y frontera', 'café y frontera'],
      ['Claro Valle', 'Claro Valle'],
      ['the project is called River Bridges', 'River Bridges'],
      ['El Peñol', 'El Peñol'],
      ['se llama', 'se llama'],
      ['👍', '!emoji'],
      ['x'.repeat(301), '!nameTooLong'],
    ],
  );
});

describe('whole numbers', () => {
  reads(
    (t) => readInteger(t, ES, { min: 0, max: 60_000_000 }),
    [
      ['unos nueve mil', 9000],
      ['370 mil', 370_000],
      ['12.345', 12_345],
      ['12 345', 12_345],
      ["1'200.000", 1_200_000],
      ['nueve mil ochocientos habitantes', 9800],
      ['dos personas', 2],
      ['un par', 2],
      ['media docena', 6],
      ['somos tres: yo y dos más', '!ambiguousNumber'],
      ['un municipio de veintiún mil habitantes', 21_000],
      ['15.300 según el censo de 2018', 15_300],
      ['9.000 (nueve mil)', 9000],
      ['trecientos', 300],
      ['medio millón', 500_000],
      ['ciento veinte mil trescientos cuarenta y cinco', 120_345],
      ['mil', 1000],
      ['nadie todavía', 0],
      ['no son ocho sino doce', 12],
      ['muchos', '!number'],
      ['-4', '!negative'],
      ['menos cinco', '!negative'],
      ['menos de diez', 10],
      ['- 5 personas', 5],
      ['entre 5 y 7', '!ambiguousNumber'],
      ['2,5', '!integer'],
      ['cien millones', '!tooLarge'],
      ['👍', '!emoji'],
    ],
  );
  reads(
    (t) => readInteger(t, EN, { min: 1 }),
    [
      ['about nine thousand', 9000],
      ['twenty-five', 25],
      ['two hundred and five thousand', 205_000],
      ['9,000', 9000],
      ['0', '!tooSmall'],
    ],
  );
  reads(
    (t) => readNumber(t, ES),
    [
      ['12,5 %', 12.5],
      ['1.5', 1.5],
      ['medio', '!number'],
    ],
  );
});

describe('money', () => {
  const cop = (amount: number) => ({ amount, currency: 'COP' as const });
  reads(
    (t) => readMoney(t, ES),
    [
      ['90 millones', cop(90e6)],
      ['$ 1.200.000.000', cop(1.2e9)],
      ['mil doscientos millones', cop(1.2e9)],
      ['1.200 millones de pesos', cop(1.2e9)],
      ['1,5 millones', cop(1.5e6)],
      ['medio millón', cop(500_000)],
      ['un millón y medio', cop(1.5e6)],
      ['100 palos', cop(100e6)],
      ['90M', cop(90e6)],
      ['300 melones', cop(300e6)],
      ['800 lucas', cop(800_000)],
      ['el presupuesto es de cuarenta millones', cop(40e6)],
      ['200 millones?', cop(200e6)],
      ['no son 20 sino 200 millones', cop(200e6)],
      ['unos 300 millones para 3 proyectos', cop(300e6)],
      ['cien millones de pesos (100.000.000)', cop(100e6)],
      ['20 mil dólares', { amount: 20_000, currency: 'USD' }],
      ['USD 50.000', { amount: 50_000, currency: 'USD' }],
      ['US$50.000', { amount: 50_000, currency: 'USD' }],
      ['€ 1.500', { amount: 1500, currency: 'EUR' }],
      ['1,2 millones de euros', { amount: 1.2e6, currency: 'EUR' }],
      ['cero', cop(0)],
      ['no tenemos presupuesto', cop(0)],
      ['80 pesos', cop(80)],
      ['80', '!moneyScale'],
      ['muchísimo', '!money'],
      ['2027', '!money'],
      ['el 60 %', '!moneyPercent'],
      ['sesenta por ciento', '!moneyPercent'],
      ['-5 millones', '!negativeMoney'],
      ['-$5.000.000', '!negativeMoney'],
      ['menos cinco millones', '!negativeMoney'],
      ['entre 100 y 200 millones', '!ambiguousMoney'],
      ['60 millones del municipio y 40 del cooperante', '!ambiguousMoney'],
      ['$90', '!moneyScale'],
      ['9000 billones', '!tooLarge'],
      ['', '!empty'],
    ],
  );
  reads(
    (t) => readMoney(t, EN),
    [
      ['two hundred million pesos', cop(200e6)],
      ['$1,200,000', cop(1.2e6)],
      ['one and a half million dollars', { amount: 1.5e6, currency: 'USD' }],
    ],
  );
});

describe('budget', () => {
  const budget = (amount: number, from: number, to = from) => ({
    money: { amount, currency: 'COP' as const },
    years: { from, to },
  });
  reads(
    (t) => readBudget(t, ES),
    [
      ['como unos 120 milloncitos pa los dos años', { money: { amount: 120_000_000, currency: 'COP' } }],
      ['cien millones para 2027', budget(100e6, 2027)],
      ['cien millones para dos mil veintisiete', budget(100e6, 2027)],
      ['1.200 millones a 2027', budget(1.2e9, 2027)],
      ['300 millones de pesos de 2026 a 2028', budget(300e6, 2026, 2028)],
      ['2026-2028: 500 millones', budget(500e6, 2026, 2028)],
      ['para 2027 tenemos 90 millones', budget(90e6, 2027)],
      ['200 millones de enero de 2027 a diciembre de 2028', budget(200e6, 2027, 2028)],
      ['$2.000.000 en 2027 y 2028', budget(2e6, 2027, 2028)],
      ['500 millones para el próximo año', budget(500e6, 2027)],
      ['90 millones', { money: { amount: 90e6, currency: 'COP' } }],
      ['2000 pesos', { money: { amount: 2000, currency: 'COP' } }],
      ['para 2027', '!money'],
      ['el 10 % en 2027', '!moneyPercent'],
    ],
  );
});

describe('dates', () => {
  reads(
    (t) => readDate(t, ES),
    [
      ['diciembre del otro año', '2027-12'],
      ['1 de febrero de 2027', '2027-02-01'],
      ['el proyecto arranca el 15 de marzo de 2027', '2027-03-15'],
      ['y termina el 15 de diciembre de 2027', '2027-12-15'],
      ['perdón, 15 de enero de 2028', '2028-01-15'],
      ['15 de enero de 2027, digo, 15 de enero de 2028', '2028-01-15'],
      ['30/11/2027', '2027-11-30'],
      ['03/04/2027', '2027-04-03'],
      ['5-7-27', '2027-07-05'],
      ['2027-02-01', '2027-02-01'],
      ['02/2027', '2027-02'],
      ['marzo de 2027', '2027-03'],
      ['MARZO 2027', '2027-03'],
      ['15 de marzo del 27', '2027-03-15'],
      ['15 de marzo del año 2027', '2027-03-15'],
      ['primero de mayo de 2027', '2027-05-01'],
      ['1º de mayo de 2027', '2027-05-01'],
      ['quince de marzo de dos mil veintisiete', '2027-03-15'],
      ['15-mar-2027', '2027-03-15'],
      ['2027', '2027'],
      ['dos mil veintisiete', '2027'],
      ['a mediados de 2027', '2027-06'],
      ['a finales de 2027', '2027-12'],
      ['a comienzos de marzo de 2027', '2027-03'],
      ['segundo semestre de 2027', '2027-07'],
      ['fin de año', '2026-12'],
      ['para finales del próximo año', '2027-12'],
      ['el año entrante en marzo', '2027-03'],
      ['marzo 15 de 2027', '2027-03-15'],
      ['15/3', '2027-03-15'],
      ['el próximo año', '2027'],
      ['en tres meses', '2027-02'],
      ['dentro de dos semanas', '2026-12-05'],
      ['mañana', '2026-11-22'],
      ['el 15 de marzo', '2027-03-15'],
      ['el 30 de noviembre', '2026-11-30'],
      ['diciembre', '2026-12'],
      ['29 de febrero', '2028-02-29'],
      ['31 de febrero de 2027', '!dateImpossible'],
      ['29 de febrero de 2027', '!dateImpossible'],
      ['45/13/2027', '!dateImpossible'],
      ['de marzo a mayo de 2027', '!ambiguousDate'],
      ['pronto', '!date'],
      ['el mar', '!date'],
      ['27', '!date'],
      ['🎉', '!emoji'],
    ],
  );
  reads(
    (t) => readDate(t, EN),
    [
      ['March 15, 2027', '2027-03-15'],
      ['15th of March 2027', '2027-03-15'],
      ['it starts on 1 February 2027', '2027-02-01'],
      ['03/04/2027', '2027-03-04'],
      ['next year', '2027'],
      ['mid-2027', '2027-06'],
    ],
  );
});

describe('periods', () => {
  reads(
    (t) => readPeriod(t, ES),
    [
      ['el otro año en enero', { start: '2027-01' }],
      ['enero del otro año', { start: '2027-01' }],
      ['de 2027 a diciembre', { start: '2027', end: '2027-12' }],
      ['de enero de 2027 a diciembre de 2028', { start: '2027-01', end: '2028-12' }],
      ['2026-2028', { start: '2026', end: '2028' }],
      ['del 1 de marzo de 2027 al 28 de febrero de 2028', { start: '2027-03-01', end: '2028-02-28' }],
      ['de enero a diciembre de 2027', { start: '2027-01', end: '2027-12' }],
      ['entre noviembre y febrero', { start: '2026-11', end: '2027-02' }],
      ['del 1 al 15 de marzo de 2027', { start: '2027-03-01', end: '2027-03-15' }],
      ['2027', { start: '2027', end: '2027' }],
      ['desde 2027', { start: '2027' }],
      ['hasta junio de 2028', { end: '2028-06' }],
      ['seis meses desde marzo de 2027', { start: '2027-03', end: '2027-08' }],
      ['dos años a partir del 1 de febrero de 2027', { start: '2027-02-01', end: '2029-01-31' }],
      ['de diciembre de 2028 a enero de 2027', '!periodOrder'],
      ['31 de abril de 2027 a mayo de 2027', '!dateImpossible'],
      ['cuando se pueda', '!period'],
    ],
  );
  reads(
    (t) => readYearSpan(t, ES),
    [
      ['2024-2027', { from: 2024, to: 2027 }],
      ['2024 a 2027', { from: 2024, to: 2027 }],
      ['periodo 2024 2027', { from: 2024, to: 2027 }],
      ['2024 al 27', { from: 2024, to: 2027 }],
      ['2024, 2025, 2026 y 2027', { from: 2024, to: 2027 }],
      ['de dos mil veinticuatro a dos mil veintisiete', { from: 2024, to: 2027 }],
      ['el actual', { from: 2024, to: 2027 }],
      ['2027', { from: 2027, to: 2027 }],
      ['2027-2024', '!periodOrder'],
      ['el de siempre', '!years'],
    ],
  );
});

describe('yes or no', () => {
  const yes = [
    'sí',
    'si',
    'Sí, frontera',
    'claro',
    'claro que sí',
    'de una',
    'así es',
    'correcto',
    'sí, esos tres',
    'listo',
    'hágale',
    'obvio',
    'por supuesto',
    'sisas',
    'eso es',
    'dale',
    'yes',
    'sure',
    'of course',
    'sí señora',
    'SIII',
    'no hay problema',
    'la alcaldesa está de acuerdo',
    'el alcalde nos apoya',
    'pues sí',
    'somos frontera',
    'no, sí somos',
    'Sí!!',
  ];
  const no = [
    'no',
    'nop',
    'No señora',
    'todavía no',
    'aún no',
    'no, por ahora solo ese',
    'todavía ninguno',
    'ninguno',
    'para nada',
    'negativo',
    'claro que no',
    'nunca',
    'no somos frontera',
    'creo que no',
    'not yet',
    'nope',
    'pues no',
    'no tenemos',
    'por ahora no',
    'sin oficina',
  ];
  const neither = ['tal vez', 'depende', 'sí y no', 'no sé', 'la frontera', 'maybe', 'mañana'];
  it.each(yes)('«%s» is yes', (text) => expect(readYesNo(text, ES)).toEqual({ ok: true, value: true }));
  it.each(no)('«%s» is no', (text) => expect(readYesNo(text, ES)).toEqual({ ok: true, value: false }));
  it.each(neither)('«%s» is neither', (text) =>
    expect(readYesNo(text, ES)).toEqual({ ok: false, problem: 'problem.yesNo' }),
  );
  it('an emoji is no answer', () => expect(readYesNo('👍', ES)).toMatchObject({ problem: 'problem.emoji' }));
});

describe('lengths', () => {
  reads(
    (t) => readLength(t, '2027-01'),
    [
      ['dos años', '2028-12'],
      ['18 meses', '2028-06'],
      ['que dure un año', '2027-12'],
      ['mucho tiempo', '!period'],
    ],
  );
  reads((t) => readLength(t, '2027-03-15'), [['seis meses', '2027-09-14']]);
});

describe('figures where a name belongs', () => {
  it.each(['80 millones de pesos', 'marzo de 2026', '12/05/2027', '$500.000', 'cero pesos', 'unos 12'])(
    '«%s» is nothing but figures',
    (text) => expect(onlyFigures(text)).toBe(true),
  );
  it.each(['pesos', 'la mesa de los 12', 'Ruta 45', 'Marleny Pabón', 'Comuna 13', ''])(
    '«%s» is a name',
    (text) => expect(onlyFigures(text)).toBe(false),
  );
});

describe('none at all', () => {
  it.each([
    'no',
    'ninguno',
    'ninguna por ahora',
    'no hay',
    'todavía no tenemos',
    'nadie',
    'No aplica.',
    'none yet',
  ])('«%s» denies', (text) => expect(deniesAll(text)).toBe(true));
  it.each(['ninguno, apenas una visita', 'no hay agua', 'la nada', 'Nadie sin techo', ''])(
    '«%s» tells something',
    (text) => expect(deniesAll(text)).toBe(false),
  );
});

import { choiceField, termOptions } from '../../src/guide/choices.ts';
import type { Field, Workflow } from '../../src/guide/definition.ts';
import { field, reading } from '../../src/guide/describe.ts';
import { readChoice, readNumber, unread } from '../../src/understanding/index.ts';

/** Who gives the money, as Ley 1150 de 2007 art. 20 and Decreto 1510 de 2013 art. 157 tell them apart. */
const PAYERS = ['cooperation', 'multilateral-credit', 'foreign-public-body', 'national'] as const;
/** The two sides of the 50 % line, for whoever does not know the figure. */
const SHARES = ['half-or-more', 'under-half'] as const;
type Share = (typeof SHARES)[number] | number;

const PAYER = 'contracting.payer';
const LIST = 'contracting.term.share';

/** The share of a cooperation body: a percentage, or on which side of the half it is. */
const share: Field = field<Share>({
  id: 'contracting.share',
  own: true,
  when: ({ answers }) => answers?.[PAYER] === 'cooperation',
  read: (text, ctx) => {
    const side = readChoice(text, reading(ctx), termOptions(LIST, SHARES, ctx.texts));
    if (side.ok) return side;
    const number = readNumber(text, reading(ctx), { min: 0, max: 100 });
    // «Un banco» counts nothing.
    const article = number.ok && number.value === 1 && !/\d/.test(text);
    return article ? unread('problem.number') : number;
  },
  show: (value, ctx) =>
    typeof value === 'number'
      ? ctx.texts.t('contracting.percent', { value })
      : ctx.texts.t(`${LIST}.${value}`),
  choices: (ctx) => termOptions(LIST, SHARES, ctx.texts).map(({ short }) => ({ label: short, value: short })),
});

/** The contracting decision: who gives the money, and how much of it where that decides. */
export const contracting: Workflow = {
  id: 'contracting',
  aside: true,
  steps: [
    {
      id: 'case',
      number: 1,
      topic: 'régimen aplicable a los contratos o convenios de cooperación internacional',
      entries: [choiceField(PAYER, 'contracting.term.payer', PAYERS, { own: true }), share],
    },
  ],
};

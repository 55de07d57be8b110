import type { Field } from '../../../src/guide/definition.ts';
import { mapReading, reading } from '../../../src/guide/describe.ts';
import { recordsField } from '../../../src/guide/elements.ts';
import type { Money } from '../../../src/plan/values.ts';
import { formatMoney } from '../../../src/text/format.ts';
import { readMoney, readStatements } from '../../../src/understanding/index.ts';
import type { Reading } from '../../../src/understanding/reading.ts';

interface Objective {
  statement: string;
  level: 'general' | 'specific';
  budget?: Money;
}

const OF_AXIS = '(?:\\s+del\\s+eje(?:\\s+[^:.;]{1,60}?)?)?';
const HEADED = '(?:\\s*[:,]\\s*|\\s+(?:es|son|ser[ií]an?|is|are)\\s+)';
const GENERAL = new RegExp(
  `^(?:(?:el|the)\\s+)?(?:objetivo\\s+)?general(?:\\s+objective)?${OF_AXIS}${HEADED}`,
  'i',
);
/** «Objetivos: …» heads a list and tells no level. */
const PLAIN = new RegExp(`^(?:(?:el|los|the)\\s+)?(?:objetivos?|objectives?)${OF_AXIS}${HEADED}`, 'i');
const SPECIFIC = new RegExp(
  `^(?:(?:el|los|the)\\s+)?(?:objetivos?\\s+)?(?:espec[ií]ficos?|specific)(?:\\s+(?:objectives?|\\d{1,2}))?${OF_AXIS}${HEADED}`,
  'i',
);
/** What stands before a mark inside a line: «General: vender. Específico: formar». */
const MARK_INSIDE =
  /(?:[.;,]\s+(?:y\s+|and\s+)?|\s+(?:y|and)\s+)(?=(?:(?:el|los|the)\s+)?(?:objetivos?\s+)?(?:generales|general|espec[ií]ficos?|specific)(?:\s+(?:objectives?|\d{1,2}))?(?:\s*[:,]|\s+(?:es|son|ser[ií]an?|is|are)\s))/gi;
/** «Objetivos del eje 3: general, …»: the level comes after the head. */
const LEVELLED = new RegExp(`${PLAIN.source}(?:general|espec[ií]fic)`, 'i');
/** What divides objectives told in a row: «abrir dos rutas y formar 20 guías». */
const IN_A_ROW = /,?\s+(?:y|and)\s+(?=\p{Ll}+(?:ar|er|ir)\s)|,\s+(?=\p{Ll}+(?:ar|er|ir)\s)/u;
const SEVERAL = /^(?:los\s+)?(?:objetivos\s+)?espec[ií]ficos/i;
/** An amount in brackets at the end: «(40 millones)». */
const BUDGET = /\s*\(([^()]+)\)\s*$/;

/**
 * Objectives, one a line: «General: …», «Específico: …». The first counts as the general one and the rest as
 * specific when none says so; an amount in brackets at the end is the objective's budget.
 */
export function readObjectives(
  text: string,
  ctx: Parameters<typeof readStatements>[1],
): Reading<Objective[]> {
  const lines = text.replace(MARK_INSIDE, '\n');
  return mapReading(readStatements(lines, ctx, { split: 'lines' }), (said) => {
    const told = said.map((s) => (LEVELLED.test(s) ? s.replace(PLAIN, '') : s));
    const marked = told.some((s) => GENERAL.test(s) || SPECIFIC.test(s));
    const statements = told.flatMap((s) => (SEVERAL.test(s) ? s.split(IN_A_ROW) : [s]));
    return statements.map((statement, index): Objective => {
      const general = marked ? GENERAL.test(statement) : index === 0;
      const bracket = BUDGET.exec(statement)?.[1];
      const budget = bracket === undefined ? undefined : readMoney(bracket, ctx);
      const words = statement.replace(GENERAL, '').replace(SPECIFIC, '').replace(PLAIN, '');
      const level = general ? 'general' : 'specific';
      return budget?.ok
        ? { statement: words.replace(BUDGET, ''), level, budget: budget.value }
        : { statement: words, level };
    });
  });
}

/** The objectives of an axis. */
export function objectivesField(id: string): Field {
  return recordsField<Objective>(id, {
    prefix: 'objective',
    name: 'statement',
    read: (text, ctx) => readObjectives(text, reading(ctx)),
    showOne: ({ statement, level, budget }, { texts }) => {
      const told = `${statement} (${texts.t(`guide.term.level.${level}`)})`;
      return budget ? `${told}: ${formatMoney(budget, texts.language)}` : told;
    },
  });
}

import { z } from 'zod';
import { fold, words } from '../understanding/words.ts';

/** A message that fills several fields, with what a person reads in it (`test/evals/README.md`). */
export const LabelledMessage = z.object({
  id: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.unknown()),
  optional: z.array(z.string()).default([]),
});
export type LabelledMessage = z.infer<typeof LabelledMessage>;

/** Values by path, in the units that the labels count: a person, an amount, a span or a list is one. */
export type Filled = Record<string, unknown>;

export interface FieldScore {
  right: string[];
  wrong: string[];
  missed: string[];
}

const UNITS = ['name', 'post', 'amount', 'currency', 'from', 'to', 'kind', 'reference'];
const EXEMPT = /^(?:id|version|language|projects\.\d+\.(?:indicators|id)|indicators\.\d+\.(?:id|guide))$/;

/** A plan's values in those units. Projects and indicators have a path for each of their fields. */
export function valuesOf(node: unknown, path = ''): Filled {
  const each = path === 'projects' || path === 'indicators';
  if (Array.isArray(node) && each)
    return Object.assign({}, ...node.map((element, i) => valuesOf(element, `${path}.${i}`)));
  const isUnit =
    typeof node !== 'object' ||
    node === null ||
    Array.isArray(node) ||
    (path !== '' &&
      path !== 'entity' &&
      !/^(?:projects|indicators)\.\d+$/.test(path) &&
      Object.keys(node).every((key) => UNITS.includes(key)));
  if (isUnit) return { [path]: node };
  return Object.assign(
    {},
    ...Object.entries(node).map(([key, value]) => valuesOf(value, path === '' ? key : `${path}.${key}`)),
  );
}

/** Scores the values a message filled against its label. */
export function scoreFields(filled: Filled, { fields, optional }: LabelledMessage): FieldScore {
  const score: FieldScore = { right: [], wrong: [], missed: [] };
  for (const [path, value] of Object.entries(filled)) {
    if (EXEMPT.test(path) || optional.includes(path) || emptyObject(value)) continue;
    const spare = optional
      .filter((one) => one.startsWith(`${path}:`))
      .map((one) => one.slice(path.length + 1));
    const kept = Array.isArray(value) ? value.filter((member) => !spare.includes(String(member))) : value;
    if (Array.isArray(kept) && kept.length === 0) continue;
    (path in fields && alikeValue(kept, fields[path]) ? score.right : score.wrong).push(path);
  }
  score.missed = Object.keys(fields).filter((path) => !score.right.includes(path));
  return score;
}

function emptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}

/** Whether two values say the same: texts by their words, lists as sets, records by the keys given. */
export function alikeValue(told: unknown, label: unknown): boolean {
  if (Array.isArray(label))
    return (
      Array.isArray(told) &&
      told.length === label.length &&
      label.every((one) => told.some((other) => alikeValue(other, one)))
    );
  if (typeof label === 'object' && label !== null) {
    if (typeof told !== 'object' || told === null) return false;
    return Object.entries(label).every(([key, value]) =>
      alikeValue((told as Record<string, unknown>)[key], value),
    );
  }
  if (typeof label !== 'string' || typeof told !== 'string') return told === label;
  return alikeText(told, label);
}

/** Share of words in common that two wordings of the same have at least. */
const SAME_WORDING = 0.6;
const SMALL = new Set('el la los las un una unos unas de del en y e the a an of and'.split(' '));

function alikeText(told: string, label: string): boolean {
  if (/^\d{4}(?:-\d\d){0,2}$/.test(label)) return told === label;
  const [a, b] = [told, label].map((text) => words(fold(text)).filter((word) => !SMALL.has(word))) as [
    string[],
    string[],
  ];
  const common = a.filter((word) => b.includes(word)).length;
  return common > 0 && (2 * common) / (a.length + b.length) >= SAME_WORDING;
}

/** Precision, recall and their harmonic mean over many messages. */
export function totals(scores: readonly FieldScore[]): { precision: number; recall: number; f1: number } {
  const sum = (key: keyof FieldScore) => scores.reduce((n, score) => n + score[key].length, 0);
  const right = sum('right');
  const share = (of: number) => (of === 0 ? 1 : right / of);
  const [precision, recall] = [share(right + sum('wrong')), share(right + sum('missed'))];
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

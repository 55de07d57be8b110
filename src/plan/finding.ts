import { formatDate, formatMoney } from '../text/format.ts';
import type { TextParams, Texts } from '../text/locales.ts';
import type { PlanPath } from './patch.ts';
import type { Plan } from './schema.ts';
import type { Money, PlanDate } from './values.ts';

/** A value of a finding: written in the reader's language only when the sentence is made. */
export type FindingValue = string | number | Money | { date: PlanDate };

/** Something that a rule found in a plan. */
export interface Finding {
  /** Id of the rule: its sentence stands under `rules.<id>`. */
  rule: string;
  /** An error contradicts or leaves out what the plan needs; a warning deserves a look. */
  severity: 'error' | 'warning';
  /** Where to mend it; it may go deeper than a field of the guide, whose path is then its beginning. */
  path: PlanPath;
  params: Record<string, FindingValue>;
}

/** One rule: what it finds in a plan, without its own id. */
export type Rule = (plan: Plan) => (Pick<Finding, 'severity' | 'path'> & Partial<Pick<Finding, 'params'>>)[];

/** The sentence of a finding in the language of `texts`, with its dates and amounts written out. */
export function findingText(finding: Finding, texts: Texts): string {
  const params: TextParams = {};
  for (const [name, value] of Object.entries(finding.params)) params[name] = written(value, texts);
  return texts.t(`rules.${finding.rule}`, params);
}

function written(value: FindingValue, texts: Texts): string | number {
  if (typeof value !== 'object') return value;
  return 'date' in value ? formatDate(value.date, texts.language) : formatMoney(value, texts.language);
}

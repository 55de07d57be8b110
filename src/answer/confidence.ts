import { WEIGHTS } from './confidence-weights.ts';
import type { Evidence } from './evidence.ts';

/** Under this confidence the documents are said not to answer. */
const ENOUGH = 0.5;

/** How sure it is that the passages answer, 0 to 1: a logistic model fitted by `npm run calibrate`. */
export function confidenceOf(evidence: Evidence): number {
  const { intercept, weights } = WEIGHTS;
  const names = Object.keys(weights) as (keyof Evidence)[];
  const sum = names.reduce((total, name) => total + weights[name] * evidence[name], intercept);
  return 1 / (1 + Math.exp(-sum));
}

/** Whether a name or a year of the question is in no document: nothing else then speaks for an answer. */
export function isHopeless({ unknownName, yearMissing }: Evidence): boolean {
  return unknownName + yearMissing > 0;
}

/** Whether the documents do not answer, as far as the evidence tells. */
export function abstains(evidence: Evidence): boolean {
  return isHopeless(evidence) || confidenceOf(evidence) < ENOUGH;
}

/** Under this confidence an answer is introduced as the closest there is, not as the answer. */
const SURE = 0.65;

/** Whether an answer should be introduced as the closest there is. */
export function isUnsure(evidence: Evidence): boolean {
  return confidenceOf(evidence) < SURE;
}

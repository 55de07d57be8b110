import type { Evidence } from './evidence.ts';

/** A logistic model of the evidence. Written by `npm run calibrate`. */
export const WEIGHTS: { intercept: number; weights: Record<keyof Evidence, number> } = {
  intercept: -0.5149,
  weights: {
    nearestWritten: 0.3454,
    likeness: 1.4401,
    sameFormCover: 1.6731,
    sameKindLikeness: 2.39,
    rarestMissing: -0.2391,
    rarest: -0.4176,
    words: 0.1728,
    hasNames: -1.4779,
    unknownName: 0,
    yearMissing: 0,
    formMet: 1.432,
    wantsDate: 0.8404,
  },
};

import type { Evidence } from './evidence.ts';

/** A logistic model of the evidence. Written by `npm run calibrate`. */
export const WEIGHTS: { intercept: number; weights: Record<keyof Evidence, number> } = {
  intercept: -0.565,
  weights: {
    nearestWritten: 0.4938,
    likeness: 1.4561,
    sameFormCover: 1.6864,
    sameKindLikeness: 2.352,
    rarestMissing: -0.2374,
    rarest: -0.4074,
    words: 0.1588,
    hasNames: -1.4827,
    unknownName: 0,
    yearMissing: 0,
    formMet: 1.4411,
    wantsDate: 0.8251,
  },
};

import type { Evidence } from './evidence.ts';

/** A logistic model of the evidence. Written by `npm run calibrate`. */
export const WEIGHTS: { intercept: number; weights: Record<keyof Evidence, number> } = {
  intercept: -0.7511,
  weights: {
    nearestWritten: 0.3779,
    likeness: 1.1723,
    sameFormCover: 1.7653,
    sameKindLikeness: 2.4259,
    rarestMissing: -0.235,
    rarest: -0.3798,
    words: 0.1783,
    hasNames: -1.4319,
    unknownName: 0,
    yearMissing: 0,
    formMet: 1.3357,
    wantsDate: 0.8427,
  },
};

/** A linear model of the chance that a row is positive, over named numbers. */
export interface LogisticModel<K extends string> {
  intercept: number;
  weights: Record<K, number>;
}

/** A row to learn from. */
export interface Labelled<K extends string> {
  values: Record<K, number>;
  positive: boolean;
}

/** Ridge on the weights of standardised values, and the steps of the descent with momentum. */
const RIDGE = 0.01;
const STEPS = 600;
const RATE = 0.4;
const MOMENTUM = 0.9;

/**
 * Fits a logistic regression with a ridge to labelled rows, each side weighing the same.
 * Throws when there is no row of a side.
 * @param signs what is known beforehand: a number that may only speak for (1) or against (-1) a row; free when left out
 */
export function fitLogistic<K extends string>(
  rows: readonly Labelled<K>[],
  signs: Partial<Record<K, 1 | -1>> = {},
): LogisticModel<K> {
  const names = Object.keys(rows[0]?.values ?? {}) as K[];
  const positives = rows.filter(({ positive }) => positive).length;
  if (positives === 0 || positives === rows.length) throw new Error('rows of both sides are needed');
  const scales = names.map((name) => scaleOf(rows.map(({ values }) => values[name])));
  const points = rows.map(({ values, positive }) => ({
    at: names.map((name, i) => (values[name] - (scales[i]?.mean ?? 0)) / (scales[i]?.deviation ?? 1)),
    target: positive ? 1 : 0,
    share: 1 / (2 * (positive ? positives : rows.length - positives)),
  }));
  const weights = new Float64Array(names.length);
  const speed = new Float64Array(names.length + 1);
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = Float64Array.from(weights, (weight) => RIDGE * weight);
    let lift = 0;
    for (const { at, target, share } of points) {
      const sum = at.reduce((total, value, i) => total + value * (weights[i] ?? 0), intercept);
      const error = share * (1 / (1 + Math.exp(-sum)) - target);
      at.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + error * value;
      });
      lift += error;
    }
    slope.forEach((value, i) => {
      speed[i] = MOMENTUM * (speed[i] ?? 0) - RATE * value;
      weights[i] = kept((weights[i] ?? 0) + (speed[i] ?? 0), signs[names[i] as K]);
    });
    const last = names.length;
    speed[last] = MOMENTUM * (speed[last] ?? 0) - RATE * lift;
    intercept += speed[last] ?? 0;
  }
  return unscaled(names, weights, intercept, scales);
}

/** The chance, 0 to 1, that a row is positive. */
export function chanceOf<K extends string>(model: LogisticModel<K>, values: Record<K, number>): number {
  const names = Object.keys(model.weights) as K[];
  const sum = names.reduce((total, name) => total + model.weights[name] * values[name], model.intercept);
  return 1 / (1 + Math.exp(-sum));
}

function kept(weight: number, sign: 1 | -1 | undefined): number {
  return sign !== undefined && weight * sign < 0 ? 0 : weight;
}

interface Scale {
  mean: number;
  deviation: number;
}

function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(spread) || 1 };
}

/** The model over the values as they are. */
function unscaled<K extends string>(
  names: readonly K[],
  weights: Float64Array,
  intercept: number,
  scales: readonly Scale[],
): LogisticModel<K> {
  const plain = names.map((name, i) => [name, (weights[i] ?? 0) / (scales[i]?.deviation ?? 1)] as const);
  const shift = plain.reduce((sum, [, weight], i) => sum + weight * (scales[i]?.mean ?? 0), 0);
  return { intercept: intercept - shift, weights: Object.fromEntries(plain) as Record<K, number> };
}

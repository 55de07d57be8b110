import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix';

/** A sparse matrix by rows: column numbers and values of each row. */
export interface SparseMatrix {
  columns: number;
  rows: { index: Int32Array; value: Float64Array }[];
}

/**
 * Right singular vectors of a sparse matrix by randomized subspace iteration (Halko, Martinsson and Tropp 2011),
 * from a fixed seed so that the same matrix gives the same vectors.
 * @returns `columns × rank` values by rows, and the singular values, largest first. The rank is lowered to
 * what the matrix can have.
 */
export function truncatedSvd(
  matrix: SparseMatrix,
  rank: number,
  iterations = 2,
): { vectors: Float64Array[]; values: number[] } {
  const wanted = Math.min(rank, matrix.rows.length, matrix.columns);
  const width = Math.min(wanted + 20, matrix.rows.length, matrix.columns);
  const random = gaussian(20_260_101);
  let right: Float64Array[] = Array.from({ length: matrix.columns }, () =>
    Float64Array.from({ length: width }, random),
  );
  let basis = orthonormal(times(matrix, right, width));
  for (let turn = 0; turn < iterations; turn++) {
    right = transposedTimes(matrix, basis, width);
    basis = orthonormal(times(matrix, right, width));
  }
  // B = Qᵀ A is small and wide; the eigenvectors of B Bᵀ turn its rows into right singular vectors.
  const projected = transposedTimes(matrix, basis, width);
  const gram = Matrix.zeros(width, width);
  for (const row of projected) {
    for (let i = 0; i < width; i++) {
      const left = row[i] ?? 0;
      for (let j = 0; j <= i; j++) gram.set(i, j, gram.get(i, j) + left * (row[j] ?? 0));
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) gram.set(j, i, gram.get(i, j));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const order = realEigenvalues
    .map((value, column) => ({ value, column }))
    .sort((a, b) => b.value - a.value)
    .filter(({ value }) => value > 1e-9)
    .slice(0, wanted);
  const values = order.map(({ value }) => Math.sqrt(value));
  const vectors = projected.map((row) =>
    Float64Array.from(order, ({ column }, at) => {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (row[i] ?? 0) * eigenvectorMatrix.get(i, column);
      return sum / (values[at] ?? 1);
    }),
  );
  return { vectors, values };
}

/** A · M, with M by rows of `width` values. */
function times(matrix: SparseMatrix, right: readonly Float64Array[], width: number): Float64Array[] {
  return matrix.rows.map(({ index, value }) => {
    const sum = new Float64Array(width);
    for (let k = 0; k < index.length; k++) addScaled(sum, right[index[k] ?? 0], value[k] ?? 0);
    return sum;
  });
}

/** Aᵀ · M, with M by rows of `width` values. */
function transposedTimes(matrix: SparseMatrix, left: readonly Float64Array[], width: number): Float64Array[] {
  const result = Array.from({ length: matrix.columns }, () => new Float64Array(width));
  matrix.rows.forEach(({ index, value }, row) => {
    for (let k = 0; k < index.length; k++) {
      const target = result[index[k] ?? 0];
      if (target) addScaled(target, left[row], value[k] ?? 0);
    }
  });
  return result;
}

function addScaled(target: Float64Array, source: Float64Array | undefined, factor: number): void {
  if (!source) return;
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) + factor * (source[i] ?? 0);
}

function orthonormal(rows: Float64Array[]): Float64Array[] {
  const { orthogonalMatrix } = new QrDecomposition(new Matrix(rows));
  return rows.map((row, at) => Float64Array.from(row, (_, column) => orthogonalMatrix.get(at, column)));
}

/** Standard normal numbers from a seed (mulberry32 and Box-Muller). */
function gaussian(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

import { logistic } from '../../../shared/policy/classifier/decide.ts';

const ROUNDS = 12;
const RIDGE = 1;

/**
 * Logistic regression by Newton's method.
 * @param inputs `width` numbers for each example @returns a weight for each input, then the constant
 */
export function fitLogistic(inputs: Float64Array, width: number, labels: Uint8Array): number[] {
  const size = width + 1;
  const weights = new Float64Array(size);
  const input = new Float64Array(size);
  input[width] = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size);
    const curvature = new Float64Array(size * size);
    for (let one = 0; one < size; one++) {
      gradient[one] = -(one < width ? RIDGE : 0) * weights[one]!;
      curvature[one * size + one] = one < width ? RIDGE : 1e-9;
    }
    labels.forEach((label, example) => {
      input.set(inputs.subarray(example * width, (example + 1) * width));
      let sum = 0;
      for (let one = 0; one < size; one++) sum += weights[one]! * input[one]!;
      const chance = logistic(sum);
      const spread = Math.max(chance * (1 - chance), 1e-9);
      for (let one = 0; one < size; one++) {
        gradient[one] = gradient[one]! + (label - chance) * input[one]!;
        const scaled = spread * input[one]!;
        for (let other = 0; other <= one; other++) curvature[one * size + other]! += scaled * input[other]!;
      }
    });
    const step = solve(curvature, gradient, size);
    for (let one = 0; one < size; one++) weights[one] = weights[one]! + step[one]!;
  }
  return [...weights];
}

/** Solves a symmetric positive system by Cholesky's decomposition; only the lower half of the matrix is read, and overwritten. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let inner = 0; inner < column; inner++) sum -= matrix[row * size + inner]! * matrix[column * size + inner]!;
      matrix[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[column * size + column]!;
    }
  }
  const found = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < row; inner++) found[row]! -= matrix[row * size + inner]! * found[inner]!;
    found[row]! /= matrix[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < size; inner++) found[row]! -= matrix[inner * size + row]! * found[inner]!;
    found[row]! /= matrix[row * size + row]!;
  }
  return found;
}

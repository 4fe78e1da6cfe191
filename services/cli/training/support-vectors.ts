import { PLACES } from '../../../shared/policy/classifier/feature-table.ts';
import type { Matrix } from './matrix.ts';
import { randomFrom, shuffle } from './random.ts';

const COST = 0.5;
const ROUNDS = 8;
const SEED = 1;

/** A weight for each place and head (heads of a place side by side), and a constant for each head. */
export interface Weights {
  readonly heads: number;
  readonly places: Float32Array;
  readonly constants: Float64Array;
}

/**
 * Linear support vector machines with squared hinge loss, all heads in one pass, by dual coordinate descent (Hsieh and others, 2008).
 * @param labels zeros and ones, `heads` for each row of the matrix
 */
export function trainHeads({ starts, columns, values }: Matrix, labels: Uint8Array, heads: number): Weights {
  const count = starts.length - 1;
  const weights = new Float32Array(PLACES * heads);
  const constants = new Float64Array(heads);
  const duals = new Float32Array(count * heads);
  const margins = new Float64Array(heads);
  const steps = new Float64Array(heads);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const random = randomFrom(SEED);
  const softness = 0.5 / COST;
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const row of order) {
      const first = starts[row]!;
      const end = starts[row + 1]!;
      margins.set(constants);
      let squares = 1;
      for (let at = first; at < end; at++) {
        const value = values[at]!;
        const place = columns[at]! * heads;
        squares += value * value;
        for (let head = 0; head < heads; head++) margins[head] = margins[head]! + value * weights[place + head]!;
      }
      let moves = false;
      for (let head = 0; head < heads; head++) {
        const sign = labels[row * heads + head] ? 1 : -1;
        const dual = duals[row * heads + head]!;
        const gradient = sign * margins[head]! - 1 + softness * dual;
        const next = Math.max(0, dual - gradient / (squares + softness));
        duals[row * heads + head] = next;
        steps[head] = (next - dual) * sign;
        if (next !== dual) moves = true;
      }
      if (!moves) continue;
      for (let head = 0; head < heads; head++) constants[head] = constants[head]! + steps[head]!;
      for (let at = first; at < end; at++) {
        const value = values[at]!;
        const place = columns[at]! * heads;
        for (let head = 0; head < heads; head++) weights[place + head] = weights[place + head]! + value * steps[head]!;
      }
    }
  }
  return { heads, places: weights, constants };
}

/** Writes the margins of each row of the matrix into `into`, `heads` from `at(row)` on. */
export function marginsOf(matrix: Matrix, weights: Weights, into: Float32Array, at: (row: number) => number): void {
  const { heads } = weights;
  matrix.rows.forEach((row, index) => {
    const target = at(row);
    for (let head = 0; head < heads; head++) {
      let sum = weights.constants[head]!;
      for (let entry = matrix.starts[index]!; entry < matrix.starts[index + 1]!; entry++) {
        sum += matrix.values[entry]! * weights.places[matrix.columns[entry]! * heads + head]!;
      }
      into[target + head] = sum;
    }
  });
}

import type { Counted } from './counted.ts';
import type { Vocabulary } from './vocabulary.ts';

export const MARKER_VALUE = 0.2;
export const COMMA_TRACE_VALUE = 3;
export const TYPOGRAPHY_VALUE = 0.12;

/** Sentences as sparse rows over the places of a model's table. */
export interface Matrix {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** The sentences `rows` as the product sees them: damped counts times rarity, of length one; then the marker, the trace and the typography. */
export function matrixOf(counted: Counted, vocabulary: Vocabulary, rows: Int32Array, asTyped: boolean): Matrix {
  const { places, rarities, rarityStep, tracePlace } = vocabulary;
  const starts = new Int32Array(rows.length + 1);
  const room = rows.reduce((sum, row) => sum + counted.starts[row + 1]! - counted.starts[row]! + 1, 0);
  const columns = new Int32Array(room);
  const values = new Float32Array(room);
  let end = 0;
  rows.forEach((row, index) => {
    const first = end;
    let squares = 0;
    for (let at = counted.starts[row]! + 1; at < counted.typedStarts[row]!; at++) {
      const place = places[counted.features[at]!]!;
      if (place < 0) continue;
      const value = (1 + Math.log(counted.times[at]!)) * rarities[place]! * rarityStep;
      squares += value * value;
      columns[end] = place;
      values[end++] = value;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = first; at < end; at++) values[at] = values[at]! * scale;
    const marker = places[counted.features[counted.starts[row]!]!]!;
    if (marker >= 0) {
      columns[end] = marker;
      values[end++] = MARKER_VALUE;
    }
    if (asTyped && counted.traced[row]) {
      columns[end] = tracePlace;
      values[end++] = COMMA_TRACE_VALUE;
    }
    for (let at = counted.typedStarts[row]!; asTyped && at < counted.starts[row + 1]!; at++) {
      const place = places[counted.features[at]!]!;
      if (place < 0) continue;
      columns[end] = place;
      values[end++] = TYPOGRAPHY_VALUE;
    }
    starts[index + 1] = end;
  });
  return { rows, starts, columns: columns.subarray(0, end), values: values.subarray(0, end) };
}

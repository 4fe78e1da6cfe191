const TOPICS = 11;
/** Six sentences to either side; each counts for 0.6 of the nearer one. */
const REACH = 6;
const FADE = 0.6;
/** Fewer sentences say too little about whether they belong together. */
const FEWEST = 8;

/** How strongly margins of the first look count as "this topic is here" for the sentences around. */
const STEEPNESS = 2.5;

/** Presence 0…1 of each topic in each sentence, from margins that stand `stride` apart. */
export function presences(margins: Float32Array, stride: number, count: number): Float32Array {
  const found = new Float32Array(count * TOPICS);
  for (let sentence = 0; sentence < count; sentence++) {
    for (let topic = 0; topic < TOPICS; topic++) {
      found[sentence * TOPICS + topic] = 1 / (1 + Math.exp(-STEEPNESS * margins[sentence * stride + topic]!));
    }
  }
  return found;
}

/** Writes what surrounds a sentence: eleven topics before it, eleven after it. Zero where nothing is there. */
export function surroundings(present: Float32Array, count: number, sentence: number, into: Float64Array, at: number): void {
  side(present, count, sentence, -1, into, at);
  side(present, count, sentence, 1, into, at + TOPICS);
}

function side(present: Float32Array, count: number, sentence: number, step: number, into: Float64Array, at: number): void {
  into.fill(0, at, at + TOPICS);
  let total = 0;
  let share = 1;
  for (let away = 1; away <= REACH; away++, share *= FADE) {
    const other = sentence + step * away;
    if (other < 0 || other >= count) break;
    total += share;
    for (let topic = 0; topic < TOPICS; topic++) into[at + topic] = into[at + topic]! + share * present[other * TOPICS + topic]!;
  }
  if (total > 0) for (let topic = 0; topic < TOPICS; topic++) into[at + topic] = into[at + topic]! / total;
}

/**
 * How much more alike in topic sentences next to each other are than sentences far apart: about 0 where they come in no order, as in a
 * shuffled list, and clearly more in a document. Null where there are too few to say.
 */
export function coherenceOf(present: Float32Array, count: number): number | null {
  if (count < FEWEST) return null;
  const far = Math.floor(count / 2);
  let near = 0;
  let apart = 0;
  for (let sentence = 0; sentence + 1 < count; sentence++) near += likeness(present, sentence, sentence + 1);
  for (let sentence = 0; sentence < count; sentence++) apart += likeness(present, sentence, (sentence + far) % count);
  return near / (count - 1) - apart / count;
}

function likeness(present: Float32Array, one: number, other: number): number {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let topic = 0; topic < TOPICS; topic++) {
    const a = present[one * TOPICS + topic]!;
    const b = present[other * TOPICS + topic]!;
    both += a * b;
    first += a * a;
    second += b * b;
  }
  return both / Math.sqrt(first * second || 1);
}

/** How right yes-or-no answers are, one kind of answer after the other. */
export interface Tally {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
  readonly rejections: number;
}

export interface Scores {
  readonly sentences: number;
  readonly micro: number;
  readonly macro: number;
  /** F1 of each topic; of the answers no and yes. */
  readonly each: readonly number[];
}

export function tally(answers: readonly boolean[], truths: readonly boolean[]): Tally {
  const found = { hits: 0, falseAlarms: 0, misses: 0, rejections: 0 };
  answers.forEach((answer, index) => {
    if (answer) found[truths[index] ? 'hits' : 'falseAlarms']++;
    else found[truths[index] ? 'misses' : 'rejections']++;
  });
  return found;
}

export function f1({ hits, falseAlarms, misses }: Tally): number {
  const all = 2 * hits + falseAlarms + misses;
  return all === 0 ? 0 : (2 * hits) / all;
}

/** Micro over the answers to both classes, which is the share of right answers; macro is the mean of both classes' F1. */
export function binaryScores(found: Tally): Scores {
  const yes = f1(found);
  const no = f1({ ...found, hits: found.rejections });
  const sentences = found.hits + found.falseAlarms + found.misses + found.rejections;
  return { sentences, micro: (found.hits + found.rejections) / sentences, macro: (yes + no) / 2, each: [no, yes] };
}

/** Micro: F1 of all topics' answers counted together; macro: the mean of the topics' F1. */
export function topicScores(tallies: readonly Tally[], sentences: number): Scores {
  const sum = (part: keyof Tally): number => tallies.reduce((all, one) => all + one[part], 0);
  const together = { hits: sum('hits'), falseAlarms: sum('falseAlarms'), misses: sum('misses'), rejections: sum('rejections') };
  const each = tallies.map(f1);
  return { sentences, micro: f1(together), macro: each.reduce((all, one) => all + one, 0) / each.length, each };
}

/** The threshold with the greatest worth, tried between all neighbouring probabilities. */
export function bestThreshold(
  probabilities: readonly number[],
  truths: readonly boolean[],
  worth: (tally: Tally) => number,
): number {
  const order = probabilities.map((_, index) => index).sort((one, other) => probabilities[other]! - probabilities[one]!);
  let found = { hits: 0, falseAlarms: 0, misses: 0, rejections: 0 };
  for (const truth of truths) found[truth ? 'misses' : 'rejections']++;
  let best = { worth: worth(found), threshold: 1 };
  order.forEach((index, rank) => {
    found = truths[index]
      ? { ...found, hits: found.hits + 1, misses: found.misses - 1 }
      : { ...found, falseAlarms: found.falseAlarms + 1, rejections: found.rejections - 1 };
    const own = probabilities[index]!;
    const next = rank + 1 < order.length ? probabilities[order[rank + 1]!]! : 0;
    if (next === own) return;
    const value = worth(found);
    if (value > best.worth) best = { worth: value, threshold: (own + next) / 2 };
  });
  return best.threshold;
}

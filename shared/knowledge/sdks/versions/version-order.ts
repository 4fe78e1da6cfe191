/** A version taken apart: `2.1.0-rc.1` is `[2, 1, 0]`, before its release, first of its kind. */
interface Parsed {
  readonly numbers: readonly number[];
  /** Place of a stage before the release, 0 for the release. */
  readonly stage: number;
  readonly stageNumber: number;
  /** A word behind that says nothing about the order (`cn`, `global`, a date); empty for none. */
  readonly other: string;
}

/** Stages before a release, in their order. */
const STAGES: Readonly<Record<string, number>> = {
  dev: -6,
  snapshot: -6,
  alpha: -5,
  a: -5,
  beta: -4,
  b: -4,
  milestone: -3,
  m: -3,
  preview: -3,
  pre: -3,
  rc: -2,
  cr: -2,
};
/** Words that name the release itself, the artefact or its platform. */
const SAYS_NOTHING = /^(?:release|final|ga|stable|aar|jar|so|zip|android|jre|jdk\d*|lib|sdk)$/;
const VERSION = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})(.*)$/;
/** The first number is a year. */
const YEARS = { from: 1990, to: 2100 };

/**
 * Which of two versions is earlier.
 * @returns below 0 where `a` comes before `b`, above 0 where it comes after, 0 for equal ones; null where nothing tells: one of them is no
 * version, is dated where the other is numbered, or differs in a word whose order nobody knows
 */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [parse(a), parse(b)];
  if (left === null || right === null || isYear(left) !== isYear(right)) return null;
  for (let at = 0; at < Math.max(left.numbers.length, right.numbers.length); at++) {
    const difference = (left.numbers[at] ?? 0) - (right.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (left.stage !== right.stage) return left.stage - right.stage;
  if (left.stageNumber !== right.stageNumber) return left.stageNumber - right.stageNumber;
  return left.other === right.other ? 0 : null;
}

/** Whether a version lies in `[from, below)`; null where its order is not known. */
export function isWithin(
  version: string,
  { from, below }: { readonly from: string | null; readonly below: string },
): boolean | null {
  const end = compareVersions(version, below);
  if (end === null || end >= 0) return end === null ? null : false;
  if (from === null) return true;
  const start = compareVersions(version, from);
  return start === null ? null : start >= 0;
}

function parse(text: string): Parsed | null {
  // Build metadata of semantic versions have no part in the order.
  const match = VERSION.exec(text.trim().toLowerCase().replace(/\+.*$/, ''));
  if (match === null) return null;
  const numbers = match[1]!.split('.').map(Number);
  let stage = 0;
  let stageNumber = 0;
  const other: string[] = [];
  for (const word of match[2]!.split(/[-_. ()]+/).filter((part) => part !== '')) {
    const [, letters = '', digits = ''] = /^([a-z]+)(\d{0,6})$/.exec(word) ?? [];
    const known = STAGES[letters];
    if (known !== undefined && stage === 0 && other.length === 0) [stage, stageNumber] = [known, Number(digits)];
    else if (stage !== 0 && /^\d{1,6}$/.test(word) && stageNumber === 0) stageNumber = Number(word);
    else if (!SAYS_NOTHING.test(word)) other.push(word);
  }
  return { numbers, stage, stageNumber, other: other.join('-') };
}

function isYear({ numbers: [first = 0] }: Parsed): boolean {
  return first >= YEARS.from && first <= YEARS.to;
}

/** What a person says of the SDKs of one app. */
export interface SdkTruth {
  /** Must be reported as present. */
  readonly holds: readonly { readonly id: string; readonly version: string | null }[];
  /** May be reported or not. */
  readonly either: readonly string[];
}

/** What the detection says of one SDK of an app. */
export interface SdkAnswer {
  readonly id: string;
  /** Its code or library is there; else it is only named. */
  readonly present: boolean;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Versions that it is said to have, best evidence first; those of a plugin around it or of a part are none. */
  readonly versions: readonly string[];
}

export interface SdkScore {
  readonly found: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  /** Of the SDKs that were found and whose version a person knows: named as it is, named otherwise, and not named at all. */
  readonly versions: { readonly exact: number; readonly other: number; readonly unknown: number };
}

/**
 * Compares what was reported with what is there. Only what is reported as present counts, at high or medium confidence: low confidence
 * says that a person has to look, and is no report.
 */
export function scoreOf(truth: SdkTruth, answers: readonly SdkAnswer[]): SdkScore {
  const reported = new Map(
    answers.filter(({ present, confidence }) => present && confidence !== 'low').map((one) => [one.id, one]),
  );
  const held = new Set(truth.holds.map(({ id }) => id));
  const versions = { exact: 0, other: 0, unknown: 0 };
  for (const { id, version } of truth.holds) {
    const answer = reported.get(id);
    if (answer === undefined || version === null) continue;
    if (answer.versions.length === 0) versions.unknown++;
    else if (answer.versions[0] === version) versions.exact++;
    else versions.other++;
  }
  return {
    found: [...held].filter((id) => reported.has(id)).length,
    missed: [...held].filter((id) => !reported.has(id)),
    wrong: [...reported.keys()].filter((id) => !held.has(id) && !truth.either.includes(id)),
    versions,
  };
}

export interface SdkSummary {
  readonly apps: number;
  readonly held: number;
  readonly found: number;
  readonly wrong: number;
  /** Null where nothing was reported, or nothing was there to be found. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly versions: SdkScore['versions'];
}

/** Sums the scores of apps. */
export function summarise(scores: readonly SdkScore[]): SdkSummary {
  const sum = (of: (score: SdkScore) => number): number => scores.reduce((total, score) => total + of(score), 0);
  const found = sum((score) => score.found);
  const held = found + sum(({ missed }) => missed.length);
  const wrong = sum((score) => score.wrong.length);
  return {
    apps: scores.length,
    held,
    found,
    wrong,
    precision: found + wrong === 0 ? null : found / (found + wrong),
    recall: held === 0 ? null : found / held,
    versions: {
      exact: sum(({ versions }) => versions.exact),
      other: sum(({ versions }) => versions.other),
      unknown: sum(({ versions }) => versions.unknown),
    },
  };
}

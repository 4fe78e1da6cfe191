export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Suite {
  /** Path from the root of the project. */
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages?: readonly string[];
  }[];
}

export interface Run {
  readonly report: { readonly testResults: readonly Suite[]; readonly wasInterrupted?: boolean } | null;
  readonly code: number;
}

export declare function countOf(run: Run): Count;
export declare function add(count: Count, more: Readonly<Count>): void;
export declare function suitesToTryAgain(run: Run): string[];
export declare function countOfBothTries(
  first: Run,
  second: Run,
): { readonly count: Count; readonly passedNow: readonly { readonly label: string; readonly why: string }[] };

import type { Severity } from './severity.ts';

/** What a store does with a rule: not run, run and recorded without any effect, or run with effect. */
export const RULE_STATES = ['off', 'observe', 'enforced'] as const;
export type RuleState = (typeof RULE_STATES)[number];

export type ParameterValue = number | boolean | string | readonly string[];

/** What a rulebook says about one rule; whatever it leaves out stays as the rule has it. */
export interface RuleSetting {
  readonly state: RuleState;
  /** Findings are at most this strong. */
  readonly atMost?: Severity;
  /** Findings are at least this strong, up to what each case may carry (see `Yielded.ceiling`). */
  readonly atLeast?: Severity;
  /** Values for parameters that the rule declares. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

/** A person's word that findings of a rule are accepted, for one app or developer and until a day. */
export interface Waiver {
  /** Unique in the rulebook. */
  readonly id: string;
  readonly rule: string;
  /** Package name; one of `app` and `developer` is given. */
  readonly app?: string;
  /** The store's id of the developer. */
  readonly developer?: string;
  /** SHA-256 of the signing certificate that the package must carry for the waiver to hold: package names can be borrowed. */
  readonly certificate?: string;
  /** The finding's subject; left out, all of the rule. */
  readonly subject?: string;
  readonly reason: string;
  /** Who granted it. */
  readonly by: string;
  /** First and last day on which it holds, `YYYY-MM-DD`. */
  readonly granted: string;
  readonly expires: string;
}

/** A store's rulebook: which rules hold, how strongly, and for whom not. Plain data: it travels between threads. */
export interface Rulebook {
  readonly schema: 'rulebook/1';
  readonly name: string;
  /** The store's own label of this version. */
  readonly version: string;
  /** SHA-256 of the file's bytes, lower-case hex: what `sha256sum` says of it. */
  readonly sha256: string;
  /** State of the rules that are not listed. */
  readonly otherRules: RuleState;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly waivers: readonly Waiver[];
}

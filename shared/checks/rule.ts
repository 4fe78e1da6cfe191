import type { CheckName } from '../domain/check.ts';
import type { ClauseId } from '../domain/clause.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { RecordFacts } from '../domain/facts/records.ts';
import type { LegalBasis } from '../domain/legal.ts';
import type { Severity } from '../domain/severity.ts';
import type { Bilingual } from '../domain/text.ts';
import type { DetectedSdk } from '../knowledge/sdks/detection/detect.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Parameters, ParameterValues } from './parameters.ts';

/**
 * Facts a rule may need. `android` means that the package is Android's, so that a package of another platform is not judged; `policy`
 * means a policy that was *read*; rules about an absent one need `policy-outcome` only. `filing` is lacking only where a registry was
 * asked and did not answer: without a registry, or without a number to ask for, a rule says by `applies` that it stands aside.
 */
export const NEEDS = ['package', 'android', 'listing', 'policy', 'policy-outcome', 'filing'] as const;
export type Need = (typeof NEEDS)[number];

/** Everything a rule may look at. Facts named in `needs` are present; the others may be null (`records` never is). */
export interface RuleContext<Declared extends Parameters = Parameters> {
  readonly package: PackageFacts;
  readonly listing: ListingFacts;
  readonly policy: PolicyFacts;
  readonly records: RecordFacts;
  readonly knowledge: Knowledge;
  /** SDKs found in the package, detected once per review and shared by all rules; empty without a package. */
  readonly sdks: readonly DetectedSdk[];
  /** The rule's parameters: their defaults, or what the store's rulebook sets. */
  readonly parameters: ParameterValues<Declared>;
}

/** What a rule yields; the runner makes the finding of it. */
export interface Yielded<Messages extends Record<string, Bilingual>> {
  readonly message: keyof Messages & string;
  readonly subject: string;
  /** Values for the `{placeholders}` of the message. A Bilingual is filled in per language. */
  readonly data?: Readonly<Record<string, string | number | Bilingual | undefined>>;
  readonly evidence: readonly Evidence[];
  /** Weaker than the ceiling where this case proves less; never stronger (the runner caps it). Default: the ceiling. */
  readonly severity?: Severity;
  /**
   * How far a store's rulebook may raise this case, never beyond the rule's ceiling. Default: `review` where `severity` is weaker than
   * the ceiling, because what a rule itself does not reject is not proven.
   */
  readonly ceiling?: Severity;
}

/** One case on the rule's page, for the developer who was told: what was wrong, or what is right. */
export interface Example {
  readonly text: Bilingual;
  /** Manifest, code or policy wording, shown as it is; `code` of another language goes into the text. */
  readonly code?: string;
  /** What `code` is. Wording of a privacy policy is read by the real reader and judged by the rule in `test/rules/examples.test.ts`. */
  readonly kind?: 'policy' | 'manifest' | 'code' | 'listing';
}

export interface RuleDefinition<
  Messages extends Record<string, Bilingual> = Record<string, Bilingual>,
  Declared extends Parameters = Parameters,
> {
  /** Equal to the file's path below `shared/checks`, without the extension. */
  readonly id: `${CheckName}/${string}`;
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  readonly basis: readonly [LegalBasis, ...LegalBasis[]];
  /** The strongest decision this rule may ever cause. */
  readonly ceiling: Severity;
  readonly needs: readonly Need[];
  readonly title: Bilingual;
  /**
   * For the rule's page: what is looked at; why, under which provision and with what force; what counts and what does not; when it only
   * holds; what cannot be seen statically. Plain text.
   */
  readonly explanation: Bilingual;
  /** For the rule's page. */
  readonly examples: { readonly bad: readonly [Example, ...Example[]]; readonly good: readonly [Example, ...Example[]] };
  readonly messages: Messages;
  readonly remedy: Bilingual;
  /** What a store's rulebook may set. */
  readonly parameters?: Declared;
  /** Whether the rule concerns this app at all; left out, it always does. */
  applies?(context: RuleContext<Declared>): boolean;
  evaluate(context: RuleContext<Declared>): Iterable<Yielded<Messages>>;
}

/** A rule of any messages and parameters, as the runner holds it. */
export type Rule = RuleDefinition;

/** Declares a rule: the compiler checks the message keys it yields and the parameters it reads. Put it in a file of its own, named by its id. */
export function rule<const Messages extends Record<string, Bilingual>, const Declared extends Parameters = Record<never, never>>(
  definition: RuleDefinition<Messages, Declared>,
): Rule {
  return definition as unknown as Rule;
}

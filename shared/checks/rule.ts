import type { CheckName } from '../domain/check.ts';
import type { ClauseId } from '../domain/clause.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { LegalBasis } from '../domain/legal.ts';
import type { Severity } from '../domain/severity.ts';
import type { Bilingual } from '../domain/text.ts';
import type { DetectedSdk } from '../knowledge/sdks/detect.ts';
import type { Knowledge } from '../knowledge/types.ts';

/** Facts a rule may need. `android` means that the package is Android's, so that a package of another platform is not judged; `policy` means a policy that was *read*; rules about an absent one need `policy-outcome` only. */
export type Need = 'package' | 'android' | 'listing' | 'policy' | 'policy-outcome';

/** Everything a rule may look at. Facts named in `needs` are present; the others may be null. */
export interface RuleContext {
  readonly package: PackageFacts;
  readonly listing: ListingFacts;
  readonly policy: PolicyFacts;
  readonly knowledge: Knowledge;
  /** SDKs found in the package, detected once per review and shared by all rules; empty without a package. */
  readonly sdks: readonly DetectedSdk[];
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
}

export interface RuleDefinition<Messages extends Record<string, Bilingual> = Record<string, Bilingual>> {
  /** Equal to the file's path below `shared/checks`, without the extension. */
  readonly id: `${CheckName}/${string}`;
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  readonly basis: readonly [LegalBasis, ...LegalBasis[]];
  /** The strongest decision this rule may ever cause. */
  readonly ceiling: Severity;
  readonly needs: readonly Need[];
  readonly title: Bilingual;
  readonly messages: Messages;
  readonly remedy: Bilingual;
  /** Whether the rule concerns this app at all; left out, it always does. */
  applies?(context: RuleContext): boolean;
  evaluate(context: RuleContext): Iterable<Yielded<Messages>>;
}

/** A rule of any messages, as the runner holds it. */
export type Rule = RuleDefinition<Record<string, Bilingual>>;

/** Declares a rule: the compiler checks the message keys it yields. Put it in a file of its own, named by its id. */
export function rule<const Messages extends Record<string, Bilingual>>(definition: RuleDefinition<Messages>): Rule {
  return definition as unknown as Rule;
}

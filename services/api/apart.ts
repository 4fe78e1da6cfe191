import type { CheckedText } from '../../shared/checks/rulebook/check-text.ts';
import type { PackedFacts } from '../../shared/platform/database/packed-facts.ts';
import type { TriedApp, TriedRulebooks } from '../../shared/pledge/trial.ts';
import type { PolicyComparison, PolicyTexts } from '../../shared/pledge/versions/policy.ts';

/** How long a piece of work may take, and when nobody wants it any more. */
export interface ApartLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Work that takes longer than a process may that answers others meanwhile: it is done apart, in threads.
 * Every method throws a ShelfgateError (`sandbox-timeout`, `sandbox-aborted`, `sandbox-crashed`) where it was not done to its end.
 */
export interface Apart {
  comparePolicies(texts: PolicyTexts, limits: ApartLimits): Promise<PolicyComparison>;
  /** Reads the text of a rulebook, which may be a megabyte of anything. @param on day on which waivers are looked at */
  checkRulebook(text: { readonly text: string; readonly on: string }, limits: ApartLimits): Promise<CheckedText>;
  /** Judges some apps by two rulebooks, in their order. */
  tryRulebook(
    trial: TriedRulebooks & { readonly apps: readonly PackedFacts[] },
    limits: ApartLimits,
  ): Promise<readonly TriedApp[]>;
}

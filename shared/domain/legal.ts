/**
 * Force of an instrument: `law` (law, regulation, ministerial rule, mandatory standard), `enforcement` (what authorities
 * apply as if binding), `recommended` (standards, guidelines, pledges), `draft` (not in force). Recommended and draft
 * instruments alone never carry a rejection.
 */
export type LegalForce = 'law' | 'enforcement' | 'recommended' | 'draft';

/** One citation of a rule: the instrument's id in the knowledge, the article, and whether we checked its text. */
export interface LegalBasis {
  readonly instrument: string;
  readonly article?: string;
  /** `false`: cited from memory or second hand; the text shown to people then says 须核对 / verify. */
  readonly verified: boolean;
}

/** A citation as a finding carries it: with the force that the instrument has, so that nobody takes a guideline for law. */
export interface CitedBasis extends LegalBasis {
  readonly force: LegalForce;
}

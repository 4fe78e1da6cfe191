import type { AccountName } from '../../domain/review/account.ts';
import type { Claim, DossierFilter, DossierOrder, DossierRow, Facet } from '../../domain/review/dossier.ts';

/** A page of the queue; the version was read before the rows, so that nothing is missed between them. */
export interface DossierListing {
  readonly rows: readonly DossierRow[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly version: string;
}

/** How often a value occurs among the dossiers that all other filters leave. */
export interface FacetCount {
  readonly value: string;
  /** The developer's or assignee's or store's name; null for values that mean something by themselves. */
  readonly name: string | null;
  readonly count: number;
}

/** `refused`: somebody else holds it; the claim says who. `closed`: nothing is to be decided about it. */
export type ClaimResult =
  | { readonly outcome: 'claimed'; readonly claim: Claim }
  | { readonly outcome: 'refused'; readonly claim: Claim }
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'unknown' };

/** How far changes are known without a gap, as numbers in text. */
export interface DossierVersion {
  /** Every change up to here can be seen; it grows, also without any change. */
  readonly settled: string;
  /** The last change up to there; '0' before the first. */
  readonly newest: string;
}

/** What became of one dossier of a bulk assignment. */
export type AssignOutcome = 'assigned' | 'unchanged' | 'unknown' | 'closed' | 'not-yours';

/** Dossiers that wait for a person, as operations watch them. */
export interface OpenDossiers {
  readonly verdict: 'reject' | 'review';
  readonly count: number;
  readonly overdue: number;
}

/** The queue behind the console. Every change by a person writes the audit log in its own transaction. */
export interface Dossiers {
  find(submission: string): Promise<DossierRow | null>;
  /** @throws InputError `bad-cursor` */
  list(
    filter: DossierFilter,
    page: { readonly order: DossierOrder; readonly limit: number; readonly cursor?: string },
  ): Promise<DossierListing>;
  /** The most frequent values of each filter, and those that are chosen, where all other filters hold. */
  facets(filter: DossierFilter, most: number): Promise<Readonly<Record<Facet, readonly FacetCount[]>>>;
  version(): Promise<DossierVersion>;
  /** Submissions whose dossier has changed after a version, newest last, one more than `limit` where there are more. */
  changedSince(version: string, limit: number): Promise<readonly string[]>;
  /** Takes a dossier or holds it for longer; `takeOver` takes it from somebody else. */
  claim(
    submission: string,
    by: AccountName,
    options: { readonly minutes: number; readonly takeOver: boolean },
  ): Promise<ClaimResult>;
  /** @returns whether it was this account's and is free now */
  release(submission: string, by: AccountName): Promise<boolean>;
  /**
   * Gives dossiers to somebody or to nobody, each by itself.
   * @param options.ownOnly leaves dossiers alone that belong to anybody but `by`
   */
  assign(
    submissions: readonly string[],
    assignee: AccountName | null,
    by: AccountName,
    options: { readonly ownOnly: boolean },
  ): Promise<readonly AssignOutcome[]>;
  countOpen(): Promise<readonly OpenDossiers[]>;
  /** Decided submissions that were not approved and have no dossier: from before there were any. Oldest first. */
  unopened(limit: number): Promise<readonly { readonly id: string; readonly run: number }[]>;
  /** Opens the dossier of such a one from its stored verdict; repeatable. @returns whether it was opened by this call */
  openLate(submission: string, run: number): Promise<boolean>;
  /**
   * Gives changes a place in the order again that seem to lie in the future: a database that was restored elsewhere counts its transactions
   * from the start. @returns how many
   */
  restamp(): Promise<number>;
}

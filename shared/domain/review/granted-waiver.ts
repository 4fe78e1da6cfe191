import type { AccountName } from './account.ts';

/**
 * A waiver that a reviewer has granted in the console. It joins those of the store's rulebook file: every rulebook in force is the file with
 * these added, kept under a hash of its own, so that each verdict can still be made again.
 */
export interface GrantedWaiver {
  readonly id: string;
  readonly store: string;
  readonly rule: string;
  /** Package name. */
  readonly app: string;
  /** SHA-256 of the signing certificate; null where the package has none that was read whole. */
  readonly certificate: string | null;
  /** Null for all findings of the rule. */
  readonly subject: string | null;
  readonly reason: string;
  readonly by: AccountName;
  /** `YYYY-MM-DD`, China time. */
  readonly granted: string;
  readonly expires: string;
  readonly decision: string | null;
  readonly submission: string;
  readonly revokedAt: string | null;
}

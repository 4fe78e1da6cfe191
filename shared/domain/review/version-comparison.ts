import type { Finding } from '../finding.ts';

/** What is in one of two versions, or in both. */
export interface SetDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** A run of the policy's text that both have, or that only one has. Untrusted text. */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A side of the comparison. */
export interface ComparedVersion {
  readonly submission: string;
  readonly run: number;
  readonly versionName: string | null;
  readonly versionCode: number | null;
  readonly packageSha256: string | null;
  readonly decidedAt: string | null;
  readonly verdict: 'approve' | 'reject' | 'review' | null;
}

/** What changed from the version that was approved last. Findings are told apart by their fingerprints. */
export interface VersionComparison {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly findings: {
    readonly new: readonly Finding[];
    readonly fixed: readonly Finding[];
    readonly still: readonly Finding[];
  };
  readonly permissions: SetDifference;
  readonly sdks: SetDifference;
  readonly components: Readonly<Record<'activity' | 'service' | 'receiver' | 'provider', SetDifference>>;
  readonly signers: SetDifference;
  readonly identity: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
  readonly listing: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
  /** Null where one side has no policy that could be read; `truncated` where the texts are too long to be compared whole. */
  readonly policy: { readonly changes: readonly TextChange[]; readonly truncated: boolean } | null;
  /** Parts that could not be compared, and why: never shown as unchanged. */
  readonly notCompared: readonly string[];
}

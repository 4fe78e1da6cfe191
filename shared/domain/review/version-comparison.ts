import type { Finding } from '../finding.ts';
import type { ReportSdk } from '../report/sdk-view.ts';
import type { Severity } from '../severity.ts';
import type { Bilingual } from '../text.ts';
import type { FinalOutcome } from './decision.ts';

/** What is in one of two versions, or in both; lists of hostile length are cut, and `omitted` says by how much. */
export interface SetDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  readonly omitted: number;
}

/**
 * A run of the policy's text that both have, or that only one has. Untrusted text. `skipped` stands for text that both have and that is far
 * from any change, or for changes beyond the limit; it has no text but its length.
 */
export interface TextChange {
  readonly kind: 'same' | 'added' | 'removed' | 'skipped';
  readonly text: string;
  /** Length in characters, also where the text is left out. */
  readonly characters: number;
}

/** A side of the comparison. */
export interface ComparedVersion {
  readonly submission: string;
  readonly run: number;
  /** The app's name as the listing has it, untrusted. */
  readonly appName: string;
  readonly versionName: string | null;
  readonly versionCode: number | null;
  readonly packageSha256: string | null;
  readonly decidedAt: string | null;
  readonly verdict: 'approve' | 'reject' | 'review' | null;
  /** A person's, where there is one. */
  readonly outcome: FinalOutcome | null;
}

/** What a finding does: by its severity, or nothing, because it is waived or only observed. */
export type FindingEffect = Severity | 'waived' | 'observed';

/** A finding that both versions have. */
export interface StillThere {
  /** As the later version has it. */
  readonly finding: Finding;
  readonly before: FindingEffect;
  readonly after: FindingEffect;
}

/** A finding of one version of which the other cannot say whether it has it. */
export interface UnclearFinding {
  readonly finding: Finding;
  /** The version that has it. */
  readonly side: 'before' | 'after';
  readonly why: Bilingual;
}

/** An SDK that both versions of an app have, and not alike. */
export interface SdkChange {
  readonly id: string;
  /** Null where they are the same, or one side cannot tell. Untrusted text. */
  readonly versions: { readonly before: readonly string[]; readonly after: readonly string[] } | null;
  /** Null where it is the same, or cannot be compared. */
  readonly level: { readonly before: SdkLevelName; readonly after: SdkLevelName } | null;
}
export type SdkLevelName = ReportSdk['level'];

/** One field that is not the same; null where a version does not have it. Untrusted text. */
export interface FieldChange {
  readonly field: ComparedField;
  readonly before: string | null;
  readonly after: string | null;
}

/** Fields that are compared, of the package and of the listing. */
export const COMPARED_FIELDS = [
  'packageName',
  'versionName',
  'versionCode',
  'label',
  'format',
  'size',
  'minSdk',
  'targetSdk',
  'compileSdk',
  'debuggable',
  'testOnly',
  'allowBackup',
  'cleartextTraffic',
  'launcher',
  'applicationClass',
  'frameworks',
  'packers',
  'signatureSchemes',
  'coverage',
  'name',
  'listedPackageName',
  'listedVersionName',
  'category',
  'filingNumber',
  'audience',
  'description',
  'accounts',
  'personalisedRecommendation',
  'generativeAi',
  'faceRecognition',
  'developerId',
  'developerName',
  'developerKind',
  'creditCode',
  'developerContact',
  'complaints',
  'privacyPolicyUrl',
  'listedPermissions',
  'listedSdks',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** Parts of two versions that are compared one by one. */
export const COMPARED_PARTS = ['findings', 'permissions', 'sdks', 'components', 'signers', 'identity', 'policy'] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

/** A part, or one rule of a part, that could not be compared, and why: never shown as unchanged. */
export interface NotCompared {
  readonly part: ComparedPart;
  /** The rule, where it is one. */
  readonly rule: string | null;
  readonly text: Bilingual;
}

/** Kinds of components that are told apart. */
export const COMPARED_COMPONENTS = ['activity', 'service', 'receiver', 'provider', 'other'] as const;
export type ComparedComponent = (typeof COMPARED_COMPONENTS)[number];

/** What changed from one version of an app to a later one. Findings are told apart by their fingerprints. */
export interface VersionComparison {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly findings: {
    readonly new: readonly Finding[];
    /** Gone, and the rule judged the later version: only then it is fixed. */
    readonly fixed: readonly Finding[];
    readonly still: readonly StillThere[];
    readonly unclear: readonly UnclearFinding[];
  };
  /** Where these are not the same, a change may be one of the review and not of the app. */
  readonly judgedAlike: { readonly rules: boolean; readonly rulebook: boolean; readonly inspector: boolean };
  /** Null where one side cannot say. */
  readonly permissions: SetDifference | null;
  /** Of all permissions named, those that open personal information. */
  readonly dangerous: readonly string[];
  readonly sdks: SetDifference | null;
  /** Names of the SDKs, by id. */
  readonly sdkNames: Readonly<Record<string, Bilingual>>;
  /** Of the SDKs that both have, those that are there in another version or at another level. */
  readonly sdkChanges: readonly SdkChange[];
  readonly components: Readonly<Record<ComparedComponent, SetDifference>> | null;
  /** SHA-256 of the signing certificates. */
  readonly signers: SetDifference | null;
  readonly identity: readonly FieldChange[];
  readonly listing: readonly FieldChange[];
  /** Null where one side has no policy that could be read; `truncated` where the texts are too long to be compared or shown whole. */
  readonly policy: { readonly changes: readonly TextChange[]; readonly truncated: boolean } | null;
  readonly notCompared: readonly NotCompared[];
}

/** A submission of the same app that may stand on the other side. */
export interface ComparableVersion {
  readonly submission: string;
  readonly versionName: string | null;
  readonly createdAt: string;
  readonly verdict: 'approve' | 'reject' | 'review' | null;
  readonly outcome: FinalOutcome | null;
}

/** What the compare page shows: the comparison, and what else could be chosen. */
export interface ComparisonAnswer {
  /** Null where there is no other version to compare with. */
  readonly comparison: VersionComparison | null;
  /** The version approved last before this one. */
  readonly previousApproved: string | null;
  /** Newest first; this submission itself is not among them. */
  readonly others: readonly ComparableVersion[];
}

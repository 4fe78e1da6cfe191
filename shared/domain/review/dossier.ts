import type { CheckName } from '../check.ts';
import type { ClauseId } from '../clause.ts';
import type { Severity } from '../severity.ts';
import type { SubmissionState } from '../submission.ts';
import type { Bilingual } from '../text.ts';
import type { AccountName } from './account.ts';
import type { Decision, FinalOutcome } from './decision.ts';

/**
 * Where a dossier stands: `open` waits for a reviewer, `proposed` for the second one, `decided` is decided (and may come back by an appeal
 * or a new run), `rectifying` waits for the developer, `moot` was withdrawn, superseded by a later version or approved by a later run.
 */
export const DOSSIER_STATES = ['open', 'proposed', 'rectifying', 'decided', 'moot'] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** Why a dossier is more urgent than its age says. */
export const URGENCIES = ['children', 'repeat-offender', 'appeal', 'overdue'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Who works on it at this moment. */
export interface Claim {
  readonly by: AccountName;
  readonly until: string;
}

/** One row of the queue. Text of app and developer is untrusted. */
export interface DossierRow {
  readonly submission: string;
  readonly run: number;
  readonly store: { readonly id: string; readonly name: string };
  readonly app: {
    readonly name: string;
    readonly packageName: string | null;
    readonly versionName: string | null;
    /** Number of the app type, as text: what the filter takes. */
    readonly category: string | null;
    readonly categoryName: Bilingual | null;
    readonly format: string | null;
  };
  readonly developer: { readonly id: string; readonly name: string | null };
  /** The machine's. */
  readonly verdict: 'reject' | 'review';
  readonly state: DossierState;
  readonly findings: Readonly<Record<Severity, number>>;
  /** The worst finding's title, so that a row says why it is there. */
  readonly headline: Bilingual | null;
  readonly urgencies: readonly Urgency[];
  /** Other submissions of this developer that a person has rejected or sent back, last 12 months. */
  readonly offences: number;
  readonly openedAt: string;
  readonly dueAt: string;
  /**
   * What the order `urgent` goes by: the earlier of its own deadline and its appeal's; once decided, the appeal's alone. Among equal ones
   * children's apps and repeat offenders come first, then the submission's id decides.
   */
  readonly urgentAt: string;
  readonly assignee: AccountName | null;
  readonly claim: Claim | null;
  readonly outcome: FinalOutcome | null;
  readonly decidedAt: string | null;
  /** Open appeal and its deadline. */
  readonly appeal: { readonly id: string; readonly dueAt: string } | null;
}

export const DOSSIER_ORDERS = ['urgent', 'newest', 'oldest', 'findings'] as const;
export type DossierOrder = (typeof DOSSIER_ORDERS)[number];

/** What the queue can be narrowed by; each has a count. All arrays mean "any of". */
export interface DossierFilter {
  readonly state?: readonly DossierState[];
  readonly verdict?: readonly ('reject' | 'review')[];
  readonly clause?: readonly ClauseId[];
  readonly rule?: readonly string[];
  readonly check?: readonly CheckName[];
  readonly sdk?: readonly string[];
  readonly category?: readonly string[];
  readonly developer?: readonly string[];
  readonly store?: readonly string[];
  /** Account ids; `none` for nobody, `me` is resolved by the API. */
  readonly assignee?: readonly string[];
  readonly urgency?: readonly Urgency[];
  /** Opened at least so many hours ago. */
  readonly olderThanHours?: number;
  /** Due within so many hours, by its own deadline or its appeal's; 0 for overdue. */
  readonly dueWithinHours?: number;
  /** These submissions alone: how live updates ask for the rows that have changed. */
  readonly submission?: readonly string[];
  /** Words that all must occur in app name, package name, developer name or id, submission id; case and width do not matter. */
  readonly text?: string;
}

/** Filters that come with counts. */
export const FACETS = [
  'state',
  'verdict',
  'clause',
  'rule',
  'check',
  'sdk',
  'category',
  'developer',
  'store',
  'assignee',
  'urgency',
] as const;
export type Facet = (typeof FACETS)[number];

export interface FacetValue {
  readonly value: string;
  /** Null where the value speaks for itself or the page knows its name. */
  readonly label: Bilingual | null;
  /** Dossiers that all other filters leave and that have this value. */
  readonly count: number;
}

export interface DossierPage {
  readonly rows: readonly DossierRow[];
  readonly total: number;
  readonly nextCursor: string | null;
  /** Grows with every change of any dossier: what live updates compare. */
  readonly version: string;
}

/** A filter that somebody has given a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The page's query string, without `?`. */
  readonly query: string;
  readonly shared: boolean;
  readonly mine: boolean;
}

/** One stage of a run, as the progress list shows it. */
export interface StageProgress {
  readonly stage: string;
  readonly status: 'waiting' | 'running' | 'completed' | 'failed' | 'skipped';
  readonly at: string | null;
  /** Why it failed. */
  readonly reason: Bilingual | null;
}

/** Another submission of the same app or developer. */
export interface HistoryEntry {
  readonly submission: string;
  readonly run: number;
  readonly appName: string;
  readonly packageName: string | null;
  readonly versionName: string | null;
  readonly createdAt: string;
  readonly state: SubmissionState;
  readonly verdict: 'approve' | 'reject' | 'review' | null;
  /** A person's, where there is one. */
  readonly outcome: FinalOutcome | null;
}

/** A submission as a reviewer sees it; the report with its findings is asked for by itself. */
export interface SubmissionView {
  readonly submission: string;
  readonly run: number;
  readonly state: SubmissionState;
  readonly createdAt: string;
  readonly decidedAt: string | null;
  /** Null where the machine approved or has not decided: nothing is to be reviewed. */
  readonly dossier: DossierRow | null;
  readonly store: { readonly id: string; readonly name: string };
  /** The listing as it was sent, untrusted. */
  readonly listing: unknown;
  readonly progress: readonly StageProgress[];
  /** Checks of the standing run that left no report, with why. They can be run again. */
  readonly missingChecks: readonly { readonly check: CheckName; readonly reason: Bilingual }[];
  readonly failure: { readonly code: string; readonly text: Bilingual } | null;
  readonly rerunnable: boolean;
  /** Newest first. */
  readonly decisions: readonly Decision[];
  readonly appHistory: readonly HistoryEntry[];
  readonly developerHistory: readonly HistoryEntry[];
  /** The version approved last, which `compare` compares with. */
  readonly previousApproved: string | null;
  /** Whether overturning this one needs a second reviewer. */
  readonly secondReviewerNeeded: boolean;
  readonly undoSeconds: number;
}

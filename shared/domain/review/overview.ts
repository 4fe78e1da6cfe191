import type { CheckName } from '../check.ts';
import type { Bilingual } from '../text.ts';
import type { AccountName } from './account.ts';

/** One day of figures; days are days in China. */
export interface DayFigures {
  readonly day: string;
  readonly submitted: number;
  readonly verdicts: Readonly<Record<'approve' | 'reject' | 'review', number>>;
  readonly decisions: Readonly<Record<'approve' | 'reject' | 'rectify', number>>;
}

export interface RuleFigures {
  readonly rule: string;
  readonly title: Bilingual;
  readonly check: CheckName;
  /** Dossiers opened in the period with a finding of it that had effect. */
  readonly hits: number;
  /** Findings that decisions of the period have judged, and those of them that were false alarms: counts, because 1 of 1 is no rate. */
  readonly judged: number;
  readonly falseAlarms: number;
}

export interface Overview {
  /** Null for all stores. */
  readonly store: string | null;
  readonly from: string;
  readonly to: string;
  readonly days: readonly DayFigures[];
  readonly totals: {
    readonly submitted: number;
    readonly verdicts: Readonly<Record<'approve' | 'reject' | 'review', number>>;
    readonly decisions: Readonly<Record<'approve' | 'reject' | 'rectify', number>>;
    readonly overturned: number;
    readonly appeals: number;
  };
  /** Seconds from upload to verdict, and from verdict to a person's decision; null without any. */
  readonly timeToVerdict: Quantiles | null;
  readonly timeToDecision: Quantiles | null;
  /** Open dossiers by age in hours: upper bounds 4, 24, 72, 168, none. */
  readonly backlog: readonly { readonly upToHours: number | null; readonly count: number; readonly overdue: number }[];
  readonly reviewers: readonly {
    readonly account: AccountName;
    readonly assigned: number;
    readonly decided: number;
    readonly medianSeconds: number | null;
  }[];
  readonly rules: readonly RuleFigures[];
  readonly clauses: readonly { readonly clause: string; readonly name: Bilingual; readonly hits: number }[];
}

export interface Quantiles {
  readonly median: number;
  readonly p90: number;
  readonly count: number;
}

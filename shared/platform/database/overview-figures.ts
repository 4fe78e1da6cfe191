import type { DayFigures, Overview } from '../../domain/review/overview.ts';

/** Which part of the work is looked at. */
export interface OverviewPeriod {
  /** First and last day, `YYYY-MM-DD` in China time. */
  readonly from: string;
  readonly to: string;
  /** Null for all stores. */
  readonly store: string | null;
}

/** Days that a period has at most: a leap year. */
export const MOST_OVERVIEW_DAYS = 366;

/** What became of one rule's findings. */
export interface RuleCounts {
  readonly rule: string;
  /** Dossiers that were opened with a finding of it that had effect. */
  readonly hits: number;
  /** Findings that effective decisions have judged, and those of them that were false alarms. */
  readonly judged: number;
  readonly falseAlarms: number;
}

/** The figures of a period, without names of rules and clauses. */
export interface PeriodFigures extends Pick<Overview, 'timeToVerdict' | 'timeToDecision' | 'backlog' | 'reviewers'> {
  /** Every day of the period, those without anything included. */
  readonly days: readonly DayFigures[];
  readonly overturned: number;
  readonly appeals: number;
  readonly rules: readonly RuleCounts[];
  readonly clauses: readonly { readonly clause: string; readonly hits: number }[];
}

/** Figures for whoever answers for the work. */
export interface OverviewFigures {
  of(period: OverviewPeriod): Promise<PeriodFigures>;
  rules(period: OverviewPeriod): Promise<readonly RuleCounts[]>;
}

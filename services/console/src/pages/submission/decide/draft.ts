import type { Finding } from '../../../../../../shared/domain/finding.ts';
import type { DecisionKind, NewDecision, WaiverRequest } from '../../../../../../shared/domain/review/decision.ts';
import type { Bilingual } from '../../../../../../shared/domain/text.ts';

/** What a reviewer may write at most; the server counts the same. */
export const REASON_MOST = 4_000;

/** Days that a developer may be given, and that a waiver may hold, at most; the server says the same. */
export const MOST_DAYS_TO_MEND = 180;
export const MOST_DAYS_WAIVED = 365;

const within = (day: string, today: string, days: number): boolean => day > today && day <= daysAfter(today, days);

export type WaiverDraft = Pick<WaiverRequest, 'reason' | 'expires' | 'scope'>;

/** A decision while it is being made. */
export interface Draft {
  readonly kind: DecisionKind | null;
  readonly reason: string;
  readonly cannedReason: string | null;
  /** `YYYY-MM-DD`, for rectification. */
  readonly deadline: string;
  readonly note: string;
  readonly falseAlarms: ReadonlySet<string>;
  /** Whether a person has marked findings; until then the kind of decision marks them. */
  readonly touched: boolean;
  readonly waivers: ReadonlyMap<string, WaiverDraft>;
}

export type DraftChange =
  | { readonly do: 'choose'; readonly kind: DecisionKind; readonly findings: readonly Finding[]; readonly deadline: string }
  | { readonly do: 'write'; readonly reason: string }
  | { readonly do: 'insert'; readonly id: string; readonly text: string }
  | { readonly do: 'deadline'; readonly deadline: string }
  | { readonly do: 'note'; readonly note: string }
  | { readonly do: 'mark'; readonly fingerprint: string }
  | { readonly do: 'waive'; readonly fingerprint: string; readonly waiver: WaiverDraft | null };

export const EMPTY_DRAFT: Draft = {
  kind: null,
  reason: '',
  cannedReason: null,
  deadline: '',
  note: '',
  falseAlarms: new Set(),
  touched: false,
  waivers: new Map(),
};

/** One step of deciding. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.do) {
    case 'choose': {
      const deadline = draft.deadline === '' && change.kind === 'rectify' ? change.deadline : draft.deadline;
      if (draft.touched) return { ...draft, kind: change.kind, deadline };
      // Who overturns says that what held the app up was none; a warning never held it up.
      const preselected = change.kind === 'overturn' ? change.findings.filter(({ severity }) => severity !== 'warn') : [];
      return { ...draft, kind: change.kind, deadline, falseAlarms: new Set(preselected.map(({ fingerprint }) => fingerprint)) };
    }
    case 'write':
      return { ...draft, reason: change.reason.slice(0, REASON_MOST) };
    case 'insert': {
      const reason = draft.reason.trim() === '' ? change.text : `${draft.reason.trimEnd()}\n${change.text}`;
      return { ...draft, cannedReason: change.id, reason: reason.slice(0, REASON_MOST) };
    }
    case 'deadline':
      return { ...draft, deadline: change.deadline };
    case 'note':
      return { ...draft, note: change.note.slice(0, REASON_MOST) };
    case 'mark': {
      const falseAlarms = new Set(draft.falseAlarms);
      const waivers = new Map(draft.waivers);
      if (falseAlarms.delete(change.fingerprint)) waivers.delete(change.fingerprint);
      else falseAlarms.add(change.fingerprint);
      return { ...draft, falseAlarms, waivers, touched: true };
    }
    case 'waive': {
      const waivers = new Map(draft.waivers);
      if (change.waiver === null) waivers.delete(change.fingerprint);
      else waivers.set(change.fingerprint, change.waiver);
      return { ...draft, waivers };
    }
  }
}

/** What is still missing before it can be sent; empty when nothing is. @param today `YYYY-MM-DD` in China */
export function faultsOf(draft: Draft, today: string): Bilingual[] {
  const faults: Bilingual[] = [];
  if (draft.kind === null) faults.push({ zh: '先选择决定', en: 'Choose a decision first' });
  if (draft.reason.trim() === '') faults.push({ zh: '须写明理由', en: 'A reason is needed' });
  if (draft.kind === 'rectify' && !within(draft.deadline, today, MOST_DAYS_TO_MEND))
    faults.push({
      zh: `整改期限须在明天至 ${MOST_DAYS_TO_MEND} 天后之间`,
      en: `The deadline must lie between tomorrow and ${MOST_DAYS_TO_MEND} days from today`,
    });
  for (const [fingerprint, { reason, expires }] of draft.waivers) {
    if (!draft.falseAlarms.has(fingerprint)) continue;
    if (reason.trim() === '') faults.push({ zh: '豁免须写明理由', en: 'A waiver needs a reason' });
    if (!within(expires, today, MOST_DAYS_WAIVED))
      faults.push({
        zh: `豁免的最后一天须在明天至 ${MOST_DAYS_WAIVED} 天后之间`,
        en: `The last day of a waiver must lie between tomorrow and ${MOST_DAYS_WAIVED} days from today`,
      });
  }
  return faults;
}

/** What is sent. */
export function decisionOf(draft: Draft, run: number, appeal: string | null, revise: boolean): NewDecision {
  if (draft.kind === null) throw new Error('a decision has a kind');
  const waivers = [...draft.waivers]
    .filter(([fingerprint]) => draft.falseAlarms.has(fingerprint))
    .map(([fingerprint, waiver]) => ({ fingerprint, ...waiver, reason: waiver.reason.trim() }));
  return {
    kind: draft.kind,
    run,
    reason: draft.reason.trim(),
    ...(draft.cannedReason !== null && { cannedReason: draft.cannedReason }),
    ...(draft.kind === 'rectify' && { deadline: draft.deadline }),
    // Left out, overturning would make false alarms of all: whoever unmarked them said otherwise.
    ...((draft.falseAlarms.size > 0 || draft.kind === 'overturn') && { falseAlarms: [...draft.falseAlarms] }),
    ...(waivers.length > 0 && { waivers }),
    ...(appeal !== null && { appeal }),
    ...(revise && { revise }),
    ...(draft.note.trim() !== '' && { note: draft.note.trim() }),
  };
}

/** The day so many days after this one, `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

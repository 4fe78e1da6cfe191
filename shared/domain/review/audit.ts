import type { AccountName } from './account.ts';

/** What is written down. Codes are for ever. */
export const AUDIT_ACTIONS = [
  'account.created',
  'account.changed',
  'account.disabled',
  'account.enabled',
  'account.password-changed',
  'account.password-reset',
  'session.signed-in',
  'session.refused',
  'session.signed-out',
  'dossier.claimed',
  'dossier.released',
  'dossier.assigned',
  'decision.made',
  'decision.proposed',
  'decision.confirmed',
  'decision.declined',
  'decision.undone',
  'waiver.granted',
  'waiver.revoked',
  'reason.changed',
  'letter.saved',
  'letter.sent',
  'appeal.opened',
  'appeal.answered',
  'appeal.closed',
  'submission.rerun',
  'rulebook.tried',
  'view.changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One line of the audit log: rows are added, never changed or removed, and each carries the hash of the one before. */
export interface AuditEntry {
  readonly number: string;
  readonly at: string;
  readonly action: AuditAction;
  /** Null for what the machine or the store's backend did. */
  readonly by: AccountName | null;
  /** What it is about: `submission`, `account`, `waiver`, `reason`, … and its id. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly submission: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** Chains the log: SHA-256 over the previous entry's hash and this one's content, lower-case hex. */
  readonly hash: string;
}

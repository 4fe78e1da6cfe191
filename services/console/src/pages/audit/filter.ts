import { AUDIT_ACTIONS, type AuditAction } from '../../../../../shared/domain/review/audit.ts';

/** What the page narrows the log by; all of it stands in the address. */
export interface AuditFilter {
  readonly submission: string | null;
  readonly account: string | null;
  readonly action: AuditAction | null;
  /** Days in China, `YYYY-MM-DD`, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const DAY_MS = 86_400_000;

const matching = (pattern: RegExp, text: string | null): string | null =>
  text !== null && pattern.test(text.trim()) ? text.trim() : null;

/** The day's first moment in China; null for what the calendar does not have. */
function beginning(day: string): number | null {
  const time = Date.parse(`${day}T00:00:00+08:00`);
  return Number.isNaN(time) ? null : time;
}

/** Reads the address; what cannot be is left out. */
export function filterOf(params: URLSearchParams): AuditFilter {
  return {
    submission: matching(ID, params.get('submission')),
    account: matching(ID, params.get('account')),
    action: AUDIT_ACTIONS.find((action) => action === params.get('action')) ?? null,
    from: matching(DAY, params.get('from')),
    to: matching(DAY, params.get('to')),
  };
}

/** The filter as the API takes it: days become the moments at which they begin and end. */
export function queryOf({ from, to, ...filter }: AuditFilter): Readonly<Record<string, string | null>> {
  const first = from === null ? null : beginning(from);
  const last = to === null ? null : beginning(to);
  return {
    ...filter,
    from: first === null ? null : new Date(first).toISOString(),
    to: last === null ? null : new Date(last + DAY_MS).toISOString(),
  };
}

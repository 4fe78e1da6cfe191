import type { GrantedWaiver } from '../../../../../shared/domain/review/granted-waiver.ts';
import type { FileWaiver, RuleView, WaiverStanding } from '../../../../../shared/domain/review/rulebook-view.ts';

/** A waiver as a row, wherever it comes from. Text is untrusted. */
export interface WaiverRow {
  readonly id: string;
  readonly rule: string;
  /** Package name or developer. */
  readonly covers: string;
  readonly subject: string | null;
  readonly reason: string;
  readonly by: string;
  readonly granted: string;
  readonly expires: string;
  readonly standing: WaiverStanding | 'revoked';
  readonly daysLeft: number;
  readonly withoutEffect: boolean;
  readonly submission: string | null;
}

/** As the file's warnings count it. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** Those that need a look first: what ends soon, then what holds, then what is over. */
const RANK: Readonly<Record<WaiverRow['standing'], number>> = {
  'expires-soon': 0,
  holds: 1,
  'not-yet': 2,
  expired: 3,
  revoked: 4,
};
const inOrder = (a: WaiverRow, b: WaiverRow) => RANK[a.standing] - RANK[b.standing] || (a.expires < b.expires ? -1 : 1);

export function fileRows(waivers: readonly FileWaiver[]): WaiverRow[] {
  return waivers
    .map(({ app, developer, subject = null, ...rest }) => ({
      ...rest,
      covers: [app, developer].filter((each) => each !== undefined).join(' · '),
      subject,
      submission: null,
    }))
    .sort(inOrder);
}

/** @param asOf today in China */
export function grantedRows(waivers: readonly GrantedWaiver[], rules: readonly RuleView[], asOf: string): WaiverRow[] {
  const states = new Map(rules.map(({ id, state }) => [id, state]));
  return waivers
    .map(({ id, rule, app, subject, reason, by, granted, expires, revokedAt, submission }) => {
      const daysLeft = Math.round((Date.parse(expires) - Date.parse(asOf)) / DAY_MS);
      const standing: WaiverRow['standing'] =
        revokedAt !== null ? 'revoked' : daysLeft < 0 ? 'expired' : daysLeft < SOON_DAYS ? 'expires-soon' : 'holds';
      const withoutEffect = states.get(rule) !== 'enforced';
      return {
        id,
        rule,
        covers: app,
        subject,
        reason,
        by: by.displayName,
        granted,
        expires,
        standing,
        daysLeft,
        withoutEffect,
        submission,
      };
    })
    .sort(inOrder);
}

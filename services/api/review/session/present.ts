import { RIGHTS_OF, type SessionView } from '../../../../shared/domain/review/account.ts';
import type { OpenSession } from '../../../../shared/platform/database/sessions.ts';

/** What the page learns of its session. */
export const presentSession = ({ account, csrfToken, expiresAt }: OpenSession): SessionView => ({
  account,
  rights: RIGHTS_OF[account.role],
  csrfToken,
  expiresAt: expiresAt.toISOString(),
});

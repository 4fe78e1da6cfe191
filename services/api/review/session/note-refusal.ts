import type { Account } from '../../../../shared/domain/review/account.ts';
import type { ApiPorts } from '../../ports.ts';

export type Refusal = 'wrong' | 'disabled' | 'too-many' | 'no-role' | 'last-administrator';

/**
 * Writes down that somebody was not let in, at most once a minute for each account, so that a flood does not fill the log. What was typed
 * as the name of no account is not kept: people type passwords there.
 */
export async function noteRefusal(ports: ApiPorts, account: Account | null, address: string, reason: Refusal): Promise<void> {
  const { allowed } = await ports.limiter.take(`sign-in-refused:${account?.id ?? `address:${address}`}`, 1);
  if (!allowed) return;
  await ports.database.audit.add({
    action: 'session.refused',
    by: null,
    subject: { kind: 'account', id: account?.id ?? 'unknown' },
    after: { reason, address },
  });
}

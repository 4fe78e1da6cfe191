import type { DossierPage } from '../../../../../../shared/domain/review/dossier.ts';
import { get } from '../../../api/client.ts';

const LOOKED_AT = 50;

/** Where the reviewer came from, if from the queue: its filter as the API takes it. */
export function queueOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null) return null;
  const { queue } = state as { queue?: unknown };
  return typeof queue === 'string' ? queue : null;
}

/**
 * The next dossier of the queue that nobody else is looking at: the one after this, else the first.
 * @param queue the queue's filter; all open dossiers, most urgent first, without one
 */
export async function nextDossier(submission: string, account: string, queue: string | null): Promise<string | null> {
  const query = new URLSearchParams(queue ?? 'order=urgent');
  // Decided ones stay in no queue to work on, whatever was being looked at.
  query.set('state', 'open');
  query.set('limit', String(LOOKED_AT));
  query.delete('cursor');
  const { rows } = await get<DossierPage>(`/v1/review/dossiers?${query}`);
  const at = rows.findIndex((row) => row.submission === submission);
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return inOrder.find(({ claim }) => claim === null || claim.by.id === account)?.submission ?? null;
}

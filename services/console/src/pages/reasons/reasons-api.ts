import { useQuery } from '@tanstack/react-query';
import type { CannedReason } from '../../../../../shared/domain/review/reason.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { get } from '../../api/client.ts';

export const REASONS_PATH = '/v1/review/reasons';
/** The same key as where reasons are picked: an edit shows there too. */
export const REASONS_KEY = ['reasons'] as const;

/** What of a clause the page needs. */
export interface ClauseName {
  readonly id: string;
  readonly name: Bilingual;
  readonly summary: Bilingual;
}

export function useReasons() {
  return useQuery({
    queryKey: REASONS_KEY,
    queryFn: ({ signal }) => get<readonly CannedReason[]>(REASONS_PATH, undefined, { signal }),
  });
}

export function useClauses() {
  return useQuery({
    queryKey: ['clauses'],
    queryFn: async ({ signal }) => (await get<{ clauses: readonly ClauseName[] }>('/v1/clauses', undefined, { signal })).clauses,
    // They change with a release.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GrantedWaiver } from '../../../../../shared/domain/review/granted-waiver.ts';
import type { RulesView } from '../../../../../shared/domain/review/rulebook-view.ts';
import { get } from '../../api/client.ts';

/** A store's rules; none while no store is known. */
export function useRules(store: string | null) {
  return useQuery({
    queryKey: ['rules', store],
    queryFn: ({ signal }) => get<RulesView>('/v1/review/rules', { store }, { signal, timeoutMs: 30_000 }),
    enabled: store !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** One page of granted waivers; a store has tens. */
export interface WaiverPage {
  readonly waivers: readonly GrantedWaiver[];
  readonly total: number;
  readonly asOf: string;
}

export function useGrantedWaivers(store: string) {
  return useQuery({
    queryKey: ['waivers', store],
    queryFn: ({ signal }) => get<WaiverPage>('/v1/review/waivers', { store, limit: 500 }, { signal }),
    staleTime: 10_000,
  });
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { Overview } from '../../../../../shared/domain/review/overview.ts';
import type { StoreName } from '../../../../../shared/domain/review/rulebook-view.ts';
import { get } from '../../api/client.ts';
import { type OverviewQuery, readPeriod, writePeriod } from './period.ts';

/** What the address says, and how to change it. */
export function useOverviewQuery() {
  const [parameters, setParameters] = useSearchParams();
  const query = readPeriod(parameters, Date.now());
  return {
    query,
    change: (next: Partial<OverviewQuery>) =>
      setParameters(writePeriod({ ...query, ...next }, Date.now()), { preventScrollReset: true }),
  };
}

/** The figures. Those of a year take the server a second. */
export function useOverview(query: OverviewQuery) {
  return useQuery({
    queryKey: ['overview', query],
    queryFn: ({ signal }) => get<Overview>('/v1/review/overview', { ...query }, { signal, timeoutMs: 60_000 }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** All stores, for those who choose one. */
export function useStores() {
  return useQuery({
    queryKey: ['stores'],
    queryFn: async ({ signal }) =>
      (await get<{ stores: readonly StoreName[] }>('/v1/review/stores', undefined, { signal })).stores,
    staleTime: 300_000,
  });
}

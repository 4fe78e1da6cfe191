import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { ComparisonAnswer } from '../../../../../shared/domain/review/version-comparison.ts';
import { get } from '../../api/client.ts';

/** Parts of the findings, in their order; their names stand in the address. */
export const GROUPS = ['new', 'fixed', 'still', 'unclear'] as const;
export type Group = (typeof GROUPS)[number];

/** What the page shows beyond the submission: the other version and which findings. It stands in the address. */
export function useCompareAddress() {
  const [query, setQuery] = useSearchParams();
  const other = query.get('with');
  const put = (name: string, value: string | null) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { preventScrollReset: true },
    );
  return {
    /** Null for the version approved last. */
    other: other !== null && /^[A-Za-z0-9_-]{1,64}$/.test(other) ? other : null,
    chooseOther: (id: string | null) => put('with', id),
    /** Null where the address does not say. */
    group: GROUPS.find((each) => each === query.get('show')) ?? null,
    chooseGroup: (group: Group) => put('show', group),
  };
}

/** The comparison; verdicts do not change, so it is asked for once. Long policies take the server a second. */
export function useComparison(submission: string, other: string | null) {
  return useQuery({
    queryKey: ['comparison', submission, other],
    queryFn: ({ signal }) =>
      get<ComparisonAnswer>(
        `/v1/review/submissions/${encodeURIComponent(submission)}/comparison`,
        { with: other },
        { signal, timeoutMs: 30_000 },
      ),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

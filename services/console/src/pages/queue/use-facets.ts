import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AccountName, StaffRole } from '../../../../../shared/domain/review/account.ts';
import type { Facet, FacetValue } from '../../../../../shared/domain/review/dossier.ts';
import type { Bilingual } from '../../../../../shared/domain/text.ts';
import { get } from '../../api/client.ts';
import { useSession } from '../../api/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { visibleText } from '../../shell/visible-characters.ts';
import { apiFilter, type QueueQuery, queryText } from './filter-query.ts';
import { VALUE_NAMES } from './words.ts';

export type Facets = Readonly<Partial<Record<Facet, readonly FacetValue[]>>>;

/** Everything that counts dossiers is kept below it. */
export const FACETS_KEY = 'dossier-facets';
/** Counts are asked for again at most so often, however fast the queue moves. */
const REST_MS = 5_000;

/** Counts of every value for a query's filter; those of the filter before stand until they are there. */
export function useFacets(query: QueueQuery) {
  return useQuery({
    queryKey: [FACETS_KEY, queryText({ ...query, order: 'urgent' })],
    queryFn: async ({ signal }) =>
      (await get<{ facets: Facets }>('/v1/review/dossiers/facets', apiFilter(query.filter), { signal })).facets,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
}

/** Asks for the counts again, soon and not too often. */
export function useFreshFacets(): () => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const lastAt = useRef(0);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    if (timer.current !== null) return;
    const wait = Math.max(0, lastAt.current + REST_MS - Date.now());
    timer.current = setTimeout(() => {
      timer.current = null;
      lastAt.current = Date.now();
      void client.invalidateQueries({ queryKey: [FACETS_KEY] });
    }, wait);
  };
}

export interface Colleague extends AccountName {
  readonly role: StaffRole;
}

/** Everybody who uses the console. */
export function useColleagues() {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => get<readonly Colleague[]>('/v1/review/colleagues', undefined, { signal }),
    staleTime: 5 * 60_000,
  });
}

/** What a value of a facet is called: the server's name, the page's own, a colleague's, or the value itself with nothing hidden in it. */
export function useValueName(facets: Facets | undefined): (facet: Facet, value: string) => string {
  const { t } = useLanguage();
  const { account } = useSession();
  const colleagues = useColleagues().data;
  return (facet, value) => {
    const own: Bilingual | undefined = VALUE_NAMES[facet]?.[facet === 'assignee' && value === account.id ? 'me' : value];
    if (own !== undefined) return t(own);
    const label = facets?.[facet]?.find((each) => each.value === value)?.label;
    if (label != null) return visibleText(t(label), 120);
    const person = facet === 'assignee' ? colleagues?.find(({ id }) => id === value) : undefined;
    return visibleText(person?.displayName ?? value, 120);
  };
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Finding } from '../../../../../../shared/domain/finding.ts';
import type { DecisionKind } from '../../../../../../shared/domain/review/decision.ts';
import type { CannedReason } from '../../../../../../shared/domain/review/reason.ts';
import { get } from '../../../api/client.ts';
import { orderReasons } from './reason-order.ts';

/** The canned reasons for this decision, likely ones first; deciding goes on without them when they do not come. */
export function useCannedReasons(
  kind: DecisionKind | null,
  findings: readonly Finding[],
): { readonly list: readonly CannedReason[]; readonly failed: unknown } {
  const query = useQuery({
    queryKey: ['reasons'],
    queryFn: ({ signal }) => get<readonly CannedReason[]>('/v1/review/reasons', undefined, { signal }),
    staleTime: 60_000,
  });
  const list = useMemo(() => orderReasons(query.data ?? [], kind, findings), [query.data, kind, findings]);
  return { list, failed: query.data === undefined ? query.error : null };
}

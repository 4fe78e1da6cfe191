import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ClauseId } from '../../../../../shared/domain/clause.ts';
import { SEVERITIES, type Severity } from '../../../../../shared/domain/severity.ts';
import { type FindingFilter, GROUPINGS, type Grouping } from './findings/order.ts';

/** The tabs in their order; their names stand in the address. */
export const TABS = ['findings', 'side-by-side', 'clauses', 'coverage', 'listing', 'history', 'decisions'] as const;
export type Tab = (typeof TABS)[number];

/** What the page shows beyond which submission: all of it stands in the query, so that links and "back" work. */
export interface Address extends FindingFilter {
  readonly tab: Tab;
  readonly group: Grouping;
}

/** Reads a query; what means nothing here is as if it were not there. */
export function readAddress(query: URLSearchParams): Address {
  const severities = (query.get('severity') ?? '').split(',');
  const clause = query.get('clause');
  return {
    tab: TABS.find((tab) => tab === query.get('tab')) ?? 'findings',
    group: GROUPINGS.find((group) => group === query.get('group')) ?? 'clause',
    severities: SEVERITIES.filter((severity) => severities.includes(severity)),
    clause: clause !== null && /^(sz2025|pledge2021|platform2025)-\d{1,2}$/.test(clause) ? (clause as ClauseId) : null,
    rule: query.get('rule'),
  };
}

/** The query with changes; what is the default is left out, what belongs to others is kept. */
export function writeAddress(query: URLSearchParams, change: Partial<Address>): URLSearchParams {
  const next = { ...readAddress(query), ...change };
  const written = new URLSearchParams(query);
  const put = (name: string, value: string | null, without: string) => {
    if (value === null || value === without) written.delete(name);
    else written.set(name, value);
  };
  put('tab', next.tab, 'findings');
  put('group', next.group, 'clause');
  put('severity', [...next.severities].sort(bySeverityName).join(','), '');
  put('clause', next.clause, '');
  put('rule', next.rule, '');
  return written;
}

const bySeverityName = (a: Severity, b: Severity) => SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);

/** @param replace whether "back" should skip this state: for filters, not for tabs */
export type Go = (change: Partial<Address>, replace?: boolean) => void;

/** The state of the page's address and how to change it. */
export function useAddress(): readonly [Address, Go] {
  const [query, setQuery] = useSearchParams();
  const address = useMemo(() => readAddress(query), [query]);
  const go = useCallback<Go>(
    (change, replace = false) => setQuery((before) => writeAddress(before, change), { replace, preventScrollReset: true }),
    [setQuery],
  );
  return [address, go];
}

import { useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { type QueueQuery, queryText, readQuery, writeQuery } from './filter-query.ts';

/** What the queue shows, kept in the address. */
export interface QueryInAddress {
  readonly query: QueueQuery;
  /** The same as one text: what lists and caches are named by. */
  readonly text: string;
  /** Every change is a step that "back" takes back; typing a search is one step, however many letters it has. */
  readonly change: (next: QueueQuery, how?: 'step' | 'typing') => void;
}

/** Reads and changes the query in the address. */
export function useQueueQuery(): QueryInAddress {
  const [parameters, setParameters] = useSearchParams();
  const address = parameters.toString();
  const query = useMemo(() => readQuery(new URLSearchParams(address)), [address]);
  const text = queryText(query);
  const typedInto = useRef<string | null>(null);
  const change = (next: QueueQuery, how: 'step' | 'typing' = 'step') => {
    const nextText = queryText(next);
    if (nextText === text) return;
    const goesOnTyping = how === 'typing' && typedInto.current === text;
    typedInto.current = how === 'typing' ? nextText : null;
    setParameters(writeQuery(next), { replace: goesOnTyping });
  };
  return { query, text, change };
}

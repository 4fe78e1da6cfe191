import { useMemo, useRef, useState } from 'react';
import { useHref, useLocation, useSearchParams } from 'react-router';
import { type QueueQuery, queryText, readQuery, writeQuery } from './filter-query.ts';

/** Kept with an address that somebody has asked for, even where it says nothing. */
export const ASKED = { asked: true } as const;

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
  const [ahead, setAhead] = useState<{ readonly of: string; readonly query: QueueQuery } | null>(null);
  const said = useMemo(() => readQuery(new URLSearchParams(address)), [address]);
  // The address follows a moment later; until then what was chosen would look as if it had not been.
  const query = ahead?.of === address ? ahead.query : said;
  // Once it has followed, the address alone counts: "back" comes to the same one again.
  if (ahead !== null && ahead.of !== address) setAhead(null);
  const text = queryText(query);
  const path = useHref(useLocation().pathname);
  const typedInto = useRef<string | null>(null);
  const change = (next: QueueQuery, how: 'step' | 'typing' = 'step') => {
    const nextText = queryText(next);
    if (nextText === text) return;
    // Somebody has gone on to a page that is still loading: a search that comes late must not call them back.
    if (window.location.pathname !== path) return;
    const goesOnTyping = how === 'typing' && typedInto.current === text;
    typedInto.current = how === 'typing' ? nextText : null;
    setAhead({ of: address, query: next });
    setParameters(writeQuery(next), { replace: goesOnTyping, state: ASKED });
  };
  return { query, text, change };
}

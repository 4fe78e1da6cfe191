import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RulebookCheck, RulebookTrial } from '../../../../../shared/domain/review/rulebook-view.ts';
import { post } from '../../api/client.ts';

/** How long the server judges at most; and the answer has to come. */
export const TRIAL_SECONDS = 60;
const WAITING_MS = (TRIAL_SECONDS + 30) * 1_000;
/** Typing rests for so long before the text is checked. */
const REST_MS = 500;

/** What the server says of a text, a moment after it was last changed. */
export function useCheck(text: string) {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ['rulebook-check', rested],
    queryFn: ({ signal }) => post<RulebookCheck>('/v1/review/rulebook/checks', { text: rested }, { signal }),
    staleTime: 60_000,
    gcTime: 30_000,
  });
  return { ...query, current: rested === text };
}

/** Tries a text; leaving the page or cancelling ends it on the server too. */
export function useTrial(store: string) {
  const going = useRef<AbortController | null>(null);
  const [seconds, setSeconds] = useState(0);
  const trial = useMutation({
    mutationFn: (text: string) => {
      going.current = new AbortController();
      return post<RulebookTrial>(
        '/v1/review/rulebook/trials',
        { store, text },
        { signal: going.current.signal, timeoutMs: WAITING_MS },
      );
    },
  });
  useEffect(() => () => going.current?.abort(), []);
  useEffect(() => {
    if (!trial.isPending) return;
    const began = Date.now();
    setSeconds(0);
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - began) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, [trial.isPending]);
  const cancel = () => {
    going.current?.abort();
    trial.reset();
  };
  return { trial, seconds, cancel };
}

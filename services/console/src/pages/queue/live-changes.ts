import { useEffect, useRef, useState } from 'react';
import { get } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';

/** What GET /v1/review/changes answers. */
export interface Changes {
  readonly version: string;
  readonly submissions: readonly string[];
  /** False where too much has changed to name it. */
  readonly complete: boolean;
}

/** `offline` tells the time of the next attempt. */
export type Connection = { readonly state: 'live' } | { readonly state: 'offline'; readonly retryAt: number };

const WAIT_SECONDS = 25;
const LONGEST_PAUSE_MS = 30_000;
/** An answer that came at once and says nothing must not become a flood of questions. */
const LEAST_PAUSE_MS = 300;
const LIVE: Connection = { state: 'live' };

/** Sleeps; wakes early when the network or the tab is back, or the signal says so. */
function pause(ms: number, ...signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      for (const signal of signals) signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    for (const signal of signals) {
      if (signal.aborted) return wake();
      signal.addEventListener('abort', wake);
    }
  });
}

/** Aborted when the tab is hidden: browsers keep few connections to one server, and nobody looks at a hidden list. */
function whileShown(): { readonly signal: AbortSignal; readonly end: () => void } {
  const hidden = new AbortController();
  const listen = () => {
    if (document.hidden) hidden.abort();
  };
  listen();
  document.addEventListener('visibilitychange', listen);
  return { signal: hidden.signal, end: () => document.removeEventListener('visibilitychange', listen) };
}

const DAY_MS = 86_400_000;

/**
 * Asks for changes again and again while the tab is shown, from the version that `since` gives. A change that could not be taken over is
 * asked for again. After a failure it waits longer each time, and says so.
 */
export function useLiveChanges(since: string | null, onChanges: (changes: Changes) => Promise<void>) {
  const latest = useRef({ since, onChanges });
  latest.current = { since, onChanges };
  const [connection, setConnection] = useState<Connection>(LIVE);
  const again = useRef(new AbortController());
  const ready = since !== null;

  useEffect(() => {
    if (!ready) return;
    const stop = new AbortController();
    const follow = async () => {
      let failures = 0;
      while (!stop.signal.aborted) {
        if (document.hidden) {
          await pause(DAY_MS, stop.signal);
          continue;
        }
        const shown = whileShown();
        const asked = Date.now();
        try {
          const changes = await get<Changes>(
            '/v1/review/changes',
            { since: latest.current.since, wait: failures > 0 ? 0 : WAIT_SECONDS },
            { signal: AbortSignal.any([stop.signal, shown.signal]), timeoutMs: (WAIT_SECONDS + 15) * 1000 },
          );
          if (stop.signal.aborted) return;
          await latest.current.onChanges(changes);
          failures = 0;
          setConnection(LIVE);
          if (Date.now() - asked < LEAST_PAUSE_MS) await pause(LEAST_PAUSE_MS, stop.signal);
        } catch (error) {
          if (stop.signal.aborted) return;
          // The tab was hidden: no failure, and nothing to wait for but the tab.
          if (shown.signal.aborted) continue;
          failures += 1;
          const known = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
          const ms = known ? LONGEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (failures - 1));
          setConnection({ state: 'offline', retryAt: Date.now() + ms });
          again.current = new AbortController();
          await pause(ms, stop.signal, again.current.signal);
        } finally {
          shown.end();
        }
      }
    };
    void follow();
    return () => stop.abort();
  }, [ready]);

  return { connection, retryNow: () => again.current.abort() };
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Claim, SubmissionView } from '../../../../../shared/domain/review/dossier.ts';
import { del, post } from '../../api/client.ts';
import { isUnattended } from '../../api/presence.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.tsx';
import { shouldClaim } from './decide/standing.ts';

/** Renewed so often while somebody is there; a claim lasts some minutes. */
const RENEW_MS = 60_000;
const LOOK_MS = 10_000;
/** Nobody is there who has touched nothing for so long: the claim may lapse. */
const AWAY_MS = 5 * 60_000;

const pathOf = (submission: string) => `/v1/review/submissions/${encodeURIComponent(submission)}/claim`;

/** The claim that a refusal tells of. */
function claimIn(error: unknown): Claim | null {
  if (!(error instanceof ApiProblem) || error.code !== 'conflict') return null;
  const claim = error.document.claim as Claim | undefined;
  return typeof claim?.by?.displayName === 'string' ? claim : null;
}

/**
 * Claims the submission while its page is open and seen, and gives it back when the page is left.
 * @returns who holds it, as far as is known, and how to take it over
 */
export function useClaim(view: SubmissionView): { readonly claim: Claim | null; readonly takeOver: () => Promise<void> } {
  const { account, rights } = useSession();
  const client = useQueryClient();
  const { submission } = view;
  const wanted = shouldClaim(view, account, rights);
  const shown = view.dossier?.claim ?? null;
  const heldByOther = shown !== null && shown.by.id !== account.id;
  const [own, setOwn] = useState<Claim | null>(null);
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: ['submission', submission], exact: true }),
    [client, submission],
  );

  useEffect(() => {
    if (!wanted || heldByOther) return;
    let left = false;
    let heldAt = 0;
    const hold = async () => {
      if (left || document.visibilityState === 'hidden') return;
      if (Date.now() - heldAt < RENEW_MS || isUnattended(Date.now(), AWAY_MS)) return;
      heldAt = Date.now();
      try {
        const claim = await post<Claim>(pathOf(submission), {});
        if (!left) setOwn(claim);
      } catch (error) {
        const claim = claimIn(error);
        // Whoever else holds it, or that it is closed: the page says so.
        if (!left && (claim !== null || (error instanceof ApiProblem && error.status === 409))) {
          setOwn(claim);
          void refresh();
        }
      }
    };
    const release = () => void del(pathOf(submission), { keepalive: true }).catch(() => undefined);
    void hold();
    const timer = setInterval(() => void hold(), LOOK_MS);
    const again = () => {
      heldAt = 0;
      void hold();
    };
    document.addEventListener('visibilitychange', again);
    window.addEventListener('pageshow', again);
    window.addEventListener('pagehide', release);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('pageshow', again);
      window.removeEventListener('pagehide', release);
      setOwn(null);
      release();
    };
  }, [submission, wanted, heldByOther, refresh]);

  // That a claim has lapsed is nobody's doing, so nobody tells.
  const otherUntil = heldByOther ? shown.until : null;
  useEffect(() => {
    if (otherUntil === null) return;
    const timer = setTimeout(
      () => void refresh(),
      Math.min(Math.max(1_000, Date.parse(otherUntil) - Date.now() + 500), 3_600_000),
    );
    return () => clearTimeout(timer);
  }, [otherUntil, refresh]);

  const takeOver = useCallback(async () => {
    const claim = await post<Claim>(pathOf(submission), { takeOver: true });
    setOwn(claim);
    await refresh();
  }, [submission, refresh]);

  return { claim: own ?? shown, takeOver };
}

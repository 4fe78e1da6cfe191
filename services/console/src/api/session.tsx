import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Right, SessionView } from '../../../../shared/domain/review/account.ts';
import { get, rememberCsrfToken, renewingTokenBy, whenPasswordDue, whenSignedOut } from './client.ts';
import { ApiProblem } from './problem.ts';
import { queryClient } from './query-client.ts';

export const SESSION_PATH = '/v1/review/session';
const KEY = ['session'] as const;

/** Takes over a session that has just begun (the answer to signing in), or its end (null). */
export function acceptSession(session: SessionView | null): void {
  rememberCsrfToken(session?.csrfToken ?? null);
  const before = queryClient.getQueryData<SessionView | null>(KEY);
  queryClient.setQueryData(KEY, session);
  // Nothing that one person has read may be shown to the next at the same desk.
  if (before?.account.id !== session?.account.id)
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
}

/** Asks the server anew who we are, for example after a password was changed. */
export async function refreshSession(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: KEY });
}

async function readSession(signal: AbortSignal): Promise<SessionView | null> {
  try {
    const session = await get<SessionView | null>(SESSION_PATH, undefined, { signal });
    rememberCsrfToken(session?.csrfToken ?? null);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

// Whatever request learns it first: the pages are left for the sign-in page.
whenSignedOut(() => {
  if (queryClient.getQueryData(KEY) != null) acceptSession(null);
});

// An administrator has reset the password: the sign-in page asks for a new one.
whenPasswordDue(() => void refreshSession());

renewingTokenBy(async () => {
  const before = queryClient.getQueryData<SessionView | null>(KEY);
  const now = await readSession(AbortSignal.timeout(10_000)).catch(() => null);
  if (before == null || now === null || now.csrfToken === before.csrfToken) return false;
  acceptSession(now);
  // Somebody else signed in at this desk: what one person meant to do is not done in the name of another.
  return now.account.id === before.account.id;
});

/** The session as a query: null when nobody is signed in. For the sign-in page and the frame; pages use `useSession`. */
export function useSessionQuery() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => readSession(signal), staleTime: 60_000 });
}

const SessionContext = createContext<SessionView | null>(null);

export function SessionProvider({ session, children }: { readonly session: SessionView; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who uses the page, with their rights. Every page but the sign-in page stands below a session. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is for pages of people who have signed in');
  return session;
}

/** Whether the person may do this; the server asks again. */
export function useMay(right: Right): boolean {
  return useSession().rights.includes(right);
}

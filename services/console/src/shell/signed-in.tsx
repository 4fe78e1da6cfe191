import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { SessionProvider, useSessionQuery } from '../api/session.tsx';
import { LoadFailed } from './load-failed.tsx';
import { LoadingPage } from './loading-page.tsx';

/**
 * Lets only those in who have signed in. Everybody else, and whoever must first choose a password, goes to the sign-in page, which
 * knows from `next` where they wanted to go.
 */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const session = useSessionQuery();
  const { pathname, search, hash } = useLocation();
  if (session.data === undefined) {
    return session.isError ? <LoadFailed error={session.error} retry={() => void session.refetch()} /> : <LoadingPage />;
  }
  if (session.data === null || session.data.account.mustChangePassword) {
    const wanted = pathname + search + hash;
    const query = wanted === '/' || wanted === '/queue' ? '' : `?next=${encodeURIComponent(wanted)}`;
    return <Navigate to={`/login${query}`} replace />;
  }
  return <SessionProvider session={session.data}>{children}</SessionProvider>;
}

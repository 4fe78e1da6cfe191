import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import type { Right } from '../../../shared/domain/review/account.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { Layout } from './shell/layout.tsx';
import { LoadingPage } from './shell/loading-page.tsx';
import { WithRight } from './shell/no-right.tsx';
import { NotFound } from './shell/not-found.tsx';
import { SignedIn } from './shell/signed-in.tsx';

type Page = { readonly default: ComponentType };

/** A page that is fetched when it is first opened; the page before it stays until then. */
const page = (load: () => Promise<Page>) => async () => ({ Component: (await load()).default });

/** Routes that are no use without a right: whoever lacks it is told so. */
const behind = (right: Right, route: RouteObject): RouteObject => ({
  element: (
    <WithRight right={right}>
      <Outlet />
    </WithRight>
  ),
  children: [route],
});

/** Every address of the console. Each deep-links: what a page shows beyond its path stands in its query. */
export const router = createBrowserRouter(
  [
    {
      path: '/login',
      lazy: page(() => import('./pages/login/page.tsx')),
      HydrateFallback: LoadingPage,
      ErrorBoundary: ErrorPage,
    },
    {
      path: '/',
      element: (
        <SignedIn>
          <Layout />
        </SignedIn>
      ),
      HydrateFallback: LoadingPage,
      ErrorBoundary: ErrorPage,
      children: [
        {
          // A page that fails leaves the frame standing.
          ErrorBoundary: ErrorPage,
          children: [
            { index: true, element: <Navigate to="/queue" replace /> },
            { path: 'queue', lazy: page(() => import('./pages/queue/page.tsx')) },
            { path: 'submissions/:id', lazy: page(() => import('./pages/submission/page.tsx')) },
            { path: 'submissions/:id/compare', lazy: page(() => import('./pages/compare/page.tsx')) },
            { path: 'submissions/:id/letter', lazy: page(() => import('./pages/letter/page.tsx')) },
            { path: 'overview', lazy: page(() => import('./pages/overview/page.tsx')) },
            { path: 'rulebook', lazy: page(() => import('./pages/rulebook/page.tsx')) },
            { path: 'reasons', lazy: page(() => import('./pages/reasons/page.tsx')) },
            behind('read-audit', { path: 'audit', lazy: page(() => import('./pages/audit/page.tsx')) }),
            behind('manage-accounts', { path: 'accounts', lazy: page(() => import('./pages/accounts/page.tsx')) }),
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);

import type { Request, Response } from 'express';
import { z } from 'zod';
import { ATTEMPT_MINUTES } from '../../../../shared/platform/database/sign-in-attempts.ts';
import type { SingleSignOn } from '../../../../shared/platform/single-sign-on.ts';
import { cookieOf, requireSafeTransport, setCookie } from '../../access/session-cookie.ts';
import { operation, type Reply } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { redirectionSchema } from '../../schemas/review-accounts.ts';
import { beginSession } from './begin.ts';
import { consolePath } from './console-path.ts';
import { noteRefusal } from './note-refusal.ts';

const CALLBACK = '/v1/review/sign-in/oidc/callback';
const SUFFIX = '-sso';

/** Why nobody was signed in, as the sign-in page explains it: people come here by following a link, so they must end at a page. */
type Fault =
  | 'unavailable'
  | 'cancelled'
  | 'failed'
  | 'expired'
  | 'no-role'
  | 'disabled'
  | 'last-administrator'
  | 'too-many'
  | 'https';

const to = (location: string): Reply => ({ status: 302, body: { location }, headers: { Location: location } });

function backToSignIn(fault: Fault, next: string): Reply {
  const query = new URLSearchParams({ problem: fault });
  if (next !== consolePath(undefined)) query.set('next', next);
  return to(`/console/login?${query}`);
}

function provider({ singleSignOn }: ApiPorts): SingleSignOn {
  if (singleSignOn !== null) return singleSignOn;
  throw notFound({ zh: '登录方式：未配置单点登录', en: 'way to sign in: single sign-on is not configured' });
}

const comesBackTo = (request: Request): string => `${request.protocol}://${request.host}${CALLBACK}`;

/** Whether this browser may be signed in over this connection. */
function isSafe(request: Request, ports: ApiPorts): boolean {
  try {
    requireSafeTransport(request, ports.configuration);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function mayTry({ limiter, configuration }: ApiPorts, request: Request): Promise<boolean> {
  const { allowed } = await limiter.take(`sso:${request.ip ?? 'unknown'}`, configuration.rate.unauthenticatedPerMinute);
  return allowed;
}

export const beginSingleSignOn = operation({
  id: 'beginSingleSignOn',
  method: 'get',
  path: '/v1/review/sign-in/oidc',
  tag: 'review',
  summary: { zh: '开始单点登录：转到登录服务', en: 'Begin single sign-on: leads to the provider' },
  scope: null,
  query: z.object({ next: z.string().optional().describe('登录后打开的工作台页面 / Page of the console to open afterwards') }),
  responses: {
    302: {
      description: { zh: '转到登录服务，或带原因回到登录页', en: 'To the provider, or back with the reason' },
      schema: redirectionSchema,
    },
  },
  problems: ['not-found'],
  async handle({ ports, request, response, query }) {
    const singleSignOn = provider(ports);
    const next = consolePath(query.next);
    if (!isSafe(request, ports)) return backToSignIn('https', next);
    if (!(await mayTry(ports, request))) return backToSignIn('too-many', next);
    const begun = await singleSignOn.begin(comesBackTo(request));
    if ('fault' in begun) {
      ports.log.warn({ code: begun.code }, 'single sign-on could not begin');
      return backToSignIn(begun.fault, next);
    }
    const browser = await ports.database.signInAttempts.begin(begun.attempt, next, cookieOf(request, SUFFIX));
    // Lax: the provider's page leads back here from another site.
    setCookie(request, response, browser, SUFFIX, { maxAge: ATTEMPT_MINUTES * 60_000 });
    return to(begun.address);
  },
});

export const finishSingleSignOn = operation({
  id: 'finishSingleSignOn',
  method: 'get',
  path: CALLBACK,
  tag: 'review',
  summary: { zh: '单点登录的回跳地址', en: 'Where the provider sends the browser back' },
  description: {
    zh: '须在登录服务登记为 redirect URI。账号在首次登录时建立，角色每次登录时按 OIDC_ROLES 更新。',
    en: 'To be registered with the provider as redirect URI. Accounts are made at the first sign-in; each sets the role by OIDC_ROLES.',
  },
  scope: null,
  query: z.object({ state: z.string().optional(), code: z.string().optional(), error: z.string().optional() }),
  responses: {
    302: {
      description: { zh: '转到工作台，或带原因回到登录页', en: 'To the console, or back with the reason' },
      schema: redirectionSchema,
    },
  },
  problems: ['not-found'],
  async handle({ ports, request, response, query }) {
    const singleSignOn = provider(ports);
    if (!(await mayTry(ports, request))) return backToSignIn('too-many', consolePath(undefined));
    const browser = cookieOf(request, SUFFIX);
    const attempt =
      browser === null || query.state === undefined ? null : await ports.database.signInAttempts.take(browser, query.state);
    // Nothing that this browser began: an old page, a second use, or somebody else's link.
    if (attempt === null) return backToSignIn('expired', consolePath(undefined));
    const { search } = new URL(request.originalUrl, comesBackTo(request));
    const result = await singleSignOn.finish(new URL(search, comesBackTo(request)), attempt);
    if ('fault' in result) {
      ports.log.warn({ code: result.code }, 'single sign-on failed');
      return backToSignIn(result.fault, attempt.next);
    }
    const admission = await ports.database.providerAccounts.admit(result.vouched);
    if (admission.outcome !== 'admitted') {
      await noteRefusal(ports, admission.account, request.ip ?? 'unknown', admission.outcome);
      return backToSignIn(admission.outcome, attempt.next);
    }
    return admitted(ports, request, response, admission.account.id, attempt.next);
  },
});

async function admitted(ports: ApiPorts, request: Request, response: Response, accountId: string, next: string): Promise<Reply> {
  const session = await beginSession(ports, request, response, accountId, 'single-sign-on');
  // Disabled in the moment between.
  return session === null ? backToSignIn('disabled', next) : to(next);
}

import type { Request } from 'express';
import { Problem } from '../problems/problem.ts';

/**
 * Refuses what a page of another site makes a browser send: for requests that carry no CSRF token yet, such as signing in. Programs that
 * are no browsers send neither header and pass.
 * @param publicUrl another address under which the service is known
 * @throws Problem `forbidden`
 */
export function requireSameOrigin(request: Request, publicUrl: string | null): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const fromHere =
    site === undefined ? origin === undefined || isOurs(origin, request, publicUrl) : /^(same-origin|none)$/.test(site);
  if (fromHere) return;
  throw new Problem('forbidden', {
    zh: '此请求来自其他网站的页面，请在工作台的登录页登录',
    en: 'A page of another site sent this; sign in on the console’s own page',
  });
}

function isOurs(origin: string, request: Request, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.host || (publicUrl !== null && host === new URL(publicUrl).host);
}

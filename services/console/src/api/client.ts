import { isUnattended } from './presence.ts';
import { ApiProblem, problemOf, timedOut, unreachable } from './problem.ts';

/** Values of a query; null and undefined are left out, a list repeats its name. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

export interface RequestOptions {
  /** Ends the request early, for example when the page is left; react-query gives one to every query. */
  readonly signal?: AbortSignal;
  /** How long to wait for the whole answer. */
  readonly timeoutMs?: number;
  /** Goes through even if the page is left meanwhile; for small requests that give something back. */
  readonly keepalive?: boolean;
}

const TIMEOUT_MS = 20_000;

let csrfToken: string | null = null;
let onSignedOut: () => void = () => {};
let onPasswordDue: () => void = () => {};
let renewToken: () => Promise<boolean> = async () => false;

/** Keeps the token of the session in use; everything that changes something carries it. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** What happens when the server no longer knows the session. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** What happens when the account must choose a password before anything else. */
export function whenPasswordDue(listener: () => void): void {
  onPasswordDue = listener;
}

/** How a token that the server refused is replaced. @param renew answers whether there is another one for the same person */
export function renewingTokenBy(renew: () => Promise<boolean>): void {
  renewToken = renew;
}

/** Address with its query. */
export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') for (const each of value) parameters.append(name, each);
    else parameters.append(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send<T>(method: string, address: string, body: unknown, options: RequestOptions): Promise<T> {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (isUnattended()) headers['X-Shelfgate-Unattended'] = 'true';
  if (method !== 'GET' && csrfToken !== null) headers['X-Shelfgate-CSRF'] = csrfToken;
  let response: Response;
  let answer: string;
  try {
    response = await fetch(address, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      redirect: 'error',
      keepalive: options.keepalive === true,
      signal,
    });
    answer = await response.text();
  } catch (error) {
    // Left on purpose: not a failure that anybody wants to read about.
    if (options.signal?.aborted) throw error;
    throw timeout.aborted ? timedOut(Math.round(timeoutMs / 1000)) : unreachable();
  }
  if (response.ok) {
    if (answer === '') return undefined as T;
    const value = parsed(answer);
    if (value === undefined) throw problemOf(response.status, null);
    return value as T;
  }
  const problem = problemOf(response.status, parsed(answer));
  if (problem.status === 401) onSignedOut();
  if (problem.code === 'password-change-required') onPasswordDue();
  throw problem;
}

/** Another tab may have signed in anew meanwhile: what was refused for its token is sent once more with the new one. */
async function change<T>(method: string, address: string, body: unknown, options: RequestOptions): Promise<T> {
  try {
    return await send<T>(method, address, body, options);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'forbidden' || !(await renewToken())) throw error;
    return send<T>(method, address, body, options);
  }
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}

/** @throws ApiProblem for every answer that is none of success, and for none at all */
export function get<T>(path: string, query?: Query, options: RequestOptions = {}): Promise<T> {
  return send('GET', addressOf(path, query), undefined, options);
}

/** @throws ApiProblem */
export function post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
  return change('POST', path, body, options);
}

/** @throws ApiProblem */
export function put<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
  return change('PUT', path, body, options);
}

/** @throws ApiProblem */
export function patch<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
  return change('PATCH', path, body, options);
}

/** @throws ApiProblem */
export function del<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return change('DELETE', path, undefined, options);
}

/** Whether a failure may pass if it is tried again: no answer, or the server's own fault. */
export function mayPass(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
}

import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPublic } from './addresses.ts';
import { ExchangeError } from './failure.ts';
import { guardedLookup, type MayReach, type Resolve, resolveBySystem } from './guarded-lookup.ts';
import { checkTarget } from './target.ts';

/** How all guarded exchanges of a process are made. */
export interface Guard {
  /** For tests and closed networks: private addresses may be reached. */
  readonly allowPrivateAddresses?: boolean;
  /** Addresses that may be reached although they are private, and no others. */
  readonly allowAddresses?: readonly string[];
  readonly userAgent?: string;
  /** How names are resolved; default the system's way. */
  readonly resolve?: Resolve;
  /** Certificates of authorities that are trusted beside the system's own. */
  readonly ca?: string;
}

interface Message {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Which addresses the guard lets through. */
export function mayReach({ allowPrivateAddresses = false, allowAddresses = [] }: Guard): MayReach {
  return (address) => allowPrivateAddresses || isPublic(address) || allowAddresses.includes(address);
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;

function send(url: URL, message: Message, guard: Guard, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: message.method,
      headers: { 'user-agent': guard.userAgent ?? 'shelfgate', ...message.headers },
      lookup: guardedLookup(guard.resolve ?? resolveBySystem, mayReach(guard)),
      // A connection of its own: one from a shared pool may have been made without the guard.
      agent: false,
      ca: guard.ca,
      signal,
    });
    request.once('response', resolve);
    request.on('error', reject);
    request.end(message.body);
  });
}

/**
 * Sends a message without following redirects.
 * @throws ExchangeError, or an error that `failed` understands
 */
export async function sendOnce(url: string, message: Message, guard: Guard, signal: AbortSignal): Promise<IncomingMessage> {
  return send(checkTarget(url, null, mayReach(guard)), message, guard, signal);
}

/**
 * Gets a URL through at most five redirects; each target is checked like the first.
 * @throws ExchangeError, or an error that `failed` understands
 */
export async function follow(
  url: string,
  headers: Readonly<Record<string, string>>,
  guard: Guard,
  signal: AbortSignal,
): Promise<{ readonly url: URL; readonly response: IncomingMessage }> {
  let target = checkTarget(url, null, mayReach(guard));
  for (let redirects = 0; ; redirects += 1) {
    const response = await send(target, { method: 'GET', headers }, guard, signal);
    const { location } = response.headers;
    if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) return { url: target, response };
    response.destroy();
    if (redirects === MAX_REDIRECTS) throw new ExchangeError('too-many-redirects', `more than ${MAX_REDIRECTS} redirects`);
    target = checkTarget(location, target, mayReach(guard));
  }
}

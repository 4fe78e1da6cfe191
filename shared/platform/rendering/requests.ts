import type { Route } from 'playwright-core';
import type { Fetch, FetchedDocument } from '../../domain/ports.ts';
import type { Query } from '../fetch/index.ts';
import { sameSite } from './same-site.ts';

/** What a page may ask for in all. */
const MOST_REQUESTS = 150;
const MOST_BYTES = 30 * 1024 * 1024;
const LARGEST = 8 * 1024 * 1024;
const EACH_MS = 8_000;
/** Pages that a page may move on to by itself. */
const MOST_NAVIGATIONS = 6;
const LARGEST_BODY = 64 * 1024;

/** Never needed for text. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'image',
  'font',
  'media',
  'texttrack',
  'manifest',
  'ping',
  'eventsource',
  'websocket',
]);
/** Headers that are true of the answer as it came over the wire, or that would send the browser somewhere by itself. */
const DROPPED: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'set-cookie',
  'refresh',
  'location',
  'link',
  'content-security-policy',
  'content-security-policy-report-only',
  'content-disposition',
  'strict-transport-security',
  'alt-svc',
  'clear-site-data',
  'reporting-endpoints',
  'report-to',
  'nel',
]);

/**
 * Answers every request of one page through the guarded fetch: the browser itself never connects to anything, so whatever its scripts
 * ask for is checked as the page's own address was, on every redirect and after every resolution. Counts requests and bytes.
 */
export class PageRequests {
  /** Why the page's own document could not be had. */
  refused: Extract<Awaited<ReturnType<Fetch>>, { ok: false }>['failure'] | null = null;
  /** Requests that wait for their answer. */
  underWay = 0;
  private readonly fetch: Fetch;
  private readonly query: Query;
  private requests = 0;
  private bytes = 0;
  private navigations = 0;
  /** The target of a redirect, fetched already, by address: used once. */
  private readonly landed = new Map<string, FetchedDocument>();

  constructor(fetch: Fetch, query: Query) {
    this.fetch = fetch;
    this.query = query;
  }

  /** Answers one request. Never throws: the page may be gone before its answer comes. */
  async answer(route: Route): Promise<void> {
    this.underWay += 1;
    try {
      await this.decide(route);
    } catch {
      await route.abort('failed').catch(() => undefined);
    } finally {
      this.underWay -= 1;
    }
  }

  private async decide(route: Route): Promise<void> {
    const request = route.request();
    const main = request.isNavigationRequest() && request.frame().parentFrame() === null;
    const over = ++this.requests > MOST_REQUESTS || this.bytes > MOST_BYTES || (main && ++this.navigations > MOST_NAVIGATIONS);
    if (over || LEFT_OUT.has(request.resourceType())) return route.abort('blockedbyclient');
    const url = request.url();
    const document = this.take(url) ?? (await this.get(route, main));
    if (document === null) return route.abort('accessdenied');
    this.bytes += document.bytes.length;
    if (request.isNavigationRequest() && withoutFragment(document.finalUrl) !== withoutFragment(url)) {
      // The browser must know where it is, for relative addresses and for what its scripts may read: it goes there, and finds the answer.
      this.landed.set(withoutFragment(document.finalUrl), document);
      return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: goingTo(document.finalUrl, url) });
    }
    const headers = { ...headersOf(document), ...allowing(request.headers().origin) };
    await route.fulfill({ status: document.status, headers, body: Buffer.from(document.bytes) });
  }

  private take(url: string): FetchedDocument | null {
    const key = withoutFragment(url);
    const document = this.landed.get(key) ?? null;
    this.landed.delete(key);
    return document;
  }

  private async get(route: Route, main: boolean): Promise<FetchedDocument | null> {
    const request = route.request();
    const limits = { maxBytes: Math.min(LARGEST, MOST_BYTES - this.bytes + 1), timeoutMs: EACH_MS };
    const method = request.method();
    let fetched: Awaited<ReturnType<Fetch>>;
    if (method === 'GET' || method === 'HEAD') fetched = await this.fetch(request.url(), limits);
    else if (method === 'POST' && !request.isNavigationRequest() && sameSite(request.url(), request.frame().url())) {
      const body = request.postData() ?? '';
      if (body.length > LARGEST_BODY) return null;
      const contentType = request.headers()['content-type'] ?? 'application/json';
      fetched = await this.query(request.url(), { contentType, body }, limits);
    } else return null;
    if (fetched.ok) return fetched.document;
    if (main) this.refused = fetched.failure;
    return null;
  }
}

/**
 * Servers allow other origins by name, and the guarded fetch names none. This browser holds nothing that the browser's own rule would
 * protect: no cookies, no logins, no way into a private network.
 */
function allowing(origin: string | undefined): Record<string, string> {
  return origin === undefined ? {} : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
}

function headersOf({ headers }: FetchedDocument): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => !DROPPED.has(name.toLowerCase()) && !/[\r\n]/.test(value));
  return Object.fromEntries(kept);
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}

/** A page that moves on at once; a fragment that the first address had goes along. */
function goingTo(target: string, asked: string): string {
  const fragment = target.includes('#') ? '' : (/#.*$/s.exec(asked)?.[0] ?? '');
  const literal = JSON.stringify(target + fragment)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '')
    .replaceAll('\u2029', '');
  return `<!doctype html><script>location.replace(${literal})</script>`;
}

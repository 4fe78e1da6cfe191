import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { RenderedPage } from '../../domain/ports.ts';
import type { PageRequests } from './requests.ts';

/** Text that has not grown for this long, with nothing under way, is there. */
const SETTLED_MS = 600;
const LOOK_EVERY_MS = 200;

/** Thrown where the page has more than may be read. */
export class TooLarge extends Error {}

/** Thrown where a page has gone to an address that is none of the web. */
class LeftTheWeb extends Error {
  override readonly name = 'LeftTheWeb';
}

/**
 * Opens an address in a fresh context (no cookies, no storage, no service workers, no downloads) and waits until its scripts have
 * written what they write.
 * @returns what stands there at the latest when `untilMs` have passed
 * @throws TooLarge; LeftTheWeb; errors of the browser
 */
export async function readRendered(
  browser: Browser,
  url: string,
  requests: PageRequests,
  limits: { readonly maxBytes: number; readonly untilMs: number },
): Promise<RenderedPage> {
  const context = await browser.newContext({
    acceptDownloads: false,
    serviceWorkers: 'block',
    permissions: [],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 412, height: 915 },
    reducedMotion: 'reduce',
  });
  await context.route(
    () => true,
    (route) => requests.answer(route),
  );
  await context.routeWebSocket(
    () => true,
    (socket) => void socket.close(),
  );
  const page = await context.newPage();
  context.on('page', (other) => void other.close().catch(() => undefined));
  const crashed = new Promise<never>((_, reject) => page.once('crash', () => reject(new Error('the page crashed'))));
  crashed.catch(() => undefined);
  return Promise.race([crashed, settle(page, url, requests, limits)]);
}

async function settle(
  page: Page,
  url: string,
  requests: PageRequests,
  { maxBytes, untilMs }: { readonly maxBytes: number; readonly untilMs: number },
): Promise<RenderedPage> {
  const until = performance.now() + untilMs;
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: untilMs });
  const session = await page.context().newCDPSession(page);
  let length: unknown = null;
  for (let changed = performance.now(); performance.now() < until; ) {
    await pause(LOOK_EVERY_MS);
    // A page that moves on has no text for a moment.
    const now = await ask(session, LENGTH).catch(() => null);
    if (now === null || now !== length || requests.underWay > 0) changed = performance.now();
    length = now;
    if (performance.now() - changed >= SETTLED_MS) break;
  }
  // A page that was sent where nothing could be had shows the browser's own error page, which says nothing of the site.
  if (!/^https?:/.test(page.url())) throw new LeftTheWeb('the page is not one of the web any more');
  // A character of Chinese text has three bytes.
  const html = await ask(session, `(${HTML})(${Math.floor(maxBytes / 3)})`);
  if (typeof html !== 'string') throw new TooLarge('more than may be read');
  return { finalUrl: page.url(), html: new TextEncoder().encode(html) };
}

const LENGTH = 'document.documentElement === null ? 0 : document.documentElement.textContent.length';
/** The document as HTML, with what lies in open shadow trees behind it; null where there is too much of it. */
const HTML = `(most) => {
  const root = document.documentElement;
  if (root === null) return '';
  let html = root.outerHTML;
  for (const element of document.querySelectorAll('*')) {
    if (html.length > most) return null;
    if (element.shadowRoot) html += '<div>' + element.shadowRoot.innerHTML + '</div>';
  }
  return html.length > most ? null : html;
}`;

/** Evaluates in a world of its own: no script of the page can change what is read. @throws when the page is not there */
async function ask(session: CDPSession, expression: string): Promise<unknown> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'reader' });
  const evaluation = { contextId: world.executionContextId, returnByValue: true, expression };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', evaluation);
  if (exceptionDetails !== undefined) throw new Error('the page cannot be read');
  return result.value;
}

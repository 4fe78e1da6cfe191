import type { Fetch, Render, RenderFailure } from '../../domain/ports.ts';
import type { Query } from '../fetch/index.ts';
import { type BrowserOptions, startBrowser } from './browser.ts';
import { readRendered, TooLarge } from './page.ts';
import { PageRequests } from './requests.ts';
import { Slots } from './slots.ts';

/** How pages are rendered. */
export interface RendererOptions extends BrowserOptions {
  /** Browsers at a time. */
  readonly concurrency: number;
  /** Guarded: it answers everything that the pages ask for. */
  readonly fetch: Fetch;
  readonly query: Query;
}

/** A pool of its own: pages that wait for a browser keep no package waiting. */
export interface Renderer {
  readonly render: Render;
  /** Ends the browsers that run. */
  close(): Promise<void>;
}

/** Pages that may wait for each browser; beyond that they are told so at once. */
const WAITING_FOR_EACH = 8;
/** A browser that does not end by then is left to its fate, and its page is told anyway. */
const ENDING_MS = 10_000;
/** Of the time limit, what is kept for ending in order. */
const MARGIN_MS = 1_000;

/**
 * Opens a pool of headless Chromium. Each page gets a browser process of its own that ends with it: nothing that a page does outlives
 * it or reaches another's.
 */
export function openRenderer(options: RendererOptions): Renderer {
  const slots = new Slots(options.concurrency, options.concurrency * WAITING_FOR_EACH);
  const running = new Set<Closing>();
  const render: Render = async (url, limits) => {
    const free = await slots.take();
    if (free === null) return failure('render-busy', 'too many pages wait for the browser');
    try {
      return await renderOne(url, limits, options, running);
    } finally {
      free();
    }
  };
  return {
    render,
    close: async () => {
      slots.close();
      await Promise.all([...running].map((end) => end()));
    },
  };
}

type Closing = () => Promise<void>;
type Rendered = Awaited<ReturnType<Render>>;

async function renderOne(
  url: string,
  { maxBytes, timeoutMs }: Parameters<Render>[1],
  options: RendererOptions,
  running: Set<Closing>,
): Promise<Rendered> {
  const ends = performance.now() + timeoutMs;
  const requests = new PageRequests(options.fetch, options.query);
  let end: Closing | null = null;
  const late = timer(timeoutMs, failure('render-timeout', `not done within ${timeoutMs} ms`));
  try {
    const browser = await startBrowser(options, timeoutMs);
    const closing = () => withTime(browser.close(), ENDING_MS);
    running.add(closing);
    end = async () => {
      running.delete(closing);
      await closing();
    };
    const untilMs = Math.max(1, ends - performance.now() - MARGIN_MS);
    const reading = readRendered(browser, url, requests, { maxBytes, untilMs }).then(
      (page): Rendered => ({ ok: true, page }),
      (error: unknown) => failureOf(error, requests),
    );
    return await Promise.race([reading, late.promise]);
  } catch (error) {
    return failureOf(error, requests);
  } finally {
    late.clear();
    await end?.();
  }
}

function failureOf(error: unknown, requests: PageRequests): Rendered {
  if (requests.refused === 'private-address') return failure('render-private-address', 'the page leads into a private network');
  if (requests.refused !== null) return failure('render-fetch', requests.refused);
  if (error instanceof TooLarge) return failure('render-too-large', error.message);
  const name = error instanceof Error ? error.name : '';
  // The name and not the message, which quotes the page.
  return name === 'TimeoutError' ? failure('render-timeout', name) : failure('render-crashed', name);
}

function failure(kind: RenderFailure, detail: string): Extract<Rendered, { ok: false }> {
  return { ok: false, failure: kind, detail };
}

function timer<Value>(milliseconds: number, value: Value): { readonly promise: Promise<Value>; readonly clear: () => void } {
  let handle: NodeJS.Timeout | undefined;
  const promise = new Promise<Value>((resolve) => {
    handle = setTimeout(() => resolve(value), milliseconds);
  });
  return { promise, clear: () => clearTimeout(handle) };
}

/** Waits for something to end, but not for ever; how it ends does not matter. */
async function withTime(ending: Promise<unknown>, milliseconds: number): Promise<void> {
  const limit = timer(milliseconds, undefined);
  await Promise.race([ending.catch(() => undefined), limit.promise]);
  limit.clear();
}

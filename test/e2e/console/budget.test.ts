import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { RunningTestApi } from '../../integration/api/running-api.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { decidedSubmission, PLAIN_REJECTION } from '../../support/dossiers.ts';
import { until } from '../../support/until.ts';
import { BUILT, startConsole } from '../support/console.ts';
import { person, signIn } from '../support/people.ts';

/** What the first page may weigh, all files that it loads together, compressed by gzip. */
const MOST_BYTES = 600_000;
const MOST_ASSETS = 40;
const ICON = /^icon-[\w-]+\.svg$/;
/** "Good" by Core Web Vitals. */
const MOST_SHIFT = 0.1;

interface Loaded {
  /** Names of the files below assets/. */
  readonly assets: readonly string[];
  /** Bytes that came over the network for page and assets. */
  readonly transferred: number;
  /** Where requests went that did not go to our server. */
  readonly elsewhere: readonly string[];
  readonly shift: number;
  /** What moved. */
  readonly moved: readonly string[];
}

const weightOf = (assets: readonly string[]): number =>
  assets.reduce(
    (sum, name) => {
      const file = join(BUILT, 'assets', name);
      return sum + Math.min(...[file, `${file}.gz`].map((each) => statSync(each, { throwIfNoEntry: false })?.size ?? Infinity));
    },
    statSync(join(BUILT, 'index.html')).size,
  );

/** Opens an address with an empty cache and says what that took. */
async function load(page: Page, url: string): Promise<Loaded> {
  const origin = new URL(url).origin;
  const requested: URL[] = [];
  let transferred = 0;
  let lastAt = Date.now();
  page.on('request', (request) => {
    requested.push(new URL(request.url()));
    lastAt = Date.now();
  });
  const devtools = await page.context().newCDPSession(page);
  const sizes = new Map<string, string>();
  await devtools.send('Network.enable');
  devtools.on('Network.responseReceived', ({ requestId, response }) => void sizes.set(requestId, response.url));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (new URL(sizes.get(requestId) ?? origin).pathname.startsWith('/console/')) transferred += encodedDataLength;
  });
  await page.addInitScript(`globalThis.shifted = 0; globalThis.moved = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
        globalThis.shifted += entry.value;
        for (const { node, previousRect, currentRect } of entry.sources)
          moved.push([node?.nodeName, node?.className, node?.textContent?.slice(0, 40), JSON.stringify(previousRect), JSON.stringify(currentRect)].join(' '));
      }
    }).observe({ type: 'layout-shift', buffered: true });`);
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Nothing has been asked for in a while: the page has all that it wants.
  await until(() => Date.now() - lastAt > 700);
  const ours = requested.filter((each) => each.origin === origin);
  return {
    // The icon of the tab is the browser's own business: it asks for it when it likes.
    assets: ours
      .filter(({ pathname }) => pathname.startsWith('/console/assets/'))
      .map(({ pathname }) => pathname.slice('/console/assets/'.length))
      .filter((name) => !ICON.test(name)),
    transferred,
    elsewhere: requested.filter((each) => each.origin !== origin && each.protocol !== 'data:').map(({ href }) => href),
    shift: (await page.evaluate('globalThis.shifted')) as number,
    moved: (await page.evaluate('globalThis.moved')) as string[],
  };
}

/** The pages whose files have been loaded; each is called after its folder. */
function pagesAmong(assets: readonly string[]): string[] {
  const pages = readdirSync(new URL('../../../services/console/src/pages', import.meta.url));
  return pages.filter((page) => assets.some((name) => name.startsWith(`${page}-`) && name.endsWith('.js')));
}

describeInBrowser('what the first page costs', (open) => {
  let api: RunningTestApi;
  let submission: string;
  beforeAll(async () => {
    api = await startConsole();
    for (let number = 1; number <= 40; number += 1) {
      const app = { name: `应用 ${number}`, packageName: `com.example.app${number}` };
      const { id } = await decidedSubmission(api.database, api.caller.storeId, { app, findings: PLAIN_REJECTION });
      submission = id;
    }
  });
  afterAll(() => api.close());

  const expectCheap = (loaded: Loaded) => {
    expect(loaded.assets.length).toBeGreaterThan(3);
    expect(loaded.assets.length).toBeLessThanOrEqual(MOST_ASSETS);
    expect(new Set(loaded.assets).size).toBe(loaded.assets.length);
    expect(weightOf(loaded.assets)).toBeLessThanOrEqual(MOST_BYTES);
    expect(loaded.transferred).toBeGreaterThan(0);
    expect(loaded.transferred).toBeLessThanOrEqual(MOST_BYTES);
    expect(loaded.elsewhere).toEqual([]);
    expectStill(loaded);
  };
  const expectStill = ({ shift, moved }: Loaded) => {
    if (shift >= MOST_SHIFT) throw new Error(`the page moved by ${shift}:\n${moved.join('\n')}`);
  };

  test('signing in: at most 600 kB, nothing moves, nothing is asked of anybody else', async () => {
    const loaded = await load(await open(), `${api.url}/console/login`);
    expectCheap(loaded);
    expect(pagesAmong(loaded.assets)).toEqual(['login']);
  });

  test.each([
    ['a desk', { width: 1280, height: 800 }],
    ['a tablet', { width: 768, height: 1024 }],
  ])('the queue on %s: the same, and no file of a page that was not opened', async (_where, viewport) => {
    const page = await open({ viewport });
    await signIn(page, api.url, await person(api.database, 'senior-reviewer'));
    const loaded = await load(page, `${api.url}/console/`);
    expectCheap(loaded);
    expect(pagesAmong(loaded.assets)).toEqual(['queue']);
    expect(new URL(page.url()).pathname).toBe('/console/queue');
  });

  test.each([
    '/submissions/:id',
    '/submissions/:id/compare',
    '/submissions/:id/letter',
    '/overview',
    '/rulebook',
    '/reasons',
    '/audit',
    '/accounts',
  ])('nothing moves while %s loads, and it asks nobody else', async (path) => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'administrator'));
    const loaded = await load(page, `${api.url}/console${path.replace(':id', submission)}`);
    expectStill(loaded);
    expect(loaded.elsewhere).toEqual([]);
  });

  test('signing in and then working loads no file twice', async () => {
    const page = await open();
    await signIn(page, api.url, await person(api.database, 'reviewer'));
    const first = await load(page, `${api.url}/console/queue`);
    const fetched: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/console/assets/')) fetched.push(response.url().split('/').at(-1)!);
    });
    await page.getByRole('link', { name: '概览' }).click();
    await page.waitForURL((url) => url.pathname === '/console/overview');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(fetched.filter((name) => first.assets.includes(name))).toEqual([]);
    expect(pagesAmong(fetched)).toEqual(['overview']);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `CHROMIUM` names one; else Debian's, or one in the PATH. */
function findChromium(): string | null {
  const given = process.env.CHROMIUM;
  if (given) return existsSync(given) ? given : null;
  const inPath = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout?.trim();
  return inPath || (PLACES.find((place) => existsSync(place)) ?? null);
}

const executablePath = findChromium();

/** The browser of this machine; null where there is none. */
export const chromiumPath: string | null = executablePath;

/** Whether tests in a real browser can run here. */
export const chromiumAvailable: boolean = executablePath !== null;

/** Opens a page in a context of its own: no cookies, no storage, nothing of the other tests. */
export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>;

interface Watched {
  readonly context: BrowserContext;
  readonly complaints: string[];
  expected: RegExp[];
}

/**
 * Describes what happens in a real browser, one for the file. A test fails when one of its pages has an error in its console, an
 * exception that nobody caught, or breaks its Content-Security-Policy. Without a browser the tests are skipped, and the title says why.
 */
export function describeInBrowser(title: string, body: (open: OpenPage) => void): void {
  if (executablePath === null) {
    describe.skip(`${title} (skipped: no chromium in the PATH, and CHROMIUM names none)`, () => body(neverOpened));
    return;
  }
  describe(title, () => {
    let browser: Browser | undefined;
    const watched: Watched[] = [];
    const open: OpenPage = async (options) => {
      browser ??= await launch(executablePath);
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(45_000);
      const watch: Watched = { context, complaints: [], expected: [] };
      watched.push(watch);
      context.on('page', (page) => listen(page, watch));
      const page = await context.newPage();
      expectations.set(context, watch);
      return page;
    };
    afterEach(async () => {
      const complaints = watched.flatMap((each) =>
        each.complaints.filter((complaint) => !each.expected.some((pattern) => pattern.test(complaint))),
      );
      await Promise.all(watched.splice(0).map(({ context }) => context.close()));
      if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
    });
    afterAll(async () => {
      await browser?.close();
    });
    body(open);
  });
}

const neverOpened: OpenPage = () => Promise.reject(new Error('there is no browser'));
const expectations = new WeakMap<BrowserContext, Watched>();

/** Lets a test do on purpose what a page complains about, for example a server that is away. */
export function expectComplaint(page: Page, pattern: RegExp): void {
  expectations.get(page.context())?.expected.push(pattern);
}

/** Chromium's sandbox needs rights that root in a container lacks; the pages here are our own. */
async function launch(path: string): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  });
}

/** A refusal by the API is an answer that the page must handle; the browser's line about it in the console is no fault. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

function listen(page: Page, { complaints }: Watched): void {
  page.on('pageerror', (error) => complaints.push(`exception: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    if (REFUSAL.test(message.text()) && new URL(url, 'http://x').pathname.startsWith('/v1/')) return;
    complaints.push(`console: ${message.text()} (${url})`);
  });
}

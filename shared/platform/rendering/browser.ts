import type { Browser } from 'playwright-core';

/** Nobody listens there, and the name resolver is switched off as well: a browser that gets past the interception reaches nothing. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * No network of its own (names do not resolve, every connection goes to a proxy that is not there, also for loopback; no WebRTC around
 * it), nothing in the background, a small heap.
 */
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-background-networking',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--mute-audio',
  '--js-flags=--max-old-space-size=256',
];

/** How the browser of a page is started. */
export interface BrowserOptions {
  readonly executablePath: string;
  /** Chromium's own sandbox; null for where it can work: everywhere but as root. */
  readonly sandbox: boolean | null;
}

/**
 * Starts a browser for one page. Its environment holds nothing of ours: no credentials, no proxy settings.
 * @throws when it does not start within the time limit
 */
export async function startBrowser({ executablePath, sandbox }: BrowserOptions, timeoutMs: number): Promise<Browser> {
  // Only who configures a browser pays for loading the library.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: sandbox ?? process.getuid?.() !== 0,
    args: FLAGS,
    proxy: { server: NOWHERE, bypass: '<-loopback>' },
    env: { PATH: process.env.PATH ?? '', HOME: process.env.TMPDIR ?? '/tmp', LANG: 'zh_CN.UTF-8' },
    timeout: timeoutMs,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

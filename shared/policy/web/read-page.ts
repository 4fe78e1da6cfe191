import { createHash } from 'node:crypto';
import type { RenderFailure } from '../../domain/ports.ts';
import { type NoText, type PolicyDocument, policyGap } from '../document/document.ts';
import { readDocument } from '../document/read.ts';
import { judgeExchange } from './exchange.ts';
import type { GatheredPage } from './gathered.ts';
import { judgePage, type PageQuestion } from './page.ts';

/** What a page turned out to be, with the bytes that say so. `document` is there even where the page was judged to be no text. */
export interface PageReading {
  /** Null where there is text to read. */
  readonly refused: NoText | null;
  readonly document: PolicyDocument | null;
  /** What was read: the page after its scripts, where they had to run. */
  readonly bytes: Uint8Array;
  readonly finalUrl: string | null;
  readonly status: number | null;
  readonly mediaType: string | null;
  readonly rendered: boolean;
}

const FAILURES: Readonly<Record<RenderFailure, readonly [zh: string, en: string]>> = {
  'render-timeout': ['浏览器运行页面脚本超时', 'The browser did not finish the page’s scripts in time'],
  'render-crashed': ['浏览器未能启动或中途退出', 'The browser did not start, or did not survive the page'],
  'render-too-large': ['页面运行脚本后超过大小上限', 'The page exceeds the size limit after its scripts have run'],
  'render-fetch': ['浏览器取不到页面', 'The browser could not get the page'],
  'render-private-address': ['页面跳转到内网地址，不予访问', 'The page leads into a private network and is not fetched'],
  'render-busy': ['等待渲染的页面过多', 'Too many pages wait for the browser'],
};

/** Reads a page and judges what it is. */
export async function readPage(page: GatheredPage, role: PageQuestion['role']): Promise<PageReading> {
  const { url, fetched } = page;
  const refused = judgeExchange(url, fetched);
  if (!fetched.ok)
    return { refused, document: null, bytes: new Uint8Array(0), finalUrl: null, status: null, mediaType: null, rendered: false };
  const { bytes, headers, status, finalUrl } = fetched.document;
  const mediaType = headers['content-type'] ?? null;
  const exchange = { bytes, finalUrl, status, mediaType, rendered: false };
  if (refused !== null) return { ...exchange, refused, document: null };
  if (page.rendered?.ok) {
    const after = page.rendered.page;
    const dom = { bytes: after.html, finalUrl: after.finalUrl, status, mediaType: 'text/html; charset=utf-8', rendered: true };
    return judged(url, role, dom);
  }
  const reading = await judged(url, role, exchange);
  return page.rendered === null ? reading : { ...reading, refused: withFailure(reading.refused, page.rendered.failure, url) };
}

type Had = Omit<PageReading, 'refused' | 'document'>;

async function judged(url: string, role: PageQuestion['role'], had: Had): Promise<PageReading> {
  const reading = await readDocument({ bytes: had.bytes, mediaType: had.mediaType, fileName: lastPathPart(had.finalUrl) });
  if (!reading.ok) return { ...had, refused: reading, document: null };
  const { document } = reading;
  return { ...had, refused: judgePage(had.finalUrl ?? url, document, { role, rendered: had.rendered }), document };
}

/** A browser was asked and could not help: the page stays what it was, and the gaps say both. */
function withFailure(refused: NoText | null, failure: RenderFailure, url: string): NoText {
  const [zh, en] = FAILURES[failure];
  return {
    outcome: 'unreadable',
    reason: refused?.reason ?? failure,
    gaps: [...(refused?.gaps ?? []), policyGap(`policy-${failure}`, url, zh, en)],
  };
}

function lastPathPart(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).pathname.split('/').pop() || null;
}

/** The hash by which a document is known; null where there were no bytes. */
export function hashOf(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : createHash('sha256').update(bytes).digest('hex');
}

import type { PolicyDocument } from '../document/document.ts';
import { readDocument } from '../document/read.ts';
import { normaliseLine } from '../text/normalise.ts';
import type { GatheredPage } from './gathered.ts';
import type { PageQuestion } from './page.ts';
import { pageText, policyWords } from './page-signs.ts';
import { type PartLink, partLinks, resolveLink, sameDocument } from './part-links.ts';
import { readPage } from './read-page.ts';

/** What a page needs before it can be read, and what it links. Plain data: a survey is made where hostile bytes are parsed. */
export interface PageSurvey {
  /** `follow`: the page only leads to the one that counts; `render`: its scripts must run first; null: it is what it is. */
  readonly next: { readonly kind: 'follow'; readonly url: string } | { readonly kind: 'render' } | null;
  /** Sub-documents of a page that can be read. */
  readonly links: readonly PartLink[];
}

/** A page with more visible text than this is meant to be read, wherever else it leads. */
const LEADS_ON = 200;
/** Reasons that the page's own scripts may do away with. */
const SCRIPTS_MAY_HELP: ReadonlySet<string> = new Set([
  'script-rendered',
  'framed',
  'home-page',
  'not-a-policy',
  'download-page',
]);
const POLICY_NAME =
  /隐私(?:权)?(?:保护)?(?:政策|协议|声明|指引|条款|说明)|个人信息(?:保护|处理)(?:政策|声明|规则)|privacy\s*(?:policy|notice)/;

/** Looks at a fetched page. */
export async function surveyPage(page: GatheredPage, role: PageQuestion['role']): Promise<PageSurvey> {
  const { refused, document, finalUrl, rendered } = await readPage(page, role);
  if (document === null || finalUrl === null) return { next: null, links: [] };
  const on = leadsOn(document, finalUrl);
  if (on !== null) return { next: { kind: 'follow', url: on }, links: [] };
  if (refused === null) return { next: null, links: partLinks(document, finalUrl) };
  const scripted = (document.page?.scripts ?? 0) > 0;
  const render = page.rendered === null && !rendered && scripted && SCRIPTS_MAY_HELP.has(refused.reason);
  return { next: render ? { kind: 'render' } : null, links: [] };
}

/** The sub-documents that a file links. */
export async function surveyDocument(document: {
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly fileName: string | null;
}): Promise<readonly PartLink[]> {
  const reading = await readDocument(document);
  return reading.ok ? partLinks(reading.document, null) : [];
}

/** The one address that a page without text of its own leads to: by refresh, by script, by its only frame, by a link to the policy. */
function leadsOn(document: PolicyDocument, url: string): string | null {
  const signs = document.page;
  const page = pageText(document);
  if (signs === undefined || page.visible > LEADS_ON) return null;
  const bare = page.visible < 80;
  const frame = bare && signs.frames === 1 && signs.frameSources.length === 1 ? signs.frameSources[0]! : null;
  const written = signs.refresh ?? (bare ? signs.scriptTarget : null) ?? frame ?? entryLink(document, page.body, url);
  if (written === null) return null;
  const target = resolveLink(written, signs.base, url);
  return target === null || target === 'anchor' || sameDocument(target) === sameDocument(url) ? null : target;
}

/** “点击查看《隐私政策》”: the link of a page that says nothing of information itself. */
function entryLink(document: PolicyDocument, body: string, url: string): string | null {
  if (policyWords(body).handles > 0) return null;
  const named = (document.links ?? []).filter((link) => POLICY_NAME.test(normaliseLine(link.text, false).toLowerCase()));
  const addresses = new Set(named.map((link) => resolveLink(link.href, document.page?.base ?? null, url)));
  const [only] = addresses;
  return addresses.size === 1 && typeof only === 'string' && only !== 'anchor' ? only : null;
}

import type { DocumentLink, PolicyDocument } from '../document/document.ts';
import { linksInText } from '../document/text-links.ts';
import { normaliseLine } from '../text/normalise.ts';
import { nameOfLink, PART_NAMES, type PartKind, partKindOf } from './part-kind.ts';

/** A link to a sub-document of the policy. */
export interface PartLink {
  readonly kind: PartKind;
  readonly title: string;
  /** Where it can be fetched; null where the link leads to nothing that has an address (a script, a place inside the app). */
  readonly url: string | null;
  /** The address as written, for people. */
  readonly written: string;
}

/** Links of a policy to its sub-documents beyond this are not looked at. */
const MOST_PARTS = 30;

/**
 * The sub-documents that a policy links, in their order, each once. Anchors and links to the page itself are none.
 * @param base where the document comes from; null for a file, whose relative links lead nowhere
 */
export function partLinks(document: PolicyDocument, base: string | null): PartLink[] {
  const parts = new Map<string, PartLink>();
  const home = base === null ? null : sameDocument(base);
  for (const link of [...(document.links ?? []), ...linksInText(document.blocks)]) {
    if (parts.size >= MOST_PARTS) break;
    const words = nameOfLink(normaliseLine(link.text, false).toLowerCase(), normaliseLine(link.before, false).toLowerCase());
    const kind = partKindOf(words);
    if (kind === null) continue;
    const url = resolveLink(link.href, document.page?.base ?? null, base);
    if (url === 'anchor' || (url !== null && sameDocument(url) === home)) continue;
    const key = url === null ? `${kind} ${words}` : sameDocument(url);
    if (parts.has(key)) continue;
    parts.set(key, { kind, title: titleOf(link, words, kind), url, written: link.href.slice(0, 300) });
  }
  return [...parts.values()];
}

/** The words of the link as they are written, where they name something. */
function titleOf(link: DocumentLink, words: string, kind: PartKind): string {
  const own = normaliseLine(link.text, false)
    .replace(/[《》“”"【】]/g, '')
    .trim();
  if (own.toLowerCase() === words) return kind === 'other' ? PART_NAMES.other.zh : own.slice(0, 60);
  return partKindOf(words) === null ? PART_NAMES[kind].zh : words.replaceAll('sdk', 'SDK').slice(0, 60);
}

/** The absolute http(s) address of a link; `anchor` for a place on the same page; null for anything else. */
export function resolveLink(href: string, documentBase: string | null, base: string | null): string | 'anchor' | null {
  if (href.startsWith('#') && !isRoute(href)) return 'anchor';
  const from =
    documentBase !== null && URL.canParse(documentBase, base ?? undefined) ? new URL(documentBase, base ?? undefined).href : base;
  if (!URL.canParse(href, from ?? undefined)) return null;
  const url = new URL(href, from ?? undefined);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** Two addresses of one document are the same but for an anchor; a route behind `#/` is another document. */
export function sameDocument(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (!isRoute(url.hash)) url.hash = '';
  return url.href;
}

function isRoute(hash: string): boolean {
  return /^#!?\//.test(hash) || hash.startsWith('#!');
}

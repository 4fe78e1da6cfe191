import type { PolicyDocument } from '../document/document.ts';
import { readDocument } from '../document/read.ts';
import type { GatheredPage, GatheredPart } from './gathered.ts';
import { type MergedPolicy, mergeParts, type ReadPart } from './merge-parts.ts';
import { type PartLink, partLinks } from './part-links.ts';
import { hashOf, readPage } from './read-page.ts';

/** The main document of a policy, as it was had. */
export interface MainDocument {
  readonly document: PolicyDocument;
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly status: number | null;
  readonly rendered: boolean;
}

/** One text out of a main document and what was gathered of its sub-documents; links that nobody followed are told as not read. */
export async function mergeGathered(main: MainDocument, gathered: readonly GatheredPart[]): Promise<MergedPolicy> {
  const asked = new Set(gathered.map(({ link }) => keyOf(link)));
  const unasked = partLinks(main.document, main.url).filter((link) => !asked.has(keyOf(link)));
  const read: ReadPart[] = [];
  for (const { link, page, reason } of gathered) {
    read.push(page === null ? unreadPart(link, reason ?? 'not-fetched') : await readPart(link, page));
  }
  read.push(...unasked.map((link) => unreadPart(link, link.url === null ? 'no-address' : 'not-fetched')));
  const { document, bytes, url, status, rendered } = main;
  const part = {
    title: document.title ?? '',
    url,
    outcome: 'read',
    reason: null,
    sha256: hashOf(bytes),
    bytes: bytes.length,
    status,
    rendered,
  } as const;
  return mergeParts({ document, part }, read);
}

/** One text out of a file and what was gathered of the documents it links; null where the file cannot be read. */
export async function readWithParts(
  file: Parameters<typeof readDocument>[0],
  gathered: readonly GatheredPart[],
): Promise<
  { readonly merged: MergedPolicy } | { readonly refused: Extract<Awaited<ReturnType<typeof readDocument>>, { ok: false }> }
> {
  const reading = await readDocument(file);
  if (!reading.ok) return { refused: reading };
  const main = { document: reading.document, bytes: file.bytes, url: null, status: null, rendered: false };
  return { merged: await mergeGathered(main, gathered) };
}

const keyOf = ({ kind, url, written }: PartLink): string => `${kind} ${url ?? written}`;

async function readPart(link: PartLink, page: GatheredPage): Promise<ReadPart> {
  const { refused, document, bytes, finalUrl, status, rendered } = await readPage(page, 'part');
  const had = { url: finalUrl ?? page.url, sha256: hashOf(bytes), bytes: bytes.length, status, rendered };
  // A shell that every address of a site answers with says nothing of this one.
  const empty = document !== null && document.blocks.length === 0;
  if (refused !== null || document === null || empty)
    return {
      link,
      outcome: refused?.outcome ?? 'unreadable',
      reason: refused?.reason ?? 'empty-page',
      document: null,
      further: [],
      ...had,
    };
  return { link, outcome: 'read', reason: null, document, further: partLinks(document, had.url), ...had };
}

function unreadPart(link: PartLink, reason: string): ReadPart {
  const had = { url: link.url, sha256: null, bytes: 0, status: null, rendered: false };
  return { link, outcome: 'unreadable', reason, document: null, further: [], ...had };
}

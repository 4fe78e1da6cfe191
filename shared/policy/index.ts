import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Fetch } from '../domain/ports.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { readDocument } from './document/read.ts';
import { factsOf, factsWithoutText } from './facts.ts';
import { judgeExchange } from './web/exchange.ts';
import { judgePage } from './web/page.ts';

export { POLICY_READER_VERSION } from './version.ts';

/** A policy as it was handed in: the bytes, and what the sender says about them (used only where the content does not tell). */
export interface SubmittedDocument {
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly fileName: string | null;
}

/**
 * Reads a policy from a file: HTML, plain text, Markdown, PDF or DOCX, told apart by content first.
 * A bad document is never an error: the facts then say `unreadable`, with the reason and a gap.
 */
export async function readPolicyDocument(document: SubmittedDocument, knowledge: Knowledge): Promise<PolicyFacts> {
  const origin = { kind: 'file' as const, ...(document.mediaType === null ? {} : { mediaType: document.mediaType }) };
  const reading = await readDocument(document);
  if (!reading.ok) return factsWithoutText(origin, document.bytes, reading);
  return factsOf(origin, document.bytes, reading.document, knowledge);
}

/**
 * Reads a policy from the answer of its web address. A missing page (404, 410, empty) is `absent`; whatever may well exist but
 * could not be read (failed fetch, 5xx, shell rendered by script, login page) is `unreadable` with its reason.
 */
export async function readPolicyFromWeb(
  url: string,
  fetched: Awaited<ReturnType<Fetch>>,
  knowledge: Knowledge,
): Promise<PolicyFacts> {
  const refused = judgeExchange(url, fetched);
  if (!fetched.ok) return factsWithoutText({ kind: 'url', url }, new Uint8Array(0), refused!);
  const { bytes, headers, status, finalUrl } = fetched.document;
  const mediaType = headers['content-type'] ?? null;
  const origin = { kind: 'url' as const, url, finalUrl, status, ...(mediaType === null ? {} : { mediaType }) };
  if (refused !== null) return factsWithoutText(origin, bytes, refused);
  const reading = await readDocument({ bytes, mediaType, fileName: lastPathPart(finalUrl) });
  if (!reading.ok) return factsWithoutText(origin, bytes, reading);
  const page = judgePage(url, reading.document);
  if (page !== null) return factsWithoutText(origin, bytes, page);
  return factsOf(origin, bytes, reading.document, knowledge);
}

/** Facts of a submission that came without any policy: outcome `absent`, reason `not-given`. */
export function noPolicy(): PolicyFacts {
  return factsWithoutText({ kind: 'none' }, null, { outcome: 'absent', reason: 'not-given', gaps: [] });
}

function lastPathPart(url: string): string | null {
  if (!URL.canParse(url)) return null;
  return new URL(url).pathname.split('/').pop() || null;
}

import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { type NoText, policyGap } from './document/document.ts';
import { factsOf, factsWithoutText } from './facts.ts';
import type { GatheredPart, GatheredPolicy } from './web/gathered.ts';
import { mergeGathered, readWithParts } from './web/read-gathered.ts';
import { readPage } from './web/read-page.ts';

export { type PolicyChange, policyChanged, textHash } from './changed.ts';
export { POLICY_READER_VERSION } from './version.ts';
export { type GatheringLimits, type GatheringPorts, gatherParts, gatherPolicy } from './web/gather.ts';
export type { GatheredPage, GatheredPart, GatheredPolicy } from './web/gathered.ts';
export type { PartLink } from './web/part-links.ts';
export { type PageSurvey, surveyDocument, surveyPage } from './web/survey.ts';

/** A policy as it was handed in: the bytes, and what the sender says about them (used only where the content does not tell). */
export interface SubmittedDocument {
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  readonly fileName: string | null;
}

/**
 * Reads a policy from a file: HTML, plain text, Markdown, PDF or DOCX, told apart by content first, with what was gathered of the
 * documents that it links. A bad document is never an error: the facts then say `unreadable`, with the reason and a gap.
 */
export async function readPolicyDocument(
  document: SubmittedDocument,
  knowledge: Knowledge,
  parts: readonly GatheredPart[] = [],
): Promise<PolicyFacts> {
  const origin = { kind: 'file' as const, ...(document.mediaType === null ? {} : { mediaType: document.mediaType }) };
  const reading = await readWithParts(document, parts);
  if ('refused' in reading) return factsWithoutText(origin, document.bytes, reading.refused);
  return factsOf(origin, document.bytes, reading.merged.document, knowledge, reading.merged.parts);
}

/**
 * Reads a policy from everything that was fetched for it. A missing page (404, 410, empty) is `absent`; whatever may well exist but
 * could not be read (failed fetch, 5xx, shell rendered by script, login page, a page about something else) is `unreadable` with its
 * reason. Sub-documents are part of the text; those that could not be read are gaps.
 */
export async function readGatheredPolicy({ url, page, parts }: GatheredPolicy, knowledge: Knowledge): Promise<PolicyFacts> {
  const { refused, document, bytes, finalUrl, status, mediaType, rendered } = await readPage(page, 'policy');
  const origin = {
    kind: 'url' as const,
    url,
    ...(finalUrl === null ? {} : { finalUrl }),
    ...(status === null ? {} : { status }),
    ...(mediaType === null ? {} : { mediaType }),
  };
  if (refused !== null || document === null) return factsWithoutText(origin, bytes, atItsPlace(refused, url, page.url));
  const main = { document, bytes, url: finalUrl, status, rendered };
  const merged = await mergeGathered(main, parts);
  return factsOf(origin, bytes, merged.document, knowledge, merged.parts);
}

/** Only the listing's own address can say that there is no policy: what it merely leads to may have moved. */
function atItsPlace(refused: NoText | null, url: string, at: string): NoText {
  const why = refused ?? { outcome: 'unreadable', reason: 'unreadable', gaps: [] };
  if (at === url || why.outcome !== 'absent') return why;
  const gap = policyGap(
    'policy-leads-nowhere',
    at,
    `网址转到的页面不可用（${why.reason}）`,
    `The address leads to a page that is not there (${why.reason})`,
  );
  return { outcome: 'unreadable', reason: 'leads-nowhere', gaps: [gap] };
}

/** Facts of a submission that came without any policy: outcome `absent`, reason `not-given`. */
export function noPolicy(): PolicyFacts {
  return factsWithoutText({ kind: 'none' }, null, { outcome: 'absent', reason: 'not-given', gaps: [] });
}

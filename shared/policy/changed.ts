import { createHash } from 'node:crypto';
import type { PolicyFacts } from '../domain/facts/policy.ts';

/**
 * What became of a policy between two readings. `same`: byte for byte, with all its parts; `same-text`: other bytes (a new style, a new
 * script), the same words; `unknown`: one of the two was not read, so nothing can be said.
 */
export interface PolicyChange {
  readonly state: 'same' | 'same-text' | 'changed' | 'unknown';
  /** Documents of the policy that are new, gone or other than before, by what they are. */
  readonly parts: readonly { readonly kind: string; readonly change: 'added' | 'removed' | 'changed' }[];
}

/** Compares two readings of one policy, by the hashes of its documents first and by its text where these differ. */
export function policyChanged(previous: PolicyFacts, now: PolicyFacts): PolicyChange {
  if (previous.outcome !== 'read' || now.outcome !== 'read') return { state: 'unknown', parts: [] };
  const before = documentsOf(previous);
  const after = documentsOf(now);
  const parts: PolicyChange['parts'][number][] = [];
  for (const [place, { kind, sha256 }] of after) {
    const earlier = before.get(place);
    if (earlier === undefined) parts.push({ kind, change: 'added' });
    else if (earlier.sha256 !== sha256) parts.push({ kind, change: 'changed' });
  }
  for (const [place, { kind }] of before) if (!after.has(place)) parts.push({ kind, change: 'removed' });
  if (parts.length === 0) return { state: 'same', parts };
  return { state: textHash(previous) === textHash(now) ? 'same-text' : 'changed', parts };
}

/** SHA-256 of the normalised text that all ranges count in. */
export function textHash({ text }: PolicyFacts): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The documents that were read, by their place. Facts of older readers know the main one alone. */
function documentsOf(facts: PolicyFacts): Map<string, { readonly kind: string; readonly sha256: string | null }> {
  const read = (facts.understanding?.parts ?? []).filter((part) => part.outcome === 'read');
  const documents = new Map<string, { kind: string; sha256: string | null }>([
    ['main', { kind: 'main', sha256: facts.source.sha256 }],
  ]);
  for (const { kind, url, title, sha256 } of read) if (kind !== 'main') documents.set(url ?? title, { kind, sha256 });
  return documents;
}

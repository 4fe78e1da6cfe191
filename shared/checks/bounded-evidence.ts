import type { Evidence } from '../domain/evidence.ts';

/** UTF-16 code units of one text of a finding at most: inspected facts keep 1,024, stored ones come from anywhere. */
const LONGEST = 2_000;

/** At most so much of a text as anybody reads, never half a character. */
export function boundedText(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  return `${text.slice(0, end)}…`;
}

/** The same evidence with every text of it bounded; itself where nothing is too long. */
export function boundedEvidence(evidence: Evidence): Evidence {
  return isBounded(evidence) ? evidence : (bounded(evidence) as Evidence);
}

function isBounded(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LONGEST;
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value) if (!isBounded((value as Record<string, unknown>)[key])) return false;
  return true;
}

function bounded(value: unknown): unknown {
  if (typeof value === 'string') return boundedText(value);
  if (Array.isArray(value)) return value.map(bounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bounded(inner)]));
}

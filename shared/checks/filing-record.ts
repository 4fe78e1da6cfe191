import type { Evidence } from '../domain/evidence.ts';
import type { FilingRecord, RecordFacts } from '../domain/facts/records.ts';

/** What the registry has under the listing's number; null without a registry, without a number, or where it has none. */
export function filedRecord({ filing }: RecordFacts): FilingRecord | null {
  return filing?.outcome === 'found' ? filing.record : null;
}

/** Evidence of what the filing says in one of its fields. */
export function filingEvidence({ number }: FilingRecord, field: string, value?: string): Evidence {
  return { type: 'record', record: 'filing', id: number, field, ...(value === undefined ? {} : { value }) };
}

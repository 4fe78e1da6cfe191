import { loadRules } from '../../shared/checks/registry.ts';
import type { Rule } from '../../shared/checks/rule.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import { NO_RECORDS, type RecordFacts } from '../../shared/domain/facts/records.ts';
import type { Rulebook } from '../../shared/domain/rulebook.ts';
import { type Case, readCase } from '../../shared/pledge/case/case.ts';
import { DocumentError } from '../../shared/pledge/case/document-error.ts';
import { readListingFacts, readPackageFacts, readPolicyFacts, readRecordFacts } from '../../shared/pledge/case/parts.ts';
import type { VerdictCommand } from './command.ts';
import { readCappedJson } from './read-capped.ts';

/** Facts of the largest apps take some tens of megabytes as JSON. */
const MAX_FACTS_BYTES = 400 << 20;

/** Reads a JSON file into facts, so that an error names the file. @throws InputError, DocumentError */
async function readDocument<Facts>(path: string, read: (value: unknown) => Facts): Promise<Facts> {
  const value = await readCappedJson(path, MAX_FACTS_BYTES);
  try {
    return read(value);
  } catch (error) {
    throw error instanceof DocumentError ? error.in(path) : error;
  }
}

/** The platform's records out of a file. @throws InputError */
export function readRecords(path: string): Promise<RecordFacts> {
  return readDocument(path, readRecordFacts);
}

/** One case out of a file. @throws InputError, RulebookError of the rulebook that it holds */
export function readCaseFile(path: string, rules: readonly Rule[]): Promise<Case> {
  return readDocument(path, (value) => readCase(value, rules));
}

/** Facts of a package, alone as `inspect --json` prints them or within a case. @throws InputError */
export function readStoredPackage(path: string): Promise<PackageFacts> {
  return readDocument(path, (value) => {
    const whole = (value as { package?: unknown } | null)?.package;
    return whole === undefined ? readPackageFacts(value) : readPackageFacts(whole, '/package');
  });
}

/**
 * What `verdict` is asked to judge. @param rulebook in place of the case's own
 * @throws InputError, RulebookError
 */
export async function readCommandCase({ from, date }: VerdictCommand, rulebook: Rulebook | null): Promise<Case> {
  const { facts, rulebook: own } =
    from.kind === 'case' ? await readCaseFile(from.file, await loadRules()) : await readParts(from);
  const records = date === null ? facts.records : { ...facts.records, reviewedOn: date };
  return { facts: { ...facts, records }, rulebook: rulebook ?? own };
}

async function readParts(from: Extract<VerdictCommand['from'], { kind: 'parts' }>): Promise<Case> {
  const facts = {
    package: await readDocument(from.facts, readPackageFacts),
    policy: await readDocument(from.policy, readPolicyFacts),
    listing: await readDocument(from.listing, readListingFacts),
    records: from.records === null ? NO_RECORDS : await readRecords(from.records),
  };
  return { facts, rulebook: BUILT_IN };
}

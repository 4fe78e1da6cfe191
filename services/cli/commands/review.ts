import { loadRules } from '../../../shared/checks/registry.ts';
import { BUILT_IN } from '../../../shared/checks/rulebook/built-in.ts';
import { dayInChina } from '../../../shared/domain/day.ts';
import { InputError } from '../../../shared/domain/errors.ts';
import type { ListingFacts } from '../../../shared/domain/facts/listing.ts';
import { NO_RECORDS, type RecordFacts } from '../../../shared/domain/facts/records.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import type { Judged } from '../../../shared/pledge/judge.ts';
import { renderSdkCsv } from '../../../shared/pledge/reports/sdk-csv.ts';
import { sdkInventory } from '../../../shared/pledge/sdk-inventory.ts';
import { readRecords } from '../case-input.ts';
import type { CsvFile, ReviewCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { EXIT_CODES } from '../exit-code.ts';
import { saveFacts, writeCase } from '../facts-files.ts';
import type { PolicyInput } from '../isolation/read-policy.ts';
import { runInThread } from '../isolation/run-in-thread.ts';
import { needsFacts, printVerdict } from '../print-verdict.ts';
import { readListing, readPolicyFile } from '../review-input.ts';
import { type RulebookInput, readRulebookFile } from '../rulebook-input.ts';
import { writeText } from '../write-text.ts';

async function policyOf(command: ReviewCommand, listing: ListingFacts, console: Console): Promise<PolicyInput> {
  if (command.policy !== null) return { kind: 'file', document: await readPolicyFile(command.policy) };
  const url = listing.privacyPolicyUrl;
  if (command.fetch) {
    if (url !== undefined) {
      // Loaded only when somebody asks for it: everything else works without a network.
      const { fetchPolicy } = await import('../fetch-policy.ts');
      return { kind: 'web', gathered: await fetchPolicy(url, console.env) };
    }
    const text = { zh: '上架信息没有 privacyPolicyUrl，无从读取', en: 'the listing has no privacyPolicyUrl to fetch' };
    throw new InputError('no-policy-url', text, '/privacyPolicyUrl');
  }
  return url === undefined ? { kind: 'none' } : { kind: 'not-fetched', url };
}

/** Reviews one package against its listing and policy. The exit code is the decision. */
export async function runReview(command: ReviewCommand, console: Console): Promise<number> {
  const listing = await readListing(command.listing);
  const rulebook = command.rulebook === null ? null : await readRulebookFile(command.rulebook);
  const records = await recordsOf(command, rulebook);
  const policy = await policyOf(command, listing, console);
  const task = {
    kind: 'review',
    path: command.file,
    listing,
    policy,
    records,
    rulebook: rulebook?.rulebook ?? BUILT_IN,
    withFacts: command.save !== null || command.factsOut !== null || command.sdksOut !== null || needsFacts(command.print),
  } as const;
  const { verdict, facts } = await runInThread<'review'>(task, command.timeoutMs);
  if (facts !== null) {
    const reviewed = { facts: { ...facts, records }, rulebook };
    if (command.save !== null) await saveFacts(command.save, reviewed);
    if (command.factsOut !== null) await writeCase(command.factsOut, reviewed);
    if (command.sdksOut !== null) await writeSdks(command.sdksOut, reviewed.facts);
  }
  const judged = facts === null ? null : { ...facts, records };
  await printVerdict(command.print, { verdict, facts: judged, rules: loadRules, file: command.file }, console);
  return EXIT_CODES[verdict.decision];
}

async function writeSdks({ path, language }: CsvFile, { package: facts, policy, listing }: Judged): Promise<void> {
  await writeText(path, renderSdkCsv(sdkInventory(facts, policy, listing, knowledge), language));
}

/** What the platform would have on record: a file's word, the rulebook that is used, and a day. */
async function recordsOf(command: ReviewCommand, rulebook: RulebookInput | null): Promise<RecordFacts> {
  const given = command.records === null ? NO_RECORDS : await readRecords(command.records);
  const reviewedOn = command.date ?? given.reviewedOn ?? dayInChina(new Date());
  return { ...given, reviewedOn, rulebook: rulebook?.rulebook.sha256 ?? null };
}

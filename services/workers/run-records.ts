import type { FactsUnderReview } from '../../shared/checks/facts-under-review.ts';
import { BUILT_IN } from '../../shared/checks/rulebook/built-in.ts';
import { waiversFor } from '../../shared/checks/rulebook/waivers.ts';
import { dayInChina } from '../../shared/domain/day.ts';
import { PermanentError, TransientError } from '../../shared/domain/errors.ts';
import type { PackageFacts } from '../../shared/domain/facts/package.ts';
import type { RecordFacts } from '../../shared/domain/facts/records.ts';
import type { Rulebook } from '../../shared/domain/rulebook.ts';
import type { RunRecords, Submission } from '../../shared/platform/database/repositories.ts';
import type { WorkerPorts } from './ports.ts';
import { packageNameOf, previousVersion } from './previous-version.ts';

/** What a run is judged by, beside package, policy and listing: the same for all of its jobs. */
export interface JudgedBy {
  readonly records: RecordFacts;
  readonly rulebook: Rulebook;
}

/**
 * The records of this run and the rulebook that it is judged by: those that are kept, else as they are at this moment. What is kept
 * stays, so that a rulebook's file that changes half-way changes nothing for a run under way.
 * @throws TransientError of the database, or `rulebook-unavailable`, see `waitingForRulebook`
 */
export async function recordsOf(ports: WorkerPorts, submission: Submission, facts: PackageFacts): Promise<JudgedBy> {
  const kept = (await ports.database.records.of(submission.id, submission.run)) ?? (await make(ports, submission, facts));
  return { records: kept.records, rulebook: await rulebookOf(ports, kept.rulebook) };
}

async function make(ports: WorkerPorts, submission: Submission, facts: PackageFacts): Promise<RunRecords> {
  const { database, clock } = ports;
  const store = await database.stores.find(submission.storeId);
  if (store === null) throw storeMissing(submission);
  const number = submission.listing.app.filingNumber;
  const [inForce, previous, filing] = await Promise.all([
    ports.rulebooks.of(store),
    previousVersion(database, submission, facts),
    number === undefined || ports.filings === null ? null : ports.filings.lookup(number),
  ]);
  const records: RecordFacts = {
    schema: 'record-facts/1',
    reviewedOn: dayInChina(clock()),
    rulebook: inForce.rulebook.sha256 === BUILT_IN.sha256 ? null : inForce.rulebook.sha256,
    previous,
    filing,
  };
  return database.records.keep(submission.id, submission.run, records, inForce, packageNameOf(submission, facts));
}

/** Rulebooks by hash: the jobs of thousands of runs need the same few. A hash never stands for anything else. */
const known = new Map<string, Rulebook>();
const MOST_KNOWN = 16;

async function rulebookOf(ports: WorkerPorts, sha256: string): Promise<Rulebook> {
  const cached = known.get(sha256);
  if (cached !== undefined) return cached;
  const found = await ports.database.rulebooks.find(sha256);
  if (found === null) throw rulebookMissing(sha256);
  for (const oldest of known.keys()) if (known.size >= MOST_KNOWN) known.delete(oldest);
  known.set(sha256, found.rulebook);
  return found.rulebook;
}

/**
 * The same rulebook with the waivers that speak of this app, which are the only ones that can have any effect on it: a rulebook may have
 * ten thousand, and it travels to a thread for each of the checks.
 */
export function concerning(rulebook: Rulebook, facts: Pick<FactsUnderReview, 'package' | 'listing'>): Rulebook {
  return { ...rulebook, waivers: waiversFor(rulebook, { policy: null, ...facts }) };
}

const TELL_EVERY_MS = 60_000;
let toldAt = Number.NEGATIVE_INFINITY;

/** How soon a job looks again whether there is a rulebook. */
const LOOK_AGAIN_MS = 10_000;

/**
 * A job for a store without any good rulebook waits, for as long as it takes: operations mend the file, and nobody has to drive
 * thousands of submissions again. Any other error goes on.
 */
export async function waitingForRulebook<Result>(
  ports: WorkerPorts,
  submission: Pick<Submission, 'id'>,
  work: () => Promise<Result>,
): Promise<Result | { readonly again: number }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TransientError) || error.code !== 'rulebook-unavailable') throw error;
    // Thousands may wait: one of them is named now and then, the metrics count all.
    const now = performance.now();
    if (now - toldAt >= TELL_EVERY_MS) {
      toldAt = now;
      ports.log.warn({ submission: submission.id, reason: error.message }, 'submissions wait for a rulebook');
    }
    return { again: LOOK_AGAIN_MS };
  }
}

function storeMissing({ id, storeId }: Submission): PermanentError {
  return new PermanentError('store-missing', {
    zh: `送审 ${id} 所属的商店 ${storeId} 不存在`,
    en: `The store ${storeId} of submission ${id} does not exist`,
  });
}

function rulebookMissing(sha256: string): PermanentError {
  return new PermanentError('rulebook-missing', {
    zh: `数据库中没有规则库 ${sha256}`,
    en: `The database has no rulebook ${sha256}`,
  });
}

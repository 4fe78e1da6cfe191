import { sql } from 'kysely';
import type { ListingFacts } from '../../domain/facts/listing.ts';
import type { PackageFacts, PackageFormat } from '../../domain/facts/package.ts';
import type { PolicyFacts } from '../../domain/facts/policy.ts';
import type { RecordFacts } from '../../domain/facts/records.ts';
import { unpack } from './packed.ts';
import type { Db } from './tables.ts';

/** A submission that was decided, without its facts. */
export interface DecidedSubmission {
  readonly id: string;
  /** The run whose verdict stands. */
  readonly run: number;
  readonly packageSha256: string;
  /** The package's own name, else that of the listing, else the submission's id: nothing is known of what app it is. */
  readonly app: string;
  readonly format: PackageFormat;
  readonly createdAt: Date;
}

/** All facts of a run as they are kept; null where one kind is not. */
export interface StoredFacts {
  readonly submission: string;
  readonly package: PackageFacts | null;
  readonly policy: PolicyFacts | null;
  readonly listing: ListingFacts;
  readonly records: RecordFacts | null;
}

/** What a store has had decided, to be judged again without any package. */
export interface Shelf {
  /** Decided submissions of a store, newest first. @param before those older than this one; null for the newest */
  decided(storeId: string, limit: number, before: DecidedSubmission | null): Promise<readonly DecidedSubmission[]>;
  /** Facts of some of them, in their order. Of several inspectors' facts of a package those of `inspector` come first. */
  facts(submissions: readonly DecidedSubmission[], inspector: string): Promise<readonly StoredFacts[]>;
}

interface FactsRow {
  readonly id: string;
  readonly listing: ListingFacts;
  readonly package_facts: Buffer | null;
  readonly policy_facts: Buffer | null;
  readonly records: RecordFacts | null;
}

export const shelf = (db: Db): Shelf => ({
  decided: async (storeId, limit, before) => {
    const older =
      before === null
        ? sql``
        : sql`and (submissions.created_at, submissions.id) < (${before.createdAt}::timestamptz, ${before.id})`;
    const { rows } = await sql<DecidedSubmission>`
      select submissions.id, verdict.run, submissions.package_sha256 as "packageSha256", packages.format,
        coalesce(submissions.identity_name, submissions.package_name, submissions.id) as app,
        submissions.created_at as "createdAt"
      from submissions
      join packages on packages.sha256 = submissions.package_sha256
      join lateral (
        select run from verdicts where verdicts.submission_id = submissions.id order by run desc limit 1
      ) verdict on true
      where submissions.store_id = ${storeId} ${older}
      order by submissions.created_at desc, submissions.id desc
      limit ${limit}`.execute(db);
    return rows;
  },
  facts: async (submissions, inspector) => {
    const { rows } = await sql<FactsRow>`
      select submissions.id, submissions.listing, package.facts as package_facts, policy_facts.facts as policy_facts,
        review_records.records
      from unnest(${submissions.map(({ id }) => id)}::text[], ${submissions.map(({ run }) => run)}::int[])
        with ordinality as wanted (id, run, place)
      join submissions on submissions.id = wanted.id
      left join lateral (
        select facts from package_facts where package_facts.sha256 = submissions.package_sha256
        order by (package_facts.inspector = ${inspector}) desc, package_facts.created_at desc limit 1
      ) package on true
      left join policy_facts on policy_facts.submission_id = wanted.id and policy_facts.run = wanted.run
      left join review_records on review_records.submission_id = wanted.id and review_records.run = wanted.run
      order by wanted.place`.execute(db);
    return Promise.all(
      rows.map(async (row) => ({
        submission: row.id,
        package: row.package_facts && (await unpack<PackageFacts>(row.package_facts)),
        policy: row.policy_facts && (await unpack<PolicyFacts>(row.policy_facts)),
        listing: row.listing,
        records: row.records,
      })),
    );
  },
});

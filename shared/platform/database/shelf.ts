import { sql } from 'kysely';
import type { PackageFormat } from '../../domain/facts/package.ts';
import { type PackedFacts, type StoredFacts, unpackFacts } from './packed-facts.ts';
import type { Db } from './tables.ts';

export type { StoredFacts } from './packed-facts.ts';

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

/** What a store has had decided, to be judged again without any package. */
export interface Shelf {
  /** Decided submissions of a store, newest first. @param before those older than this one; null for the newest */
  decided(storeId: string, limit: number, before: DecidedSubmission | null): Promise<readonly DecidedSubmission[]>;
  /** Facts of some of them, in their order. Of several inspectors' facts of a package those of `inspector` come first. */
  facts(submissions: readonly DecidedSubmission[], inspector: string): Promise<readonly StoredFacts[]>;
  packedFacts(submissions: readonly DecidedSubmission[], inspector: string): Promise<readonly PackedFacts[]>;
}

const packedFacts =
  (db: Db): Shelf['packedFacts'] =>
  async (submissions, inspector) => {
    const { rows } = await sql<PackedFacts>`
      select submissions.id as submission, submissions.listing, package.facts as package, policy_facts.facts as policy,
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
    return rows;
  };

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
    const packed = await packedFacts(db)(submissions, inspector);
    return Promise.all(packed.map(unpackFacts));
  },
  packedFacts: packedFacts(db),
});

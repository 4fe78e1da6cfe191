import { pack, unpack } from './packed.ts';
import type { Facts } from './repositories.ts';
import type { Db } from './tables.ts';

/** Facts, compressed. What is there is kept: a job that runs twice must not change what other jobs have read in between. */
export const facts = (db: Db): Facts => ({
  package: async (sha256, inspector) => {
    const row = await db
      .selectFrom('package_facts')
      .select('facts')
      .where('sha256', '=', sha256)
      .where('inspector', '=', inspector)
      .executeTakeFirst();
    return row === undefined ? null : unpack(row.facts);
  },
  keepPackage: async (kept) => {
    await db
      .insertInto('package_facts')
      .values({ sha256: kept.sha256, inspector: kept.inspector, facts: await pack(kept) })
      .onConflict((conflict) => conflict.columns(['sha256', 'inspector']).doNothing())
      .execute();
  },
  policy: async (submissionId, run) => {
    const row = await db
      .selectFrom('policy_facts')
      .select('facts')
      .where('submission_id', '=', submissionId)
      .where('run', '=', run)
      .executeTakeFirst();
    return row === undefined ? null : unpack(row.facts);
  },
  keepPolicy: async (submissionId, run, kept, snapshotKey) => {
    await db
      .insertInto('policy_facts')
      .values({ submission_id: submissionId, run, facts: await pack(kept), snapshot_key: snapshotKey })
      .onConflict((conflict) => conflict.columns(['submission_id', 'run']).doNothing())
      .execute();
  },
});

import { type Selectable, sql } from 'kysely';
import type { KeptRulebook, Rulebooks } from './run-records.ts';
import type { Db, Tables } from './tables.ts';

const COLUMNS = ['rulebooks.file', 'rulebooks.rulebook'] as const;

const keptOf = (row: Pick<Selectable<Tables['rulebooks']>, 'file' | 'rulebook'>): KeptRulebook => ({
  rulebook: row.rulebook,
  text: row.file.toString('utf8'),
});

/** Adds a rulebook unless it is there: a hash names one content for ever. */
export async function insertRulebook(db: Db, { rulebook, text }: KeptRulebook): Promise<void> {
  await db
    .insertInto('rulebooks')
    .values({ sha256: rulebook.sha256, file: Buffer.from(text, 'utf8'), rulebook: JSON.stringify(rulebook) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** Rulebooks by hash, and the log of which was in force for whom. */
export const rulebooks = (db: Db): Rulebooks => ({
  find: async (sha256) => {
    const row = await db.selectFrom('rulebooks').select(COLUMNS).where('sha256', '=', sha256).executeTakeFirst();
    return row === undefined ? null : keptOf(row);
  },
  use: (subjects, kept) =>
    db.transaction().execute(async (trx) => {
      await insertRulebook(trx, kept);
      for (const subject of subjects) {
        // Two processes that note the same change at the same moment may both add a row: the log stays true.
        await sql`insert into rulebook_uses (subject, sha256)
          select ${subject}, ${kept.rulebook.sha256}
          where ${kept.rulebook.sha256} is distinct from
            (select sha256 from rulebook_uses where subject = ${subject} order by number desc limit 1)`.execute(trx);
      }
    }),
  lastUsed: async (subject) => {
    const row = await db
      .selectFrom('rulebook_uses')
      .innerJoin('rulebooks', 'rulebooks.sha256', 'rulebook_uses.sha256')
      .select(COLUMNS)
      .where('rulebook_uses.subject', '=', subject)
      .orderBy('rulebook_uses.number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : keptOf(row);
  },
});

import { type Selectable, sql } from 'kysely';
import type { DossierState } from '../../domain/review/dossier.ts';
import { dueAt, OFFENCE_MONTHS, type ServiceLevel } from '../../domain/review/service-level.ts';
import type { SubmissionEvent } from '../../domain/submission.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { knowledge } from '../../knowledge/index.ts';
import { type DossierContents, dossierContents, type PackageIdentity } from '../../pledge/dossier/contents.ts';
import { plain } from './plain-text.ts';
import type { Db, Tables } from './tables.ts';

type SubmissionRow = Selectable<Tables['submissions']>;

const SDKS = new Set(knowledge.sdks.map(({ id }) => id));
const knowsSdk = (id: string): boolean => SDKS.has(id);

/**
 * Opens the dossier of a run that was rejected or held, in the transaction of its verdict; a dossier from an earlier run is opened again, and
 * is moot when the machine now approves. Its assignee and an open appeal stay.
 * @param submission the row, locked, after the verdict
 */
export async function openDossier(
  trx: Db,
  submission: SubmissionRow,
  verdict: Verdict,
  identity: PackageIdentity | null,
  level: ServiceLevel,
): Promise<void> {
  const source = { submission: submission.id, listing: submission.listing, identity, verdict, knowsSdk };
  const contents = dossierContents(source);
  if (contents === null) return closeAsMoot(trx, submission.id, { evenAppealed: false });
  // From the database's clock, as everything beside it.
  const openedAt = submission.decided_at ?? submission.updated_at;
  const row = {
    ...columnsOf(contents),
    run: submission.run,
    state: 'open' as DossierState,
    format: await formatOf(trx, submission),
    offences: await offencesBefore(trx, submission, openedAt),
    opened_at: openedAt,
    due_at: dueAt(openedAt, contents.children, level),
    claimed_by: null,
    claimed_until: null,
    outcome: null,
    decided_at: null,
  };
  await trx
    .insertInto('dossiers')
    .values({ ...row, submission_id: submission.id, store_id: submission.store_id })
    .onConflict((conflict) => conflict.column('submission_id').doUpdateSet(row))
    .execute();
}

/**
 * Nobody has to look at it any more: withdrawn, superseded, or approved by a later run; but for an open appeal, which wants its answer even
 * when the machine has come round.
 */
async function closeAsMoot(trx: Db, submission: string, { evenAppealed }: { readonly evenAppealed: boolean }): Promise<void> {
  await trx
    .updateTable('dossiers')
    .set({ state: 'moot', claimed_by: null, claimed_until: null })
    .where('submission_id', '=', submission)
    .where('state', '!=', 'moot')
    .$if(!evenAppealed, (query) => query.where('appeal', 'is', null))
    .execute();
}

/** What the end of a submission means for its dossier; part of the same transaction. */
export async function followSubmission(trx: Db, submission: string, event: SubmissionEvent): Promise<void> {
  if (event === 'withdraw' || event === 'supersede') await closeAsMoot(trx, submission, { evenAppealed: true });
}

function columnsOf(contents: DossierContents) {
  return {
    verdict: contents.verdict,
    reject_findings: contents.findings.reject,
    review_findings: contents.findings.review,
    warn_findings: contents.findings.warn,
    headline: contents.headline === null ? null : JSON.stringify(contents.headline),
    rules: [...contents.rules],
    clauses: [...contents.clauses],
    checks: [...contents.checks],
    sdks: contents.sdks.map(plain),
    app_name: plain(contents.appName),
    package_name: contents.packageName === null ? null : plain(contents.packageName),
    version_name: contents.versionName === null ? null : plain(contents.versionName),
    category: contents.category,
    developer_id: plain(contents.developerId),
    developer_name: contents.developerName === null ? null : plain(contents.developerName),
    children: contents.children,
    search: plain(contents.search),
  };
}

async function formatOf(trx: Db, { package_sha256 }: SubmissionRow): Promise<string | null> {
  if (package_sha256 === null) return null;
  const row = await trx.selectFrom('packages').select('format').where('sha256', '=', package_sha256).executeTakeFirst();
  return row?.format ?? null;
}

/**
 * Other submissions of the developer in this store of which a person has said that they stand rejected or must be rectified. What only the
 * machine has rejected may be a false alarm, and the same version sent in three times would make an offender of anybody. Counted when the
 * dossier is opened.
 */
async function offencesBefore(trx: Db, submission: SubmissionRow, at: Date): Promise<number> {
  const row = await trx
    .selectFrom('submissions')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('store_id', '=', submission.store_id)
    .where('developer_id', '=', submission.developer_id)
    .where('id', '!=', submission.id)
    .where(sql<boolean>`final_outcome in ('reject', 'rectify')`)
    .where('state', 'in', ['decided', 'notified'])
    .where('decided_at', '<=', at)
    .where(sql<boolean>`decided_at > ${at}::timestamptz - make_interval(months => ${OFFENCE_MONTHS})`)
    .executeTakeFirstOrThrow();
  return row.count;
}

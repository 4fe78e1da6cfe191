import { type Selectable, sql } from 'kysely';
import { type DossierRow, URGENCIES, type Urgency } from '../../domain/review/dossier.ts';
import { REPEAT_OFFENCES } from '../../domain/review/service-level.ts';
import { knowledge } from '../../knowledge/index.ts';
import type { Db, Tables } from './tables.ts';

/** A dossier with the names that belong to it, and with what depends on the hour, by the database's clock. */
type Row = Selectable<Tables['dossiers']> & {
  readonly store_name: string;
  readonly assignee_name: string | null;
  readonly holder_name: string | null;
  readonly overdue: boolean;
  readonly held: boolean;
};

/** Late: still to be decided and past its deadline, or past its appeal's. */
export const OVERDUE = sql<boolean>`(dossiers.urgent_at < clock_timestamp()
  and (dossiers.appeal is not null or (dossiers.decided_at is null and dossiers.state in ('open', 'proposed'))))`;

/** All dossiers with everything that a row shows. */
export const dossierRows = (db: Db) =>
  db
    .selectFrom('dossiers')
    .innerJoin('stores', 'stores.id', 'dossiers.store_id')
    .leftJoin('accounts as assignees', 'assignees.id', 'dossiers.assignee')
    .leftJoin('accounts as holders', 'holders.id', 'dossiers.claimed_by')
    .selectAll('dossiers')
    .select([
      'stores.name as store_name',
      'assignees.display_name as assignee_name',
      'holders.display_name as holder_name',
      OVERDUE.as('overdue'),
      sql<boolean>`coalesce(dossiers.claimed_until > clock_timestamp(), false)`.as('held'),
    ]);

/** A row as the rest of the house knows it. */
export const dossierOf = (row: Row): DossierRow => ({
  submission: row.submission_id,
  run: row.run,
  store: { id: row.store_id, name: row.store_name },
  app: {
    name: row.app_name,
    packageName: row.package_name,
    versionName: row.version_name,
    category: row.category,
    categoryName: knowledge.categories.get(Number(row.category))?.name ?? null,
    format: row.format,
  },
  developer: { id: row.developer_id, name: row.developer_name },
  verdict: row.verdict,
  state: row.state,
  findings: { reject: row.reject_findings, review: row.review_findings, warn: row.warn_findings },
  headline: row.headline,
  urgencies: urgenciesOf(row),
  offences: row.offences,
  openedAt: row.opened_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  urgentAt: row.urgent_at.toISOString(),
  assignee: row.assignee === null ? null : { id: row.assignee, displayName: row.assignee_name ?? '' },
  claim:
    row.held && row.claimed_by !== null && row.claimed_until !== null
      ? { by: { id: row.claimed_by, displayName: row.holder_name ?? '' }, until: row.claimed_until.toISOString() }
      : null,
  outcome: row.outcome,
  decidedAt: row.decided_at?.toISOString() ?? null,
  appeal: row.appeal === null || row.appeal_due_at === null ? null : { id: row.appeal, dueAt: row.appeal_due_at.toISOString() },
});

function urgenciesOf(row: Row): Urgency[] {
  const holds: Record<Urgency, boolean> = {
    children: row.children,
    'repeat-offender': row.offences >= REPEAT_OFFENCES,
    appeal: row.appeal !== null,
    overdue: row.overdue,
  };
  return URGENCIES.filter((urgency) => holds[urgency]);
}

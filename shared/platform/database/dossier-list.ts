import { type RawBuilder, sql } from 'kysely';
import { InputError } from '../../domain/errors.ts';
import type { DossierOrder, DossierRow } from '../../domain/review/dossier.ts';
import { REPEAT_OFFENCES } from '../../domain/review/service-level.ts';
import { versionOf } from './dossier-changes.ts';
import { allOf, conditionsOf } from './dossier-filter.ts';
import type { Dossiers } from './dossier-records.ts';
import { dossierOf, dossierRows } from './dossier-row.ts';
import type { Db } from './tables.ts';

type Key = readonly (string | number)[];

interface Order {
  /** Columns that together are unique, with the type that a cursor's values are read as. */
  readonly columns: readonly { readonly name: string; readonly type: 'timestamptz' | 'int' | 'text' }[];
  readonly descending: boolean;
  key(row: DossierRow): Key;
}

const SUBMISSION = { name: 'submission_id', type: 'text' } as const;
const OPENED = { name: 'opened_at', type: 'timestamptz' } as const;

const ORDERS: Readonly<Record<DossierOrder, Order>> = {
  urgent: {
    columns: [{ name: 'urgent_at', type: 'timestamptz' }, { name: 'urgent_rank', type: 'int' }, SUBMISSION],
    descending: false,
    key: (row) => [row.urgentAt, rankOf(row), row.submission],
  },
  newest: { columns: [OPENED, SUBMISSION], descending: true, key: (row) => [row.openedAt, row.submission] },
  oldest: { columns: [OPENED, SUBMISSION], descending: false, key: (row) => [row.openedAt, row.submission] },
  findings: {
    columns: [
      { name: 'reject_findings', type: 'int' },
      { name: 'review_findings', type: 'int' },
      { name: 'warn_findings', type: 'int' },
      SUBMISSION,
    ],
    descending: true,
    key: ({ findings, submission }) => [findings.reject, findings.review, findings.warn, submission],
  },
};

/** As the generated column has it. */
const rankOf = (row: DossierRow): number => (row.urgencies.includes('children') || row.offences >= REPEAT_OFFENCES ? 0 : 1);

/** Pages of the queue. A page goes on behind the last row of the one before, so rows that come and go in between shift nothing. */
export const listDossiers =
  (db: Db): Dossiers['list'] =>
  async (filter, { order, limit, cursor }) => {
    const conditions = allOf(conditionsOf(filter));
    const { columns, descending, key } = ORDERS[order];
    const behind = cursor === undefined ? null : after(order, readKey(cursor, order));
    const { settled: version } = await versionOf(db);
    const direction = descending ? sql`desc` : sql`asc`;
    const [rows, total] = await Promise.all([
      dossierRows(db)
        .where(conditions)
        .$if(behind !== null, (query) => query.where(behind!))
        .orderBy(
          sql.join(
            columns.map(({ name }) => sql`${sql.ref(`dossiers.${name}`)} ${direction}`),
            sql`, `,
          ),
        )
        .limit(limit + 1)
        .execute(),
      db.selectFrom('dossiers').select(sql<number>`count(*)::int`.as('count')).where(conditions).executeTakeFirstOrThrow(),
    ]);
    const page = rows.slice(0, limit).map(dossierOf);
    const last = page.at(-1);
    const nextCursor = rows.length > limit && last !== undefined ? writeKey(order, key(last)) : null;
    return { rows: page, total: total.count, nextCursor, version };
  };

function after(order: DossierOrder, key: Key): RawBuilder<boolean> {
  const { columns, descending } = ORDERS[order];
  const left = sql.join(columns.map(({ name }) => sql.ref(`dossiers.${name}`)));
  const right = sql.join(columns.map(({ type }, n) => sql`${key[n]}::${sql.raw(type)}`));
  return sql<boolean>`(${left}) ${descending ? sql`<` : sql`>`} (${right})`;
}

const writeKey = (order: DossierOrder, key: Key): string => Buffer.from(JSON.stringify([order, ...key])).toString('base64url');

/** @throws InputError `bad-cursor` for anything that `writeKey` did not make for this order */
function readKey(cursor: string, order: DossierOrder): Key {
  const [made, ...key] = arrayIn(Buffer.from(cursor, 'base64url').toString());
  const { columns } = ORDERS[order];
  const fits = made === order && key.length === columns.length && columns.every(({ type }, n) => FITS[type](key[n]));
  if (!fits) throw new InputError('bad-cursor', { zh: '分页游标无效', en: 'The cursor is not one that this API gave' }, 'cursor');
  return key as Key;
}

const FITS: Readonly<Record<'timestamptz' | 'int' | 'text', (value: unknown) => boolean>> = {
  timestamptz: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  text: (value) => typeof value === 'string' && /^[!-~]{1,200}$/.test(value),
};

function arrayIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

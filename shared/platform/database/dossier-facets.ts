import { type RawBuilder, sql } from 'kysely';
import { type DossierFilter, FACETS, type Facet, URGENCIES } from '../../domain/review/dossier.ts';
import { allOf, conditionsOf, URGENCY_CONDITIONS } from './dossier-filter.ts';
import type { Dossiers, FacetCount } from './dossier-records.ts';
import type { Db } from './tables.ts';

interface Counted {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
}

/** Where a facet's values stand; those of `urgency` are conditions. */
const COLUMNS: Readonly<Record<Exclude<Facet, 'urgency'>, { readonly value: RawBuilder<string>; readonly many?: boolean }>> = {
  state: { value: sql`state` },
  verdict: { value: sql`verdict` },
  clause: { value: sql`clauses`, many: true },
  rule: { value: sql`rules`, many: true },
  check: { value: sql`checks`, many: true },
  sdk: { value: sql`sdks`, many: true },
  category: { value: sql`category` },
  developer: { value: sql`developer_id` },
  store: { value: sql`store_id` },
  assignee: { value: sql`coalesce(assignee, 'none')` },
};

/**
 * Counts for every filter value. The facets that nothing is chosen of have all their conditions in common and are counted over one reading of
 * the rows; each of the others leaves its own condition out and is read for itself.
 */
export const countFacets =
  (db: Db): Dossiers['facets'] =>
  async (filter, most) => {
    const conditions = conditionsOf(filter);
    const free = FACETS.filter((facet) => !conditions.facets.has(facet));
    const counts = await Promise.all([
      count(db, free, allOf(conditions), filter, most),
      ...[...conditions.facets.keys()].map((facet) => count(db, [facet], allOf(conditions, facet), filter, most)),
    ]);
    const counted = counts.flat();
    const names = await namesOf(db, counted, filter);
    return Object.fromEntries(
      FACETS.map((facet) => [facet, withChosen(facet, counted, filter, names)] as const),
    ) as unknown as Record<Facet, FacetCount[]>;
  };

async function count(
  db: Db,
  facets: readonly Facet[],
  condition: RawBuilder<boolean>,
  filter: DossierFilter,
  most: number,
): Promise<readonly Counted[]> {
  if (facets.length === 0) return [];
  const urgent = sql.join(URGENCIES.map((urgency) => sql`${URGENCY_CONDITIONS[urgency]} as ${sql.ref(`is_${urgency}`)}`));
  const { rows } = await sql<Counted>`
    with matching as materialized (
      select state, verdict, clauses, rules, checks, sdks, category, developer_id, store_id, assignee, ${urgent}
      from dossiers where ${condition}
    )
    ${sql.join(
      facets.map((facet) => (facet === 'urgency' ? countUrgencies() : countValues(facet, filter[facet] ?? [], most))),
      sql` union all `,
    )}`.execute(db);
  return rows;
}

function countUrgencies(): RawBuilder<Counted> {
  return sql.join(
    URGENCIES.map(
      (urgency) => sql`(select 'urgency' as facet, ${sql.lit(urgency)} as value, count(*)::int as count
        from matching where ${sql.ref(`is_${urgency}`)} having count(*) > 0)`,
    ),
    sql` union all `,
  );
}

function countValues(facet: Exclude<Facet, 'urgency'>, chosen: readonly string[], most: number): RawBuilder<Counted> {
  const { value, many } = COLUMNS[facet];
  const values = many ? sql`matching, unnest(${value}) as value` : sql`(select ${value} as value from matching) as plain`;
  return sql`(select ${sql.lit(facet)} as facet, value, count from (
      select value, count(*)::int as count, row_number() over (order by count(*) desc, value) as place
      from ${values} where value is not null group by value
    ) as counted where place <= ${most} or value = any(${[...chosen]}::text[]) order by place)`;
}

type Names = Readonly<Partial<Record<Facet, ReadonlyMap<string, string>>>>;

/** What is chosen is listed even where no dossier has it, or nobody could choose it away again. */
function withChosen(facet: Facet, counted: readonly Counted[], filter: DossierFilter, names: Names): FacetCount[] {
  const found = counted.filter((each) => each.facet === facet);
  const chosen: readonly string[] = filter[facet] ?? [];
  const absent = [...new Set(chosen)].filter((value) => !found.some((each) => each.value === value));
  return [...found, ...absent.map((value) => ({ value, count: 0 }))].map((each) => ({
    value: each.value,
    name: names[facet]?.get(each.value) ?? null,
    count: each.count,
  }));
}

async function namesOf(db: Db, counted: readonly Counted[], filter: DossierFilter): Promise<Names> {
  const ids = (facet: 'store' | 'assignee' | 'developer'): string[] => [
    ...new Set([...counted.filter((each) => each.facet === facet).map(({ value }) => value), ...(filter[facet] ?? [])]),
  ];
  const [stores, assignees, developers] = await Promise.all([
    sql<Named>`select id, name from stores where id = any(${ids('store')}::text[])`.execute(db),
    sql<Named>`select id, display_name as name from accounts where id = any(${ids('assignee')}::text[])`.execute(db),
    sql<Named>`select distinct on (developer_id) developer_id as id, developer_name as name from dossiers
      where developer_id = any(${ids('developer')}::text[]) and developer_name is not null
      order by developer_id, opened_at desc`.execute(db),
  ]);
  return { store: mapOf(stores.rows), assignee: mapOf(assignees.rows), developer: mapOf(developers.rows) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}
const mapOf = (rows: readonly Named[]): ReadonlyMap<string, string> => new Map(rows.map(({ id, name }) => [id, name]));

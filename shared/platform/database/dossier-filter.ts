import { type RawBuilder, sql } from 'kysely';
import { type DossierFilter, FACETS, type Facet, type Urgency } from '../../domain/review/dossier.ts';
import { REPEAT_OFFENCES } from '../../domain/review/service-level.ts';
import { wordsOf } from '../../pledge/dossier/folded.ts';
import { OVERDUE } from './dossier-row.ts';
import { plain } from './plain-text.ts';

type Condition = RawBuilder<boolean>;

/** Of a search no more words are looked for. */
const MOST_WORDS = 10;

/** What a filter asks of a dossier: by the facets that it narrows, and what has no counts. */
export interface Conditions {
  readonly facets: ReadonlyMap<Facet, Condition>;
  readonly others: readonly Condition[];
}

/** What makes a dossier urgent, in SQL. */
export const URGENCY_CONDITIONS: Readonly<Record<Urgency, Condition>> = {
  children: sql<boolean>`dossiers.children`,
  'repeat-offender': sql<boolean>`dossiers.offences >= ${sql.lit(REPEAT_OFFENCES)}`,
  appeal: sql<boolean>`dossiers.appeal is not null`,
  overdue: OVERDUE,
};

const FACET_CONDITIONS: Readonly<Record<Facet, (values: readonly string[]) => Condition>> = {
  state: (values) => sql`dossiers.state = any(${texts(values)})`,
  verdict: (values) => sql`dossiers.verdict = any(${texts(values)})`,
  clause: (values) => sql`dossiers.clauses && ${texts(values)}`,
  rule: (values) => sql`dossiers.rules && ${texts(values)}`,
  check: (values) => sql`dossiers.checks && ${texts(values)}`,
  sdk: (values) => sql`dossiers.sdks && ${texts(values)}`,
  category: (values) => sql`dossiers.category = any(${texts(values)})`,
  developer: (values) => sql`dossiers.developer_id = any(${texts(values)})`,
  store: (values) => sql`dossiers.store_id = any(${texts(values)})`,
  assignee: (values) => {
    const somebody = sql<boolean>`dossiers.assignee = any(${texts(values.filter((value) => value !== 'none'))})`;
    return values.includes('none') ? sql`(dossiers.assignee is null or ${somebody})` : somebody;
  },
  urgency: (values) => anyOf(values.map((value) => URGENCY_CONDITIONS[value as Urgency])),
};

/** The conditions of a filter. An empty array narrows nothing, like one that is left out. */
export function conditionsOf(filter: DossierFilter): Conditions {
  const facets = new Map<Facet, Condition>();
  for (const facet of FACETS) {
    const values = filter[facet];
    if (values !== undefined && values.length > 0) facets.set(facet, FACET_CONDITIONS[facet](values));
  }
  const others: Condition[] = [];
  if (filter.submission !== undefined) others.push(sql`dossiers.submission_id = any(${texts(filter.submission)})`);
  if (filter.olderThanHours !== undefined)
    others.push(sql`dossiers.opened_at <= clock_timestamp() - make_interval(hours => ${filter.olderThanHours})`);
  if (filter.dueWithinHours !== undefined)
    others.push(sql`(dossiers.urgent_at <= clock_timestamp() + make_interval(hours => ${filter.dueWithinHours})
      and (dossiers.appeal is not null or (dossiers.decided_at is null and dossiers.state in ('open', 'proposed'))))`);
  for (const word of wordsOf(filter.text ?? '', MOST_WORDS)) others.push(sql`dossiers.search like ${containing(word)}`);
  return { facets, others };
}

/** All conditions but those of one facet, as one. */
export function allOf({ facets, others }: Conditions, without?: Facet): Condition {
  const conditions = [...others, ...[...facets].filter(([facet]) => facet !== without).map(([, condition]) => condition)];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

const texts = (values: readonly string[]) => sql`${values.map(plain)}::text[]`;
const anyOf = (conditions: readonly Condition[]): Condition => sql<boolean>`(${sql.join(conditions, sql` or `)})`;

/** A pattern for text that has the word in it, whatever wildcards it has. */
const containing = (word: string): string => `%${plain(word).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

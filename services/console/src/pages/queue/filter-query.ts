import { CHECKS } from '../../../../../shared/domain/check.ts';
import {
  DOSSIER_ORDERS,
  DOSSIER_STATES,
  type DossierFilter,
  type DossierOrder,
  type DossierState,
  FACETS,
  type Facet,
  URGENCIES,
} from '../../../../../shared/domain/review/dossier.ts';
import type { Query } from '../../api/client.ts';

/** What the queue shows, as the page's address says it. */
export interface QueueQuery {
  readonly filter: DossierFilter;
  readonly order: DossierOrder;
}

/** What waits for a person: shown where the address says nothing of states. */
export const DEFAULT_STATES: readonly DossierState[] = ['open', 'proposed'];
export const DEFAULT_QUERY: QueueQuery = { filter: { state: DEFAULT_STATES }, order: 'urgent' };

/** Says in the address that every state is meant; nothing said means the default. */
const ANY_STATE = 'any';
const MOST_VALUES = 50;
const LONGEST_VALUE = 300;
export const LONGEST_TEXT = 200;
/** A year; the server takes no more either. */
const MOST_HOURS = 8760;

/** Words that a facet is limited to; the others take any value. */
const KNOWN: Partial<Record<Facet, readonly string[]>> = {
  state: DOSSIER_STATES,
  verdict: ['reject', 'review'],
  check: CHECKS,
  urgency: URGENCIES,
};
/** What values of the others look like; those of developers may be anything. */
const FORMS: Partial<Record<Facet, RegExp>> = {
  clause: /^(?:sz2025|pledge2021|platform2025)-[1-9]\d?$/,
  rule: /^[a-z-]+\/[a-z0-9-]+$/,
  category: /^\d{1,2}$/,
  assignee: /^[A-Za-z0-9_-]{1,64}$/,
  // The API reads commas as standing between several.
  sdk: /^[^,]+$/,
  store: /^[^,]+$/,
};
/** No value of ours has any, and the server refuses them. */
const CONTROL = /\p{Cc}/u;

function accepts(facet: Facet, value: string): boolean {
  const known = KNOWN[facet];
  if (known !== undefined) return known.includes(value);
  if (FORMS[facet]?.test(value) === false) return false;
  return value !== '' && value.length <= LONGEST_VALUE && !CONTROL.test(value) && value.isWellFormed();
}

/** Each value once, in an order of its own: the same filter always has the same address. */
function canonical(facet: Facet, values: readonly string[]): string[] {
  const known = KNOWN[facet];
  const place = (value: string) => known?.indexOf(value) ?? 0;
  return [...new Set(values.filter((value) => accepts(facet, value)))]
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .slice(0, MOST_VALUES);
}

const sameStates = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((each) => b.includes(each));

function hours(text: string | null, least: number): number | undefined {
  if (text === null || !/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= MOST_HOURS ? value : undefined;
}

/** Text as it is searched for: control characters and lone surrogates mean nothing to a search. */
export function searchable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .trim();
}

/** Reads the address; what is no filter of ours is passed over, so an old or mangled link still shows a queue. */
export function readQuery(parameters: URLSearchParams): QueueQuery {
  const filter: { -readonly [K in keyof DossierFilter]: DossierFilter[K] } = {};
  const lists = filter as Partial<Record<Facet, readonly string[]>>;
  for (const facet of FACETS) {
    const values = canonical(facet, parameters.getAll(facet));
    if (values.length > 0) lists[facet] = values;
  }
  if (filter.state === undefined && !parameters.getAll('state').includes(ANY_STATE)) filter.state = DEFAULT_STATES;
  const older = hours(parameters.get('older'), 1);
  if (older !== undefined) filter.olderThanHours = older;
  const due = hours(parameters.get('due'), 0);
  if (due !== undefined) filter.dueWithinHours = due;
  const text = searchable(parameters.get('q') ?? '');
  if (text !== '') filter.text = text;
  const order = DOSSIER_ORDERS.find((each) => each === parameters.get('order')) ?? 'urgent';
  return { filter, order };
}

/** Writes the address, without what is the default. */
export function writeQuery({ filter, order }: QueueQuery): URLSearchParams {
  const parameters = new URLSearchParams();
  if (filter.text !== undefined && searchable(filter.text) !== '') parameters.set('q', searchable(filter.text));
  for (const facet of FACETS) {
    const values = canonical(facet, filter[facet] ?? []);
    if (facet === 'state' && sameStates(values, DEFAULT_STATES)) continue;
    for (const value of values) parameters.append(facet, value);
    if (facet === 'state' && values.length === 0) parameters.append(facet, ANY_STATE);
  }
  if (filter.olderThanHours !== undefined) parameters.set('older', String(filter.olderThanHours));
  if (filter.dueWithinHours !== undefined) parameters.set('due', String(filter.dueWithinHours));
  if (order !== 'urgent') parameters.set('order', order);
  return parameters;
}

/** The address as one text: two queries are the same when theirs are. */
export function queryText(query: QueueQuery): string {
  return writeQuery(query).toString();
}

/** As the API takes a filter. */
export function apiFilter(filter: DossierFilter): Query {
  return { ...filter };
}

/** Adds a value of a facet, or takes it away. */
export function toggled(query: QueueQuery, facet: Facet, value: string): QueueQuery {
  const values: readonly string[] = query.filter[facet] ?? [];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...query, filter: { ...query.filter, [facet]: next.length === 0 ? undefined : next } };
}

/** How many values narrow the list beyond the default states: what the button of the filters counts. */
export function narrowings({ filter }: QueueQuery): number {
  const own = FACETS.filter((facet) => facet !== 'state').reduce((sum, facet) => sum + (filter[facet]?.length ?? 0), 0);
  const states = filter.state === undefined || sameStates(filter.state, DEFAULT_STATES) ? 0 : 1;
  return own + states + [filter.olderThanHours, filter.dueWithinHours, filter.text].filter((each) => each !== undefined).length;
}

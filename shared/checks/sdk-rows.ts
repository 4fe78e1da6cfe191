import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PolicyFacts, SdkRow } from '../domain/facts/policy.ts';
import { matchSdkNames } from '../knowledge/sdks/names.ts';
import { sdksByPurpose } from '../knowledge/sdks/operators.ts';
import type { Knowledge, SdkEntry } from '../knowledge/types.ts';

/** A row of a list of SDKs with the known ones that it means. */
export interface ReadRow {
  readonly row: SdkRow;
  /** Named in the row's name, in the order of first mention. */
  readonly named: readonly SdkEntry[];
  /** Others of the company in the row, whose function the row's purpose is: 极光SDK for 推送和统计, or a row without any name but the company's. */
  readonly meant: readonly SdkEntry[];
}

/** Rows that are looked at, and characters of one cell: no list of a real policy comes near. */
const MOST = 2_000;
const LONGEST = 500;

const byPolicy = new WeakMap<PolicyFacts, { readonly sdks: readonly SdkEntry[]; readonly rows: readonly ReadRow[] }>();

/** The rows of the policy's lists of SDKs, with what each means; made once for all rules. */
export function readRows(policy: PolicyFacts, { sdks }: Knowledge): readonly ReadRow[] {
  const known = byPolicy.get(policy);
  if (known?.sdks === sdks) return known.rows;
  const rows = policy.sdkRows.slice(0, MOST).map((row) => ({ row, ...meaningOf(row, sdks) }));
  byPolicy.set(policy, { sdks, rows });
  return rows;
}

/** What one entry of a list names, and which SDKs it means besides. */
export function meaningOf(
  { name, operator, purpose }: Pick<SdkRow, 'name' | 'operator' | 'purpose'>,
  sdks: readonly SdkEntry[],
): Omit<ReadRow, 'row'> {
  const named = matchSdkNames(name.slice(0, LONGEST), sdks);
  const told = `${name.slice(0, LONGEST)} ${purpose.slice(0, LONGEST)}`;
  const companies = [operator, named.length === 0 ? name : ''].filter((company) => company !== '');
  const meant = companies.flatMap((company) => sdksByPurpose(company, told, sdks)).filter((sdk) => !named.includes(sdk));
  return { named, meant: [...new Set(meant)] };
}

/** Ids of the SDKs that the store was told of, by name or by company and purpose. */
export function sdksInListing(listing: ListingFacts, { sdks }: Knowledge): ReadonlySet<string> {
  const entries = (listing.sdks ?? [])
    .slice(0, MOST)
    .map(({ name, operator = '', purpose = '' }) => meaningOf({ name, operator, purpose }, sdks));
  return new Set(entries.flatMap(({ named, meant }) => [...named, ...meant]).map((sdk) => sdk.id));
}

import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PolicyFacts, SdkRow } from '../domain/facts/policy.ts';
import { isHeading } from '../knowledge/sdks/names/functions.ts';
import { matchSdkNames, matchSdkProducts } from '../knowledge/sdks/names/names.ts';
import { sdksByPurpose } from '../knowledge/sdks/names/operators.ts';
import type { Knowledge, SdkEntry } from '../knowledge/types.ts';

/** A row of a list of SDKs with the known ones that it means. */
export interface ReadRow {
  readonly row: SdkRow;
  /** Named in the row's name, in the order of first mention. */
  readonly named: readonly SdkEntry[];
  /** Others that its purpose tells: products of the brand (友盟SDK for 统计和推送), those of the company where no product is named. */
  readonly meant: readonly SdkEntry[];
}

/** Rows that are looked at, and characters of one cell: no list of a real policy comes near. */
const MOST = 2_000;
const LONGEST = 500;

const COMPANY = /公司|集团|研究院|银行|\b(?:inc|llc|ltd|limited|corp|corporation|gmbh)\b/iu;

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
  const [text, use] = [name.slice(0, LONGEST), purpose.slice(0, LONGEST)];
  const named = matchSdkNames(text, sdks);
  const meant = named.length > 0 ? matchSdkProducts(text, use, sdks) : byCompany(text, operator, use, sdks);
  return { named, meant: [...new Set(meant)].filter((sdk) => !named.includes(sdk)) };
}

/** Only where the row has no name of a product that we do not know: that one is not what the company's others are. */
function byCompany(name: string, operator: string, purpose: string, sdks: readonly SdkEntry[]): SdkEntry[] {
  const isCompany = COMPANY.test(name);
  if (!isCompany && !isHeading(name)) return [];
  return sdksByPurpose(isCompany ? name : operator, `${name} ${purpose}`, sdks);
}

/** An entry of the listing's SDKs with the known ones that it means. */
export interface ReadEntry extends Omit<ReadRow, 'row'> {
  /** Its place in the listing. */
  readonly index: number;
  readonly name: string;
  readonly operator: string;
  readonly purpose: string;
}

const byListing = new WeakMap<ListingFacts, { readonly sdks: readonly SdkEntry[]; readonly entries: readonly ReadEntry[] }>();

/** The SDKs that the store was told of, with what each means; made once for all rules. */
export function readListing(listing: ListingFacts, { sdks }: Knowledge): readonly ReadEntry[] {
  const known = byListing.get(listing);
  if (known?.sdks === sdks) return known.entries;
  const entries = (listing.sdks ?? []).slice(0, MOST).map(({ name, operator = '', purpose = '' }, index): ReadEntry => {
    const entry = { name, operator, purpose };
    return { index, ...entry, ...meaningOf(entry, sdks) };
  });
  byListing.set(listing, { sdks, entries });
  return entries;
}

/** Ids of the SDKs that the store was told of, by name or by company and purpose. */
export function sdksInListing(listing: ListingFacts, knowledge: Knowledge): ReadonlySet<string> {
  return new Set(readListing(listing, knowledge).flatMap(({ named, meant }) => [...named, ...meant].map((sdk) => sdk.id)));
}

import { declaredPermissions } from '../checks/permissions.ts';
import { type SdkDisclosure, sdkDisclosures } from '../checks/sdk-disclosure.ts';
import { readListing } from '../checks/sdk-rows.ts';
import type { ListingFacts } from '../domain/facts/listing.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import type { DetectedSdk } from '../knowledge/sdks/detection/detected.ts';
import { sdksIn } from '../knowledge/sdks/detection/sdks-in.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Report } from './report.ts';
import { policyPlaces } from './sdks/places.ts';
import { callsByOwner, takings } from './sdks/takes.ts';
import { shortened } from './visible.ts';

type ReportSdk = Report['sdks'][number];
type Listed = NonNullable<ListingFacts['sdks']>[number];

/** Names of each kind that the report of an SDK repeats; a hostile manifest has hundreds of thousands. */
const MOST = 50;
/** Steps of a way that are repeated, and the longest name, in UTF-16 code units. */
const STEPS = 40;
const LONGEST = 300;

const NOTHING_LISTED: ListingFacts = { schema: 'listing-facts/1', app: { name: '', category: 38 }, developer: { id: '' } };

const STATES: Readonly<Record<SdkDisclosure, ReportSdk['policy']>> = {
  policy: 'disclosed',
  listing: 'silent',
  denied: 'denied',
  operator: 'operator',
  silent: 'silent',
};

/**
 * Every known SDK found in the package, by id, beside what policy and listing say of it.
 * @param listing null where none is at hand
 */
export function reportSdks(
  facts: PackageFacts | null,
  policy: PolicyFacts | null,
  listing: ListingFacts | null,
  knowledge: Knowledge,
): ReportSdk[] {
  if (facts === null) return [];
  const read = policy?.outcome === 'read' ? policy : null;
  // What the store was told stands beside it: by itself it is no word in the policy.
  const disclosure = read === null ? null : sdkDisclosures(read, NOTHING_LISTED, knowledge);
  const placesOf = read === null ? () => [] : policyPlaces(read, knowledge);
  const listed = listedSdks(listing ?? NOTHING_LISTED, knowledge);
  const requested = new Set(declaredPermissions(facts).map(({ name }) => name));
  const called = callsByOwner(facts, knowledge).sdks;
  const names = new Map(knowledge.sdks.map(({ id, name }) => [id, name]));
  return sdksIn(facts, knowledge)
    .map((found): ReportSdk => {
      const { sdk, within } = found;
      return {
        id: sdk.id,
        name: sdk.name,
        operator: sdk.operator,
        category: sdk.category,
        collects: sdk.collects,
        profiling: sdk.profiling,
        privacyUrl: sdk.privacyUrl,
        ...whereAndHow(found),
        within: within === null ? null : { id: within, name: names.get(within) ?? { zh: within, en: within } },
        takes: takings(sdk.piTypes, called.get(sdk.id), knowledge),
        permissions: sdk.permissions.map((name) => ({ name, requested: requested.has(name) })),
        policy: disclosure === null ? 'unread' : STATES[disclosure(sdk)],
        policyPlaces: placesOf(sdk.id),
        listing: listing === null ? null : listed.has(sdk.id),
        listed: asListed(listed.get(sdk.id)),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What detection tells, and no policy, listing or other knowledge. */
type Found = Omit<
  ReportSdk,
  'id' | 'name' | 'operator' | 'category' | 'collects' | 'profiling' | 'privacyUrl' | 'within' | 'takes' | Disclosed
>;
type Disclosed = 'permissions' | 'policy' | 'policyPlaces' | 'listing' | 'listed';

function whereAndHow(found: DetectedSdk): Found {
  const { level, confidence, stub, start, traces } = found;
  const of = (kind: ReportSdk['traces'][number]['kind'], values: readonly string[]) =>
    namesOf(values).map((value) => ({ kind, value }));
  return {
    level,
    confidence,
    stub,
    packages: namesOf(found.packages.map(({ prefix }) => prefix)),
    renamed: found.renamed.slice(0, MOST).map((code) => ({ ...code, package: cut(code.package) })),
    copies: namesOf(found.copies),
    versions: found.versions.slice(0, MOST).map(({ value, sure, clue: { source, subject, entry } }) => ({
      value,
      sure,
      source,
      subject: cut(subject),
      entry: cut(entry),
    })),
    components: namesOf([...new Set(found.components.map(({ name }) => name))]),
    nativeLibraries: namesOf(found.nativeLibraries),
    traces: [
      ...of('plugin', traces.plugins),
      ...of('meta-data', traces.metaData),
      ...of('asset', traces.assets),
      ...of('resource', traces.resources),
      ...of('domain', traces.domains),
    ],
    calledFrom: namesOf(found.calledFrom),
    start: start && {
      kind: start.entry.kind,
      class: cut(start.entry.class),
      target: cut(start.target),
      consent: start.consent,
      path: start.path.steps.slice(0, STEPS).map((step) => ({ ...step, class: cut(step.class), method: cut(step.method) })),
    },
    switches: found.switches.slice(0, MOST).map(({ kind, method, use }) => ({
      kind,
      method,
      callers: namesOf([...new Set(use.callers.map((site) => `${site.class}.${site.method}`))]),
    })),
    reasons: [...found.reasons],
  };
}

const cut = (name: string): string => shortened(name, LONGEST);
const namesOf = (names: readonly string[]): string[] => names.slice(0, MOST).map(cut);

/** What the store was told of each SDK; the first entry that names it. */
function listedSdks(listing: ListingFacts, knowledge: Knowledge): ReadonlyMap<string, Listed> {
  const found = new Map<string, Listed>();
  for (const { index, named, meant } of readListing(listing, knowledge)) {
    const entry = listing.sdks?.[index];
    if (entry === undefined) continue;
    for (const { id } of [...named, ...meant]) if (!found.has(id)) found.set(id, entry);
  }
  return found;
}

function asListed(entry: Listed | undefined): ReportSdk['listed'] {
  if (entry === undefined) return null;
  const { name, operator, purpose } = entry;
  return {
    name: cut(name),
    operator: operator === undefined ? null : cut(operator),
    purpose: purpose === undefined ? null : cut(purpose),
  };
}

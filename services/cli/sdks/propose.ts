import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { type UnknownCode, unlistedCode } from '../../../shared/pledge/sdks/unknown-code.ts';
import type { ProposeSdksCommand } from '../command.ts';
import type { Console } from '../console.ts';
import { withDatabase } from '../with-database.ts';
import { type Companion, Company, type CompanyKind } from './company.ts';
import { type FactsSource, factsOfDatabase, factsOfFolder } from './facts-source.ts';
import { Portrait, portray } from './portrait.ts';
import { presentProposals } from './present-proposals.ts';
import { proposedEntry } from './proposed-entry.ts';
import { Ranking } from './ranking.ts';
import type { Tally } from './tally.ts';

/** Names of each kind that a proposal repeats. */
const MOST = 12;
const SKIPPED_LISTED = 20;

type Counted = readonly { readonly name: string; readonly apps: number }[];

/** Code that no SDK owns, with what goes with it. Counts are of different apps. */
export interface Proposal {
  /** By which apps that carry it were counted: `com.vendor`. */
  readonly namespace: string;
  /** What all its packages begin with, in all these apps: `com.vendor.sdk`. */
  readonly prefix: string;
  readonly apps: number;
  readonly examples: readonly string[];
  readonly classes: { readonly least: number; readonly most: number };
  readonly callers: Counted;
  readonly startCalls: Counted;
  readonly information: Counted;
  readonly calls: Counted;
  readonly components: Counted;
  readonly providers: Counted;
  readonly versions: Counted;
  readonly versionPlaces: Counted;
  readonly company: Readonly<Record<CompanyKind, readonly Companion[]>>;
  readonly entry: Record<string, unknown>;
}

export interface Proposals {
  readonly schema: 'sdk-proposals/1';
  readonly knowledge: string;
  /** Different apps that were looked at, and unknown namespaces in them. */
  readonly apps: number;
  readonly namespaces: number;
  /** Some were forgotten for lack of memory: counts may be too low. */
  readonly approximate: boolean;
  readonly skipped: { readonly count: number; readonly first: readonly { readonly app: string; readonly reason: string }[] };
  readonly proposals: readonly Proposal[];
}

/** Proposes entries for the knowledge of SDKs; the exit code is 0 whenever the facts could be read. */
export async function proposeSdks(command: ProposeSdksCommand, console: Console): Promise<number> {
  const made =
    command.facts === null
      ? await withDatabase(console.env, (database) => proposals(factsOfDatabase(database, command.store), command))
      : await proposals(factsOfFolder(command.facts), command);
  console.out(command.json ? JSON.stringify(made, null, 2) : presentProposals(made, knowledge, command.language));
  return 0;
}

/**
 * Goes through the facts twice: to rank what nobody knows, then to gather what goes with the commonest. No more than one app's facts (of a
 * database one page of them) are in memory at a time.
 */
async function proposals(source: FactsSource, { limit, leastApps }: ProposeSdksCommand): Promise<Proposals> {
  const ranking = new Ranking();
  const first: { readonly app: string; readonly reason: string }[] = [];
  let skipped = 0;
  for await (const stored of source()) {
    if ('facts' in stored) ranking.add(stored.app, unknownIn(stored.facts).keys());
    else {
      skipped += 1;
      if (first.length < SKIPPED_LISTED) first.push({ app: stored.app, reason: stored.reason });
    }
  }
  const chosen = ranking.ranked(leastApps).slice(0, limit);
  const portraits = new Map(chosen.map(({ name }) => [name, new Portrait(name)]));
  const company = new Company();
  const seen = new Set<string>();
  for await (const stored of chosen.length === 0 ? [] : source()) {
    // Of several versions of an app the first counts, which in a database is the newest.
    if (!('facts' in stored) || seen.has(stored.app)) continue;
    seen.add(stored.app);
    const carried = [...unknownIn(stored.facts).values()].filter(({ namespace }) => portraits.has(namespace));
    for (const code of carried) portraits.get(code.namespace)!.carriedBy(stored.app, code);
    company.add(
      stored.facts,
      carried.map(({ namespace }) => namespace),
    );
    portray(stored.facts, portraits);
  }
  return {
    schema: 'sdk-proposals/1',
    knowledge: knowledge.version,
    apps: ranking.apps,
    namespaces: ranking.size,
    approximate: ranking.approximate,
    skipped: { count: skipped, first },
    proposals: chosen.map(({ name, apps }) => proposal(name, apps, portraits.get(name)!, company)),
  };
}

/** Code whose namespace may be the prefix of an SDK: what is left of renamed or hostile names is not. */
function unknownIn(facts: PackageFacts): Map<string, UnknownCode> {
  const fit = unlistedCode(facts, knowledge).filter(({ namespace }) => NAMESPACE.test(namespace));
  return new Map(fit.map((code) => [code.namespace, code]));
}

/** As the validator of SDKs wants prefixes. */
const NAMESPACE = /^(?=.{5,120}$)[a-z]\w*(\.\w{2,})+$/i;

function proposal(namespace: string, apps: number, portrait: Portrait, company: Company): Proposal {
  const told: Omit<Proposal, 'entry'> = {
    namespace,
    prefix: portrait.prefix,
    apps,
    examples: portrait.examples,
    classes: portrait.classes,
    callers: counted(portrait.callers),
    startCalls: counted(portrait.startCalls),
    information: counted(portrait.information),
    calls: counted(portrait.calls),
    components: counted(portrait.components),
    providers: counted(portrait.providers),
    versions: counted(portrait.versions),
    versionPlaces: counted(portrait.versionPlaces),
    company: companions(namespace, apps, company),
  };
  return { ...told, entry: proposedEntry(told) };
}

function companions(namespace: string, apps: number, company: Company): Proposal['company'] {
  const of = (kind: CompanyKind) => company.of(namespace, apps, kind).slice(0, MOST);
  return {
    hosts: of('hosts'),
    nativeLibraries: of('nativeLibraries'),
    plugins: of('plugins'),
    metaData: of('metaData'),
    maven: of('maven'),
  };
}

const counted = (tally: Tally): Counted =>
  tally
    .ranked()
    .slice(0, MOST)
    .map(({ name, count }) => ({ name, apps: count }));

import type { PluginRuntime } from '../../../domain/facts/third-party.ts';
import type { SdkEntry } from '../../types.ts';
import { PrefixTable } from './prefix-table.ts';

/** What tells of one SDK and no other, by kind: names that two entries claim tell of neither. */
export interface Exclusive {
  readonly components: ReadonlyMap<string, SdkEntry>;
  readonly libraries: ReadonlyMap<string, SdkEntry>;
  readonly metaData: Names;
  readonly assets: Names;
  /** Beginnings of names of resources. */
  readonly resources: PrefixTable<SdkEntry>;
  readonly domains: PrefixTable<SdkEntry>;
  /** By run time and name, see `pluginKey`. */
  readonly plugins: ReadonlyMap<string, SdkEntry>;
  readonly maven: Names;
  /** By the second half of exact coordinates, which some files are named by alone. */
  readonly artefacts: ReadonlyMap<string, SdkEntry>;
  readonly versionAt: ReadonlyMap<string, SdkEntry>;
}

/** Names that are exact, or patterns that cover all names with their beginning. */
export interface Names {
  readonly exact: ReadonlyMap<string, SdkEntry>;
  readonly beginnings: PrefixTable<SdkEntry>;
}

const known = new WeakMap<readonly SdkEntry[], Exclusive>();

export function exclusiveOf(sdks: readonly SdkEntry[]): Exclusive {
  const made = known.get(sdks);
  if (made !== undefined) return made;
  const unclaimed = (names: (sdk: SdkEntry) => readonly string[]) => claimedOnce(sdks, names);
  const exclusive: Exclusive = {
    components: unclaimed((sdk) => [...sdk.components, ...sdk.autoStart]),
    libraries: unclaimed((sdk) => sdk.nativeLibraries),
    metaData: namesOf(
      unclaimed((sdk) => sdk.metaData),
      '*',
    ),
    assets: namesOf(
      unclaimed((sdk) => sdk.assets),
      '/',
    ),
    resources: new PrefixTable(
      unclaimed((sdk) => sdk.resources),
      '',
    ),
    domains: new PrefixTable(
      unclaimed((sdk) => sdk.domains.map((domain) => domain.toLowerCase())),
      'host',
    ),
    plugins: unclaimed((sdk) =>
      Object.entries(sdk.plugins).flatMap(([runtime, names = []]) =>
        names.map((name) => pluginKey(runtime as PluginRuntime, name)),
      ),
    ),
    maven: namesOf(
      unclaimed((sdk) => sdk.maven),
      '*',
    ),
    artefacts: unclaimed((sdk) => sdk.maven.flatMap((name) => (name.includes('*') ? [] : [name.slice(name.indexOf(':') + 1)]))),
    versionAt: unclaimed((sdk) => sdk.versionAt),
  };
  known.set(sdks, exclusive);
  return exclusive;
}

export function pluginKey(runtime: PluginRuntime, name: string): string {
  return `${runtime} ${name}`;
}

/** The SDK that a name tells of. */
export function lookUp(name: string, { exact, beginnings }: Names): SdkEntry | undefined {
  return exact.get(name) ?? beginnings.longest(name)?.value;
}

function claimedOnce(sdks: readonly SdkEntry[], namesOfSdk: (sdk: SdkEntry) => readonly string[]): ReadonlyMap<string, SdkEntry> {
  const owners = new Map<string, SdkEntry | null>();
  for (const sdk of sdks) {
    for (const name of new Set(namesOfSdk(sdk))) owners.set(name, owners.has(name) ? null : sdk);
  }
  return new Map([...owners].flatMap(([name, sdk]) => (sdk === null ? [] : [[name, sdk] as const])));
}

/** @param mark what a pattern ends in: a star, which is no part of the beginning, or the slash of a folder, which is */
function namesOf(names: ReadonlyMap<string, SdkEntry>, mark: '*' | '/'): Names {
  const patterns = [...names].filter(([name]) => name.endsWith(mark));
  return {
    exact: new Map([...names].filter(([name]) => !name.endsWith(mark))),
    beginnings: new PrefixTable(
      patterns.map(([name, sdk]) => [mark === '*' ? name.slice(0, -1) : name, sdk] as const),
      mark === '/' ? '/' : '',
    ),
  };
}

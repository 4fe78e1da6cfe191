import { PLUGIN_RUNTIMES } from '../../../shared/domain/facts/third-party.ts';
import type { Proposal } from './propose.ts';

/** Names of each kind that an entry takes over; whoever fills it keeps what is right. */
const MOST = 10;

/**
 * An entry for a file of SDKs with everything filled in that facts tell. Names, operator, category and what it collects are for a person
 * to look up: the empty names keep it from being used before that.
 */
export function proposedEntry(proposal: Omit<Proposal, 'entry'>): Record<string, unknown> {
  const { prefix, apps, components, providers, versionPlaces, company } = proposal;
  const names = (list: readonly { readonly name: string }[]): string[] => list.slice(0, MOST).map(({ name }) => name);
  const plugins = Object.fromEntries(
    PLUGIN_RUNTIMES.flatMap((runtime) => {
      const own = names(company.plugins)
        .filter((name) => name.startsWith(`${runtime} `))
        .map((name) => name.slice(runtime.length + 1));
      return own.length === 0 ? [] : [[runtime, own]];
    }),
  );
  return {
    id: idOf(prefix),
    name: { zh: '', en: '' },
    aliases: [],
    operator: null,
    category: 'other',
    prefixes: [prefix],
    components: names(components),
    nativeLibraries: names(company.nativeLibraries),
    collects: 'unknown',
    piTypes: [],
    permissions: [],
    autoStart: names(providers),
    plugins,
    metaData: names(company.metaData),
    domains: names(company.hosts),
    maven: names(company.maven),
    versionAt: names(versionPlaces),
    china: false,
    source: `Proposed from the facts of ${apps} apps; to be checked against what its vendor publishes.`,
    confidence: 'low',
  };
}

/** `vendor-sdk` of `com.vendor.sdk`: stable, in small letters, digits and hyphens. */
function idOf(prefix: string): string {
  const [first = '', ...rest] = prefix.toLowerCase().split('.');
  const parts = ['com', 'cn', 'net', 'org', 'io'].includes(first) && rest.length > 0 ? rest : [first, ...rest];
  return parts
    .join('-')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

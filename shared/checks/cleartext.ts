import type { PackageFacts } from '../domain/facts/package.ts';
import { wasReadWhole } from './completeness.ts';

/** Since API level 28 cleartext traffic is off unless an app asks for it (developer.android.com, application element). */
const OFF_BY_DEFAULT_SINCE = 28;

/** Where an app allows cleartext traffic, and what says so. */
export interface Cleartext {
  /** For hosts that nothing else is said about. */
  readonly base: boolean;
  readonly because: 'attribute' | 'configuration' | 'default';
  /** Whether a host may be spoken to in cleartext; the longest domain of the configuration that covers it decides. */
  readonly allows: (host: string) => boolean;
}

/** The target version as the system takes it; null where the manifest could not be read. */
export function effectiveTarget({ identity, ...facts }: PackageFacts): number | null {
  if (identity.targetSdk !== null) return identity.targetSdk;
  return identity.minSdk ?? (wasReadWhole({ identity, ...facts }, 'manifest') ? 1 : null);
}

/**
 * What an Android app says about cleartext traffic (developer.android.com, "Network security configuration"): a configuration overrides
 * the attribute, and the attribute the default of the target version. Null where that could not be read.
 */
export function cleartextOf(facts: PackageFacts): Cleartext | null {
  const { application } = facts;
  const target = effectiveTarget(facts);
  const byDefault = target === null ? null : target < OFF_BY_DEFAULT_SINCE;
  if (application.networkSecurityConfig === null) {
    const said = application.usesCleartextTraffic;
    const base = said ?? byDefault;
    return base === null ? null : { base, because: said === null ? 'default' : 'attribute', allows: () => base };
  }
  const configuration = application.networkSecurity;
  if (configuration == null) return null;
  const base = configuration.cleartext ?? byDefault;
  if (base === null) return null;
  const rules = new Map<string, boolean>();
  for (const domain of configuration.cleartextDomains) rules.set(domain, true);
  for (const domain of configuration.encryptedDomains) rules.set(domain, false);
  return {
    base,
    because: configuration.cleartext === null ? 'default' : 'configuration',
    allows: (host) => ruleFor(host, rules) ?? base,
  };
}

/** `example.com` covers itself, `*.example.com` itself and all below. */
function ruleFor(host: string, rules: ReadonlyMap<string, boolean>): boolean | undefined {
  const exact = rules.get(host);
  if (exact !== undefined) return exact;
  for (let name = host; name !== ''; name = name.includes('.') ? name.slice(name.indexOf('.') + 1) : '') {
    const covering = rules.get(`*.${name}`);
    if (covering !== undefined) return covering;
  }
  return undefined;
}

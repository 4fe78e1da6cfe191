import type { NetworkSecurity } from '../../domain/facts/manifest.ts';
import type { XmlElement } from '../binary/axml.ts';
import { FIRST_INTEGER, LAST_INTEGER } from '../binary/axml.ts';
import { LIMITS } from '../limits.ts';

/** Until API 23 certificates that the user installed were trusted unless an app said otherwise. */
const USER_CERTIFICATES_DISTRUSTED_SINCE = 24;

/** What holds for a configuration and, where it does not say otherwise, for those within it. */
interface Inherited {
  readonly cleartext: boolean | null;
  readonly pinned: boolean;
}

/**
 * Reads a network security configuration (developer.android.com, "Network security configuration"): what it allows without
 * debugging, so `debug-overrides` do not count. A `domain-config` without a value has that of the one around it.
 * @param entry of the file in the package; `targetSdk` decides what holds where nothing is said
 */
export function readNetworkSecurity(root: XmlElement, entry: string, targetSdk: number): NetworkSecurity {
  const base = root.children.find(({ name }) => name === 'base-config');
  const cleartextDomains = new Set<string>();
  const encryptedDomains = new Set<string>();
  const pinnedDomains = new Set<string>();
  const anchors = base?.children.some(({ name }) => name === 'trust-anchors') ?? false;
  let trustsUser = anchors ? trustsUserStore(base!) : targetSdk < USER_CERTIFICATES_DISTRUSTED_SINCE;

  const visit = (config: XmlElement, outer: Inherited): void => {
    const own = { cleartext: flag(config, 'cleartextTrafficPermitted') ?? outer.cleartext, pinned: outer.pinned || pins(config) };
    if (trustsUserStore(config)) trustsUser = true;
    for (const child of config.children) {
      if (child.name === 'domain-config') visit(child, own);
      if (child.name !== 'domain') continue;
      const domain = nameOf(child);
      if (domain === '') continue;
      if (own.cleartext !== null) keep(own.cleartext ? cleartextDomains : encryptedDomains, domain);
      if (own.pinned) keep(pinnedDomains, domain);
    }
  };
  for (const child of root.children) if (child.name === 'domain-config') visit(child, { cleartext: null, pinned: false });
  return {
    entry,
    cleartext: base ? flag(base, 'cleartextTrafficPermitted') : null,
    cleartextDomains: [...cleartextDomains].sort(),
    encryptedDomains: [...encryptedDomains].sort(),
    trustsUserCertificates: trustsUser,
    pinnedDomains: [...pinnedDomains].sort(),
  };
}

function keep(domains: Set<string>, domain: string): void {
  if (domains.size < LIMITS.networkDomains) domains.add(domain);
}

function nameOf(domain: XmlElement): string {
  const name = domain.text.trim().toLowerCase().slice(0, LIMITS.domainName);
  return name !== '' && flag(domain, 'includeSubdomains') ? `*.${name}` : name;
}

function trustsUserStore(config: XmlElement): boolean {
  const anchors = config.children.filter(({ name }) => name === 'trust-anchors').flatMap(({ children }) => children);
  return anchors.some(
    ({ name, attributes }) =>
      name === 'certificates' && attributes.some(({ name: key, text }) => key === 'src' && text === 'user'),
  );
}

function pins(config: XmlElement): boolean {
  return config.children.some(({ name, children }) => name === 'pin-set' && children.some((child) => child.name === 'pin'));
}

/** A boolean without a namespace, typed or as text. */
function flag(element: XmlElement, name: string): boolean | null {
  const attribute = element.attributes.find((each) => each.name === name);
  if (!attribute) return null;
  if (attribute.type >= FIRST_INTEGER && attribute.type <= LAST_INTEGER) return attribute.data !== 0;
  return attribute.text === 'true' ? true : attribute.text === 'false' ? false : null;
}

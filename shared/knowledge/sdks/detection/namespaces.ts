import type { PackageFacts } from '../../../domain/facts/package.ts';
import { shellOf } from '../../shells.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import { isLibraryName } from './libraries.ts';
import { ownerOf } from './owner.ts';

/** First segments under which many owners share the second: their third one tells them apart. */
const HOSTS = new Set(['com.github', 'io.github', 'com.gitee', 'io.gitee', 'me.github', 'com.gitlab', 'com.bitbucket']);
/** Two-letter first segments that are domains, not what a shrinker leaves. */
const SHORT_DOMAINS = new Set(
  'ai at au be ca ch cn cz de dk es eu fi fr hk id ie il im in io it jp kr ly me my nl no nz pl pt ru se sg so tv tw uk us vn'.split(
    ' ',
  ),
);

/**
 * The namespace of code that looks like somebody else's and is unknown to us: `com.vendor` of `com.vendor.sdk.Collector`.
 * @returns null for the app's own code (it shares two segments with the package name, the launcher or the application class), known
 * SDKs, their vendors (an SDK of theirs that we do not list is still not of unknown origin), shells of hardening products, libraries
 * and platform code, and for names that a shrinker has shortened
 */
export function unknownNamespace(className: string, facts: PackageFacts, knowledge: Knowledge): string | null {
  const lastDot = className.lastIndexOf('.');
  if (lastDot < 0 || ownerOf(className, knowledge.sdks) !== null || shellOf(className, knowledge) !== null) return null;
  if (isLibraryName(className, knowledge)) return null;
  const namespace = namespaceOf(className.slice(0, lastDot).split('.'));
  if (namespace === null || vendorsOf(knowledge.sdks).has(namespace)) return null;
  const own = [facts.identity.packageName, facts.launcher, facts.application.className].map((name) =>
    namespaceOf(name?.split('.') ?? []),
  );
  return own.includes(namespace) ? null : namespace;
}

const vendors = new WeakMap<readonly SdkEntry[], ReadonlySet<string>>();

/** Namespaces under which known SDKs lie. */
function vendorsOf(sdks: readonly SdkEntry[]): ReadonlySet<string> {
  const known = vendors.get(sdks);
  if (known !== undefined) return known;
  const namespaces = new Set(sdks.flatMap((sdk) => sdk.prefixes.map((prefix) => namespaceOf(prefix.split('.')) ?? prefix)));
  vendors.set(sdks, namespaces);
  return namespaces;
}

function namespaceOf(segments: readonly string[]): string | null {
  const [first = '', second = '', third = ''] = segments;
  if ((first.length < 3 && !SHORT_DOMAINS.has(first)) || second.length < 3) return null;
  const two = `${first}.${second}`;
  if (!HOSTS.has(two)) return two;
  return third.length < 3 ? null : `${two}.${third}`;
}

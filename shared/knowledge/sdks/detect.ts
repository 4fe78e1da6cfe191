import type { Component, PackageFacts } from '../../domain/facts/package.ts';
import { shellOf } from '../shells.ts';
import type { Knowledge, SdkEntry } from '../types.ts';
import type { DetectedSdk } from './detected.ts';
import { ownerOf } from './owner.ts';

export type { DetectedSdk, SdkLevel } from './detected.ts';

interface Traces {
  readonly packages: Map<string, { classes: number; methods: number }>;
  readonly components: Component[];
  readonly nativeLibraries: Set<string>;
}

/** Below both, the code is a stub (an interface that was compiled against, a shim), not the SDK. */
const STUB = { classes: 3, methods: 10 };

const exactIndexes = new WeakMap<readonly SdkEntry[], { components: Map<string, SdkEntry>; libraries: Map<string, SdkEntry> }>();

/**
 * Which known SDKs a package holds; pure, from facts alone, so new knowledge can be applied to a whole shelf. Code under the
 * app's own package name is the app, whatever prefix covers it, and the shell of a hardening product is no SDK. Sorted by SDK id.
 */
export function detectSdks(facts: PackageFacts, knowledge: Knowledge): DetectedSdk[] {
  const { sdks } = knowledge;
  const exact = exactIndex(sdks);
  const traces = new Map<SdkEntry, Traces>();
  const of = (sdk: SdkEntry): Traces => {
    const known = traces.get(sdk);
    if (known !== undefined) return known;
    const created: Traces = { packages: new Map(), components: [], nativeLibraries: new Set() };
    traces.set(sdk, created);
    return created;
  };

  const own = facts.identity.packageName;
  const under = `${own}.`;
  // Asked last, of the few names that an SDK covers.
  const isOwn = (name: string) => (own !== null && (name === own || name.startsWith(under))) || shellOf(name, knowledge) !== null;
  for (const code of facts.code.packages) {
    if (code.classes === 0) continue;
    const owner = ownerOf(code.name, sdks);
    if (owner === null || isOwn(code.name)) continue;
    const sum = of(owner.sdk).packages;
    const before = sum.get(owner.prefix) ?? { classes: 0, methods: 0 };
    sum.set(owner.prefix, { classes: before.classes + code.classes, methods: before.methods + code.methods });
  }
  for (const component of facts.components) {
    const sdk = exact.components.get(component.name) ?? ownerOf(component.name, sdks)?.sdk;
    if (sdk !== undefined && !isOwn(component.name)) of(sdk).components.push(component);
  }
  for (const library of facts.nativeLibraries) {
    const sdk = exact.libraries.get(library.name);
    if (sdk !== undefined) of(sdk).nativeLibraries.add(library.name);
  }
  return [...traces].map(([sdk, found]) => weigh(sdk, found)).sort((a, b) => (a.sdk.id < b.sdk.id ? -1 : 1));
}

/**
 * Real code is high, a native library alone medium (the name could be another's), a component alone medium (declared, its class may
 * sit in packed code), a stub low unless a component or library speaks for it too.
 */
function weigh(sdk: SdkEntry, found: Traces): DetectedSdk {
  const packages = [...found.packages]
    .map(([prefix, size]) => ({ prefix, ...size }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
  const classes = packages.reduce((sum, part) => sum + part.classes, 0);
  const methods = packages.reduce((sum, part) => sum + part.methods, 0);
  const stub = classes < STUB.classes && methods < STUB.methods;
  const corroborated = found.components.length > 0 || found.nativeLibraries.size > 0;
  return {
    sdk,
    level: classes > 0 || found.nativeLibraries.size > 0 ? 'present' : 'declared',
    confidence: !stub ? 'high' : corroborated ? 'medium' : 'low',
    packages,
    components: found.components,
    nativeLibraries: [...found.nativeLibraries].sort(),
    stub: classes > 0 && stub,
    versions: [],
    renamed: [],
    copies: [],
    calledFrom: [],
    start: null,
    switches: [],
    within: null,
    traces: { plugins: [], metaData: [], assets: [], resources: [], domains: [] },
    reasons: [],
  };
}

function exactIndex(sdks: readonly SdkEntry[]): { components: Map<string, SdkEntry>; libraries: Map<string, SdkEntry> } {
  const known = exactIndexes.get(sdks);
  if (known !== undefined) return known;
  const index = {
    components: new Map(
      sdks.flatMap((sdk) => [...sdk.components, ...sdk.autoStart].map((name): [string, SdkEntry] => [name, sdk])),
    ),
    libraries: new Map(sdks.flatMap((sdk) => sdk.nativeLibraries.map((name): [string, SdkEntry] => [name, sdk]))),
  };
  exactIndexes.set(sdks, index);
  return index;
}

import type { CodePackage, Component, EntryPoint, PackageFacts } from '../../shared/domain/facts/package.ts';
import { knowledge } from '../../shared/knowledge/index.ts';
import { encodePrints, printOfText } from '../../shared/knowledge/sdks/prints/prints.ts';
import type { Knowledge, SdkEntry } from '../../shared/knowledge/types.ts';
import { NEUTRAL_PACKAGE } from '../rules/support/facts.ts';

/** What detection of SDKs reads, in short forms; everything else is that of an app which gives no reason to speak. */
export interface Parts {
  readonly packageName?: string;
  /** Name, classes and methods, or the whole. */
  readonly packages?: readonly (CodePackage | readonly [name: string, classes: number, methods: number])[];
  /** Names of services, or the whole. */
  readonly components?: readonly (string | Partial<Component>)[];
  readonly libraries?: readonly string[];
  readonly code?: Partial<PackageFacts['code']>;
  readonly more?: Partial<PackageFacts>;
}

const COMPONENT: Component = {
  kind: 'service',
  name: 'com.example.app.Part',
  exported: false,
  enabled: true,
  intentFilters: [],
  metaData: [],
  place: '/manifest/application/service[1]',
};

export function appWith({ packageName, packages = [], components = [], libraries = [], code, more }: Parts): PackageFacts {
  return {
    ...NEUTRAL_PACKAGE,
    ...more,
    identity: { ...NEUTRAL_PACKAGE.identity, ...(packageName === undefined ? {} : { packageName }) },
    components: components.map((part) => ({ ...COMPONENT, ...(typeof part === 'string' ? { name: part } : part) })),
    nativeLibraries: libraries.map((name) => ({ abi: 'arm64-v8a', name, bytes: 1 })),
    code: {
      ...NEUTRAL_PACKAGE.code,
      ...code,
      packages: packages.map((part) => ('name' in part ? part : { name: part[0], classes: part[1], methods: part[2] })),
    },
  };
}

/** An SDK that only its parts tell of. */
export function sdkOf(id: string, parts: Partial<SdkEntry> = {}): SdkEntry {
  return {
    id,
    name: { zh: `${id} 软件`, en: id },
    aliases: [],
    operator: null,
    category: 'other',
    prefixes: [`com.${id}.sdk`],
    components: [],
    nativeLibraries: [],
    collects: 'yes',
    piTypes: [],
    permissions: [],
    autoStart: [],
    autoStartSwitch: null,
    privacyUrl: null,
    china: true,
    plugins: {},
    metaData: [],
    assets: [],
    resources: [],
    domains: [],
    maven: [],
    versionAt: [],
    consent: null,
    badVersions: [],
    brings: [],
    profiling: false,
    source: null,
    confidence: 'high',
    ...parts,
  };
}

/** The knowledge with other SDKs, and fingerprints of them as numbers. */
export function knowing(sdks: readonly SdkEntry[], fingerprints: Readonly<Record<string, readonly number[]>> = {}): Knowledge {
  const entries = Object.entries(fingerprints).map(([id, prints]) => ({ id, prints: encodePrints(prints), of: prints.length }));
  return { ...knowledge, sdks, sdkFingerprints: { scheme: 1, entries } };
}

/** Prints that nothing else has. */
export function printsOf(what: string, count: number, from = 0): number[] {
  return Array.from({ length: count }, (_, at) => printOfText('s', `${what} ${at + from}`));
}

/** Prints of packages, by index, as facts hold them. */
export function packagePrints(...packages: readonly (readonly number[])[]): PackageFacts['code']['prints'] {
  return {
    scheme: 1,
    packages: packages.map((prints, index) => ({ package: index, prints: encodePrints(prints) })),
    classes: [],
    resources: null,
  };
}

export const ENTRY_POINTS: readonly EntryPoint[] = [
  { kind: 'application', class: 'com.example.app.App', reaches: 10 },
  { kind: 'launcher', class: 'com.example.app.MainActivity', reaches: 10 },
  { kind: 'provider', class: 'com.vendor.sdk.InitProvider', reaches: 3 },
];

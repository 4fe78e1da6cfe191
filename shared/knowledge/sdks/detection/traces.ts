import type { CodePackage, Component, PackageFacts } from '../../../domain/facts/package.ts';
import type { VersionSource } from '../../../domain/facts/third-party.ts';
import { shellOf } from '../../shells.ts';
import type { Knowledge, SdkEntry } from '../../types.ts';
import { exclusiveOf, lookUp, pluginKey } from './exclusive.ts';
import { isUnder, prefixesOf } from './owner.ts';

/** Names of one kind that are told of one SDK. */
const MOST_NAMES = 50;

/** Code under one prefix: classes, methods and, where facts tell it of all of them, methods that do something. */
export interface CodeSize {
  readonly prefix: string;
  classes: number;
  methods: number;
  bodies: number | null;
}

/** What a package holds that only one SDK has; names each once. */
export interface Trace {
  readonly sdk: SdkEntry;
  readonly packages: CodeSize[];
  /** By the prefix that a copy has below another's. */
  readonly copies: CodeSize[];
  readonly components: Component[];
  readonly nativeLibraries: string[];
  readonly plugins: string[];
  readonly metaData: string[];
  readonly assets: string[];
  readonly resources: string[];
  readonly domains: string[];
}

/** Whose an SDK's code is, by index in `CodeFacts.packages`: null for everything that no prefix covers, and for the app's own. */
export type PackageOwners = (SdkEntry | null)[];

export class Traces {
  readonly bySdk = new Map<SdkEntry, Trace>();
  readonly owners: PackageOwners = [];

  of(sdk: SdkEntry): Trace {
    const known = this.bySdk.get(sdk);
    if (known !== undefined) return known;
    const trace: Trace = {
      sdk,
      packages: [],
      copies: [],
      components: [],
      nativeLibraries: [],
      plugins: [],
      metaData: [],
      assets: [],
      resources: [],
      domains: [],
    };
    this.bySdk.set(sdk, trace);
    return trace;
  }
}

/** Collects what names tell: packages, components, libraries, meta-data, assets, resources, hosts and plugins. */
export function collectTraces(facts: PackageFacts, knowledge: Knowledge): Traces {
  const traces = new Traces();
  collectCode(traces, facts, knowledge);
  collectManifest(traces, facts, knowledge);
  collectContents(traces, facts, knowledge);
  return traces;
}

export function addSize(sizes: CodeSize[], prefix: string, { classes, methods, bodies }: CodePackage): void {
  // An SDK has a handful of prefixes.
  const size = sizes.find((each) => each.prefix === prefix);
  if (size === undefined) {
    sizes.push({ prefix, classes, methods, bodies: bodies ?? null });
    return;
  }
  size.classes += classes;
  size.methods += methods;
  size.bodies = size.bodies === null || bodies === undefined ? null : size.bodies + bodies;
}

function addName(names: string[], name: string): void {
  if (names.length < MOST_NAMES && !names.includes(name)) names.push(name);
}

/** Whether a name lies under the app's own package name, or is the shell of a hardening product. */
function isNoSdk(name: string, own: string | null, knowledge: Knowledge): boolean {
  return isUnder(name, own) || shellOf(name, knowledge) !== null;
}

function collectCode(traces: Traces, { identity, code }: PackageFacts, knowledge: Knowledge): void {
  const prefixes = prefixesOf(knowledge.sdks);
  const { owners } = traces;
  for (const each of code.packages) {
    const covering = prefixes.longest(each.name);
    // A package without classes is only referred to.
    if (covering === null || each.classes === 0 || isNoSdk(each.name, identity.packageName, knowledge)) {
      owners.push(null);
      continue;
    }
    owners.push(covering.value);
    addSize(traces.of(covering.value).packages, covering.prefix, each);
  }
}

function collectManifest(traces: Traces, facts: PackageFacts, knowledge: Knowledge): void {
  const prefixes = prefixesOf(knowledge.sdks);
  const exclusive = exclusiveOf(knowledge.sdks);
  const read = (name: string) => {
    const sdk = lookUp(name, exclusive.metaData);
    if (sdk !== undefined) addName(traces.of(sdk).metaData, name);
  };
  for (const { name } of facts.application.metaData) read(name);
  for (const component of facts.components) {
    for (const { name } of component.metaData) read(name);
    const sdk = exclusive.components.get(component.name) ?? prefixes.longest(component.name)?.value;
    if (sdk !== undefined && !isNoSdk(component.name, facts.identity.packageName, knowledge)) {
      traces.of(sdk).components.push(component);
    }
  }
}

/** Files by which build tools name the artefacts that they have put in, which a shrinker leaves when it renames their code. */
const ARTEFACT_FILES: ReadonlySet<VersionSource> = new Set(['maven', 'version-file', 'properties']);

function collectContents(traces: Traces, facts: PackageFacts, { sdks }: Knowledge): void {
  const exclusive = exclusiveOf(sdks);
  for (const { name } of facts.nativeLibraries) {
    const sdk = exclusive.libraries.get(name);
    if (sdk !== undefined) addName(traces.of(sdk).nativeLibraries, name);
  }
  for (const entry of facts.entries.names) {
    const sdk = lookUp(entry, exclusive.assets);
    if (sdk !== undefined) addName(traces.of(sdk).assets, entry);
  }
  for (const { source, subject, entry } of facts.versions ?? []) {
    if (!ARTEFACT_FILES.has(source)) continue;
    const sdk = lookUp(subject, exclusive.maven) ?? exclusive.artefacts.get(subject);
    if (sdk !== undefined) addName(traces.of(sdk).assets, entry);
  }
  for (const host of facts.code.hosts) {
    const sdk = exclusive.domains.longest(host)?.value;
    if (sdk !== undefined) addName(traces.of(sdk).domains, host);
  }
  for (const name of resourceNames(facts)) {
    const sdk = exclusive.resources.longest(name)?.value;
    if (sdk !== undefined) addName(traces.of(sdk).resources, name);
  }
  for (const { runtime, name } of facts.plugins ?? []) {
    const sdk = exclusive.plugins.get(pluginKey(runtime, name));
    if (sdk !== undefined) addName(traces.of(sdk).plugins, name);
  }
  for (const { name } of facts.harmony?.packages ?? []) {
    const sdk = exclusive.plugins.get(pluginKey('ohpm', name));
    if (sdk !== undefined) addName(traces.of(sdk).plugins, name);
  }
}

/**
 * Names of resources that facts hold for other reasons: pages that speak of consent, texts on topics, versions. The first version of facts
 * had none of them.
 */
function* resourceNames(facts: PackageFacts): Generator<string> {
  for (const { name } of facts.consentScreens ?? []) if (name !== null) yield name;
  for (const { place } of facts.texts ?? []) {
    if (place.startsWith('@string/')) yield place.slice('@string/'.length);
  }
  for (const { source, subject } of facts.versions ?? []) if (source === 'resource') yield subject;
}

import type { CodeFacts, DexFile } from '../../domain/facts/code.ts';
import type { UiText } from '../../domain/facts/contents.ts';
import type { InspectionContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import { type CodeVersion, codeVersions } from '../third-party/code-versions.ts';
import { type PluginClass, pluginClasses } from '../third-party/plugin-classes.ts';
import { ProgramBuilder, type ProgramFile } from './build-program.ts';
import { codeTexts, findKeys } from './code-texts.ts';
import { scanWish } from './constant-values.ts';
import { declaredClasses } from './declared-classes.ts';
import { describePackages } from './describe-packages.ts';
import { UseWriter } from './describe-use.ts';
import { type FoundUses, findUses } from './find-uses.ts';
import { countPackages } from './packages.ts';
import { pageLoaders } from './page-loaders.ts';
import { printedCode, readPrints } from './prints/read-prints.ts';
import type { Program } from './program.ts';
import { findReachable } from './reach/index.ts';
import type { DeclaredApp, Reachability } from './reach/types.ts';
import { type CodeEntry, scanEntries } from './scan-entries.ts';
import { noteTooMuchCode } from './scan-gaps.ts';
import type { ScanResult } from './scan-job.ts';

export type { DeclaredApp } from './reach/types.ts';
export type { CodeEntry } from './scan-entries.ts';

/** What the code of an app says. */
export interface CodeReading {
  readonly facts: CodeFacts;
  /** Entries read to their end, and the names of the others. */
  readonly read: number;
  readonly unread: readonly string[];
  /** String constants that speak of a topic of the rules. */
  readonly texts: readonly UiText[];
  /** Dotted names of the classes that have a web view load an address. */
  readonly pageLoaders: readonly string[];
  /** Versions that fields hold and methods answer. */
  readonly versions: readonly CodeVersion[];
  readonly pluginClasses: readonly PluginClass[];
}

/**
 * Reads all DEX files of an app as one program: what is there, who calls what with which constants, and which of that the system's entry
 * points reach.
 * @param entries in loading order, hidden ones last
 * @throws only what the source throws
 */
export async function readCode(
  entries: readonly CodeEntry[],
  declared: DeclaredApp,
  context: InspectionContext,
  observations: Observations,
): Promise<CodeReading> {
  const { knowledge } = context;
  const taken = new TakenFiles(entries, observations);
  const take = (index: number, result: ScanResult | null) => taken.take(index, result);
  const results = await scanEntries(entries, scanWish(knowledge.constants), context, observations, take);
  const { files, dexFiles, partial } = taken;
  const { program, places, uses } = taken.builder.finish();
  const left = new Set(places);
  for (const [place, { entry }] of files.entries()) if (!left.has(place)) partial.add(entry);
  const reach = await observations.attempt('code', 'DEX', null, () => findReachable(program, declared, observations));
  const packages = countPackages(program, files, places, observations);
  const found = findUses(program, uses, knowledge, observations);
  const described = describeUses(program, reach, found);
  // Behind the uses, so that the tests on their paths are looked at first.
  const relations = await observations.attempt('code', 'DEX', { packages: packages.list }, () =>
    describePackages(program, packages, declared, knowledge, reach, observations),
  );
  const interesting = [...described.apiUses, ...(relations.startCalls ?? [])];
  const budget = { units: LIMITS.constantTexts as number };
  const unread = entries.flatMap(({ name }, index) => (results[index]?.whole === true && !partial.has(name) ? [] : [name]));
  return {
    facts: {
      dexFiles,
      declaredClasses: declaredClasses(program, declared),
      ...(reach ? { entryPoints: reach.entryPoints, graph: reach.graph } : {}),
      ...described,
      ...mergeAddresses(results),
      keys: findKeys(files, budget),
      ...relations,
      prints: { ...readPrints(program, files, places, printedCode(packages, interesting, knowledge)), resources: null },
    },
    read: entries.length - unread.length,
    unread,
    texts: codeTexts(files, budget),
    pageLoaders: pageLoaders(program),
    versions: codeVersions(files, knowledge.libraryNamespaces),
    pluginClasses: pluginClasses(program),
  };
}

/** The files of the entries that were scanned so far, up to the limit. */
class TakenFiles {
  readonly files: ProgramFile[] = [];
  readonly dexFiles: DexFile[] = [];
  /** Names of entries with files beyond the limit. */
  readonly partial = new Set<string>();
  readonly builder: ProgramBuilder;
  readonly #entries: readonly CodeEntry[];
  readonly #observations: Observations;

  constructor(entries: readonly CodeEntry[], observations: Observations) {
    this.#entries = entries;
    this.#observations = observations;
    this.builder = new ProgramBuilder(observations);
  }

  take(index: number, result: ScanResult | null): void {
    const { name, module, loading } = this.#entries[index]!;
    for (const scanned of result?.dexes ?? []) {
      if (this.dexFiles.length >= LIMITS.dexFiles) {
        noteTooMuchCode(name, this.#observations);
        this.partial.add(name);
        break;
      }
      const file = { entry: name, hidden: loading === 'hidden', scanned };
      this.files.push(file);
      this.builder.add(file);
      this.dexFiles.push({
        entry: name,
        version: scanned.version,
        bytes: result!.bytes,
        classes: scanned.tables.classes,
        methods: scanned.methods.class.length,
        strings: scanned.tables.strings.count,
        loading,
        ...(module === undefined ? {} : { module }),
      });
    }
  }
}

function describeUses(program: Program, reach: Reachability | null, found: FoundUses) {
  const writer = new UseWriter(program, reach, { ...found, callers: LIMITS.callers });
  const short = new UseWriter(program, reach, { ...found, callers: LIMITS.reflectionCallers });
  return {
    apiUses: found.apis.list().map((draft) => writer.write(draft)),
    dynamicLoading: found.loading.list().map((draft) => writer.write(draft)),
    reflection: found.reflection.list().map((draft) => short.write(draft)),
  };
}

function mergeAddresses(results: readonly (ScanResult | null)[]): { hosts: string[]; urls: string[] } {
  const unite = (kind: 'hosts' | 'urls', most: number) => {
    const all = new Set(results.flatMap((result) => result?.[kind] ?? []));
    return [...all].slice(0, most).sort();
  };
  return { hosts: unite('hosts', LIMITS.hosts), urls: unite('urls', LIMITS.urls) };
}

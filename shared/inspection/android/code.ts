import type { ApiUse, CallSite, CodePackage, DexFile } from '../../domain/facts/package.ts';
import { type Dex, openDexFiles } from '../binary/dex.ts';
import { walkClasses } from '../binary/dex-classes.ts';
import { LIMITS } from '../limits.ts';
import type { Observations } from '../observations.ts';
import type { ApiTarget, ApiTargets } from './api-targets.ts';
import { collectHosts } from './hosts.ts';
import { sweepCalls } from './sweep-calls.ts';

/** Calls of one target: all are counted, the first are kept. */
interface Calls {
  count: number;
  readonly callers: CallSite[];
}

/**
 * Gathers what all DEX files of a package say. They are added one at a time, in loading order, and no file's bytes are kept.
 * A call is matched by the class and name that the call names: resolving subclasses takes the whole hierarchy.
 */
export class CodeFacts {
  readonly dexFiles: DexFile[] = [];
  readonly hosts = new Set<string>();
  /** Those of the classes asked for that are defined. */
  readonly defined = new Set<string>();
  readonly #targets: ApiTargets;
  readonly #wantedClasses: ReadonlySet<string>;
  readonly #observations: Observations;
  readonly #calls = new Map<number, Calls>();
  readonly #packages = new Map<string, { classes: number; methods: number }>();
  #packageTextLeft: number = LIMITS.packageText;

  /** @param wantedClasses descriptors whose definition is of interest (the components of the manifest) */
  constructor(targets: ApiTargets, wantedClasses: ReadonlySet<string>, observations: Observations) {
    this.#targets = targets;
    this.#wantedClasses = wantedClasses;
    this.#observations = observations;
  }

  /** Reads one entry; broken parts become gaps. Answers whether it could be read to its end. */
  add(entry: string, bytes: Buffer): boolean {
    collectHosts(bytes, this.hosts);
    try {
      let whole = true;
      for (const dex of openDexFiles(bytes, entry)) {
        if (this.dexFiles.length >= LIMITS.dexFiles) return this.#tooManyFiles(entry);
        const { version, strings, methods, classes } = dex;
        const size = { bytes: bytes.length, classes: classes.count, methods: methods.count, strings: strings.count };
        this.dexFiles.push({ entry, version, ...size });
        whole = this.#addDex(dex, entry) && whole;
      }
      return whole;
    } catch (error) {
      this.#observations.failed('code', entry, error);
      return false;
    }
  }

  packages(): CodePackage[] {
    const list = [...this.#packages].map(([name, counts]) => ({ name, ...counts }));
    return list.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Calls of the knowledge's APIs, or of methods that load code, in the order of their names. */
  uses(kind: 'api' | 'loading'): ApiUse[] {
    const uses: ApiUse[] = [];
    for (const [index, { count, callers }] of this.#calls) {
      const target = this.#targets.list[index]!;
      if (kind === 'api' ? target.api === null : !target.loading) continue;
      uses.push({ ...describe(target), count, callers });
    }
    return uses.sort((a, b) => (a.target < b.target ? -1 : 1));
  }

  #addDex(dex: Dex, entry: string): boolean {
    const wanted = new Int32Array(dex.methods.count).fill(-1);
    let nameless = this.#findWanted(dex, wanted);
    const dotted = new Map<number, string>();
    const className = (type: number): string => {
      const known = dotted.get(type);
      if (known !== undefined) return known;
      const name = dottedName(dex.descriptor(type) ?? '');
      dotted.set(type, name);
      return name;
    };
    let type = 0;
    let method = 0;
    let unclear = 0;
    let counts = { classes: 0, methods: 0 };
    const hit = (target: number, offset: number) => {
      this.#call(target, () => ({ class: className(type), method: dex.methodName(method) ?? '', offset, dex: entry }));
    };
    const broken = walkClasses(dex, entry, {
      class: (next) => {
        type = next;
        // Types without a name were counted above; only an index beyond the table is new.
        if (next >= dex.types.count) nameless += 1;
        counts = this.#countClass(dex.descriptor(next) ?? '');
      },
      method: (next, start, length) => {
        method = next;
        counts.methods += 1;
        if (length > 0 && !sweepCalls(dex.units, start, length, wanted, hit)) unclear += 1;
      },
    });
    if (broken !== null) this.#observations.failed('code', entry, broken);
    if (nameless > 0) this.#nameless(entry, nameless);
    if (unclear > 0) this.#unclear(entry, unclear);
    return broken === null && unclear + nameless === 0;
  }

  #tooManyFiles(entry: string): false {
    this.#observations.gap('code', 'too-much-code', entry, {
      zh: `DEX 文件超过 ${LIMITS.dexFiles} 个，其余未读取`,
      en: `more than ${LIMITS.dexFiles} DEX files; the rest were not read`,
    });
    return false;
  }

  #unclear(entry: string, count: number): void {
    this.#observations.gap('code', 'dex-code-unclear', entry, {
      zh: `${entry} 中有 ${count} 个方法的指令无法完整解析`,
      en: `the instructions of ${count} methods in ${entry} could not be read to their end`,
    });
  }

  #nameless(entry: string, count: number): void {
    this.#observations.gap('code', 'dex-names-unreadable', entry, {
      zh: `${entry} 中有 ${count} 个类型或方法的名称无法读出`,
      en: `the names of ${count} types or methods in ${entry} could not be read`,
    });
  }

  /**
   * Sets, by method index, the number of the target that a method is. Only methods of classes that hold a target have their names
   * read. Answers how many names could not be.
   */
  #findWanted(dex: Dex, wanted: Int32Array): number {
    let nameless = 0;
    const names: (ReadonlyMap<string, number> | undefined)[] = [];
    for (let type = 0; type < dex.types.count; type++) {
      const descriptor = dex.descriptor(type);
      if (descriptor === null) nameless += 1;
      names.push(descriptor === null ? undefined : this.#targets.ofClass(descriptor));
    }
    for (let method = 0; method < wanted.length; method++) {
      const ofClass = names[dex.methodClass(method)];
      if (!ofClass) continue;
      const name = dex.methodName(method);
      if (name === null) nameless += 1;
      else wanted[method] = ofClass.get(name) ?? -1;
    }
    return nameless;
  }

  #countClass(descriptor: string): { classes: number; methods: number } {
    if (this.#wantedClasses.has(descriptor)) this.defined.add(descriptor);
    const name = dottedName(descriptor.slice(0, Math.max(0, descriptor.lastIndexOf('/')) + 1)).slice(0, -1);
    let counts = this.#packages.get(name);
    if (!counts) {
      counts = { classes: 0, methods: 0 };
      this.#packageTextLeft -= name.length;
      if (this.#packages.size < LIMITS.packages && this.#packageTextLeft >= 0) this.#packages.set(name, counts);
      else this.#tooManyPackages();
    }
    counts.classes += 1;
    return counts;
  }

  #tooManyPackages(): void {
    this.#observations.gap('code', 'too-many-packages', 'DEX', {
      zh: `Java 包超过 ${LIMITS.packages} 个或名称过长，其余未记录`,
      en: `more than ${LIMITS.packages} Java packages, or names too long; the rest are not recorded`,
    });
  }

  #call(target: number, site: () => CallSite): void {
    let calls = this.#calls.get(target);
    if (!calls) {
      calls = { count: 0, callers: [] };
      this.#calls.set(target, calls);
    }
    calls.count += 1;
    if (calls.callers.length < LIMITS.callers) calls.callers.push(site());
  }
}

function describe({ key, api }: ApiTarget): Pick<ApiUse, 'target' | 'apis' | 'permissions' | 'piTypes'> {
  return { target: key, apis: api?.ids ?? [], permissions: api?.permissions ?? [], piTypes: api?.piTypes ?? [] };
}

/** `com.example.Foo` for `Lcom/example/Foo;`. */
function dottedName(descriptor: string): string {
  return descriptor.replace(/^L|;$/g, '').replaceAll('/', '.');
}

import type { ApiEntry } from '../../knowledge/types.ts';

/** A method that the inspector looks for: an API of the knowledge, or one that loads code. */
export interface ApiTarget {
  readonly key: string;
  readonly api: ApiEntry | null;
  readonly loading: boolean;
}

/**
 * Methods by which an app loads code at run time: the constructors of the platform's class loaders (a subclass calls its parent's, so
 * loaders of the app's own are seen too) and what takes classes out of a `DexFile`.
 */
const LOADING_METHODS: readonly string[] = [
  'Ldalvik/system/BaseDexClassLoader;-><init>',
  'Ldalvik/system/DexClassLoader;-><init>',
  'Ldalvik/system/PathClassLoader;-><init>',
  'Ldalvik/system/InMemoryDexClassLoader;-><init>',
  'Ldalvik/system/DelegateLastClassLoader;-><init>',
  'Ldalvik/system/DexFile;-><init>',
  'Ldalvik/system/DexFile;->loadDex',
  'Ldalvik/system/DexFile;->loadClass',
];

/** Targets by class descriptor and method name, numbered so that a sweep can carry the number alone. */
export class ApiTargets {
  readonly list: readonly ApiTarget[];
  readonly #byClass = new Map<string, Map<string, number>>();

  /** @param apis by `Lpkg/Cls;->name`; overloads count as one */
  constructor(apis: ReadonlyMap<string, ApiEntry>) {
    const list: ApiTarget[] = [];
    for (const key of new Set([...apis.keys(), ...LOADING_METHODS])) {
      const cut = key.indexOf(';->');
      if (cut < 0) continue;
      const descriptor = key.slice(0, cut + 1);
      const names = this.#byClass.get(descriptor) ?? new Map<string, number>();
      names.set(key.slice(cut + 3), list.length);
      this.#byClass.set(descriptor, names);
      list.push({ key, api: apis.get(key) ?? null, loading: LOADING_METHODS.includes(key) });
    }
    this.list = list;
  }

  /** The wanted methods of a class, by name. */
  ofClass(descriptor: string): ReadonlyMap<string, number> | undefined {
    return this.#byClass.get(descriptor);
  }
}

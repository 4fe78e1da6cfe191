import type { ConstantKind } from '../../knowledge/constants.ts';
import type { ApiEntry, Knowledge } from '../../knowledge/types.ts';

/** What the tracking of constants makes of the value that a method answers; `item`: nothing, but it is put into the list. */
export type Answer = 'first' | 'class' | 'method' | 'item' | null;

/** A method that the inspector looks for, and why. */
export interface CallTarget {
  /** `Lpkg/Cls;->name`, overloads together. */
  readonly key: string;
  readonly api: ApiEntry | null;
  readonly loading: boolean;
  /** The kind of constant that makes its calls interesting. */
  readonly takes: ConstantKind | null;
  readonly asksPermissions: boolean;
  readonly reflection: boolean;
  readonly answer: Answer;
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

/** Methods whose answer is as constant as what they are given. */
const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  ['Landroid/net/Uri;->parse', 'first'],
  ['Landroid/net/Uri;->withAppendedPath', 'first'],
  ['Landroid/content/ContentUris;->withAppendedId', 'first'],
  ['Ljava/util/Arrays;->asList', 'first'],
  ...['List', 'ArrayList', 'LinkedList', 'Collection', 'Set', 'HashSet', 'LinkedHashSet'].flatMap((name): [string, Answer][] => [
    [`Ljava/util/${name};->add`, 'item'],
    [`Ljava/util/${name};->toArray`, 'first'],
  ]),
  ['Lkotlin/collections/CollectionsKt;->listOf', 'first'],
  ['Lkotlin/collections/CollectionsKt;->arrayListOf', 'first'],
  ['Lkotlin/collections/CollectionsKt;->mutableListOf', 'first'],
  ['Lkotlin/collections/SetsKt;->setOf', 'first'],
  ['Ljava/lang/Class;->forName', 'class'],
  ['Ljava/lang/ClassLoader;->loadClass', 'class'],
  ['Ljava/lang/Class;->getMethod', 'method'],
  ['Ljava/lang/Class;->getDeclaredMethod', 'method'],
]);

/** Targets by class descriptor and method name, numbered so that a list of calls can carry the number alone. */
export class CallTargets {
  readonly list: readonly CallTarget[];
  readonly names = new Set<string>();
  readonly #byClass = new Map<string, Map<string, number>>();

  constructor({ apis, constants }: Pick<Knowledge, 'apis' | 'constants'>) {
    const loading = new Set(LOADING_METHODS);
    const keys = new Set([
      ...apis.keys(),
      ...LOADING_METHODS,
      ...constants.takers.keys(),
      ...constants.permissionRequests,
      ...constants.reflection,
      ...ANSWERS.keys(),
    ]);
    const list: CallTarget[] = [];
    for (const key of keys) {
      const cut = key.indexOf(';->');
      if (cut < 0) continue;
      const descriptor = key.slice(0, cut + 1);
      const name = key.slice(cut + 3);
      const ofClass = this.#byClass.get(descriptor) ?? new Map<string, number>();
      ofClass.set(name, list.length);
      this.#byClass.set(descriptor, ofClass);
      this.names.add(name);
      list.push({
        key,
        api: apis.get(key) ?? null,
        loading: loading.has(key),
        takes: constants.takers.get(key) ?? null,
        asksPermissions: constants.permissionRequests.has(key),
        reflection: constants.reflection.has(key),
        answer: ANSWERS.get(key) ?? null,
      });
    }
    this.list = list;
  }

  /** Every class that has wanted methods, with these by name. */
  classes(): Iterable<[descriptor: string, names: ReadonlyMap<string, number>]> {
    return this.#byClass;
  }

  /** The wanted methods of a class, by name. */
  ofClass(descriptor: string): ReadonlyMap<string, number> | undefined {
    return this.#byClass.get(descriptor);
  }
}

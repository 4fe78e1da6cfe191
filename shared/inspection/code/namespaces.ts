import type { DeclaredApp } from './reach/types.ts';

/** Beginnings of package names that many owners share, and which therefore tell nothing without the next segment. */
const SHARED: ReadonlySet<string> = new Set([
  ...['github', 'gitee', 'gitlab', 'bitbucket', 'example', 'android'].map((host) => `com.${host}`),
  ...['io.github', 'io.gitee', 'me.github', 'org.bitbucket'],
]);
/** Second levels of the countries' domains under which names are given away: `cn.com.vendor`, `jp.co.vendor`. */
const SECOND_LEVEL: ReadonlySet<string> = new Set(
  'ac co com edu gen go gob gouv gov idv ind info net ne nom or org sch'.split(' '),
);

/** Libraries' namespaces in which services that an operator runs have their clients all the same. */
const SERVICES: readonly string[] = ['com.google.android.gms', 'com.google.android.ump', 'com.google.android.libraries.ads'];

/** What the names of packages say of whose they are; lists go by the index of the package. */
export interface Namespaces {
  /** Equal numbers: the same namespace. */
  readonly of: Int32Array;
  /** 1 for the namespaces of the package name, the launcher and the application class. */
  readonly isOwn: Uint8Array;
  /** 1 for that of the package name alone: a launcher may be an engine's, an application class a packer's. */
  readonly isNamedAsApp: Uint8Array;
  /** 1 for base libraries. */
  readonly isLibrary: Uint8Array;
}

/**
 * The namespace of a package: its first two segments, `com.vendor` of `com.vendor.sdk.core`, or three where the second is shared. What
 * has fewer is a namespace by itself.
 */
export function namespaceOf(packageName: string): string {
  const [first = '', second, third] = packageName.split('.', 3);
  if (second === undefined) return first;
  const two = `${first}.${second}`;
  const isShared = SHARED.has(two) || (first.length === 2 && SECOND_LEVEL.has(second));
  return isShared && third !== undefined ? `${two}.${third}` : two;
}

/** Tells namespaces of packages. @param libraries names of packages whose code, and that of all below them, is a base library's */
export function tellNamespaces(
  packages: readonly { readonly name: string }[],
  { packageName = null, launcher, applicationClass }: DeclaredApp,
  libraries: ReadonlySet<string>,
): Namespaces {
  const named = new Set(packageName === null ? [] : [namespaceOf(packageName)]);
  const own = new Set(named);
  for (const name of [launcher, applicationClass]) {
    if (name?.includes('.')) own.add(namespaceOf(name.slice(0, name.lastIndexOf('.'))));
  }
  const numbers = new Map<string, number>();
  const { length } = packages;
  const told = {
    of: new Int32Array(length),
    isOwn: new Uint8Array(length),
    isNamedAsApp: new Uint8Array(length),
    isLibrary: new Uint8Array(length),
  };
  for (const [index, { name }] of packages.entries()) {
    const namespace = namespaceOf(name);
    const number = numbers.get(namespace) ?? numbers.size;
    numbers.set(namespace, number);
    told.of[index] = number;
    told.isOwn[index] = Number(own.has(namespace));
    told.isNamedAsApp[index] = Number(named.has(namespace));
    told.isLibrary[index] = Number(isLibrary(name, libraries));
  }
  return told;
}

/** Whether a package is a base library's, by its name. */
export function isLibrary(name: string, libraries: ReadonlySet<string>): boolean {
  return isWithin(name, libraries) && !SERVICES.some((each) => `${name}.`.startsWith(`${each}.`));
}

function isWithin(name: string, namespaces: ReadonlySet<string>): boolean {
  for (let end = name.indexOf('.'); end > 0; end = name.indexOf('.', end + 1)) {
    if (namespaces.has(name.slice(0, end))) return true;
  }
  return namespaces.has(name);
}

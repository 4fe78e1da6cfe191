import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { Tally } from './tally.ts';

/** Names of each kind that are counted for one package, and over all apps. */
const MOST = { one: 2_000, all: 200_000 } as const;

/** Kinds of names that may belong to whoever's code a package is, though they do not stand under its name. */
export const COMPANY_KINDS = ['hosts', 'nativeLibraries', 'plugins', 'metaData', 'maven'] as const;
export type CompanyKind = (typeof COMPANY_KINDS)[number];

/** Only names of these forms are proposed: facts hold whatever a package says. */
const FORMS: Readonly<Record<CompanyKind, RegExp>> = {
  hosts: /^(?=.{4,120}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  nativeLibraries: /^lib[\w.+-]{1,80}\.so$/,
  plugins: /^(cordova|capacitor|react-native|flutter|uni-app|ohpm) @?[\w./-]{2,100}$/,
  metaData: /^[\w.-]{3,120}$/,
  maven: /^[\w.-]{2,100}:[\w.-]{2,100}$/,
};

/** The names of each kind in an app. */
export function namesIn(facts: PackageFacts): Readonly<Record<CompanyKind, readonly string[]>> {
  const { code, nativeLibraries, plugins = [], application, versions = [] } = facts;
  const names = {
    hosts: code.hosts,
    nativeLibraries: nativeLibraries.map(({ name }) => name),
    plugins: plugins.map(({ runtime, name }) => `${runtime} ${name}`),
    metaData: application.metaData.map(({ name }) => name),
    maven: versions.flatMap(({ source, subject }) => (source === 'maven' || source === 'version-file' ? [subject] : [])),
  };
  return Object.fromEntries(
    COMPANY_KINDS.map((kind) => [kind, [...new Set(names[kind].filter((name) => FORMS[kind].test(name)))]]),
  ) as Record<CompanyKind, string[]>;
}

/** A name seen together with a package. */
export interface Companion {
  readonly name: string;
  /** Apps that have both, and apps that have the name at all. */
  readonly apps: number;
  readonly inAll: number;
}

/** What is seen together with each of some packages, over all apps; memory does not grow with their number. */
export class Company {
  readonly #all = tallies(MOST.all);
  readonly #of = new Map<string, Readonly<Record<CompanyKind, Tally>>>();

  add(facts: PackageFacts, prefixes: Iterable<string>): void {
    const names = namesIn(facts);
    for (const kind of COMPANY_KINDS) this.#all[kind].add(names[kind]);
    for (const prefix of prefixes) {
      const own = this.#of.get(prefix) ?? tallies(MOST.one);
      this.#of.set(prefix, own);
      for (const kind of COMPANY_KINDS) own[kind].add(names[kind]);
    }
  }

  /**
   * Names that seem to be of whoever's code a package is: they hold the vendor's word of its name, or they come with it in most apps that
   * carry it and in hardly any other. One or two apps prove nothing by the latter.
   * @param apps that carry the package
   */
  of(prefix: string, apps: number, kind: CompanyKind): Companion[] {
    const word = vendorWord(prefix);
    return (this.#of.get(prefix)?.[kind].ranked() ?? [])
      .map(({ name, count }): Companion => ({ name, apps: count, inAll: this.#all[kind].of(name) }))
      .filter(({ name, apps: both, inAll }) => {
        if (word !== null && wordsOf(name).some((own) => own === word || (word.length >= 5 && own.includes(word)))) return true;
        return apps >= 3 && both >= 3 && both >= apps * 0.6 && both >= inAll * 0.8;
      });
  }
}

const tallies = (most: number): Record<CompanyKind, Tally> =>
  Object.fromEntries(COMPANY_KINDS.map((kind) => [kind, new Tally(most)])) as Record<CompanyKind, Tally>;

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[^a-z0-9]+/);

/** Parts of a name that say nothing of a vendor. */
const GENERAL = new Set([
  ...['com', 'cn', 'net', 'org', 'io', 'me', 'co', 'tv', 'cc', 'de', 'eu', 'app', 'dev', 'github', 'gitee', 'gitlab'],
  ...['sdk', 'android', 'lib', 'core', 'common', 'base', 'open', 'api', 'mobile', 'client', 'util', 'utils', 'tools', 'plugin'],
]);

/** `umeng` of `com.umeng.analytics`; null where no part says something. */
export function vendorWord(prefix: string): string | null {
  return (
    prefix
      .toLowerCase()
      .split('.')
      .find((part) => part.length >= 3 && !GENERAL.has(part)) ?? null
  );
}

import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { isInformation } from '../../../shared/pledge/sdks/takes.ts';
import type { UnknownCode } from '../../../shared/pledge/sdks/unknown-code.ts';
import { Tally } from './tally.ts';

/** Names of each kind that are counted for one namespace. */
const MOST = 500;
const EXAMPLES = 5;

/** Dotted names of code as people write them; a renamed or hostile one is no proposal. */
const CODE_NAME = /^[A-Za-z_][\w$]*(\.[A-Za-z_][\w$]*)+$/;
const VERSION = /^[\w.+-]{1,60}$/;
const LONGEST = 200;
/** A part of a prefix that people wrote, and the parts that one has at most. */
const PART = /^\w{2,40}$/;
const DEEPEST = 5;
const isCodeName = (name: string): boolean => name.length <= LONGEST && CODE_NAME.test(name);

/** What facts say of one unknown namespace, over all apps that carry it. */
export class Portrait {
  readonly components = new Tally(MOST);
  /** Content providers among the components: they start by themselves. */
  readonly providers = new Tally(MOST);
  /** `com.vendor.sdk.BuildConfig.VERSION_NAME`, and with the value behind a blank. */
  readonly versionPlaces = new Tally(MOST);
  readonly versions = new Tally(MOST);
  /** Methods by whose names an SDK is started or told of consent: `com.vendor.sdk.Core.init`. */
  readonly startCalls = new Tally(MOST);
  /** Types of personal information that its code could call for, and what it calls. */
  readonly information = new Tally(MOST);
  readonly calls = new Tally(MOST);
  /** Packages that call into it; `app` is the app's own code. */
  readonly callers = new Tally(MOST);
  readonly #namespace: string;
  #prefix: readonly string[] | null = null;
  #classes: { least: number; most: number } | null = null;
  readonly #examples = new Set<string>();

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  /** Classes in the app that has fewest and in the one that has most. */
  get classes(): { readonly least: number; readonly most: number } {
    return this.#classes ?? { least: 0, most: 0 };
  }

  /** Apps that carry it, the first by name. */
  get examples(): string[] {
    return [...this.#examples].sort();
  }

  /** What all its packages begin with: the namespace, or more of their names. */
  get prefix(): string {
    const parts = this.#prefix ?? [];
    const fit = parts.findIndex((part) => !PART.test(part));
    const prefix = (fit < 0 ? parts : parts.slice(0, fit)).slice(0, DEEPEST).join('.');
    return prefix.startsWith(this.#namespace) ? prefix : this.#namespace;
  }

  /** Counts the app. */
  carriedBy(app: string, { classes, packages }: UnknownCode): void {
    for (const name of packages) this.#prefix = common(this.#prefix, name.split('.'));
    this.#classes = {
      least: Math.min(this.#classes?.least ?? classes, classes),
      most: Math.max(this.#classes?.most ?? classes, classes),
    };
    this.#examples.add(app);
    if (this.#examples.size > EXAMPLES) this.#examples.delete([...this.#examples].sort().at(-1)!);
  }
}

/** The parts that both begin with. */
function common(known: readonly string[] | null, parts: readonly string[]): readonly string[] {
  if (known === null) return parts;
  const end = known.findIndex((part, at) => part !== parts[at]);
  return end < 0 ? known : known.slice(0, end);
}

/** Adds what an app's facts say of the packages that are portrayed; names are looked up by their parts, whatever their number. */
export function portray(facts: PackageFacts, portraits: ReadonlyMap<string, Portrait>): void {
  const found = new Map<Portrait, Record<'components' | 'providers' | Lists, string[]>>();
  const note = (name: string, kind: 'components' | 'providers' | Lists, value: string): void => {
    const portrait = portraitOf(name, portraits);
    if (portrait === null) return;
    const lists = found.get(portrait) ?? emptyLists();
    found.set(portrait, lists);
    lists[kind].push(value);
  };
  for (const { name, kind } of facts.components) {
    if (isCodeName(name)) note(name, kind === 'provider' ? 'providers' : 'components', name);
  }
  for (const { subject, value, source } of facts.versions ?? []) {
    if ((source !== 'constant' && source !== 'method') || !isCodeName(subject) || !VERSION.test(value)) continue;
    note(subject, 'versionPlaces', subject);
    note(subject, 'versions', `${subject} ${value}`);
  }
  for (const { target } of facts.code.startCalls ?? []) {
    const called = /^L([^;]+);->([\w$]+)$/.exec(target);
    const name = called === null ? '' : `${called[1]!.replaceAll('/', '.')}.${called[2]}`;
    if (isCodeName(name)) note(name, 'startCalls', name);
  }
  for (const { target, piTypes, callers } of facts.code.apiUses) {
    const types = piTypes.filter(isInformation);
    for (const { class: caller } of types.length === 0 ? [] : callers) {
      for (const type of types) note(caller, 'information', type);
      note(caller, 'calls', target);
    }
  }
  const own = facts.identity.packageName;
  for (const { name, callers = [] } of facts.code.packages) {
    for (const at of callers) {
      const from = facts.code.packages[at]?.name ?? '';
      if (portraitOf(from, portraits) === portraitOf(name, portraits)) continue;
      if (own !== null && (from === own || from.startsWith(`${own}.`))) note(name, 'callers', 'app');
      else if (isCodeName(from)) note(name, 'callers', from);
    }
  }
  for (const [portrait, lists] of found) {
    for (const kind of Object.keys(lists) as (keyof typeof lists)[]) portrait[kind].add(lists[kind]);
  }
}

type Lists = 'versionPlaces' | 'versions' | 'startCalls' | 'information' | 'calls' | 'callers';

const emptyLists = (): Record<'components' | 'providers' | Lists, string[]> => ({
  components: [],
  providers: [],
  versionPlaces: [],
  versions: [],
  startCalls: [],
  information: [],
  calls: [],
  callers: [],
});

/** The portrait whose namespace covers a name, whole parts only. */
function portraitOf(name: string, portraits: ReadonlyMap<string, Portrait>): Portrait | null {
  for (let prefix = name; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))) {
    const portrait = portraits.get(prefix);
    if (portrait !== undefined) return portrait;
  }
  return null;
}

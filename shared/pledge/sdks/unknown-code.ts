import { codeOwner } from '../../checks/ownership.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import { unknownNamespace } from '../../knowledge/sdks/detection/namespaces.ts';
import type { Knowledge, SdkEntry } from '../../knowledge/types.ts';

/** Code that looks like somebody else's and that no SDK owns. */
export interface UnknownCode {
  /** The part of its names that says whose it is: `com.vendor`; of a vendor that is known the product too, `com.vendor.product`. */
  readonly namespace: string;
  readonly classes: number;
  /** Its packages, in the order of the facts. */
  readonly packages: readonly string[];
  /** Packages outside of it that call into it; empty too where facts do not say. */
  readonly calledFrom: readonly string[];
}

/** Code of nobody that we know, by namespace, sorted by name. Where a shrinker left no names there is none. */
export function unknownCode(facts: PackageFacts, knowledge: Knowledge): UnknownCode[] {
  return gather(facts, knowledge, (className) => unknownNamespace(className, facts, knowledge));
}

/** The same with code of vendors that are known, of which no SDK that is known owns it. */
export function unlistedCode(facts: PackageFacts, knowledge: Knowledge): UnknownCode[] {
  return gather(
    facts,
    knowledge,
    (className) => unknownNamespace(className, facts, knowledge) ?? productNamespace(className, knowledge),
  );
}

const WORD = /^[a-z]\w{2,}$/i;

/** `com.vendor.product` where the vendor has SDKs that are known; null elsewhere. */
function productNamespace(className: string, { sdks }: Knowledge): string | null {
  const [first = '', second = '', third = '', ...rest] = className.split('.');
  if (rest.length === 0 || !WORD.test(second) || !WORD.test(third)) return null;
  const vendor = `${first}.${second}`;
  return vendorsOf(sdks).has(vendor) ? `${vendor}.${third}` : null;
}

const vendors = new WeakMap<readonly SdkEntry[], ReadonlySet<string>>();

/** `com.vendor` of every prefix that is known. */
function vendorsOf(sdks: readonly SdkEntry[]): ReadonlySet<string> {
  const known = vendors.get(sdks) ?? new Set(sdks.flatMap(({ prefixes }) => prefixes.map(vendorIn)));
  vendors.set(sdks, known);
  return known;
}

const vendorIn = (prefix: string): string => prefix.split('.').slice(0, 2).join('.');

function gather(facts: PackageFacts, knowledge: Knowledge, namespaceOf: (className: string) => string | null): UnknownCode[] {
  const { code } = facts;
  const namespaces = code.packages.map(({ name, classes }) => {
    // Prints and copies tell whose code it is too, where its name does not.
    const className = `${name}.A`;
    return classes === 0 || codeOwner(className, facts, knowledge).kind !== 'unknown' ? null : namespaceOf(className);
  });
  const found = new Map<string, { classes: number; packages: string[]; callers: Set<string> }>();
  for (const [at, namespace] of namespaces.entries()) {
    if (namespace === null) continue;
    const { name, classes, callers = [] } = code.packages[at]!;
    const known = found.get(namespace) ?? { classes: 0, packages: [], callers: new Set<string>() };
    found.set(namespace, known);
    known.classes += classes;
    known.packages.push(name);
    for (const from of callers) {
      const caller = code.packages[from];
      if (caller !== undefined && namespaces[from] !== namespace) known.callers.add(caller.name);
    }
  }
  return [...found]
    .map(([namespace, { classes, packages, callers }]) => ({ namespace, classes, packages, calledFrom: [...callers] }))
    .sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
}

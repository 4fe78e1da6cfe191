import type { PackageFacts } from '../../domain/facts/package.ts';
import { unknownNamespace } from '../../knowledge/sdks/namespaces.ts';
import type { Knowledge } from '../../knowledge/types.ts';

/** Code that looks like somebody else's and belongs to nobody we know. */
export interface UnknownCode {
  /** `com.vendor`: the part of its names that says whose it is. */
  readonly namespace: string;
  readonly classes: number;
  /** Its packages, in the order of the facts. */
  readonly packages: readonly string[];
  /** Packages outside of it that call into it; empty too where facts do not say. */
  readonly calledFrom: readonly string[];
}

/** Unknown code by namespace, sorted by name. Facts that the shrinker left no names in have none. */
export function unknownCode(facts: PackageFacts, knowledge: Knowledge): UnknownCode[] {
  const { code } = facts;
  const namespaces = code.packages.map(({ name, classes }) =>
    classes === 0 ? null : unknownNamespace(`${name}.A`, facts, knowledge),
  );
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

import { type CodeOwner, codeOwner } from '../../checks/ownership.ts';
import type { PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge } from '../../knowledge/types.ts';
import type { Report } from '../report.ts';

type Taking = Report['sdks'][number]['takes'][number];

/** Calls of one type that are named. */
const TARGETS = 5;

interface Called {
  calls: number;
  readonly targets: Set<string>;
}
/** By type of personal information. */
export type CalledTypes = ReadonlyMap<string, Called>;

/** What the code of each owner calls for, as far as facts list the call sites. */
export interface CallsByOwner {
  /** By id of SDK. */
  readonly sdks: ReadonlyMap<string, CalledTypes>;
  /** Of a caller that nobody knows, by its dotted class. */
  readonly unknown: ReadonlyMap<string, CalledTypes>;
}

/** The table of APIs has calls that give away nothing, but tell of something else: `none.signal`. */
export const isInformation = (type: string): boolean => !type.startsWith('none.');

/** Attributes every listed call of an API that gives away personal information to whoever's code makes it. */
export function callsByOwner(facts: PackageFacts, knowledge: Knowledge): CallsByOwner {
  const sdks = new Map<string, Map<string, Called>>();
  const unknown = new Map<string, Map<string, Called>>();
  for (const { target, piTypes, callers } of facts.code.apiUses) {
    const types = piTypes.filter(isInformation);
    for (const { class: caller } of types.length === 0 ? [] : callers) {
      const of = listOf(codeOwner(caller, facts, knowledge), caller, sdks, unknown);
      if (of === null) continue;
      for (const type of types) {
        const called = of.get(type) ?? { calls: 0, targets: new Set<string>() };
        of.set(type, called);
        called.calls += 1;
        called.targets.add(target);
      }
    }
  }
  return { sdks, unknown };
}

function listOf(
  { kind, sdk }: CodeOwner,
  caller: string,
  sdks: Map<string, Map<string, Called>>,
  unknown: Map<string, Map<string, Called>>,
): Map<string, Called> | null {
  if (sdk === null && kind !== 'unknown') return null;
  const [lists, key] = sdk === null ? [unknown, caller] : [sdks, sdk.id];
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, Called>();
  lists.set(key, made);
  return made;
}

/** Calls of several classes together. */
export function together(lists: readonly CalledTypes[]): CalledTypes {
  const sum = new Map<string, Called>();
  for (const list of lists) {
    for (const [type, { calls, targets }] of list) {
      const known = sum.get(type);
      sum.set(type, { calls: calls + (known?.calls ?? 0), targets: new Set([...(known?.targets ?? []), ...targets]) });
    }
  }
  return sum;
}

/** Types that an owner takes by its vendor's word or its own calls, in the order of the knowledge. */
export function takings(stated: readonly string[], called: CalledTypes | undefined, { piTypes }: Knowledge): Taking[] {
  return [...piTypes.values()].flatMap(({ id, name }): Taking[] => {
    const found = called?.get(id);
    const said = stated.includes(id);
    if (found === undefined && !said) return [];
    return [{ id, name, stated: said, calls: found?.calls ?? 0, targets: [...(found?.targets ?? [])].sort().slice(0, TARGETS) }];
  });
}

import type { ApiUse } from '../domain/facts/code.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { codeOwner } from './ownership.ts';
import { canReturn } from './reachability.ts';

/** What the code of one SDK calls to learn one type of personal information; the call sites are its own only. */
export interface SdkReading {
  readonly type: string;
  readonly uses: readonly ApiUse[];
}

/** States and descriptions of the device that every app reads and that identify nobody. */
const HARMLESS: ReadonlySet<string> = new Set([
  'device.info',
  'device.network_info',
  'device.ip',
  'device.sim_info',
  'files.all',
]);

/** Whether a type says something of a person or an identity, not only of any device or of no information at all. */
export function isTellingType(type: string): boolean {
  return !HARMLESS.has(type) && !type.startsWith('none.');
}

const known = new WeakMap<PackageFacts, { knowledge: Knowledge; readings: ReadonlyMap<string, readonly SdkReading[]> }>();

/**
 * By id of the SDK what its code reads, as far as calls were found: only calls that can return something with the permissions declared, and
 * nothing that identifies nobody. Made once for all rules.
 */
export function readingsBySdk(facts: PackageFacts, knowledge: Knowledge): ReadonlyMap<string, readonly SdkReading[]> {
  const made = known.get(facts);
  if (made?.knowledge === knowledge) return made.readings;
  const declared = new Set(facts.permissions.map(({ name }) => name));
  const found = new Map<string, Map<string, ApiUse[]>>();
  for (const use of facts.code.apiUses) {
    const types = use.piTypes.filter(isTellingType);
    if (types.length === 0 || !canReturn(use, declared)) continue;
    for (const [id, callers] of callersBySdk(use, facts, knowledge)) {
      const own = found.get(id) ?? new Map<string, ApiUse[]>();
      found.set(id, own);
      for (const type of types) {
        const uses = own.get(type);
        if (uses === undefined) own.set(type, [{ ...use, callers }]);
        else uses.push({ ...use, callers });
      }
    }
  }
  const readings = new Map(
    [...found].map(([id, types]) => [id, [...types].map(([type, uses]): SdkReading => ({ type, uses })).sort(byType)] as const),
  );
  known.set(facts, { knowledge, readings });
  return readings;
}

function byType(a: SdkReading, b: SdkReading): number {
  return a.type < b.type ? -1 : 1;
}

function callersBySdk({ callers }: ApiUse, facts: PackageFacts, knowledge: Knowledge): Map<string, ApiUse['callers'][number][]> {
  const own = new Map<string, ApiUse['callers'][number][]>();
  for (const site of callers) {
    const { kind, id } = codeOwner(site.class, facts, knowledge);
    if (kind !== 'sdk') continue;
    const sites = own.get(id);
    if (sites === undefined) own.set(id, [site]);
    else sites.push(site);
  }
  return own;
}

/** Names of types of personal information, at most `limit`, in the order given. */
export function typeNames(types: readonly string[], { piTypes }: Knowledge, limit = 6): Bilingual {
  const names = types.slice(0, limit).map((type) => piTypes.get(type)?.name ?? { zh: type, en: type });
  const more = types.length > limit;
  return {
    zh: names.map(({ zh }) => zh).join('、') + (more ? '等' : ''),
    en: names.map(({ en }) => en).join(', ') + (more ? ' and more' : ''),
  };
}

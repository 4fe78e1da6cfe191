import { possibleConsentTest } from '../domain/facts/call-paths.ts';
import type { ApiUse, PackageFacts } from '../domain/facts/package.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { type CodeOwner, codeOwner } from './ownership.ts';
import { type Arrival, AT_START, arrivals, BEFORE_ANY_PAGE, canReturn, runsByItself } from './reachability.ts';

/**
 * How much the way to a call proves about its time. `unguarded`: runs before any page, past no test that could be one of consent
 * (none was seen, or the most telling one speaks of something else).
 * `uncertain`: runs then, but past a test whose meaning its name does not tell, or comes by a callback, whose time is not known.
 * `launcher`: follows from the launcher page by itself, past no such test; the page may be the one that asks for consent.
 * `launcher-tested`: the same past a test of unknown meaning.
 */
export type StartStrength = 'unguarded' | 'launcher' | 'uncertain' | 'launcher-tested';

const STRENGTHS: readonly StartStrength[] = ['unguarded', 'launcher', 'uncertain', 'launcher-tested'];

/** What one owner's code reads of one type at the start of the app; the strongest way first. */
export interface StartCollection {
  readonly type: string;
  readonly owner: CodeOwner;
  readonly weight: 'high' | 'medium';
  readonly strength: StartStrength;
  readonly calls: readonly { readonly use: ApiUse; readonly arrival: Arrival }[];
}

/** States and descriptions of the device that every app reads and that identify nobody. */
const HARMLESS: ReadonlySet<string> = new Set([
  'device.info',
  'device.sim_info',
  'device.network_info',
  'device.ip',
  'files.all',
  'bio.fingerprint',
]);

/**
 * What the app reads by being started, as far as ways to the calls were found: by type and owner. Ways past a test that is named after
 * consent are left out, and so are base libraries (which read what the app tells them to, often their own state) and calls whose
 * permission is not declared.
 */
export function readAtStart(facts: PackageFacts, knowledge: Knowledge): StartCollection[] {
  const declared = new Set(facts.permissions.map(({ name }) => name));
  const found = new Map<string, Omit<StartCollection, 'calls'> & { calls: { use: ApiUse; arrival: Arrival }[] }>();
  for (const use of facts.code.apiUses) {
    const weight = weightOf(use, knowledge);
    if (weight === null || use.callers.length === 0 || !canReturn(use, declared)) continue;
    const types = use.piTypes.filter((type) => !HARMLESS.has(type) && !type.startsWith('none.'));
    if (types.length === 0) continue;
    for (const arrival of arrivals(use, facts.code, AT_START)) {
      const strength = strengthOf(arrival);
      if (strength === null) continue;
      const owner = codeOwner(arrival.site.class, facts, knowledge);
      if (owner.kind === 'library') continue;
      for (const type of types) {
        const key = `${type} ${owner.id}`;
        const known = found.get(key);
        const call = { use, arrival };
        const stronger = known === undefined || rank(weight, strength) < rank(known.weight, known.strength);
        if (!stronger) known.calls.push(call);
        else found.set(key, { type, owner, weight, strength, calls: [call, ...(known?.calls ?? [])] });
      }
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, collection]) => collection);
}

function strengthOf({ path, entry }: Arrival): StartStrength | null {
  if (path.guard?.named === true) return null;
  const early = BEFORE_ANY_PAGE.has(entry.kind);
  // What a page does later is most often what the user does on it.
  if (!runsByItself(path)) return early ? 'uncertain' : null;
  if (possibleConsentTest(path) === null) return early ? 'unguarded' : 'launcher';
  return early ? 'uncertain' : 'launcher-tested';
}

function rank(weight: 'high' | 'medium', strength: StartStrength): number {
  return STRENGTHS.indexOf(strength) * 2 + (weight === 'high' ? 0 : 1);
}

function weightOf({ apis, piTypes }: ApiUse, { beforeConsent }: Knowledge): 'high' | 'medium' | null {
  if (piTypes.length === 0) return null;
  if (apis.length === 0) return 'medium';
  const weights = apis.map((id) => beforeConsent.get(id));
  return weights.includes('high') ? 'high' : weights.includes('medium') ? 'medium' : null;
}

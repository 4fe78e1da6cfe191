import type { Evidence } from '../domain/evidence.ts';
import type { ApiUse, CallPath, CallSite, CodeFacts, PackageFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import type { Knowledge } from '../knowledge/types.ts';
import { type CodeOwner, codeOwner, ownerEvidence } from './ownership.ts';
import type { Arrival } from './reachability.ts';

type CodeEvidence = Extract<Evidence, { type: 'code' }>;

/**
 * Evidence of calls to an API: one piece a call site that the facts hold, else one for the API as a whole. A call that an entry point
 * reaches says from which, by which way and past which test: that it may run, not that it does.
 */
export function callEvidence(use: ApiUse, facts: PackageFacts, knowledge: Knowledge, limit = 3): Evidence[] {
  if (use.callers.length === 0) return [{ ...callOf(use), count: use.count }];
  return use.callers.slice(0, limit).map((site) => siteEvidence(use, site, site.paths?.[0], facts, knowledge));
}

/** Evidence of one call by the way that was judged. */
export function arrivalEvidence(use: ApiUse, { site, path }: Arrival, facts: PackageFacts, knowledge: Knowledge): Evidence {
  return siteEvidence(use, site, path, facts, knowledge);
}

function siteEvidence(
  use: ApiUse,
  { class: name, method, offset }: CallSite,
  path: CallPath | undefined,
  facts: PackageFacts,
  knowledge: Knowledge,
): CodeEvidence {
  const reachedFrom = path && reachedBy(path, facts.code);
  return {
    ...callOf(use),
    caller: { class: name, method, offset },
    count: use.count,
    ...(reachedFrom ? { reachedFrom } : {}),
    owner: ownerEvidence(codeOwner(name, facts, knowledge)),
  };
}

function callOf({ target, constant }: ApiUse): Pick<CodeEvidence, 'type' | 'target' | 'constant'> {
  return { type: 'code', target, ...(constant === undefined ? {} : { constant }) };
}

function reachedBy({ entry: index, steps, guard }: CallPath, { entryPoints }: CodeFacts): CodeEvidence['reachedFrom'] {
  const entry = entryPoints?.[index];
  if (entry === undefined) return undefined;
  return {
    kind: entry.kind,
    class: entry.class,
    steps: Math.max(0, steps.length - 1),
    guard: guard?.name ?? null,
    path: steps,
  };
}

/** The owners of the call sites in the facts, each once, in the order of their ids. */
export function ownersOf(uses: readonly ApiUse[], facts: PackageFacts, knowledge: Knowledge): CodeOwner[] {
  const owners = new Map<string, CodeOwner>();
  for (const use of uses) {
    for (const site of use.callers) {
      const owner = codeOwner(site.class, facts, knowledge);
      owners.set(owner.id, owner);
    }
  }
  return [...owners.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Owners in words. */
export function namesOf(owners: readonly CodeOwner[]): Bilingual {
  if (owners.length === 0) return { zh: '未能确定调用方', en: 'unknown callers' };
  return { zh: owners.map(({ name }) => name.zh).join('、'), en: owners.map(({ name }) => name.en).join(', ') };
}

/** Methods as reports call them, each once: `TelephonyManager.getDeviceId`, with the constant where one makes the meaning. */
export function callNames(uses: readonly ApiUse[], limit = 4): Bilingual {
  const names = new Set(
    uses.map(({ target, constant }) => {
      const method = target.replace(/^.*\/|;/g, '').replace('->', '.');
      return constant === undefined ? method : `${method}(${constant})`;
    }),
  );
  const shown = [...names].slice(0, limit);
  const more = names.size > limit ? ' …' : '';
  return { zh: shown.join('、') + more, en: shown.join(', ') + more };
}

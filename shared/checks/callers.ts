import type { Evidence } from '../domain/evidence.ts';
import type { ApiUse, CodeFacts } from '../domain/facts/package.ts';
import type { Bilingual } from '../domain/text.ts';
import { ownerOf } from '../knowledge/sdks/owner.ts';
import type { Knowledge } from '../knowledge/types.ts';

/**
 * Evidence of calls to an API: one piece a call site that the facts hold, else one for the API as a whole. A call that an entry point
 * reaches says from which, and past which test: that it may run, not that it does.
 */
export function callEvidence(use: ApiUse, { entryPoints }: CodeFacts, limit = 5): Evidence[] {
  const { target, constant, count } = use;
  const call = { type: 'code', target, ...(constant === undefined ? {} : { constant }) } as const;
  if (use.callers.length === 0) return [{ ...call, count }];
  return use.callers.slice(0, limit).map(({ class: name, method, offset, paths }) => {
    const path = paths?.[0];
    const entry = path && entryPoints?.[path.entry];
    const reachedFrom = entry && {
      kind: entry.kind,
      class: entry.class,
      steps: Math.max(0, path.steps.length - 1),
      guard: path.guard?.name ?? null,
    };
    const caller = { class: name, method, offset };
    return { ...call, caller, count, ...(reachedFrom ? { reachedFrom } : {}) };
  });
}

/**
 * Who makes the calls, as far as the call sites in the facts tell: the names of known SDKs by their package prefixes, and the app
 * itself (which includes unknown libraries).
 */
export function whoCalls(uses: readonly ApiUse[], { sdks }: Knowledge): Bilingual {
  const owners = new Map<string, Bilingual>();
  for (const { class: name } of uses.flatMap((use) => use.callers)) {
    const owner = ownerOf(name, sdks)?.sdk;
    owners.set(owner?.id ?? '', owner?.name ?? { zh: '应用自身或未识别的代码', en: 'the app itself or unidentified code' });
  }
  const names = [...owners].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
  if (names.length === 0) return { zh: '未能确定调用方', en: 'unknown callers' };
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

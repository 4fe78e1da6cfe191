import type { Evidence } from '../domain/evidence.ts';

type CodeEvidence = Extract<Evidence, { type: 'code' }>;
type FlatEvidence = Exclude<Evidence, { type: 'code' }>;

/** Keys of evidence in the order of `evidenceSchema`. */
const KEYS: { readonly [Type in FlatEvidence['type']]: readonly (keyof Extract<Evidence, { type: Type }>)[] } = {
  manifest: ['type', 'element', 'attribute', 'value'],
  resource: ['type', 'entry', 'element', 'attribute', 'text'],
  record: ['type', 'record', 'id', 'field', 'value'],
  policy: ['type', 'snapshot', 'range', 'excerpt'],
  'policy-absence': ['type', 'snapshot', 'searched', 'characters'],
  listing: ['type', 'field', 'value'],
  signature: ['type', 'certificate', 'detail'],
  network: ['type', 'url', 'status', 'detail'],
  package: ['type', 'entry', 'offset', 'detail'],
};

/** One piece of evidence with its keys in the order of `evidenceSchema`, and no others. */
export function canonicalEvidence(evidence: Evidence): Evidence {
  return evidence.type === 'code' ? canonicalCode(evidence) : only(evidence, KEYS[evidence.type]);
}

function only(evidence: FlatEvidence, keys: readonly string[]): Evidence {
  const given = evidence as unknown as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const key of keys) if (given[key] !== undefined) kept[key] = given[key];
  return kept as unknown as Evidence;
}

function canonicalCode({ type, target, constant, caller, count, reachedFrom, owner }: CodeEvidence): CodeEvidence {
  return {
    type,
    target,
    ...(constant === undefined ? undefined : { constant }),
    ...(caller === undefined ? undefined : { caller: { class: caller.class, method: caller.method, offset: caller.offset } }),
    count,
    ...(reachedFrom === undefined ? undefined : { reachedFrom: canonicalWay(reachedFrom) }),
    ...(owner === undefined ? undefined : { owner: { kind: owner.kind, sdk: owner.sdk } }),
  };
}

type Way = NonNullable<CodeEvidence['reachedFrom']>;

function canonicalWay({ kind, class: name, steps, guard, path }: Way): Way {
  if (path === undefined) return { kind, class: name, steps, guard };
  return { kind, class: name, steps, guard, path: path.map(canonicalStep) };
}

function canonicalStep({ class: name, method, offset, link }: NonNullable<Way['path']>[number]) {
  return { class: name, method, offset, link };
}

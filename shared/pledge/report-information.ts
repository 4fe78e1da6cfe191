import { declaredPermissions } from '../checks/permissions.ts';
import { scriptCalls } from '../checks/script-calls.ts';
import { typeDisclosure } from '../checks/type-disclosure.ts';
import type { PackageFacts } from '../domain/facts/package.ts';
import type { PolicyFacts } from '../domain/facts/policy.ts';
import { findPermission } from '../knowledge/permissions.ts';
import { sdksIn } from '../knowledge/sdks/detection/sdks-in.ts';
import type { Knowledge } from '../knowledge/types.ts';
import type { Report } from './report.ts';

type ReportInformation = Report['information'][number];

interface Found {
  readonly permissions: Set<string>;
  readonly sdks: Set<string>;
  calls: number;
}

/**
 * Types of personal information that the package may touch (a permission opens them, its code calls for them, an SDK in it is known to
 * collect them) or that the policy speaks of, beside what the policy says. In the order of the knowledge; types that nothing speaks of are
 * left out. That code could ask for something is no proof that it does.
 */
export function reportInformation(
  facts: PackageFacts | null,
  policy: PolicyFacts | null,
  knowledge: Knowledge,
): ReportInformation[] {
  const found = facts === null ? new Map<string, Found>() : foundIn(facts, knowledge);
  const read = policy?.outcome === 'read' ? policy : null;
  return [...knowledge.piTypes.values()].flatMap(({ id, name, sensitive }): ReportInformation[] => {
    const { permissions, sdks, calls } = found.get(id) ?? NOTHING;
    const state = read === null ? 'unread' : typeDisclosure(read, id).state;
    const inPackage = permissions.size > 0 || sdks.size > 0 || calls > 0;
    if (!inPackage && state !== 'told' && state !== 'denied') return [];
    return [{ id, name, sensitive, permissions: [...permissions].sort(), calls, sdks: [...sdks].sort(), policy: state }];
  });
}

const NOTHING: Found = { permissions: new Set(), sdks: new Set(), calls: 0 };

function foundIn(facts: PackageFacts, knowledge: Knowledge): Map<string, Found> {
  const found = new Map<string, Found>();
  const of = (type: string): Found => {
    const known = found.get(type);
    if (known !== undefined) return known;
    const made: Found = { permissions: new Set(), sdks: new Set(), calls: 0 };
    found.set(type, made);
    return made;
  };
  for (const { name } of declaredPermissions(facts))
    for (const type of findPermission(knowledge, name)?.piTypes ?? []) of(type).permissions.add(name);
  for (const { piTypes, count } of facts.code.apiUses) for (const type of piTypes) of(type).calls += count;
  // Facts of the first version have no scripts.
  const { scripts = [] }: Partial<PackageFacts> = facts;
  for (const { piTypes } of scriptCalls({ ...facts, scripts }, knowledge)) for (const type of piTypes) of(type).calls += 1;
  for (const { sdk } of sdksIn(facts, knowledge))
    if (sdk.collects !== 'no') for (const type of sdk.piTypes) of(type).sdks.add(sdk.id);
  return found;
}

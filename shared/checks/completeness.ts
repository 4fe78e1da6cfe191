import type { PackageFacts } from '../domain/facts/package.ts';
import type { Gap } from '../domain/gap.ts';

/** Whether a part of the package (its manifest, code or signature) was read without a gap in it or in the package as a whole. */
export function wasReadWhole({ gaps }: PackageFacts, part: Gap['affects']): boolean {
  return !gaps.some(({ affects }) => affects === part || affects === 'package');
}

/**
 * Whether "not found in the code" means "not in the app": every DEX file was read, nothing is packed or loaded at run time, and no
 * runtime beside DEX holds code of the app. Native libraries are not part of this promise.
 */
export function isAllCodeSeen(facts: PackageFacts): boolean {
  return (
    facts.coverage.level === 'full' &&
    facts.packers.length === 0 &&
    facts.frameworks.length === 0 &&
    facts.code.dexFiles.length > 0 &&
    facts.code.dynamicLoading.length === 0 &&
    wasReadWhole(facts, 'code')
  );
}

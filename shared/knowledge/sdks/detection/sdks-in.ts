import type { PackageFacts } from '../../../domain/facts/package.ts';
import type { Knowledge } from '../../types.ts';
import { type DetectedSdk, detectSdks } from './detect.ts';

const known = new WeakMap<PackageFacts, { readonly knowledge: Knowledge; readonly sdks: readonly DetectedSdk[] }>();

/** As `detectSdks`, once for all who ask about the same facts. */
export function sdksIn(facts: PackageFacts, knowledge: Knowledge): readonly DetectedSdk[] {
  const made = known.get(facts);
  if (made?.knowledge === knowledge) return made.sdks;
  const sdks = detectSdks(facts, knowledge);
  known.set(facts, { knowledge, sdks });
  return sdks;
}

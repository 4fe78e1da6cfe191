import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { knowledge } from '../../../shared/knowledge/index.ts';
import { detectSdks } from '../../../shared/knowledge/sdks/detection/detect.ts';
import type { Language } from '../console.ts';
import { presentFacts } from './facts.ts';

/** The facts of a package for people, with the SDKs that are known by them. */
export function describeFacts(facts: PackageFacts, language: Language): string {
  return presentFacts(facts, detectSdks(facts, knowledge), language);
}

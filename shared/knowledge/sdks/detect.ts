import type { Component, PackageFacts } from '../../domain/facts/package.ts';
import type { Knowledge, SdkEntry } from '../types.ts';

/** How an SDK is in the app. A reference without classes is not presence. */
export type SdkLevel = 'declared' | 'present' | 'called';

export interface DetectedSdk {
  readonly sdk: SdkEntry;
  /** The strongest level with evidence. */
  readonly level: SdkLevel;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Package prefixes found, with the classes defined under each. */
  readonly packages: readonly { readonly prefix: string; readonly classes: number; readonly methods: number }[];
  readonly components: readonly Component[];
  readonly nativeLibraries: readonly string[];
}

/** Which known SDKs a package holds; pure, from facts alone, so new knowledge can be applied to a whole shelf. */
export function detectSdks(_facts: PackageFacts, _knowledge: Knowledge): DetectedSdk[] {
  throw new Error('being written');
}

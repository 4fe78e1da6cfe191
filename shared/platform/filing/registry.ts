import type { FilingLookup } from '../../domain/facts/records.ts';

/** Where filing numbers of apps are looked up (MIIT notice [2023] No. 105): a file, the platform's own service, the filing system. */
export interface FilingRegistry {
  /**
   * What the registry has under a number, in whatever way it is written. Never throws: what could not be asked is `unavailable`.
   */
  lookup(number: string): Promise<FilingLookup>;
}

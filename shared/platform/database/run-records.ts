import type { PackageFormat } from '../../domain/facts/package.ts';
import type { RecordFacts } from '../../domain/facts/records.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Submission } from './repositories.ts';

/** A rulebook and the file it was read from, byte for byte. */
export interface KeptRulebook {
  readonly rulebook: Rulebook;
  readonly text: string;
}

/** Whose rulebook: a store's id, or `default` for stores without a file of their own. */
export type RulebookSubject = string;

/** Rulebooks that were in force, for ever: any verdict's can be found by its hash years later. */
export interface Rulebooks {
  find(sha256: string): Promise<KeptRulebook | null>;
  /** Keeps a rulebook and notes that it is in force for these subjects from now on; nothing changes where it already was. */
  use(subjects: readonly RulebookSubject[], kept: KeptRulebook): Promise<void>;
  /** The one that was in force for a subject last. */
  lastUsed(subject: RulebookSubject): Promise<KeptRulebook | null>;
}

/** What a run is judged with, beside its facts. */
export interface RunRecords {
  readonly records: RecordFacts;
  /** SHA-256 of the rulebook, the built-in one included. */
  readonly rulebook: string;
}

export interface Records {
  of(submissionId: string, run: number): Promise<RunRecords | null>;
  /**
   * Keeps the records of a run, its rulebook and the package's own name in one transaction, unless the run has records already.
   * @returns those that are kept, whoever made them
   */
  keep(
    submissionId: string,
    run: number,
    records: RecordFacts,
    rulebook: KeptRulebook,
    packageName: string | null,
  ): Promise<RunRecords>;
  /** The newest approved submission before this one: same store, same package name, a package of one of these formats. */
  previousApproved(
    submission: Pick<Submission, 'id' | 'storeId' | 'createdAt'>,
    packageName: string,
    formats: readonly PackageFormat[],
  ): Promise<Submission | null>;
}

import type { Admission, Mention, PolicyFacts, Provision } from '../../domain/facts/policy.ts';
import type { PolicyText } from '../text/policy-text.ts';

/** What has been extracted before the provisions are read. */
export type Extracted = Pick<
  PolicyFacts,
  | 'operators'
  | 'contacts'
  | 'dates'
  | 'appNames'
  | 'types'
  | 'permissions'
  | 'sdkRows'
  | 'sdkMentions'
  | 'responseTimes'
  | 'hanShare'
  | 'title'
> & { readonly admissions: readonly Admission[] };

/** A sentence that speaks of an item, with what stands around it. All text in lower case. */
export interface Place {
  readonly sentence: string;
  /** From `before` sentences before to `after` sentences after it. */
  around(before: number, after: number): string;
  readonly start: number;
  readonly end: number;
  readonly facts: Extracted;
  /** The text gives one way for all rights together: 如需行使上述权利, 请联系…. */
  readonly oneWayForAll: boolean;
}

/** An item that is read sentence by sentence: `cue` says that it is spoken of, `substance` that something is said. */
export interface SentenceItem {
  readonly item: string;
  readonly cue: RegExp;
  substance(place: Place): boolean;
}

/** An item that follows from what has been extracted. */
export interface FactItem {
  readonly item: string;
  /** Words that make it `word-only` where the facts have nothing. */
  readonly cue: RegExp;
  places(facts: Extracted, text: PolicyText): readonly Mention[];
}

export type ItemReader = SentenceItem | FactItem;

/** Places kept for one provision. */
export const MOST_PLACES = 3;

/** A provision with the surest places first; equally sure ones stay in the order given. */
export function provision(item: string, state: Provision['state'], places: readonly Mention[]): Provision {
  const sorted = [...places].sort((a, b) => b.confidence - a.confidence);
  return { item, state, places: sorted.slice(0, MOST_PLACES) };
}

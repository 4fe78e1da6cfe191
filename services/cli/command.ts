import type { Language } from './console.ts';

export interface ReviewCommand {
  readonly name: 'review';
  readonly file: string;
  readonly listing: string;
  /** Path of the policy document. */
  readonly policy: string | null;
  /** Fetch the policy from the listing's `privacyPolicyUrl`. */
  readonly fetch: boolean;
  readonly json: boolean;
  readonly language: Language;
  readonly timeoutMs: number;
}

export interface InspectCommand {
  readonly name: 'inspect';
  readonly file: string;
  readonly json: boolean;
  readonly language: Language;
  readonly timeoutMs: number;
}

export interface RulesCommand {
  readonly name: 'rules';
  readonly as: 'text' | 'json' | 'markdown' | 'html';
  /** One rule with all that it declares; null for the list of all. */
  readonly rule: string | null;
  /** Where the pages go, for `html`. */
  readonly folder: string | null;
  readonly language: Language;
}

/** `key create|list|revoke|rotate`; fields that an action does not take are null. */
export interface KeyCommand {
  readonly name: 'key';
  readonly action: 'create' | 'list' | 'revoke' | 'rotate';
  readonly store: string | null;
  readonly id: string | null;
  readonly label: string;
  readonly scopes: readonly string[] | null;
  readonly ratePerMinute: number | null;
  readonly expires: Date | null;
  /** Hours for which a rotated key stays valid beside its successor. */
  readonly overlapHours: number;
  readonly json: boolean;
}

/** What the command line can be asked, validated. */
export type Command =
  | ReviewCommand
  | InspectCommand
  | RulesCommand
  | KeyCommand
  | { readonly name: 'help'; readonly topic: string | null }
  | { readonly name: 'version' };

import type { StaffRole } from '../../shared/domain/review/account.ts';
import type { ReportFormat } from '../../shared/pledge/reports/index.ts';
import type { Language } from './console.ts';

/** What a review or a verdict is printed as, and where. */
export interface Printed {
  /** `verdict`: the verdict as published JSON (`--json`); `text`: for a terminal; the others are formats of the report. */
  readonly format: 'text' | 'verdict' | ReportFormat;
  /** Of the text or report. */
  readonly language: Language;
  /** Null: standard output. */
  readonly output: string | null;
}

export interface ReviewCommand {
  readonly name: 'review';
  readonly file: string;
  readonly listing: string;
  /** Path of the policy document. */
  readonly policy: string | null;
  /** Fetch the policy from the listing's `privacyPolicyUrl`. */
  readonly fetch: boolean;
  /** What the platform's records say, as a file. */
  readonly records: string | null;
  readonly rulebook: string | null;
  /** Day of the review; null: that of the records, else today. */
  readonly date: string | null;
  /** Folder in which the facts are left, each in a file of its own. */
  readonly save: string | null;
  /** File in which the facts are left as one document. */
  readonly factsOut: string | null;
  readonly sdksOut: CsvFile | null;
  readonly print: Printed;
  readonly timeoutMs: number;
}

/** `verdict`: facts that are there already are judged, without a package. */
export interface VerdictCommand {
  readonly name: 'verdict';
  readonly from:
    | { readonly kind: 'case'; readonly file: string }
    | {
        readonly kind: 'parts';
        readonly facts: string;
        readonly policy: string;
        readonly listing: string;
        readonly records: string | null;
      };
  /** Null: that of the case, else the built-in one. */
  readonly rulebook: string | null;
  /** Day of the review; null: as the records have it. */
  readonly date: string | null;
  readonly print: Printed;
}

interface AboutRulebook {
  readonly name: 'rulebook';
  readonly file: string;
  /** Day for which waivers are looked at; null: today. */
  readonly on: string | null;
  readonly json: boolean;
  readonly language: Language;
}

/** `rulebook try`: what would change if this rulebook came into force. */
export interface TryRulebookCommand extends AboutRulebook {
  readonly action: 'try';
  /** Rulebook to compare with; null: the one in force, or that of each case. */
  readonly against: string | null;
  /** Store whose apps are judged again; one of this and `cases` is given. */
  readonly store: string | null;
  /** Folder of case files. */
  readonly cases: string | null;
  /** Apps at most. */
  readonly limit: number;
}

export type RulebookCommand = (AboutRulebook & { readonly action: 'check' | 'show' | 'waivers' }) | TryRulebookCommand;

export interface InspectCommand {
  readonly name: 'inspect';
  readonly file: string;
  readonly json: boolean;
  readonly language: Language;
  readonly timeoutMs: number;
}

/** `policy`: what a policy says and lacks, on its own or held against a package. */
export interface PolicyCommand {
  readonly name: 'policy';
  /** File or web address. */
  readonly source: string;
  readonly package: string | null;
  readonly listing: string | null;
  readonly json: boolean;
  readonly language: Language;
  readonly timeoutMs: number;
}

/** A list of SDKs as CSV, and where it goes. */
export interface CsvFile {
  readonly path: string;
  readonly language: Language;
}

interface AboutSdks {
  readonly name: 'sdks';
  readonly json: boolean;
  readonly language: Language;
}

/** `sdks list`: the third-party code of a package, without a review. */
export interface ListSdksCommand extends AboutSdks {
  readonly action: 'list';
  readonly file: string;
  /** File or web address. */
  readonly policy: string | null;
  readonly listing: string | null;
  readonly csv: CsvFile | null;
  readonly timeoutMs: number;
}

/** `sdks check`: what is wrong with files of SDKs. */
export interface CheckSdksCommand extends AboutSdks {
  readonly action: 'check';
  /** None: those of this build. */
  readonly files: readonly string[];
}

/** `sdks propose`: packages over stored facts that no SDK owns. */
export interface ProposeSdksCommand extends AboutSdks {
  readonly action: 'propose';
  /** Folder of case files or facts; null: the database. */
  readonly facts: string | null;
  /** Store whose apps are looked at; null: all. */
  readonly store: string | null;
  /** Proposals at most. */
  readonly limit: number;
  /** Apps that must carry a package. */
  readonly leastApps: number;
}

export type SdksCommand = ListSdksCommand | CheckSdksCommand | ProposeSdksCommand;

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

/** `account …`: people of the console; fields that an action does not take are null. */
export interface AccountCommand {
  readonly name: 'account';
  readonly action: 'create' | 'list' | 'disable' | 'enable' | 'reset-password' | 'role';
  /** What one signs in with. */
  readonly account: string | null;
  readonly displayName: string | null;
  readonly role: StaffRole | null;
  readonly json: boolean;
}

/** What the command line can be asked, validated. */
export type Command =
  | ReviewCommand
  | VerdictCommand
  | RulebookCommand
  | InspectCommand
  | PolicyCommand
  | RulesCommand
  | SdksCommand
  | KeyCommand
  | AccountCommand
  | { readonly name: 'help'; readonly topic: string | null }
  | { readonly name: 'version' };

import type { EntryKind, PathStep } from '../facts/code.ts';
import type { VersionSource } from '../facts/third-party.ts';
import type { Bilingual, Range } from '../text.ts';

/** One third-party SDK of the package as those read it who only read reports. Lists are cut where a hostile package would fill them. */
export interface ReportSdk {
  readonly id: string;
  readonly name: Bilingual;
  readonly operator: Bilingual | null;
  readonly category: string;
  readonly level: 'declared' | 'present' | 'called' | 'started';
  readonly confidence: 'high' | 'medium' | 'low';
  readonly collects: 'yes' | 'no' | 'unknown';
  /** Builds a profile of the user, as its vendor says. */
  readonly profiling: boolean;
  /** Its classes are too few or too empty to be the SDK itself. */
  readonly stub: boolean;
  /** Prefixes of the packages found. */
  readonly packages: readonly string[];
  /** Packages under other names that hold its code. */
  readonly renamed: readonly {
    readonly package: string;
    readonly matched: number;
    readonly of: number;
    readonly confidence: 'high' | 'medium' | 'low';
  }[];
  /** Copies below the prefix of another. */
  readonly copies: readonly string[];
  /** Best evidence first; none: unknown; several: several copies, or places that do not agree. */
  readonly versions: readonly {
    readonly value: string;
    /** Said of the SDK itself, and not of a plugin around it or a part of it. */
    readonly sure: boolean;
    readonly source: VersionSource;
    readonly subject: string;
    readonly entry: string;
  }[];
  readonly components: readonly string[];
  readonly nativeLibraries: readonly string[];
  /** Other things found that only it has. */
  readonly traces: readonly {
    readonly kind: 'plugin' | 'meta-data' | 'asset' | 'resource' | 'domain';
    readonly value: string;
  }[];
  /** Packages that call into it, the app's own first. */
  readonly calledFrom: readonly string[];
  readonly start: {
    readonly kind: EntryKind;
    readonly class: string;
    /** The method come to, as code names it. */
    readonly target: string;
    /** `before`: before any page and past no test of consent; `guarded`: past one; `after`: by what the user does; else not known. */
    readonly consent: 'before' | 'guarded' | 'after' | 'unknown';
    readonly path: readonly PathStep[];
  } | null;
  /** Calls of the methods by which it waits for consent, as its vendor documents them. */
  readonly switches: readonly {
    readonly kind: 'before' | 'start' | 'tell';
    readonly method: string;
    readonly callers: readonly string[];
  }[];
  /** The SDK that carries it. */
  readonly within: { readonly id: string; readonly name: Bilingual } | null;
  readonly takes: readonly ReportTaking[];
  readonly permissions: readonly {
    readonly name: string;
    /** Whether the package requests it. */
    readonly requested: boolean;
  }[];
  /** `operator`: only its operator, or another product of that operator, is named. `denied`: named to say that it is not there. */
  readonly policy: 'disclosed' | 'denied' | 'operator' | 'silent' | 'unread';
  /** Where the policy names it, rows of lists first. */
  readonly policyPlaces: readonly {
    readonly kind: 'row' | 'sentence';
    readonly range: Range;
    readonly excerpt: string;
    /** What a row says; empty where it says nothing. */
    readonly row: {
      readonly name: string;
      readonly operator: string;
      readonly purpose: string;
      readonly types: string;
      readonly link: string;
    } | null;
  }[];
  /** Whether the store was told of it; null where no listing is at hand. */
  readonly listing: boolean | null;
  readonly listed: {
    readonly name: string;
    readonly operator: string | null;
    readonly purpose: string | null;
  } | null;
  readonly privacyUrl: string | null;
  /** Why it counts as found, and why no surer. */
  readonly reasons: readonly Bilingual[];
}

/** A type of personal information that somebody's code takes. */
export interface ReportTaking {
  readonly id: string;
  readonly name: Bilingual;
  /** The vendor says so. */
  readonly stated: boolean;
  /** Places in its own code that could ask for it, as far as facts list them; none is no proof. */
  readonly calls: number;
  /** What they call, each once. */
  readonly targets: readonly string[];
}

/** How far the list of SDKs can be trusted to be whole, and the code of others that nobody knows. */
export interface ReportThirdParty {
  /** Packed, loaded at run time or unreadable: there may be more than is listed. */
  readonly mayHideMore: boolean;
  /** What limits the list, in words. */
  readonly notes: readonly Bilingual[];
  /** Code that looks like somebody else's and belongs to nobody known; what takes personal information first. */
  readonly unknown: readonly ReportUnknownCode[];
  /** Of these, how many are not listed. */
  readonly unknownOmitted: number;
}

export interface ReportUnknownCode {
  /** The part of its names that says whose it is: `com.vendor`. */
  readonly package: string;
  readonly classes: number;
  readonly calledFrom: readonly string[];
  readonly takes: readonly ReportTaking[];
}

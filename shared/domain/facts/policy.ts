import type { Gap } from '../gap.ts';
import type { Range } from '../text.ts';
import type { PolicyUnderstanding } from './policy-understanding.ts';

/** How sure the reader is, 0…1. Rules that reject need at least 0.8. */
export interface Mention {
  readonly range: Range;
  readonly confidence: number;
}

/** `email`, `phone`, `address`, `online` (customer service in the app or on a web page). */
export interface Contact extends Mention {
  readonly kind: 'email' | 'phone' | 'address' | 'online';
  readonly value: string;
}

export interface OperatorMention extends Mention {
  readonly name: string;
}

export interface DateMention extends Mention {
  readonly kind: 'effective' | 'updated' | 'published';
  /** ISO 8601 date. */
  readonly date: string;
}

/** A personal-information type of the knowledge (`location.precise`) that the text names. */
export interface TypeMention extends Mention {
  readonly type: string;
  /** The text says that it is *not* collected. */
  readonly negated: boolean;
}

/** A permission that the text names, by its own name or by one of the terms the knowledge has for it. */
export interface PermissionMention extends Mention {
  readonly permission: string;
  readonly negated: boolean;
  readonly term: string;
  /** What the text says that it is for, at most 120 characters; left out where it says nothing. */
  readonly purpose?: string;
}

/** One row of an SDK table or one entry of an SDK list; empty string where the row says nothing. */
export interface SdkRow extends Mention {
  readonly name: string;
  readonly operator: string;
  readonly purpose: string;
  readonly types: string;
  readonly link: string;
  /** How the information is shared or collected (SDK本机采集, 不涉及共享 …). */
  readonly way?: string;
}

/** An SDK of the knowledge that the text names anywhere, table or prose, by id. */
export interface SdkMention extends Mention {
  readonly sdk: string;
  readonly alias: string;
}

/**
 * Whether the text has what one of the 50 policy items (`PR-01` …) asks for. `substance`: said with content (a channel, a path, a
 * period); `word-only`: the word is there and nothing behind it; `absent`.
 */
export interface Provision {
  readonly item: string;
  readonly state: 'substance' | 'word-only' | 'absent';
  /** Best place first; empty when absent. */
  readonly places: readonly Mention[];
}

/** A sentence by which the text itself admits a breach. Negated and quoted sentences do not count. */
export interface Admission extends Mention {
  readonly kind:
    | 'consent-by-use'
    /** Going on using after a change is taken for consent to the change. */
    | 'consent-by-continued-use'
    /** One agreement is asked for everything at once, whatever each part is needed for. */
    | 'bundled-consent'
    | 'default-consent'
    | 'irrevocable-consent'
    | 'kept-for-ever'
    | 'response-over-15-working-days'
    | 'deletion-obstacle'
    | 'shares-with-anyone'
    | 'no-opt-out'
    | 'change-without-notice'
    | 'denies-all-liability'
    /** A term that only serves the operator: no liability for whatever third parties or attackers do, the last word in interpretation, a licence to information for ever. */
    | 'one-sided-term'
    | 'no-access-or-correction'
    | 'training-without-consent'
    /** Information of unbounded kinds: 等一切相关信息, 包括但不限于. */
    | 'unbounded-collection'
    /** Whoever refuses what is not necessary may not use anything. */
    | 'all-or-nothing'
    | 'marketing-no-opt-out'
    | 'marketing-with-sensitive'
    | 'unfair-treatment'
    | 'face-only'
    | 'biometric-kept'
    /** Minors may sign up by themselves, or the text says that it does not care. */
    | 'minors-without-guardian'
    | 'discloses-publicly'
    | 'tracks-in-background'
    | 'sensitive-by-bundle';
}

export interface ResponseTime extends Mention {
  readonly amount: number;
  readonly unit: 'working-day' | 'day' | 'month' | 'hour';
}

export interface Section {
  readonly title: string;
  readonly level: number;
  readonly range: Range;
}

/** Everything a policy says, and nothing about whether it is enough. */
export interface PolicyFacts {
  readonly schema: 'policy-facts/1';
  /** Version of the reader that made them. */
  readonly reader: string;
  readonly source: {
    readonly kind: 'file' | 'url' | 'none';
    readonly url?: string;
    /** Where redirects ended. */
    readonly finalUrl?: string;
    readonly status?: number;
    readonly mediaType?: string;
    /** SHA-256 of the bytes read; null when there were none. */
    readonly sha256: string | null;
    readonly bytes: number;
  };
  /**
   * `read`: there is text. `absent`: none was given, or its place answers that there is none (404, 410, empty).
   * `unreadable`: it may well exist, we could not read it (time-out, script-rendered shell, encrypted PDF): never "absent".
   */
  readonly outcome: 'read' | 'absent' | 'unreadable';
  /** Stable code of why, where the outcome is not `read`: `not-given`, `http-404`, `empty-page`, `timeout`, `private-address`, … */
  readonly reason: string | null;
  /** Normalised text (NFKC, simplified script, LF) that every range counts in; empty unless read. */
  readonly text: string;
  /** Share of Han characters among letters, 0…1. */
  readonly hanShare: number;
  /** The document's own script before normalisation. */
  readonly script: 'simplified' | 'traditional' | 'other';
  readonly title: string | null;
  readonly sections: readonly Section[];
  readonly operators: readonly OperatorMention[];
  readonly contacts: readonly Contact[];
  readonly dates: readonly DateMention[];
  /** App names in 《…隐私政策》, “…”App and the like. */
  readonly appNames: readonly (Mention & { readonly name: string })[];
  readonly types: readonly TypeMention[];
  readonly permissions: readonly PermissionMention[];
  readonly sdkRows: readonly SdkRow[];
  readonly sdkMentions: readonly SdkMention[];
  readonly provisions: readonly Provision[];
  readonly admissions: readonly Admission[];
  readonly responseTimes: readonly ResponseTime[];
  /** Template leftovers: “XX公司”, “【应用名称】”, "[Company]". */
  readonly placeholders: readonly Mention[];
  /** What is understood beyond single mentions; left out by readers before 2.0. Rules do not judge by what was not read. */
  readonly understanding?: PolicyUnderstanding;
  /** Tables that are images, sub-documents that are only linked. */
  readonly gaps: readonly Gap[];
}

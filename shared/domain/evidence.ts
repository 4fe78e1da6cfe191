import type { EntryKind, PathLink } from './facts/code.ts';
import type { Range } from './text.ts';

/** Evidence always has a place that a person can go to. All strings are untrusted and must be escaped where shown. */
export type Evidence =
  | { readonly type: 'manifest'; readonly element: string; readonly attribute?: string; readonly value?: string }
  | {
      readonly type: 'code';
      /** What is called or present: `Landroid/telephony/TelephonyManager;->getDeviceId` or a package prefix. */
      readonly target: string;
      /** The constant that makes a general API interesting: a URI, a settings key, a property, a class. */
      readonly constant?: string;
      readonly caller?: { readonly class: string; readonly method: string; readonly offset: number };
      /** How many places in all; the caller is the first of them. */
      readonly count: number;
      /** The earliest entry point of the system that reaches this caller, where the call graph has a path. */
      readonly reachedFrom?: {
        /** `attach-base-context`, `provider`, `application`, `launcher`, … */
        readonly kind: EntryKind;
        /** Dotted class that the manifest names. */
        readonly class: string;
        /** Steps from the entry point's method to the caller, 0 where it makes the call itself. */
        readonly steps: number;
        /** Name of the preference, field or method tested on the way; null where none was seen. */
        readonly guard: string | null;
        /** The way, from the entry point's own method to the one that holds the call; `link` says how each step leads to the next. */
        readonly path?: readonly {
          readonly class: string;
          readonly method: string;
          readonly offset: number;
          readonly link: PathLink;
        }[];
      };
      /** Whose code makes the call, by the caller's package; left out where the caller is not known. */
      readonly owner?: {
        readonly kind: 'app' | 'sdk' | 'library' | 'unknown';
        /** Id of the SDK in the knowledge. */
        readonly sdk: string | null;
      };
    }
  /** A string, a layout or another resource; `element` is the path of an element in it. */
  | {
      readonly type: 'resource';
      readonly entry: string;
      readonly element?: string;
      readonly attribute?: string;
      readonly text?: string;
    }
  /** What the platform's own records say: the version approved last, the filing registry. */
  | {
      readonly type: 'record';
      readonly record: 'previous-version' | 'filing';
      /** Submission id or filing number. */
      readonly id: string;
      readonly field: string;
      readonly value?: string;
    }
  | {
      readonly type: 'policy';
      /** SHA-256 of the policy snapshot the range points into; the range counts in its normalised text. */
      readonly snapshot: string;
      readonly range: Range;
      readonly excerpt: string;
    }
  | { readonly type: 'policy-absence'; readonly snapshot: string; readonly searched: string; readonly characters: number }
  | { readonly type: 'listing'; readonly field: string; readonly value?: string }
  | { readonly type: 'signature'; readonly certificate: string; readonly detail: string }
  | { readonly type: 'network'; readonly url: string; readonly status?: number; readonly detail: string }
  | { readonly type: 'package'; readonly entry: string; readonly offset?: number; readonly detail: string };

import type { Range } from '../text.ts';

/** What a sentence is about; the eleven topics of the CAPP-130 corpus, in its order. */
export const POLICY_TOPICS = [
  'collection',
  'permission',
  'sharing',
  'use',
  'storage',
  'security',
  'special-audience',
  'management',
  'contact',
  'revision',
  'cessation',
] as const;
export type PolicyTopic = (typeof POLICY_TOPICS)[number];

/** A sentence as the classifier sees it. `important`: it says something about handling information; `risk`: it may cost the person something. */
export interface ClassifiedSentence {
  readonly range: Range;
  readonly topics: readonly PolicyTopic[];
  readonly important: boolean;
  readonly risk: boolean;
}

interface Said {
  readonly range: Range;
  /** How sure the reader is, 0…1. */
  readonly confidence: number;
}

/** How something can be done: on a path in the app, by turning to somebody, in the system's settings; `none` where the text refuses it or names no way. */
export type Way = 'in-app' | 'contact' | 'system-settings' | 'none';

/** One thing that the policy says, with where and how sure. `detail` is the telling part of the wording, at most 120 characters. */
export type Statement = Said & { readonly detail: string } & (
    | {
        readonly kind: 'retention';
        readonly period:
          | 'shortest'
          | 'until-deletion'
          | 'for-ever'
          | 'by-law'
          | { readonly amount: number; readonly unit: 'day' | 'month' | 'year' };
      }
    | { readonly kind: 'storage-place'; readonly place: 'domestic' | 'abroad' | 'device' }
    | { readonly kind: 'cross-border'; readonly stance: 'none' | 'with-consent' | 'transfers' }
    /** `name` is a company, or what the text calls the group (关联公司, 合作伙伴). */
    | {
        readonly kind: 'recipient';
        readonly name: string;
        readonly named: boolean;
        readonly relation: 'affiliate' | 'partner' | 'processor' | 'authority' | 'other';
      }
    | {
        readonly kind: 'right';
        readonly right:
          | 'access'
          | 'copy'
          | 'correct'
          | 'delete'
          | 'withdraw'
          | 'close-account'
          | 'transfer'
          | 'restrict'
          | 'explain';
        readonly way: Way;
      }
    /** A condition set for closing the account; `unreasonable` for a hand-held document, post, a reason that must be proven. */
    | { readonly kind: 'deletion-condition'; readonly unreasonable: boolean }
    | { readonly kind: 'recommendation'; readonly state: 'used' | 'not-used' | 'switch' | 'no-switch' }
    | { readonly kind: 'marketing'; readonly state: 'used' | 'not-used' | 'switch' | 'no-switch' }
    | { readonly kind: 'children'; readonly matter: 'age' | 'guardian-consent' | 'own-rules' | 'not-addressed' }
    | {
        readonly kind: 'generative-ai';
        readonly matter: 'offered' | 'input-kept' | 'training' | 'training-with-consent' | 'not-trained';
      }
    | { readonly kind: 'complaint'; readonly channel: 'operator' | 'authority' | 'court' }
    | { readonly kind: 'consent'; readonly formula: 'tick' | 'button' | 'separate' | 'by-use' | 'default' }
  );

/** A document that belongs to the policy: the main one, or one that it links. */
export interface PolicyPart {
  readonly kind: 'main' | 'children' | 'sdk-list' | 'collected-list' | 'shared-list' | 'permission-list' | 'other';
  /** Words of the link, or the document's title. */
  readonly title: string;
  readonly url: string | null;
  readonly outcome: 'read' | 'absent' | 'unreadable';
  readonly reason: string | null;
  /** Its place in the policy's text; null unless read. */
  readonly range: Range | null;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly status: number | null;
  /** Its text came from a browser that ran its scripts. */
  readonly rendered: boolean;
}

/** What makes a policy hard or easy to read, as far as a document shows it. */
export interface Readability {
  /** Characters that are not white space. */
  readonly characters: number;
  /** Characters of the average and of the longest sentence. */
  readonly meanSentence: number;
  readonly longestSentence: number;
  readonly headings: number;
  /** A summary, an overview or a table of contents stands in front. */
  readonly summary: boolean;
  /** Places in small (below 12 CSS pixels) or faint letters, where the document has styles; null where it cannot show them. */
  readonly smallPrint: readonly Range[] | null;
  /** Places that are set in bold or underlined, where the document has styles; null where it cannot show them. At most 100. */
  readonly emphasised: readonly Range[] | null;
}

/** What the reader understands beyond single mentions. */
export interface PolicyUnderstanding {
  readonly sentences: readonly ClassifiedSentence[];
  readonly statements: readonly Statement[];
  readonly parts: readonly PolicyPart[];
  readonly readability: Readability;
}

/** Who the app is for. */
export const AUDIENCES = ['general', 'children', 'teenagers', 'adults'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a store submits beside the package: what developer and store declare. Validated at the door, unknown fields refused. */
export interface ListingFacts {
  readonly schema: 'listing-facts/1';
  readonly app: {
    readonly name: string;
    readonly packageName?: string;
    readonly versionName?: string;
    /** Number of one of the 39 types (38 is utilities); a Chinese name in the request has been resolved. */
    readonly category: number;
    readonly filingNumber?: string;
    readonly audience?: Audience;
    readonly features?: {
      readonly accounts?: boolean;
      readonly personalisedRecommendation?: boolean;
      readonly generativeAi?: boolean;
      readonly faceRecognition?: boolean;
    };
  };
  readonly developer: { readonly id: string; readonly name?: string };
  readonly privacyPolicyUrl?: string;
  readonly permissions?: readonly { readonly name: string; readonly purpose?: string }[];
  readonly sdks?: readonly { readonly name: string; readonly operator?: string; readonly purpose?: string }[];
}

/** Who the app is for. */
export const AUDIENCES = ['general', 'children', 'teenagers', 'adults'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How users and authorities can reach somebody; nothing at all is as good as no object. */
export interface ContactDetails {
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
  readonly address?: string;
}

/** What a store declares about generative AI in the app (measures for labelling AI-generated content, article 7). */
export interface GenerativeAiDeclaration {
  /** Filing or registration numbers of the services or algorithms. */
  readonly filingNumbers?: readonly string[];
  /** How generated content is labelled, or where the material on it is. */
  readonly labelling?: string;
  /** Human-like interaction (companions, role play). */
  readonly humanLike?: boolean;
  /** Address or name of the security assessment or filing of human-like interaction. */
  readonly assessment?: string;
}

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
    /** Text of the store page. */
    readonly description?: string;
    readonly features?: {
      readonly accounts?: boolean;
      readonly personalisedRecommendation?: boolean;
      readonly generativeAi?: boolean;
      readonly faceRecognition?: boolean;
    };
    readonly generativeAi?: GenerativeAiDeclaration;
  };
  readonly developer: {
    readonly id: string;
    readonly name?: string;
    readonly kind?: 'company' | 'individual' | 'institution';
    /** Unified social credit code (18 characters, GB 32100-2015). */
    readonly creditCode?: string;
    /** Whether the store has verified the identity; left out, nothing is said. */
    readonly verified?: boolean;
    readonly contact?: ContactDetails;
  };
  /** Where users complain. */
  readonly complaints?: ContactDetails;
  readonly privacyPolicyUrl?: string;
  readonly permissions?: readonly { readonly name: string; readonly purpose?: string }[];
  readonly sdks?: readonly { readonly name: string; readonly operator?: string; readonly purpose?: string }[];
}

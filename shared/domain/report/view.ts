import type { CheckName } from '../check.ts';
import type { Assessment, ClauseId, ClauseKind } from '../clause.ts';
import type { PackageFormat } from '../facts/package.ts';
import type { LegalForce } from '../legal.ts';
import type { Severity } from '../severity.ts';
import type { Bilingual, Range } from '../text.ts';
import type { Verdict } from '../verdict.ts';
import type { ReportSdk, ReportThirdParty } from './sdk-view.ts';

/**
 * The report as those read it who only read it: the console's pages. The schema that makes it is `shared/pledge/report-schema.ts`; a test
 * there holds the two together. All strings that come from package, policy or listing are untrusted.
 */
export interface ReportView {
  readonly schema: 'report/1';
  readonly submission: { readonly id: string | null; readonly run: number | null; readonly decidedAt: string | null };
  readonly app: {
    readonly name: string;
    readonly packageName: string | null;
    readonly versionName: string | null;
    readonly versionCode: number | null;
    readonly format: PackageFormat | null;
    readonly platform: 'android' | 'harmony' | 'quick-app' | null;
    readonly bytes: number | null;
    readonly sha256: string;
    readonly category: { readonly id: number; readonly name: Bilingual | null };
    readonly filingNumber: string | null;
    readonly developer: { readonly id: string; readonly name: string | null };
  };
  readonly policy: {
    readonly outcome: 'read' | 'absent' | 'unreadable' | 'none';
    readonly reason: string | null;
    readonly url: string | null;
    readonly sha256: string | null;
  };
  readonly policyItems: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly clauses: readonly ClauseId[];
    /** `violating`: the text itself admits the breach, whatever else it says. */
    readonly state: 'substance' | 'word-only' | 'absent' | 'violating';
    readonly range: Range | null;
    readonly excerpt: string | null;
  }[];
  readonly decisionName: Bilingual;
  readonly verdict: Verdict;
  readonly clauses: readonly {
    readonly id: ClauseId;
    readonly instrument: Bilingual;
    readonly number: number;
    readonly name: Bilingual;
    readonly summary: Bilingual;
    readonly kind: ClauseKind;
    readonly assessment: Assessment;
    readonly assessmentName: Bilingual;
    readonly findings: readonly string[];
    readonly reason: Bilingual;
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly check: CheckName;
    readonly outcome: 'found' | 'waived' | 'observed' | 'not-assessed' | 'off';
    readonly ceiling: Severity;
    readonly title: Bilingual;
    readonly explanation: Bilingual | null;
    readonly remedy: Bilingual;
    readonly page: string | null;
    readonly clauses: readonly ClauseId[];
    readonly basis: readonly {
      readonly instrument: string;
      readonly name: Bilingual;
      readonly force: LegalForce;
      readonly forceName: Bilingual;
      readonly article: string | null;
      readonly verified: boolean;
    }[];
  }[];
  readonly permissions: readonly {
    readonly name: string;
    readonly group: Bilingual | null;
    readonly kind: string | null;
    readonly maxSdkVersion: number | null;
    readonly places: readonly string[];
    readonly relevance: 'basic' | 'optional' | 'low' | null;
    readonly policy: 'permission' | 'information' | 'denied' | 'silent' | 'unread';
    readonly listing: { readonly declared: boolean; readonly purpose: string | null };
    readonly reason: { readonly zh: string | null; readonly default: string | null } | null;
    readonly usedScene: { readonly abilities: readonly string[]; readonly when: string | null } | null;
  }[];
  readonly sdks: readonly ReportSdk[];
  readonly thirdParty: ReportThirdParty;
  readonly information: readonly {
    readonly id: string;
    readonly name: Bilingual;
    readonly sensitive: 'yes' | 'context' | 'no';
    readonly permissions: readonly string[];
    readonly calls: number;
    readonly sdks: readonly string[];
    readonly policy: 'told' | 'hinted' | 'denied' | 'silent' | 'unread';
  }[];
  readonly features: readonly string[];
  readonly signing: {
    readonly schemes: readonly string[];
    readonly verified: 'valid' | 'invalid' | 'not-checked';
    readonly certificates: readonly ReportCertificate[];
  } | null;
  readonly records: {
    readonly previous: {
      readonly submission: string;
      readonly packageSha256: string;
      readonly versionName: string | null;
      readonly versionCode: number | null;
      readonly approvedOn: string;
      readonly targetSdk: number | null;
      readonly permissions: readonly string[];
      readonly signers: readonly string[];
    } | null;
    readonly filing: {
      readonly registry: string;
      readonly asked: string;
      readonly outcome: 'found' | 'not-found' | 'unavailable';
      readonly record: {
        readonly number: string;
        readonly appName: string;
        readonly operator: string;
        readonly status: 'active' | 'cancelled';
        readonly packages: readonly {
          readonly platform: 'android' | 'harmony' | 'quick-app' | 'ios' | 'other';
          readonly packageName: string;
          readonly certificateMd5: string | null;
          readonly publicKey: string | null;
        }[];
      } | null;
    } | null;
  };
  readonly notChecked: readonly {
    readonly kind: 'check-missing' | 'coverage' | 'gap' | 'not-assessed' | 'off' | 'observing' | 'limits';
    readonly place: string | null;
    readonly text: Bilingual;
  }[];
  readonly passages: readonly {
    readonly range: Range;
    readonly before: string;
    readonly text: string;
    readonly after: string;
  }[];
  readonly appeal: { readonly text: Bilingual; readonly url: string | null };
}

/** A certificate that signs the package. */
export interface ReportCertificate {
  readonly schemes: readonly ('v1' | 'v2' | 'v3' | 'v3.1' | 'v4' | 'hap' | 'rpk')[];
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keyAlgorithm: string;
  readonly keyBits: number | null;
  readonly md5: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly publicKeyMd5: string | null;
  readonly publicKeySha256: string;
  readonly publicKey: string | null;
  readonly debug: boolean;
}

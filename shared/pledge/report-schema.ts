import { z } from 'zod';
import { CHECKS } from '../domain/check.ts';
import { ASSESSMENTS } from '../domain/clause.ts';
import { FORMATS } from '../domain/facts/package.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { reportSdkSchema, reportThirdPartySchema } from './report-sdk-schema.ts';
import { bilingual, clauseId, count, sha256, verdictSchema } from './schema.ts';

const localText = z.object({ zh: z.string().nullable(), default: z.string().nullable() });

const permission = z
  .object({
    name: z.string(),
    group: bilingual.nullable(),
    kind: z.string().nullable(),
    maxSdkVersion: z.int().nullable(),
    places: z.array(z.string()),
    relevance: z.enum(['basic', 'optional', 'low']).nullable(),
    policy: z.enum(['permission', 'information', 'denied', 'silent', 'unread']),
    listing: z.object({ declared: z.boolean(), purpose: z.string().nullable() }),
    /** Why it is requested, as the package itself says (HarmonyOS, or purpose meta-data of an Android package). */
    reason: localText.nullable(),
    /** HarmonyOS: abilities that use it, and when. */
    usedScene: z.object({ abilities: z.array(z.string()), when: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'ReportPermission' });

const information = z
  .object({
    id: z.string(),
    name: bilingual,
    sensitive: z.enum(['yes', 'context', 'no']),
    /** Permissions of the package that open it. */
    permissions: z.array(z.string()),
    /** Places in code or scripts that could ask for it. */
    calls: count,
    /** SDKs in the package of which it is known that they collect it. */
    sdks: z.array(z.string()),
    policy: z.enum(['told', 'hinted', 'denied', 'silent', 'unread']),
  })
  .meta({ id: 'ReportInformation' });

const policyItem = z
  .object({
    id: z.string(),
    title: bilingual,
    clauses: z.array(clauseId),
    state: z.enum(['substance', 'word-only', 'absent', 'violating']),
    range: z.tuple([count, count]).nullable(),
    excerpt: z.string().nullable(),
  })
  .meta({ id: 'ReportPolicyItem' });

const rule = z
  .object({
    id: z.string(),
    check: z.enum(CHECKS),
    /** `found`: with effect; the others as the store's rulebook or a waiver has it. */
    outcome: z.enum(['found', 'waived', 'observed', 'not-assessed', 'off']),
    ceiling: z.enum(SEVERITIES),
    title: bilingual,
    explanation: bilingual.nullable(),
    remedy: bilingual,
    /** Address of the page that explains the rule; null where none is served. */
    page: z.string().nullable(),
    clauses: z.array(clauseId),
    basis: z.array(
      z.object({
        instrument: z.string(),
        name: bilingual,
        force: z.enum(['law', 'enforcement', 'recommended', 'draft']),
        forceName: bilingual,
        article: z.string().nullable(),
        verified: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ReportRule' });

const clause = z
  .object({
    id: clauseId,
    instrument: bilingual,
    number: count,
    name: bilingual,
    summary: bilingual,
    kind: z.enum(['machine', 'partly', 'human']),
    assessment: z.enum(ASSESSMENTS),
    assessmentName: bilingual,
    findings: z.array(z.string()),
    reason: bilingual,
  })
  .meta({ id: 'ReportClause' });

const certificate = z
  .object({
    schemes: z.array(z.enum(['v1', 'v2', 'v3', 'v3.1', 'v4', 'hap', 'rpk'])),
    subject: z.string(),
    issuer: z.string(),
    serial: z.string(),
    notBefore: z.string(),
    notAfter: z.string(),
    keyAlgorithm: z.string(),
    keyBits: z.int().nullable(),
    md5: z.string(),
    sha1: z.string(),
    sha256: z.string(),
    publicKeyMd5: z.string().nullable(),
    publicKeySha256: z.string(),
    /** As a filing shows it: RSA's modulus in upper-case hex. */
    publicKey: z.string().nullable(),
    /** A key that everybody has. */
    debug: z.boolean(),
  })
  .meta({ id: 'ReportCertificate' });

const records = z
  .object({
    previous: z
      .object({
        submission: z.string(),
        packageSha256: sha256,
        versionName: z.string().nullable(),
        versionCode: z.number().nullable(),
        approvedOn: z.string(),
        targetSdk: z.number().nullable(),
        permissions: z.array(z.string()),
        signers: z.array(z.string()),
      })
      .nullable(),
    filing: z
      .object({
        registry: z.string(),
        asked: z.string(),
        outcome: z.enum(['found', 'not-found', 'unavailable']),
        record: z
          .object({
            number: z.string(),
            appName: z.string(),
            operator: z.string(),
            status: z.enum(['active', 'cancelled']),
            packages: z.array(
              z.object({
                platform: z.enum(['android', 'harmony', 'quick-app', 'ios', 'other']),
                packageName: z.string(),
                certificateMd5: z.string().nullable(),
                publicKey: z.string().nullable(),
              }),
            ),
          })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ReportRecords', description: '平台自身的记录 / What the platform itself has on record' });

const unchecked = z
  .object({
    kind: z.enum(['check-missing', 'coverage', 'gap', 'not-assessed', 'off', 'observing', 'limits']),
    /** Check, rule, entry or address; null where the whole is meant. */
    place: z.string().nullable(),
    text: bilingual,
  })
  .meta({ id: 'ReportNotChecked' });

const passage = z
  .object({ range: z.tuple([count, count]), before: z.string(), text: z.string(), after: z.string() })
  .meta({ id: 'ReportPassage' });

/** The report as it is published: the verdict with everything that a person needs to read it resolved. */
export const reportSchema = z
  .object({
    schema: z.literal('report/1'),
    submission: z.object({
      id: z.string().nullable(),
      run: z.int().nullable(),
      decidedAt: z.string().nullable(),
    }),
    app: z.object({
      name: z.string(),
      packageName: z.string().nullable(),
      versionName: z.string().nullable(),
      versionCode: z.number().nullable(),
      format: z.enum(FORMATS).nullable(),
      platform: z.enum(['android', 'harmony', 'quick-app']).nullable(),
      bytes: count.nullable(),
      sha256,
      category: z.object({ id: count, name: bilingual.nullable() }),
      filingNumber: z.string().nullable(),
      developer: z.object({ id: z.string(), name: z.string().nullable() }),
    }),
    policy: z.object({
      outcome: z.enum(['read', 'absent', 'unreadable', 'none']),
      reason: z.string().nullable(),
      url: z.string().nullable(),
      sha256: sha256.nullable(),
    }),
    /** The checklist of what a policy must or must not say; empty when none was read. */
    policyItems: z.array(policyItem),
    decisionName: bilingual,
    verdict: verdictSchema,
    clauses: z.array(clause),
    rules: z.array(rule),
    permissions: z.array(permission),
    sdks: z.array(reportSdkSchema),
    thirdParty: reportThirdPartySchema,
    /** Types of personal information that package or policy speak of. */
    information: z.array(information),
    /** Features that a quick app declares. */
    features: z.array(z.string()),
    signing: z
      .object({
        schemes: z.array(z.string()),
        verified: z.enum(['valid', 'invalid', 'not-checked']),
        certificates: z.array(certificate),
      })
      .nullable(),
    records,
    /** What this review did not look at or could not decide. */
    notChecked: z.array(unchecked),
    /** The places of the policy that findings point at, with the words around them. */
    passages: z.array(passage),
    /** How the developer can object. */
    appeal: z.object({ text: bilingual, url: z.string().nullable() }),
  })
  .meta({ id: 'Report', description: '审核报告 / Report on one submission' });

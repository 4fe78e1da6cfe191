import { z } from 'zod';
import { CHECKS } from '../domain/check.ts';
import { ASSESSMENTS } from '../domain/clause.ts';
import { FORMATS } from '../domain/facts/package.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { bilingual, clauseId, count, sha256, verdictSchema } from './schema.ts';

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
  })
  .meta({ id: 'ReportPermission' });

const sdk = z
  .object({
    id: z.string(),
    name: bilingual,
    operator: bilingual.nullable(),
    category: z.string(),
    level: z.enum(['declared', 'present', 'called']),
    confidence: z.enum(['high', 'medium', 'low']),
    collects: z.enum(['yes', 'no', 'unknown']),
    packages: z.array(z.string()),
    policy: z.enum(['disclosed', 'silent', 'unread']),
    listing: z.boolean(),
    privacyUrl: z.string().nullable(),
  })
  .meta({ id: 'ReportSdk' });

const policyItem = z
  .object({
    id: z.string(),
    title: bilingual,
    clauses: z.array(clauseId),
    state: z.enum(['substance', 'word-only', 'absent']),
    range: z.tuple([count, count]).nullable(),
    excerpt: z.string().nullable(),
  })
  .meta({ id: 'ReportPolicyItem' });

const rule = z
  .object({
    id: z.string(),
    check: z.enum(CHECKS),
    outcome: z.enum(['found', 'not-assessed']),
    ceiling: z.enum(SEVERITIES),
    title: bilingual,
    remedy: bilingual,
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
    sdks: z.array(sdk),
  })
  .meta({ id: 'Report', description: '审核报告 / Report on one submission' });

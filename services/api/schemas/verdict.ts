import { z } from 'zod';
import { CHECKS } from '../../../shared/domain/check.ts';
import { ASSESSMENTS, type ClauseId } from '../../../shared/domain/clause.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { DECISIONS, type Verdict } from '../../../shared/domain/verdict.ts';
import { evidenceSchema } from './evidence.ts';
import { bilingualSchema, publish, sha256Schema } from './published.ts';

const numbered = (instrument: 'sz2025' | 'pledge2021' | 'platform2025', count: number): ClauseId[] =>
  Array.from({ length: count }, (_, index): ClauseId => `${instrument}-${index + 1}`);

/** The 29 clauses by id. */
export const clauseIdSchema = publish(
  'ClauseId',
  z.enum([...numbered('sz2025', 15), ...numbered('pledge2021', 10), ...numbered('platform2025', 4)]),
);

/** Rules come and go with the rulebook, and old verdicts keep theirs: a pattern, to which the document adds today's ids. */
export const ruleIdSchema = publish('RuleId', z.string().regex(new RegExp(`^(?:${CHECKS.join('|')})/[a-z0-9-]+$`)));

export const checkSchema = publish('Check', z.enum(CHECKS));
export const severitySchema = publish('Severity', z.enum(SEVERITIES));
export const decisionSchema = publish(
  'Decision',
  z.enum(DECISIONS).describe('机审结论：通过、驳回、转人工 / The machine decides approve, reject or review'),
);

export const legalBasisSchema = publish(
  'LegalBasis',
  z.strictObject({
    instrument: z.string(),
    article: z.string().optional(),
    verified: z.boolean().describe('false：未核对原文，须核对 / false: the text was not checked, verify'),
  }),
);

const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

export const findingSchema = publish(
  'Finding',
  z.strictObject({
    rule: ruleIdSchema,
    check: checkSchema,
    message: z.string(),
    subject: z.string(),
    severity: severitySchema,
    title: bilingualSchema,
    text: bilingualSchema,
    remedy: bilingualSchema,
    clauses: z.array(clauseIdSchema),
    basis: z.array(legalBasisSchema),
    evidence: z.array(evidenceSchema),
    fingerprint: fingerprint.describe('同一问题跨版本不变 / Stable across versions of the app'),
  }),
) satisfies z.ZodType<Finding>;

export const gapSchema = publish(
  'Gap',
  z.strictObject({
    code: z.string(),
    place: z.string(),
    message: bilingualSchema,
    affects: z.enum(['package', 'manifest', 'resources', 'code', 'signature', 'native', 'policy', 'listing']),
  }),
);

export const missingCheckSchema = publish('MissingCheck', z.strictObject({ check: checkSchema, reason: bilingualSchema }));

export const verdictSchema = publish(
  'Verdict',
  z
    .strictObject({
      schema: z.literal('verdict/1'),
      decision: decisionSchema,
      reasons: z.array(
        z.strictObject({
          code: z.enum(['finding', 'check-missing', 'gap', 'coverage', 'not-assessed', 'clean']),
          text: bilingualSchema,
        }),
      ),
      findings: z.array(findingSchema),
      clauses: z.array(
        z.strictObject({
          clause: clauseIdSchema,
          assessment: z.enum(ASSESSMENTS),
          findings: z.array(fingerprint),
          reason: bilingualSchema,
        }),
      ),
      checks: z.strictObject({
        completed: z.array(checkSchema),
        missing: z.array(missingCheckSchema),
        notAssessed: z.array(z.strictObject({ rule: ruleIdSchema, missing: z.array(z.string()) })),
      }),
      coverage: z.strictObject({ level: z.enum(['full', 'partial', 'none']), reasons: z.array(bilingualSchema) }),
      gaps: z.array(gapSchema),
      provenance: z.strictObject({
        packageSha256: sha256Schema,
        policySha256: sha256Schema.nullable(),
        inspector: z.string(),
        policyReader: z.string(),
        knowledge: z.string(),
        rulebook: z.string(),
      }),
      limits: bilingualSchema,
    })
    .describe('机审结论：每项条款都有评估与证据 / The verdict: an assessment of every clause, with evidence'),
) satisfies z.ZodType<Verdict>;

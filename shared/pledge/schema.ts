import { z } from 'zod';
import { CHECKS } from '../domain/check.ts';
import { ASSESSMENTS, type ClauseId } from '../domain/clause.ts';
import { SEVERITIES } from '../domain/severity.ts';
import { DECISIONS, REASON_CODES, type Verdict } from '../domain/verdict.ts';
import { evidenceSchema } from './evidence-schema.ts';

/** Text that a person reads, Chinese first. */
export const bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' });

/** Whole number that every JSON reader can hold. */
export const count = z.int().nonnegative();

export const clauseId = z
  .string()
  .regex(/^(sz2025|pledge2021|platform2025)-[1-9][0-9]?$/)
  .meta({ id: 'ClauseId' }) as unknown as z.ZodType<ClauseId>;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

export const basisSchema = z
  .object({ instrument: z.string(), article: z.string().optional(), verified: z.boolean() })
  .meta({ id: 'LegalBasis' });

const citedBasisSchema = basisSchema
  .extend({ force: z.enum(['law', 'enforcement', 'recommended', 'draft']) })
  .meta({ id: 'CitedBasis' });

export const findingSchema = z
  .object({
    rule: z.string(),
    check: z.enum(CHECKS),
    message: z.string(),
    subject: z.string(),
    severity: z.enum(SEVERITIES),
    title: bilingual,
    text: bilingual,
    remedy: bilingual,
    clauses: z.array(clauseId),
    basis: z.array(citedBasisSchema),
    evidence: z.array(evidenceSchema),
    evidenceOmitted: count.optional(),
    similarOmitted: count.optional(),
    fingerprint,
  })
  .meta({ id: 'Finding' });

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const waiverSchema = z
  .object({ id: z.string(), reason: z.string(), by: z.string(), granted: day, expires: day })
  .meta({ id: 'GrantedWaiver' });

const staleWaiverSchema = z
  .object({ id: z.string(), rule: z.string(), by: z.string(), granted: day, expires: day })
  .meta({ id: 'StaleWaiver' });

const gapSchema = z
  .object({
    code: z.string(),
    place: z.string(),
    message: bilingual,
    affects: z.enum(['package', 'manifest', 'resources', 'code', 'signature', 'native', 'policy', 'listing']),
  })
  .meta({ id: 'Gap' });

const coverageSchema = z
  .object({ level: z.enum(['full', 'partial', 'none']), reasons: z.array(bilingual) })
  .meta({ id: 'Coverage' });

const clauseAssessment = z
  .object({ clause: clauseId, assessment: z.enum(ASSESSMENTS), findings: z.array(fingerprint), reason: bilingual })
  .meta({ id: 'ClauseAssessment' });

const notAssessed = z.object({ rule: z.string(), missing: z.array(z.string()) });

const decisionReason = z.object({ code: z.enum(REASON_CODES), text: bilingual }).meta({ id: 'DecisionReason' });

/**
 * The verdict as it is published. Parsing with it also puts every key in this order and drops what is not named here: that is what
 * makes two verdicts over the same facts equal to the byte after a trip through a database.
 */
export const verdictSchema: z.ZodType<Verdict> = z
  .object({
    schema: z.literal('verdict/1'),
    decision: z.enum(DECISIONS),
    reasons: z.array(decisionReason).min(1),
    findings: z.array(findingSchema),
    // Verdicts from before there were rulebooks lack these; what is kept must stay readable.
    waived: z.array(z.object({ finding: findingSchema, waiver: waiverSchema })).default([]),
    observed: z.array(findingSchema).default([]),
    staleWaivers: z.array(z.object({ waiver: staleWaiverSchema, finding: fingerprint })).default([]),
    clauses: z.array(clauseAssessment),
    checks: z.object({
      completed: z.array(z.enum(CHECKS)),
      missing: z.array(z.object({ check: z.enum(CHECKS), reason: bilingual })),
      notAssessed: z.array(notAssessed),
      off: z.array(z.string()).default([]),
      observing: z.array(z.string()).default([]),
      notObserved: z.array(notAssessed).optional(),
    }),
    coverage: coverageSchema,
    gaps: z.array(gapSchema),
    provenance: z.object({
      packageSha256: sha256,
      policySha256: sha256.nullable(),
      inspector: z.string(),
      policyReader: z.string(),
      knowledge: z.string(),
      rules: z.string().default(''),
      rulebook: z.string(),
      rulebookName: z.string().default(''),
      rulebookVersion: z.string().default(''),
      reviewedOn: day.nullable().default(null),
    }),
    limits: bilingual,
  })
  .meta({ id: 'Verdict', description: '机审结论 / The machine’s verdict on one submission' });

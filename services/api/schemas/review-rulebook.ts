import { z } from 'zod';
import type { RulebookCheck, RulebookRemark, RulebookTrial, RulesView } from '../../../shared/domain/review/rulebook-view.ts';
import { WAIVER_STANDINGS } from '../../../shared/domain/review/rulebook-view.ts';
import { RULE_STATES } from '../../../shared/domain/rulebook.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { DECISIONS } from '../../../shared/domain/verdict.ts';
import { RULEBOOK_ORIGINS } from '../../../shared/platform/rulebooks/rulebook-source.ts';
import { bilingual, clauseId, sha256 } from '../../../shared/pledge/schema.ts';
import { instant, publish } from './published.ts';
import { submissionIdSchema } from './submission.ts';
import { checkSchema, ruleIdSchema, severitySchema } from './verdict.ts';

const count = z.int().min(0);
const day = z.iso.date();
const state = z.enum(RULE_STATES);
const value = z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);

const ruleViewSchema = publish(
  'RuleView',
  z.strictObject({
    id: ruleIdSchema,
    check: checkSchema,
    title: bilingual,
    clauses: z.array(clauseId),
    page: z.string(),
    state,
    ceiling: severitySchema,
    strongest: severitySchema,
    atMost: severitySchema.nullable(),
    atLeast: severitySchema.nullable(),
    changed: z.boolean(),
    parameters: z.array(z.strictObject({ name: z.string(), value, default: value, description: bilingual })),
    hits: count,
    judged: count,
    falseAlarms: count,
  }),
);

const waiverSchema = z.strictObject({
  id: z.string(),
  rule: z.string(),
  app: z.string().optional(),
  developer: z.string().optional(),
  certificate: z.string().optional(),
  subject: z.string().optional(),
  reason: z.string(),
  by: z.string(),
  granted: day,
  expires: day,
  standing: z.enum(WAIVER_STANDINGS),
  daysLeft: z.int(),
  withoutEffect: z.boolean().describe('其规则未生效 / Its rule is not enforced'),
});

export const rulesViewSchema = publish(
  'RulesView',
  z.strictObject({
    store: z.strictObject({ id: z.string(), name: z.string() }),
    asOf: day,
    from: day,
    origin: z.enum(RULEBOOK_ORIGINS),
    rulebook: z
      .strictObject({
        name: z.string(),
        version: z.string(),
        sha256,
        otherRules: state,
        text: z.string().describe('文件原文 / The file as it was written'),
        inForceSha256: sha256.describe('连同审核员授予的豁免 / With the waivers that reviewers have granted'),
      })
      .nullable(),
    refused: z
      .strictObject({ code: z.string(), line: z.int().min(1).nullable(), reason: bilingual, since: instant })
      .nullable()
      .describe('文件现有内容有误，沿用上一版 / The present file is refused, and the last good one holds'),
    rules: z.array(ruleViewSchema),
    waivers: z.array(waiverSchema),
  }),
) satisfies z.ZodType<RulesView>;

const remarkSchema = publish(
  'RulebookRemark',
  z.strictObject({ line: z.int().min(1), column: z.int().min(1), path: z.string(), text: bilingual }),
) satisfies z.ZodType<RulebookRemark>;

export const rulebookCheckSchema = publish(
  'RulebookCheck',
  z.strictObject({
    valid: z.boolean(),
    name: z.string().nullable(),
    version: z.string().nullable(),
    sha256: sha256.nullable(),
    faults: z.array(remarkSchema),
    warnings: z.array(remarkSchema),
  }),
) satisfies z.ZodType<RulebookCheck>;

const decisions = z.record(z.enum(DECISIONS), count);
const effect = z.enum([...SEVERITIES, 'waived', 'observed', 'none']);
const named = z.strictObject({ name: z.string(), version: z.string(), sha256 });

export const rulebookTrialSchema = publish(
  'RulebookTrial',
  z.strictObject({
    on: day,
    rulebook: named,
    against: named,
    apps: count,
    changed: count,
    complete: z
      .boolean()
      .describe('false：超时或超过上限，只审核了一部分 / false: time or the limit ended it before all apps were judged'),
    decided: z.strictObject({ newlyRejected: count, newlyHeld: count, newlyApproved: count }),
    before: decisions,
    after: decisions,
    byRule: z.array(z.strictObject({ rule: z.string(), apps: decisions, findings: z.record(z.string(), count) })),
    listed: z.array(
      z.strictObject({
        submission: submissionIdSchema,
        app: z.string(),
        from: z.enum(DECISIONS),
        to: z.enum(DECISIONS),
        findings: z.array(
          z.strictObject({ rule: z.string(), subject: z.string(), fingerprint: z.string(), from: effect, to: effect }),
        ),
        omitted: count,
      }),
    ),
    skipped: z.strictObject({
      count,
      first: z.array(z.strictObject({ submission: submissionIdSchema, app: z.string(), reason: bilingual })),
    }),
    warnings: z.array(remarkSchema),
    seconds: z.number(),
  }),
) satisfies z.ZodType<RulebookTrial>;

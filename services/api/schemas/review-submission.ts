import { z } from 'zod';
import type { HistoryEntry, StageProgress, SubmissionView } from '../../../shared/domain/review/dossier.ts';
import { STATES } from '../../../shared/domain/submission.ts';
import { bilingual, sha256 } from '../../../shared/pledge/schema.ts';
import { instant, publish } from './published.ts';
import { outcomeSchema, decisionSchema as reviewDecisionSchema } from './review-decisions.ts';
import { dossierRowSchema } from './review-queue.ts';
import { STAGE_STATUSES, submissionIdSchema } from './submission.ts';
import { checkSchema, decisionSchema } from './verdict.ts';

const run = z.int().min(1);
const check = checkSchema;

const stageProgressSchema = publish(
  'StageProgress',
  z.strictObject({
    stage: z.string(),
    status: z.enum(STAGE_STATUSES),
    at: instant.nullable(),
    reason: bilingual.nullable().describe('失败的原因 / Why it failed'),
  }),
) satisfies z.ZodType<StageProgress>;

const historyEntrySchema = publish(
  'HistoryEntry',
  z.strictObject({
    submission: submissionIdSchema,
    run,
    appName: z.string(),
    packageName: z.string().nullable(),
    versionName: z.string().nullable(),
    createdAt: instant,
    state: z.enum(STATES),
    verdict: decisionSchema.nullable(),
    outcome: outcomeSchema.nullable(),
  }),
) satisfies z.ZodType<HistoryEntry>;

export const submissionViewSchema = publish(
  'SubmissionView',
  z.strictObject({
    submission: submissionIdSchema,
    run,
    state: z.enum(STATES),
    createdAt: instant,
    decidedAt: instant.nullable(),
    dossier: dossierRowSchema.nullable(),
    store: z.strictObject({ id: z.string(), name: z.string() }),
    listing: z.unknown().describe('商店提交的上架信息，不可信 / The listing as it was sent, untrusted'),
    progress: z.array(stageProgressSchema),
    missingChecks: z.array(z.strictObject({ check, reason: bilingual })),
    failure: z.strictObject({ code: z.string(), text: bilingual }).nullable(),
    rerunnable: z.boolean(),
    decisions: z.array(reviewDecisionSchema),
    appHistory: z.array(historyEntrySchema),
    developerHistory: z.array(historyEntrySchema),
    previousApproved: submissionIdSchema.nullable(),
    secondReviewerNeeded: z.boolean(),
    undoSeconds: z.int().min(0),
  }),
) satisfies z.ZodType<SubmissionView>;

export const policyWindowSchema = publish(
  'PolicyWindow',
  z.strictObject({
    text: z.string().describe('归一化的政策文本，不可信 / Of the normalised text of the policy, untrusted'),
    from: z.int().min(0),
    to: z.int().min(0),
    total: z.int().min(0).describe('全文长度（UTF-16 码元）/ Length of the whole text in UTF-16 code units'),
    snapshot: sha256.nullable(),
  }),
);

export const rerunSchema = publish('Rerun', z.strictObject({ submission: submissionIdSchema, run, state: z.enum(STATES) }));

import { z } from 'zod';
import type { AccountName } from '../../../shared/domain/review/account.ts';
import { DECISION_STATES, type Decision, type NewDecision } from '../../../shared/domain/review/decision.ts';
import { DECISIONS } from '../../../shared/domain/verdict.ts';
import { problemSchema } from './problem.ts';
import { instant, publish } from './published.ts';
import { dayIn, kindSchema, outcomeSchema } from './review-outcome.ts';
import { submissionIdSchema } from './submission.ts';

export { dayIn, outcomeSchema } from './review-outcome.ts';

/** Ids of what reviewers make. */
export const reviewIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

/** Something that says something: not blank, and nothing that no text has. */
export const writtenText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/\S/)
    .regex(/^\P{Cs}*$/u);

export const accountNameSchema = publish(
  'AccountName',
  z.strictObject({ id: z.string(), displayName: z.string() }),
) satisfies z.ZodType<AccountName>;

const waiverRequestSchema = publish(
  'WaiverRequest',
  z.strictObject({
    fingerprint,
    reason: writtenText(2_000),
    expires: dayIn.describe('生效末日（中国标准时间） / Last day, in China'),
    scope: z
      .enum(['subject', 'rule'])
      .describe('仅此对象，或该规则在本应用的全部问题 / This subject, or all findings of the rule in this app'),
  }),
);

export const newDecisionSchema = publish(
  'NewDecision',
  z.strictObject({
    kind: kindSchema,
    run: z
      .int()
      .min(1)
      .describe('所看结论的轮次；此后有新结论则为 409 / The run that was looked at; 409 if there is a newer verdict'),
    reason: writtenText(4_000).describe('告知开发者 / Told to the developer'),
    cannedReason: reviewIdSchema.optional(),
    deadline: dayIn.optional().describe('仅 rectify：整改末日 / rectify only: the last day'),
    falseAlarms: z
      .array(fingerprint)
      .max(5_000)
      .optional()
      .describe('属误报的问题；改判而未给出时为全部须复核和驳回的问题 / Default when overturning: all that reject or review'),
    waivers: z.array(waiverRequestSchema).max(200).optional(),
    appeal: reviewIdSchema.optional().describe('由此作出答复的申诉 / The appeal that this decides'),
    note: z.string().max(4_000).optional().describe('不告知开发者 / Not told to the developer'),
    revise: z
      .boolean()
      .optional()
      .describe(
        '取代已不可撤销的决定（没有申诉时）；需要 confirm 权限 / Takes the place of a decision that is final where nobody has appealed; needs the right confirm',
      ),
  }),
) satisfies z.ZodType<NewDecision>;

export const decisionSchema = publish(
  'ReviewDecision',
  z.strictObject({
    id: z.string(),
    submission: z.string(),
    run: z.int().min(1),
    kind: kindSchema,
    outcome: outcomeSchema,
    state: z.enum(DECISION_STATES),
    verdict: z.enum(DECISIONS),
    reason: z.string(),
    note: z.string().nullable(),
    cannedReason: z.string().nullable(),
    deadline: dayIn.nullable(),
    judgements: z.array(
      z.strictObject({ fingerprint: z.string(), rule: z.string(), outcome: z.enum(['stands', 'false-alarm']) }),
    ),
    waivers: z.array(waiverRequestSchema),
    appeal: z.string().nullable(),
    by: accountNameSchema,
    at: instant,
    second: z.strictObject({ by: accountNameSchema, at: instant, comment: z.string() }).nullable(),
    finalAt: instant
      .nullable()
      .describe('此前可撤销，此后告知商店；待确认时为 null / May be undone until then, told from then on'),
  }),
) satisfies z.ZodType<Decision>;

export const secondWordSchema = publish(
  'SecondWord',
  z.strictObject({ comment: z.string().max(4_000).default('').describe('不告知开发者 / Not told to the developer') }),
);

export const bulkDecisionSchema = publish(
  'BulkDecision',
  z.strictObject({
    items: z
      .array(z.strictObject({ submission: submissionIdSchema, run: z.int().min(1) }))
      .min(1)
      .max(200),
    kind: z.enum(['uphold', 'overturn', 'rectify']),
    reason: writtenText(4_000),
    cannedReason: reviewIdSchema.optional(),
    deadline: dayIn.optional(),
  }),
);

export const bulkDecidedSchema = publish(
  'BulkDecided',
  z.strictObject({
    results: z.array(
      z.strictObject({
        submission: z.string(),
        decision: decisionSchema.nullable(),
        problem: problemSchema.nullable().describe('未作出的原因 / Why it was not made'),
      }),
    ),
  }),
);

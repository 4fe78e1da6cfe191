import { z } from 'zod';
import { DECISION_KINDS, type FinalOutcome } from '../../../shared/domain/review/decision.ts';
import { instant, publish } from './published.ts';

export const dayIn = z.iso.date();

export const kindSchema = z
  .enum(DECISION_KINDS)
  .describe(
    'uphold 维持、overturn 改判放行、rectify 要求整改、approve-with-warning 提醒后放行 / Findings stand; do not; to be mended; let through with a warning',
  );

const OUTCOMES = ['approve', 'reject', 'rectify'] as const satisfies readonly FinalOutcome[];
export const outcomeSchema = z
  .enum(OUTCOMES)
  .describe('最终结果：上架、不上架、整改后再审 / On the shelf, not on the shelf, not until mended');

/** A person's decision as a store sees it, in the event and in the submission. */
export const reviewFields = {
  id: z.string().describe('决定的编号 / Id of the decision'),
  kind: kindSchema,
  outcome: outcomeSchema,
  reason: z.string().describe('审核员写给开发者的理由 / The reviewer’s words to the developer'),
  deadline: dayIn.nullable().describe('整改末日，中国标准时间 / Last day to mend, in China'),
  at: instant.describe('成为最终决定的时间 / When it became final'),
};

/** What `GET /v1/submissions/{id}` has of it. */
export const reviewSchema = publish(
  'SubmissionReview',
  z.strictObject({
    state: z.enum(['decided', 'rectifying']).describe('已决，或待开发者整改 / Decided, or waiting for the developer to mend'),
    ...reviewFields,
  }),
);

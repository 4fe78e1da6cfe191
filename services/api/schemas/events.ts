import { z } from 'zod';
import { CHECKS } from '../../../shared/domain/check.ts';
import { DECISIONS } from '../../../shared/domain/verdict.ts';
import type { NewEvent } from '../../../shared/platform/database/delivery-records.ts';
import { bilingual, clauseId, sha256 } from '../../../shared/pledge/schema.ts';
import { instant, publish } from './published.ts';
import { dayIn, reviewFields } from './review-outcome.ts';
import { submissionIdSchema } from './submission.ts';

const count = z.int().min(0);
const links = { submission: z.string(), verdict: z.string(), report: z.string() };

const subject = {
  submissionId: submissionIdSchema,
  run: z.int().min(1),
  app: z.strictObject({ name: z.string(), packageName: z.string().nullable(), versionName: z.string().nullable() }),
  developer: z.strictObject({ id: z.string() }),
  packageSha256: sha256.nullable(),
};

const event = <Type extends NewEvent['type'], Shape extends z.core.$ZodLooseShape>(name: string, type: Type, data: Shape) =>
  publish(
    name,
    z.strictObject({
      type: z.literal(type),
      timestamp: instant.describe(
        '事件的时间；投递可能乱序，以此为准 / When it happened: deliveries may arrive in another order',
      ),
      data: z.strictObject({ ...subject, ...data }),
    }),
  );

const appealState = z.enum(['open', 'upheld', 'dismissed', 'withdrawn']);

/** What is sent to the callback address, by type. */
export const EVENT_SCHEMAS = {
  'submission.decided': event('SubmissionDecidedEvent', 'submission.decided', {
    decision: z.enum(DECISIONS).describe('机审结论 / The machine’s'),
    findings: z.strictObject({ reject: count, review: count, warn: count }),
    clausesViolated: z.array(clauseId),
    checksMissing: z.array(z.enum(CHECKS)),
    links: z.strictObject(links),
  }),
  'submission.failed': event('SubmissionFailedEvent', 'submission.failed', {
    failure: z.strictObject({ code: z.string(), text: bilingual }),
    links: z.strictObject({ submission: z.string() }),
  }),
  'submission.reviewed': event('SubmissionReviewedEvent', 'submission.reviewed', {
    verdict: z.enum(DECISIONS).describe('机审结论，不变 / The machine’s, which stays'),
    review: z.strictObject(reviewFields),
    findings: z
      .strictObject({ upheld: count, overturned: count })
      .describe(
        '有效力的问题中，审核员认定属实与误报的数目 / Of the findings with effect: how many stand, how many were false alarms',
      ),
    appeal: z
      .strictObject({ id: z.string(), state: z.enum(['upheld', 'dismissed']) })
      .nullable()
      .describe('由此作出答复的申诉 / The appeal that it answers'),
    links: z.strictObject(links),
  }),
  'submission.letter-sent': event('SubmissionLetterSentEvent', 'submission.letter-sent', {
    letter: z.strictObject({ id: z.string(), deadline: dayIn.nullable(), findings: count }),
    links: z.strictObject({ ...links, letter: z.string(), html: z.string() }),
  }),
  'submission.appeal-answered': event('SubmissionAppealAnsweredEvent', 'submission.appeal-answered', {
    appeal: z.strictObject({ id: z.string(), state: appealState }),
    message: z.strictObject({ id: z.string(), text: z.string() }),
    links: z.strictObject({ ...links, appeals: z.string() }),
  }),
} as const satisfies Record<NewEvent['type'], z.ZodType>;

import { z } from 'zod';
import { STATES } from '../../../shared/domain/submission.ts';
import { listingSchema } from '../../../shared/knowledge/listing-schema.ts';
import { QUEUES } from '../../../shared/platform/configuration.ts';
import { bilingual, sha256, verdictSchema } from '../../../shared/pledge/schema.ts';
import { instant, publish } from './published.ts';
import { reviewSchema } from './review-outcome.ts';
import { decisionSchema, missingCheckSchema } from './verdict.ts';

export const submissionIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

const stateSchema = publish(
  'SubmissionState',
  z.enum(STATES).describe('送审状态；failed 可重新发起 / State of a submission; a failed one can be driven again'),
);

const linksSchema = publish(
  'SubmissionLinks',
  z
    .strictObject({ status: z.string(), verdict: z.string(), report: z.string(), facts: z.string(), callbacks: z.string() })
    .describe('同一服务下的地址 / Addresses on this service'),
);

export const acceptedSchema = publish(
  'SubmissionAccepted',
  z.strictObject({
    id: submissionIdSchema,
    state: stateSchema,
    links: linksSchema,
    estimatedWaitSeconds: z.int().min(0).describe('预计等待秒数，不作保证 / An estimate in seconds, no promise'),
  }),
);

const originSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upload') }),
  z.strictObject({ kind: z.literal('object'), key: z.string(), sha256: sha256.optional() }),
  z.strictObject({ kind: z.literal('url'), url: z.string(), sha256: sha256.optional() }),
  z.strictObject({ kind: z.literal('known'), sha256: sha256 }),
]);

const fields = {
  id: submissionIdSchema,
  state: stateSchema,
  run: z
    .int()
    .min(1)
    .describe('轮次：重新发起或重新检查一次加一 / Run: one more with every re-drive, and when a reviewer has it checked again'),
  decision: decisionSchema
    .nullable()
    .describe('本轮的机审结论；重新检查期间为 null / Of this run; null while it is checked again'),
  listing: listingSchema,
  package: z.strictObject({ origin: originSchema, sha256: sha256.nullable() }),
  privacyPolicy: z
    .strictObject({
      sha256: sha256,
      mediaType: z.string().nullable(),
      fileName: z.string().nullable(),
      bytes: z.int().min(0),
    })
    .nullable(),
  callbackUrl: z.string().nullable(),
  failure: z.strictObject({ code: z.string(), text: bilingual }).nullable(),
  createdAt: instant,
  updatedAt: instant,
  decidedAt: instant.nullable(),
  links: linksSchema,
};

export const submissionSchema = publish('Submission', z.strictObject(fields));

/** The stages of a run are the queues that its jobs go through. */
export const STAGES = QUEUES;

export const STAGE_STATUSES = ['waiting', 'running', 'completed', 'failed', 'skipped'] as const;

const stageSchema = publish(
  'Stage',
  z.strictObject({
    stage: z.enum(STAGES),
    status: z.enum(STAGE_STATUSES),
    at: instant.nullable().describe('完成或失败的时间 / When it completed or failed'),
  }),
);

export const submissionDetailSchema = publish(
  'SubmissionDetail',
  z.strictObject({
    ...fields,
    progress: z.array(stageSchema),
    missingChecks: z.array(missingCheckSchema),
    review: reviewSchema
      .nullable()
      .describe(
        '对本轮结论的人工审核决定，成为最终决定后才有；decision 始终是机审结论 / A person’s decision on this run, once it is final; decision stays the machine’s',
      ),
  }),
);

export const submissionPageSchema = publish(
  'SubmissionPage',
  z.strictObject({
    submissions: z.array(submissionSchema),
    nextCursor: z.string().nullable().describe('下一页的游标；null 为末页 / Cursor of the next page, null at the end'),
  }),
);

export const verdictAnswerSchema = publish(
  'VerdictAnswer',
  z.strictObject({
    submissionId: submissionIdSchema,
    run: z.int().min(1),
    decision: decisionSchema,
    decidedAt: instant,
    verdict: verdictSchema,
    links: linksSchema,
  }),
);

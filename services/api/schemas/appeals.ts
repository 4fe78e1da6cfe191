import { z } from 'zod';
import type { Appeal } from '../../../shared/domain/review/appeal.ts';
import { instant, publish } from './published.ts';
import { accountNameSchema } from './review-queue.ts';
import { submissionIdSchema } from './submission.ts';

export const appealIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

export const MOST_TEXT = 8_000;
export const MOST_ATTACHMENTS = 5;
export const ATTACHMENT_BYTES = 10 * 2 ** 20;

const attachmentSchema = publish(
  'AppealAttachment',
  z.strictObject({
    id: appealIdSchema,
    fileName: z.string(),
    mediaType: z.string().describe('按内容识别 / Told by its content'),
    bytes: z.int().min(0),
    sha256: z.string(),
  }),
);

const state = z.enum(['open', 'upheld', 'dismissed', 'withdrawn']);

const thread = {
  id: appealIdSchema,
  decision: z
    .string()
    .nullable()
    .describe('所针对的审核决定；null 为机审结论 / The decision appealed against; null for the machine’s verdict'),
  state: state.describe('审理中、成立、不成立、已撤回'),
  openedAt: instant,
  dueAt: instant.describe('审核人员答复的期限 / Until when reviewers answer'),
  closedAt: instant.nullable(),
};

const message = {
  id: appealIdSchema,
  from: z.enum(['developer', 'reviewer']),
  text: z.string(),
  at: instant,
  attachments: z.array(attachmentSchema),
};

/** As reviewers see it: with names. */
export const appealSchema = publish(
  'Appeal',
  z.strictObject({
    ...thread,
    submission: submissionIdSchema,
    messages: z.array(z.strictObject({ ...message, by: accountNameSchema.nullable() })),
  }),
) satisfies z.ZodType<Appeal>;

export const appealsSchema = publish('Appeals', z.array(appealSchema).describe('旧的在前 / Oldest first'));

/** As the store sees it: who of the platform's people answered is not told. */
export const storeAppealSchema = publish(
  'StoreAppeal',
  z.strictObject({ ...thread, submissionId: submissionIdSchema, messages: z.array(z.strictObject(message)) }),
);

export const storeAppealsSchema = publish('StoreAppeals', z.strictObject({ appeals: z.array(storeAppealSchema) }));

/** What a developer has to say; blank is nothing. */
export const appealText = z
  .string()
  .min(1)
  .max(MOST_TEXT)
  .regex(/\S/)
  .describe(`开发者的说明，至多 ${MOST_TEXT} 字符 / What the developer says, at most ${MOST_TEXT} characters`);

export const appealJsonSchema = publish('AppealText', z.strictObject({ text: appealText }));

const binary = z.string().meta({ contentMediaType: 'application/octet-stream' });
export const appealFormSchema = publish(
  'AppealForm',
  z.strictObject({
    text: appealText,
    attachment: z
      .array(binary)
      .max(MOST_ATTACHMENTS)
      .optional()
      .describe(
        `至多 ${MOST_ATTACHMENTS} 个文件，每个至多 10 MiB：PNG、JPEG、PDF 或 UTF-8 纯文本，按内容识别 / At most ${MOST_ATTACHMENTS} files of 10 MiB each: PNG, JPEG, PDF or plain text in UTF-8, told by content`,
      ),
  }),
);

export const appealAnswerSchema = publish('AppealAnswer', z.strictObject({ text: appealText }));
export const appealClosingSchema = publish(
  'AppealClosing',
  z.strictObject({
    state: z.enum(['upheld', 'dismissed']).describe('成立、不成立 / Whether the developer was right'),
    text: appealText,
  }),
);

import { z } from 'zod';
import { STATES } from '../../../shared/domain/submission.ts';
import { PROBLEM_CODES } from '../problems/codes.ts';
import { publish } from './published.ts';

const fieldErrorSchema = z.strictObject({
  pointer: z
    .string()
    .describe('JSON Pointer（RFC 6901），或表单部分、参数的名称 / JSON Pointer, or the name of a part or parameter'),
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
});

/** RFC 9457 problem document. Both languages are always there; no content negotiation, so that logs and caches see one form. */
export const problemSchema = publish(
  'Problem',
  z
    .strictObject({
      type: z.string().describe('说明页的地址 / Where the code is explained'),
      title: z.string(),
      titleEn: z.string(),
      status: z.int(),
      detail: z.string(),
      detailEn: z.string(),
      code: z.enum(PROBLEM_CODES).describe('稳定的错误码 / Stable code'),
      instance: z.string().describe('本次请求的标识，与 X-Request-Id 相同 / This request, the same as X-Request-Id'),
      errors: z
        .array(fieldErrorSchema)
        .max(100)
        .optional()
        .describe('有误的字段，最多100处 / The wrong fields, at most a hundred'),
      state: z.enum(STATES).optional(),
      format: z.string().optional(),
      submissionId: z.string().optional(),
      limitBytes: z.int().optional(),
      resumableUpload: z.string().optional(),
    })
    .describe('错误说明（RFC 9457）/ Problem document (RFC 9457)'),
);

export type ProblemDocument = z.infer<typeof problemSchema>;

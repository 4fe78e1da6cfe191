import { z } from 'zod';
import { STATES } from '../../../shared/domain/submission.ts';
import { PROBLEM_CODES } from '../problems/codes.ts';
import { instant, publish } from './published.ts';

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
      claim: z
        .strictObject({ by: z.strictObject({ id: z.string(), displayName: z.string() }), until: z.string() })
        .optional()
        .describe('正在处理的人 / Who works on it'),
      format: z.string().optional(),
      submissionId: z.string().optional(),
      limitBytes: z.int().optional(),
      resumableUpload: z.string().optional(),
      saved: z
        .strictObject({ version: z.int(), by: z.strictObject({ id: z.string(), displayName: z.string() }), at: instant })
        .optional()
        .describe('他人已保存的版本 / What somebody else has saved since'),
    })
    .describe('错误说明（RFC 9457）/ Problem document (RFC 9457)'),
);

export type ProblemDocument = z.infer<typeof problemSchema>;

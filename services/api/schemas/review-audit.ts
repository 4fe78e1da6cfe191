import { z } from 'zod';
import { AUDIT_ACTIONS, type AuditEntry } from '../../../shared/domain/review/audit.ts';
import { instant, publish } from './published.ts';
import { accountNameSchema } from './review-decisions.ts';

const number = z.string().regex(/^[1-9][0-9]{0,17}$/);
export const auditNumberSchema = number;

export const auditActionSchema = z.enum(AUDIT_ACTIONS);

const auditEntrySchema = publish(
  'AuditEntry',
  z.strictObject({
    number: z.string(),
    at: instant,
    action: auditActionSchema,
    by: accountNameSchema.nullable().describe('null 为程序或商店后端 / null: the machine or the store’s backend'),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    submission: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    hash: z.string().describe('上一条的哈希与本条内容的 SHA-256 / SHA-256 over the previous entry’s and this one’s content'),
  }),
) satisfies z.ZodType<AuditEntry>;

export const auditPageSchema = publish(
  'AuditPage',
  z.strictObject({
    entries: z.array(auditEntrySchema),
    nextBefore: z.string().nullable().describe('下一页的 before；null 为末页 / before of the next page, null at the end'),
  }),
);

export const auditVerificationSchema = publish(
  'AuditVerification',
  z.strictObject({
    entries: z.int().min(0).describe('从头起相符的条数 / Entries from the first on that fit'),
    broken: z
      .string()
      .nullable()
      .describe('第一条不符者的编号；null 为全部相符 / Number of the first that does not fit, null when all do'),
    head: z
      .string()
      .nullable()
      .describe(
        '末条相符者的哈希；另行留存可发现末尾被删 / Hash of the last that fits: kept elsewhere it shows that the end was cut off',
      ),
    checkedAt: instant,
  }),
);

import { z } from 'zod';
import type { GrantedWaiver } from '../../../shared/domain/review/granted-waiver.ts';
import { instant, publish } from './published.ts';
import { accountNameSchema, dayIn, writtenText } from './review-decisions.ts';

export const waiverSchema = publish(
  'StoreWaiver',
  z.strictObject({
    id: z.string(),
    store: z.string(),
    rule: z.string(),
    app: z.string().describe('包名 / Package name'),
    certificate: z.string().nullable().describe('签名证书的 SHA-256；null 为未能完整读出 / null where it was not read whole'),
    subject: z.string().nullable().describe('问题对象；null 为该规则的全部问题 / null for all findings of the rule'),
    reason: z.string(),
    by: accountNameSchema,
    granted: dayIn,
    expires: dayIn.describe('末日，中国标准时间 / Last day, in China'),
    decision: z.string().nullable(),
    submission: z.string(),
    revokedAt: instant.nullable(),
  }),
) satisfies z.ZodType<GrantedWaiver>;

export const waiverPageSchema = publish(
  'WaiverPage',
  z.strictObject({
    waivers: z.array(waiverSchema),
    total: z.int().min(0),
    asOf: dayIn.describe('今天（中国标准时间） / Today, in China'),
  }),
);

export const revocationSchema = publish('WaiverRevocation', z.strictObject({ reason: writtenText(2_000) }));

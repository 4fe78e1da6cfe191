import { z } from 'zod';
import { instant, publish } from './published.ts';

export const eventIdSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);

const deliverySchema = publish(
  'Callback',
  z.strictObject({
    eventId: eventIdSchema.describe('每次投递都相同的 webhook-id / The webhook-id, the same at every attempt'),
    submissionId: z.string(),
    run: z.int().min(1),
    type: z.string(),
    url: z.string().nullable(),
    state: z.enum(['pending', 'delivered', 'exhausted', 'no-url']),
    attempts: z.int().min(0).describe('本轮投递的次数 / Attempts of the current schedule'),
    createdAt: instant,
    nextAttemptAt: instant.nullable(),
    payload: z.unknown().describe('投递的内容，见 webhooks / What is delivered, see webhooks'),
    log: z.array(
      z.strictObject({ at: instant, status: z.int().nullable(), error: z.string().nullable(), durationMs: z.number().min(0) }),
    ),
  }),
);

export const deliveriesSchema = publish('Callbacks', z.strictObject({ callbacks: z.array(deliverySchema) }));

export const redrivenSchema = publish(
  'CallbackRedriven',
  z.strictObject({ eventId: eventIdSchema, submissionId: z.string(), state: z.literal('pending') }),
);

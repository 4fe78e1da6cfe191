import { z } from 'zod';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { publish } from './published.ts';

const text = z.string();
const count = z.int().min(0);

/** Evidence as the domain has it; `satisfies` keeps the two together. */
export const evidenceSchema = publish(
  'Evidence',
  z
    .discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('manifest'),
        element: text,
        attribute: text.optional(),
        value: text.optional(),
      }),
      z.strictObject({
        type: z.literal('code'),
        target: text,
        caller: z.strictObject({ class: text, method: text, offset: count }).optional(),
        count,
      }),
      z.strictObject({ type: z.literal('resource'), entry: text, text: text.optional() }),
      z.strictObject({ type: z.literal('policy'), snapshot: text, range: z.tuple([count, count]), excerpt: text }),
      z.strictObject({ type: z.literal('policy-absence'), snapshot: text, searched: text, characters: count }),
      z.strictObject({ type: z.literal('listing'), field: text, value: text.optional() }),
      z.strictObject({ type: z.literal('signature'), certificate: text, detail: text }),
      z.strictObject({ type: z.literal('network'), url: text, status: z.int().optional(), detail: text }),
      z.strictObject({ type: z.literal('package'), entry: text, offset: count.optional(), detail: text }),
    ])
    .describe('证据：总有一个可以查看的位置 / Evidence, always with a place to look at. All strings are untrusted'),
) satisfies z.ZodType<Evidence>;

import { z } from 'zod';
import { policyUnderstandingSchema } from './policy-understanding-schema.ts';

const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
const mention = z.strictObject({ range, confidence: z.number() });
const text = z.string();

/** What `PolicyFacts` (shared/domain/facts) promises, as a schema: stored policies are read with it before they are judged again. */
export const policyFactsSchema = z.strictObject({
  schema: z.literal('policy-facts/1'),
  reader: text,
  source: z.strictObject({
    kind: z.enum(['file', 'url', 'none']),
    url: text.optional(),
    finalUrl: text.optional(),
    status: z.int().optional(),
    mediaType: text.optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    bytes: z.int().nonnegative(),
  }),
  outcome: z.enum(['read', 'absent', 'unreadable']),
  reason: text.nullable(),
  text,
  hanShare: z.number(),
  script: z.enum(['simplified', 'traditional', 'other']),
  title: text.nullable(),
  sections: z.array(z.strictObject({ title: text, level: z.int(), range })),
  operators: z.array(mention.extend({ name: text })),
  contacts: z.array(mention.extend({ kind: z.enum(['email', 'phone', 'address', 'online']), value: text })),
  dates: z.array(mention.extend({ kind: z.enum(['effective', 'updated', 'published']), date: text })),
  appNames: z.array(mention.extend({ name: text })),
  types: z.array(mention.extend({ type: text, negated: z.boolean() })),
  permissions: z.array(mention.extend({ permission: text, negated: z.boolean(), term: text, purpose: text.optional() })),
  sdkRows: z.array(mention.extend({ name: text, operator: text, purpose: text, types: text, link: text, way: text.optional() })),
  sdkMentions: z.array(mention.extend({ sdk: text, alias: text })),
  provisions: z.array(
    z.strictObject({ item: text, state: z.enum(['substance', 'word-only', 'absent']), places: z.array(mention) }),
  ),
  admissions: z.array(
    mention.extend({
      kind: z.enum([
        'consent-by-use',
        'consent-by-continued-use',
        'bundled-consent',
        'default-consent',
        'irrevocable-consent',
        'kept-for-ever',
        'response-over-15-working-days',
        'deletion-obstacle',
        'shares-with-anyone',
        'no-opt-out',
        'change-without-notice',
        'denies-all-liability',
        'one-sided-term',
        'no-access-or-correction',
        'training-without-consent',
        'unbounded-collection',
        'all-or-nothing',
        'marketing-no-opt-out',
        'marketing-with-sensitive',
        'unfair-treatment',
        'face-only',
        'biometric-kept',
        'minors-without-guardian',
        'discloses-publicly',
        'tracks-in-background',
        'sensitive-by-bundle',
      ]),
    }),
  ),
  responseTimes: z.array(mention.extend({ amount: z.number(), unit: z.enum(['working-day', 'day', 'month', 'hour']) })),
  placeholders: z.array(mention),
  understanding: policyUnderstandingSchema.optional(),
  gaps: z.array(
    z.strictObject({
      code: text,
      place: text,
      message: z.strictObject({ zh: text, en: text }),
      affects: z.enum(['package', 'manifest', 'resources', 'code', 'signature', 'native', 'policy', 'listing']),
    }),
  ),
});

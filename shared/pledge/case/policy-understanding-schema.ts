import { z } from 'zod';
import { POLICY_TOPICS } from '../../domain/facts/policy-understanding.ts';

const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
const said = z.strictObject({ range, confidence: z.number(), detail: z.string() });
const offered = z.enum(['used', 'not-used', 'switch', 'no-switch']);

const statement = z.discriminatedUnion('kind', [
  said.extend({
    kind: z.literal('retention'),
    period: z.union([
      z.enum(['shortest', 'until-deletion', 'for-ever', 'by-law']),
      z.strictObject({ amount: z.number(), unit: z.enum(['day', 'month', 'year']) }),
    ]),
  }),
  said.extend({ kind: z.literal('storage-place'), place: z.enum(['domestic', 'abroad', 'device']) }),
  said.extend({ kind: z.literal('cross-border'), stance: z.enum(['none', 'with-consent', 'transfers']) }),
  said.extend({
    kind: z.literal('recipient'),
    name: z.string(),
    named: z.boolean(),
    relation: z.enum(['affiliate', 'partner', 'processor', 'authority', 'other']),
  }),
  said.extend({
    kind: z.literal('right'),
    right: z.enum(['access', 'copy', 'correct', 'delete', 'withdraw', 'close-account', 'transfer', 'restrict', 'explain']),
    way: z.enum(['in-app', 'contact', 'system-settings', 'none']),
  }),
  said.extend({ kind: z.literal('deletion-condition'), unreasonable: z.boolean() }),
  said.extend({ kind: z.literal('recommendation'), state: offered }),
  said.extend({ kind: z.literal('marketing'), state: offered }),
  said.extend({ kind: z.literal('children'), matter: z.enum(['age', 'guardian-consent', 'own-rules', 'not-addressed']) }),
  said.extend({
    kind: z.literal('generative-ai'),
    matter: z.enum(['offered', 'input-kept', 'training', 'training-with-consent', 'not-trained']),
  }),
  said.extend({ kind: z.literal('complaint'), channel: z.enum(['operator', 'authority', 'court']) }),
  said.extend({ kind: z.literal('consent'), formula: z.enum(['tick', 'button', 'separate', 'by-use', 'default']) }),
]);

/** What `PolicyUnderstanding` promises, as a schema. */
export const policyUnderstandingSchema = z.strictObject({
  sentences: z.array(
    z.strictObject({ range, topics: z.array(z.enum(POLICY_TOPICS)), important: z.boolean(), risk: z.boolean() }),
  ),
  statements: z.array(statement),
  parts: z.array(
    z.strictObject({
      kind: z.enum(['main', 'children', 'sdk-list', 'collected-list', 'shared-list', 'permission-list', 'other']),
      title: z.string(),
      url: z.string().nullable(),
      outcome: z.enum(['read', 'absent', 'unreadable']),
      reason: z.string().nullable(),
      range: range.nullable(),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable(),
      bytes: z.int().nonnegative(),
      status: z.int().nullable(),
      rendered: z.boolean(),
    }),
  ),
  readability: z.strictObject({
    characters: z.int().nonnegative(),
    meanSentence: z.number(),
    longestSentence: z.number(),
    headings: z.int().nonnegative(),
    summary: z.boolean(),
    smallPrint: z.array(range).nullable(),
    emphasised: z.array(range).nullable(),
  }),
});

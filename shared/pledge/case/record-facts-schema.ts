import { z } from 'zod';
import { isDay } from '../../checks/rulebook/days.ts';

const day = z.string().refine(isDay);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string();

/** What `RecordFacts` (shared/domain/facts) promises, as a schema. */
export const recordFactsSchema = z.strictObject({
  schema: z.literal('record-facts/1'),
  reviewedOn: day.nullable(),
  rulebook: sha256.nullable(),
  previous: z
    .strictObject({
      submission: text,
      packageSha256: sha256,
      versionName: text.nullable(),
      versionCode: z.int().nullable(),
      approvedOn: day,
      targetSdk: z.int().nullable(),
      permissions: z.array(text),
      signers: z.array(sha256),
    })
    .nullable(),
  filing: z
    .strictObject({
      registry: text,
      asked: text,
      outcome: z.enum(['found', 'not-found', 'unavailable']),
      record: z
        .strictObject({
          number: text,
          appName: text,
          operator: text,
          status: z.enum(['active', 'cancelled']),
          packages: z.array(
            z.strictObject({
              platform: z.enum(['android', 'harmony', 'quick-app', 'ios', 'other']),
              packageName: text,
              certificateMd5: text.nullable(),
              publicKey: text.nullable(),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
});

import { z } from 'zod';
import { sha256 } from '../../../shared/pledge/schema.ts';
import { publish } from './published.ts';
import { submissionIdSchema } from './submission.ts';

/** Megabytes of them: told apart by their schema, and not walked through at every answer. */
const factsSchema = (about: string) => z.looseObject({ schema: z.string() }).describe(about);

const day = z.iso.date();

const filedPackage = z.strictObject({
  platform: z.enum(['android', 'harmony', 'quick-app', 'ios', 'other']),
  packageName: z.string(),
  certificateMd5: z.string().nullable(),
  publicKey: z.string().nullable(),
});

const recordFactsSchema = publish(
  'RecordFacts',
  z
    .strictObject({
      schema: z.literal('record-facts/1'),
      reviewedOn: day.nullable().describe('审核日（北京时间） / Day of the review, in China Standard Time'),
      rulebook: sha256.nullable().describe('规则库的 SHA-256；null 为内置规则库 / The rulebook; null for the built-in one'),
      previous: z
        .strictObject({
          submission: submissionIdSchema,
          packageSha256: sha256,
          versionName: z.string().nullable(),
          versionCode: z.number().nullable(),
          approvedOn: day,
          targetSdk: z.number().nullable(),
          permissions: z.array(z.string()),
          signers: z.array(z.string()),
        })
        .nullable()
        .describe('同一应用上一个通过的版本 / The version of the app that was approved last'),
      filing: z
        .strictObject({
          registry: z.string(),
          asked: z.string(),
          outcome: z.enum(['found', 'not-found', 'unavailable']),
          record: z
            .strictObject({
              number: z.string(),
              appName: z.string(),
              operator: z.string(),
              status: z.enum(['active', 'cancelled']),
              packages: z.array(filedPackage),
            })
            .nullable(),
        })
        .nullable()
        .describe('备案查询；null 为未查询 / What the filing registry said; null where it was not asked'),
    })
    .describe('平台记录 / What the platform’s own records said on the day of the review'),
);

export const factsAnswerSchema = publish(
  'SubmissionFacts',
  z.strictObject({
    submissionId: submissionIdSchema,
    run: z.int().min(1),
    provenance: z
      .record(z.string(), z.string().nullable())
      .describe('与结论中的 provenance 相同 / The provenance of the verdict'),
    package: factsSchema('安装包事实 / Facts of the package').nullable(),
    policy: factsSchema('隐私政策事实 / Facts of the policy').nullable(),
    listing: factsSchema('上架信息 / The listing'),
    records: recordFactsSchema,
    rulebook: z
      .strictObject({ sha256, text: z.string().describe('文件原文 / The file as it was written') })
      .nullable()
      .describe('结论所用的规则库 / The rulebook of the verdict'),
  }),
);

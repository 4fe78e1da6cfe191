import { z } from 'zod';
import {
  COMPARED_COMPONENTS,
  COMPARED_FIELDS,
  COMPARED_PARTS,
  type ComparedVersion,
  type ComparisonAnswer,
  type FieldChange,
  type SetDifference,
  type VersionComparison,
} from '../../../shared/domain/review/version-comparison.ts';
import { SEVERITIES } from '../../../shared/domain/severity.ts';
import { DECISIONS } from '../../../shared/domain/verdict.ts';
import { SDK_LEVELS } from '../../../shared/knowledge/sdks/detection/detected.ts';
import { bilingual, findingSchema, sha256 } from '../../../shared/pledge/schema.ts';
import { instant, publish } from './published.ts';
import { submissionIdSchema } from './submission.ts';

const count = z.int().min(0);
const names = z.array(z.string());
const decision = z.enum(DECISIONS).nullable();
const sdkLevel = z.enum(SDK_LEVELS);
const outcome = z.enum(['approve', 'reject', 'rectify']).nullable();

const setSchema = publish(
  'SetDifference',
  z.strictObject({ added: names, removed: names, kept: names, omitted: count }),
) satisfies z.ZodType<SetDifference>;

const versionSchema = publish(
  'ComparedVersion',
  z.strictObject({
    submission: submissionIdSchema,
    run: z.int().min(1),
    appName: z.string(),
    versionName: z.string().nullable(),
    versionCode: z.number().nullable(),
    packageSha256: sha256.nullable(),
    decidedAt: instant.nullable(),
    verdict: decision,
    outcome,
  }),
) satisfies z.ZodType<ComparedVersion>;

const fieldSchema = publish(
  'FieldChange',
  z.strictObject({ field: z.enum(COMPARED_FIELDS), before: z.string().nullable(), after: z.string().nullable() }),
) satisfies z.ZodType<FieldChange>;

const effect = z.enum([...SEVERITIES, 'waived', 'observed']);

const comparisonSchema = publish(
  'VersionComparison',
  z.strictObject({
    before: versionSchema,
    after: versionSchema,
    findings: z.strictObject({
      new: z.array(findingSchema),
      fixed: z.array(findingSchema).describe('规则审核过新版本且未再发现 / Gone, and the rule judged the later version'),
      still: z.array(z.strictObject({ finding: findingSchema, before: effect, after: effect })),
      unclear: z
        .array(z.strictObject({ finding: findingSchema, side: z.enum(['before', 'after']), why: bilingual }))
        .describe('另一版本无法判断有无 / Of which the other version cannot say whether it has it'),
    }),
    judgedAlike: z.strictObject({ rules: z.boolean(), rulebook: z.boolean(), inspector: z.boolean() }),
    permissions: setSchema.nullable(),
    dangerous: names,
    sdks: setSchema.nullable(),
    sdkNames: z.record(z.string(), bilingual),
    sdkChanges: z.array(
      z.object({
        id: z.string(),
        versions: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
        level: z.object({ before: sdkLevel, after: sdkLevel }).nullable(),
      }),
    ),
    components: z.record(z.enum(COMPARED_COMPONENTS), setSchema).nullable(),
    signers: setSchema.nullable(),
    identity: z.array(fieldSchema),
    listing: z.array(fieldSchema),
    policy: z
      .strictObject({
        changes: z.array(
          z.strictObject({ kind: z.enum(['same', 'added', 'removed', 'skipped']), text: z.string(), characters: count }),
        ),
        truncated: z.boolean(),
      })
      .nullable(),
    notCompared: z
      .array(z.strictObject({ part: z.enum(COMPARED_PARTS), rule: z.string().nullable(), text: bilingual }))
      .describe('未能比较的部分及原因，不得视为没有变化 / What could not be compared: never to be shown as unchanged'),
  }),
) satisfies z.ZodType<VersionComparison>;

export const comparisonAnswerSchema = publish(
  'ComparisonAnswer',
  z.strictObject({
    comparison: comparisonSchema.nullable().describe('null：没有可比较的版本 / null: there is no version to compare with'),
    previousApproved: submissionIdSchema.nullable(),
    others: z.array(
      z.strictObject({
        submission: submissionIdSchema,
        versionName: z.string().nullable(),
        createdAt: instant,
        verdict: decision,
        outcome,
      }),
    ),
  }),
) satisfies z.ZodType<ComparisonAnswer>;

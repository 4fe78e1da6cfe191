import { z } from 'zod';
import {
  type Claim,
  DOSSIER_STATES,
  type DossierPage,
  type DossierRow,
  FACETS,
  type FacetValue,
  type SavedView,
  URGENCIES,
} from '../../../shared/domain/review/dossier.ts';
import { bilingual } from '../../../shared/pledge/schema.ts';
import { problemSchema } from './problem.ts';
import { instant, publish } from './published.ts';
import { accountNameSchema, outcomeSchema } from './review-decisions.ts';
import { submissionIdSchema } from './submission.ts';

export { accountNameSchema, outcomeSchema as finalOutcomeSchema } from './review-decisions.ts';

export const claimSchema = publish(
  'Claim',
  z.strictObject({ by: accountNameSchema, until: instant }).describe('领取 / Who works on it now, and until when'),
) satisfies z.ZodType<Claim>;

export const dossierStateSchema = publish(
  'DossierState',
  z
    .enum(DOSSIER_STATES)
    .describe(
      '案卷状态：待审、待复核、待整改、已决、无需处理 / Waits for a reviewer, for the second one, for the developer; decided; nothing to do any more',
    ),
);

const count = z.int().min(0);

export const dossierRowSchema = publish(
  'DossierRow',
  z.strictObject({
    submission: submissionIdSchema,
    run: z.int().min(1),
    store: z.strictObject({ id: z.string(), name: z.string() }),
    app: z.strictObject({
      name: z.string(),
      packageName: z.string().nullable(),
      versionName: z.string().nullable(),
      category: z.string().nullable(),
      categoryName: bilingual.nullable(),
      format: z.string().nullable(),
    }),
    developer: z.strictObject({ id: z.string(), name: z.string().nullable() }),
    verdict: z.enum(['reject', 'review']),
    state: dossierStateSchema,
    findings: z.strictObject({ reject: count, review: count, warn: count }),
    headline: bilingual.nullable().describe('最严重问题的标题 / Title of the worst finding'),
    urgencies: z.array(z.enum(URGENCIES)),
    offences: count.describe(
      '该开发者在本商店近12个月内经人工驳回或要求整改的其他送审数，开立案卷时统计 / Other submissions of the developer in this store that a person has rejected or sent back, last 12 months, when the dossier was opened',
    ),
    openedAt: instant,
    dueAt: instant,
    urgentAt: instant,
    assignee: accountNameSchema.nullable(),
    claim: claimSchema.nullable(),
    outcome: outcomeSchema.nullable(),
    decidedAt: instant.nullable(),
    appeal: z.strictObject({ id: z.string(), dueAt: instant }).nullable(),
  }),
) satisfies z.ZodType<DossierRow>;

const versionSchema = z
  .string()
  .regex(/^\d{1,19}$/)
  .describe('案卷变动后会增大，用作 changes 的 since / Grows with every change of a dossier; what changes takes as since');

export const dossierPageSchema = publish(
  'DossierPage',
  z.strictObject({
    rows: z.array(dossierRowSchema),
    total: count,
    nextCursor: z.string().nullable(),
    version: versionSchema,
  }),
) satisfies z.ZodType<DossierPage>;

const facetValueSchema = publish(
  'FacetValue',
  z.strictObject({ value: z.string(), label: bilingual.nullable(), count }),
) satisfies z.ZodType<FacetValue>;

export const facetsSchema = publish(
  'DossierFacets',
  z.strictObject({ facets: z.record(z.enum(FACETS), z.array(facetValueSchema)) }),
);

export const changesSchema = publish(
  'DossierChanges',
  z.strictObject({
    version: versionSchema,
    submissions: z.array(submissionIdSchema).describe('案卷有变动的送审 / Submissions whose dossier has changed'),
    complete: z.boolean().describe('false 表示变动过多，请重新读取列表 / Too many to name them: read the list again'),
  }),
);

export const assignmentSchema = publish(
  'Assignment',
  z.strictObject({
    submissions: z.array(submissionIdSchema).min(1).max(500),
    assignee: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .nullable()
      .describe('账号编号，me 为本人；null 为取消指派 / An account’s id, or me; null for nobody'),
  }),
);

export const assignedSchema = publish(
  'Assigned',
  z.strictObject({
    results: z.array(
      z.strictObject({
        submission: submissionIdSchema,
        changed: z.boolean().describe('false：本来就是如此，或见 problem / It was so before, or see problem'),
        problem: problemSchema.nullable().describe('未能指派的原因 / Why it was not assigned'),
      }),
    ),
  }),
);

export const claimRequestSchema = publish(
  'ClaimRequest',
  z.strictObject({
    takeOver: z.boolean().optional().describe('从他人手中接过，需要 confirm 权限 / From somebody else; takes the right confirm'),
  }),
);

export const releasedSchema = publish(
  'Released',
  z.strictObject({ released: z.boolean().describe('false：本来就不在您名下 / It was not yours') }),
);

export const savedViewSchema = publish(
  'SavedView',
  z.strictObject({ id: z.string(), name: z.string(), query: z.string(), shared: z.boolean(), mine: z.boolean() }),
) satisfies z.ZodType<SavedView>;

export const savedViewsSchema = publish('SavedViews', z.array(savedViewSchema));

export const newViewSchema = publish(
  'NewView',
  z.strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u),
    query: z
      .string()
      .max(2_000)
      .regex(/^[^\s?#\p{Cc}]*$/u)
      .describe('页面的查询串，不带 ? / The page’s query string, without ?'),
    shared: z.boolean().optional(),
  }),
);

export const viewDeletedSchema = publish('ViewDeleted', z.strictObject({ deleted: z.literal(true) }));

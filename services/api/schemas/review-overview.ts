import { z } from 'zod';
import type { Overview, Quantiles, RuleFigures } from '../../../shared/domain/review/overview.ts';
import type { StoreName } from '../../../shared/domain/review/rulebook-view.ts';
import { bilingual } from '../../../shared/pledge/schema.ts';
import { publish } from './published.ts';
import { checkSchema } from './verdict.ts';

const count = z.int().min(0);
const day = z.iso.date();
const verdicts = z.strictObject({ approve: count, reject: count, review: count });
const decisions = z.strictObject({ approve: count, reject: count, rectify: count });

const quantilesSchema = publish(
  'Quantiles',
  z.strictObject({ median: z.number(), p90: z.number(), count }).describe('秒 / Seconds'),
) satisfies z.ZodType<Quantiles>;

const ruleFiguresSchema = publish(
  'RuleFigures',
  z.strictObject({
    rule: z.string(),
    title: bilingual,
    check: checkSchema,
    hits: count.describe('期内开立的案卷数 / Dossiers opened in the period'),
    judged: count.describe('期内决定判断过的问题数 / Findings that decisions of the period have judged'),
    falseAlarms: count.describe('其中的误报数 / Those of them that were false alarms'),
  }),
) satisfies z.ZodType<RuleFigures>;

export const overviewSchema = publish(
  'Overview',
  z.strictObject({
    store: z.string().nullable(),
    from: day,
    to: day,
    days: z.array(z.strictObject({ day, submitted: count, verdicts, decisions })),
    totals: z.strictObject({ submitted: count, verdicts, decisions, overturned: count, appeals: count }),
    timeToVerdict: quantilesSchema.nullable(),
    timeToDecision: quantilesSchema.nullable(),
    backlog: z
      .array(z.strictObject({ upToHours: z.int().nullable(), count, overdue: count }))
      .describe('此刻待审的案卷，与期间无关 / What waits at this moment, whatever the period'),
    reviewers: z.array(
      z.strictObject({
        account: z.strictObject({ id: z.string(), displayName: z.string() }),
        assigned: count,
        decided: count,
        medianSeconds: z.number().nullable(),
      }),
    ),
    rules: z.array(ruleFiguresSchema),
    clauses: z.array(z.strictObject({ clause: z.string(), name: bilingual, hits: count })),
  }),
) satisfies z.ZodType<Overview>;

export const storeNamesSchema = publish(
  'StoreNames',
  z.strictObject({ stores: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
) satisfies z.ZodType<{ stores: StoreName[] }>;

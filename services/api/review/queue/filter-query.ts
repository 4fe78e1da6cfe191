import { z } from 'zod';
import { CHECKS } from '../../../../shared/domain/check.ts';
import { DOSSIER_STATES, type DossierFilter, URGENCIES } from '../../../../shared/domain/review/dossier.ts';
import { clauseId } from '../../../../shared/pledge/schema.ts';
import { submissionIdSchema } from '../../schemas/submission.ts';
import { ruleIdSchema } from '../../schemas/verdict.ts';

/** Of one filter no more values. */
const MOST_VALUES = 50;
const MOST_SUBMISSIONS = 200;
/** A year. */
const MOST_HOURS = 8_760;

const inOneOrMore = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const parts = (value: unknown): unknown[] =>
  inOneOrMore(value).flatMap((each) => (typeof each === 'string' ? each.split(',').filter((part) => part !== '') : [each]));

/** Several values: the parameter repeated, or commas between them. */
const several = <Item extends z.ZodType>(item: Item, most = MOST_VALUES) =>
  z.preprocess(parts, z.array(item).max(most)).optional();
/** Values that may have commas in them: only by repeating the parameter. */
const repeated = <Item extends z.ZodType>(item: Item) => z.preprocess(inOneOrMore, z.array(item).max(MOST_VALUES)).optional();

const value = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const hours = (least: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(MOST_HOURS))
    .optional();

/** What the queue may be narrowed by, as query parameters. */
export const filterFields = {
  state: several(z.enum(DOSSIER_STATES)).describe('案卷状态；不写为全部 / State; all of them where it is left out'),
  verdict: several(z.enum(['reject', 'review'])).describe('机审结论 / The machine’s verdict'),
  clause: several(clauseId).describe('条款 / Clause'),
  rule: several(ruleIdSchema).describe('规则 / Rule'),
  check: several(z.enum(CHECKS)).describe('检查 / Check'),
  sdk: several(value).describe('第三方SDK / SDK'),
  category: several(z.string().regex(/^\d{1,2}$/)).describe('应用类别的编号 / Number of the app type'),
  developer: repeated(value).describe(
    '开发者编号；多个则重复此参数，其中可有逗号 / Developer’s id; repeat the parameter for several, they may have commas',
  ),
  store: several(value).describe('商店编号 / Store’s id'),
  assignee: several(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)).describe(
    '账号编号；me 为本人，none 为未指派 / Account’s id, me, or none for nobody',
  ),
  urgency: several(z.enum(URGENCIES)).describe('加急原因 / Why it is urgent'),
  submission: several(submissionIdSchema, MOST_SUBMISSIONS).describe('仅这些送审 / These submissions alone'),
  olderThanHours: hours(0).describe('开立至少这么多小时 / Opened at least so many hours ago'),
  dueWithinHours: hours(0).describe('这么多小时内到期；0 为已逾期 / Due within so many hours; 0 for overdue'),
  text: z
    .string()
    .max(200)
    .optional()
    .describe(
      '各词都须出现在应用名、包名、开发者名称或编号、送审编号中，不分大小写与全半角 / Words that all occur in names or ids; case and width do not matter',
    ),
};

type FilterQuery = { readonly [Name in keyof DossierFilter]: DossierFilter[Name] };

/** The filter that the parameters ask for; `me` is whoever asks. */
export function filterOf(query: FilterQuery, account: { readonly id: string }): DossierFilter {
  return { ...query, ...(query.assignee && { assignee: query.assignee.map((each) => (each === 'me' ? account.id : each)) }) };
}

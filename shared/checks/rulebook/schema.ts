import { z } from 'zod';
import { RULE_STATES } from '../../domain/rulebook.ts';
import { SEVERITIES } from '../../domain/severity.ts';

/** Waivers of one rulebook at most. */
const MAX_WAIVERS = 10_000;

/** One line of text: no control characters, not only blanks. */
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^(?=.*\S)[^\p{Cc}]*$/u);

const identifier = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\s\p{Cc}]+$/u);

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ id: 'Day', description: '日期 YYYY-MM-DD / A day' });

const state = z.enum(RULE_STATES).meta({
  id: 'RuleState',
  description:
    'off 关闭、observe 观察（记录而不生效）、enforced 生效 / off: not run; observe: run and recorded without effect; enforced: with effect',
});

const severity = z.enum(SEVERITIES);

const parameter = z.union([z.int(), z.boolean(), z.array(line(255)).max(10_000)]);

/** What the file says about one rule, in full. */
export const ruleEntry = z
  .strictObject({
    state: state.optional().describe('缺省为 otherRules 的状态 / otherRules where it is left out'),
    atMost: severity.optional().describe('问题的严重程度至多 / findings are at most this strong'),
    atLeast: severity
      .optional()
      .describe(
        '问题的严重程度至少，不超过规则上限和个案所能证明 / findings are at least this strong, as far as rule and case carry it',
      ),
    parameters: z
      .record(z.string(), parameter)
      .optional()
      .describe('规则声明的参数 / values for parameters that the rule declares'),
  })
  .meta({ id: 'RuleSetting' });

/** A waiver as the file has it. */
export const waiverEntry = z
  .strictObject({
    id: identifier.describe('规则库内唯一 / unique in the rulebook'),
    rule: line(255),
    app: identifier.optional().describe('应用包名；app 与 developer 至少一项 / package name; one of app and developer is needed'),
    developer: line(128).optional().describe('商店内的开发者编号 / the store’s id of the developer'),
    certificate: z
      .string()
      .regex(/^[0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31}$/)
      .optional()
      .describe('签名证书 SHA-256 / SHA-256 of the signing certificate, colons allowed'),
    subject: line(1000)
      .optional()
      .describe('问题对象；缺省为该规则的全部问题 / the finding’s subject; all of the rule where left out'),
    reason: line(2000),
    by: line(200).describe('批准人 / who granted it'),
    granted: day.describe('生效首日 / first day'),
    expires: day.describe('生效末日 / last day'),
  })
  .meta({ id: 'Waiver' });

/** A rulebook's file. The parser validates its entries one by one, so that every fault is told; editors get all of it as JSON Schema. */
export const rulebookSchema = z
  .strictObject({
    $schema: z.string().max(2048).optional().describe('供编辑器使用 / for editors'),
    schema: z.literal('rulebook/1'),
    name: line(100),
    version: line(100).describe('商店自定的版本号 / the store’s own label of this version'),
    otherRules: state
      .optional()
      .describe('未列出的规则，缺省 enforced / rules that are not listed; enforced where it is left out'),
    maxWaiverDays: z
      .int()
      .min(1)
      .max(3660)
      .optional()
      .describe('豁免最长天数，超过即拒绝本文件 / longest waiver in days; a longer one is a fault of this file'),
    rules: z.record(z.string(), z.union([state, ruleEntry])).optional(),
    waivers: z.array(waiverEntry).max(MAX_WAIVERS).optional(),
  })
  .meta({ id: 'Rulebook', description: '商店的规则库 / A store’s rulebook' });

/** The document without a look into its entries. */
export const frameSchema = rulebookSchema.extend({
  rules: z.record(z.string(), z.unknown()).optional(),
  waivers: z.array(z.unknown()).max(MAX_WAIVERS).optional(),
});

import { z } from 'zod';
import { RULE_STATES } from '../../../shared/domain/rulebook.ts';
import { RULEBOOK_ORIGINS } from '../../../shared/platform/rulebooks/rulebook-source.ts';
import { basisSchema, bilingual, clauseId, sha256 } from '../../../shared/pledge/schema.ts';
import { instant, publish } from './published.ts';
import { checkSchema, ruleIdSchema, severitySchema } from './verdict.ts';

const parameterSchema = publish(
  'RuleParameter',
  z
    .discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('integer'),
        default: z.int(),
        minimum: z.int(),
        maximum: z.int(),
        description: bilingual,
      }),
      z.strictObject({ type: z.literal('boolean'), default: z.boolean(), description: bilingual }),
      z.strictObject({ type: z.literal('strings'), default: z.array(z.string()), description: bilingual }),
    ])
    .describe('规则库可设的参数 / What a rulebook may set'),
);

const page = (zh: string, en: string) => z.string().startsWith('/rules/').describe(`${zh} / ${en}`);

export const rulesSchema = publish(
  'Rules',
  z.strictObject({
    version: z.string().describe('规则的版本，与结论中的 provenance.rules 相同 / The version of provenance.rules'),
    rules: z.array(
      publish(
        'Rule',
        z.strictObject({
          id: ruleIdSchema,
          check: checkSchema,
          ceiling: severitySchema.describe('最多可导致的结论 / The strongest decision it may cause'),
          clauses: z.array(clauseId),
          basis: z.array(basisSchema),
          title: bilingual,
          explanation: bilingual.nullable(),
          remedy: bilingual,
          page: page('规则说明网页', 'The page that explains the rule'),
          parameters: z.record(z.string(), parameterSchema),
        }),
      ),
    ),
  }),
);

const stateSchema = z
  .enum(RULE_STATES)
  .describe('off 关闭、observe 观察（记录而不生效）、enforced 生效 / Not run, recorded without effect, with effect');
const day = z.iso.date();
const parameterValue = z.union([z.int(), z.boolean(), z.array(z.string())]);

export const storeRulebookSchema = publish(
  'StoreRulebook',
  z.strictObject({
    name: z.string(),
    version: z.string().describe('商店自定的版本号 / The store’s own label of it'),
    sha256: sha256.describe(
      '规则库原文（文件，或并入审核员所授豁免后的文本）的 SHA-256，与结论中的 provenance.rulebook 相同 / Of its text: the file, or the file with the waivers that reviewers granted; as in provenance.rulebook',
    ),
    otherRules: stateSchema.describe('未列出的规则 / State of the rules that it does not list'),
    rules: z.array(
      z.strictObject({
        id: ruleIdSchema,
        state: stateSchema,
        ceiling: severitySchema,
        strongest: severitySchema.describe('本规则库下最多可导致的结论 / The strongest decision under this rulebook'),
        atMost: severitySchema.nullable(),
        atLeast: severitySchema.nullable(),
        changed: z.boolean().describe('与规则本身不同 / Other than the rule itself has it'),
        parameters: z
          .record(z.string(), z.strictObject({ value: parameterValue, default: parameterValue }))
          .describe('现行值与默认值 / Values in force, and the defaults'),
      }),
    ),
    waivers: z.array(
      z.strictObject({
        id: z.string(),
        rule: z.string(),
        app: z.string().optional(),
        developer: z.string().optional(),
        certificate: z.string().optional(),
        subject: z.string().optional(),
        reason: z.string(),
        by: z.string(),
        granted: day,
        expires: day,
        state: z.enum(['holds', 'not-yet', 'expired']).describe('有效、未生效、已过期 / Whether it holds today'),
        daysLeft: z.int().describe('剩余天数；负数为已过期的天数 / Days left; negative since it ended'),
      }),
    ),
  }),
);

export const rulebookAnswerSchema = publish(
  'RulebookInForce',
  z.strictObject({
    origin: z
      .enum(RULEBOOK_ORIGINS)
      .describe('商店自有、通用文件、程序内置 / A file of the store, the one for all others, or the program’s own'),
    asOf: day.describe('豁免状态所依据的日期（UTC） / The day that the waivers were looked at, in UTC'),
    rulebook: storeRulebookSchema
      .nullable()
      .describe('null：没有可用的规则库，送审等待 / null: there is none, and submissions wait'),
    refused: z
      .strictObject({
        code: z.enum(['rulebook-invalid', 'rulebook-unreadable', 'rulebook-missing']),
        line: z.int().min(1).nullable(),
        reason: bilingual,
        since: instant,
      })
      .nullable()
      .describe('文件现有内容有误，沿用上一版 / The present file is refused, and the last good one holds'),
  }),
);

export const clausesSchema = publish(
  'Clauses',
  z.strictObject({
    clauses: z.array(
      publish(
        'Clause',
        z.strictObject({
          id: clauseId,
          instrument: z.string(),
          number: z.int().min(1),
          name: bilingual,
          summary: bilingual,
          kind: z.enum(['machine', 'partly', 'human']).describe('机器可判、部分可判、须人工 / Who can decide it'),
          force: z.enum(['recommended', 'pledge']),
          rules: z.array(ruleIdSchema).describe('依据此条款的规则 / Rules that cite it'),
          page: page('条款说明网页', 'The page that explains the clause'),
        }),
      ),
    ),
  }),
);

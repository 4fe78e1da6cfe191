import { z } from 'zod';
import { basisSchema, bilingual, clauseId } from '../../../shared/pledge/schema.ts';
import { publish } from './published.ts';
import { checkSchema, ruleIdSchema, severitySchema } from './verdict.ts';

export const rulesSchema = publish(
  'Rulebook',
  z.strictObject({
    version: z.string().describe('规则库版本，与结论中的 provenance.rulebook 相同 / The rulebook of provenance.rulebook'),
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
          remedy: bilingual,
        }),
      ),
    ),
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
        }),
      ),
    ),
  }),
);

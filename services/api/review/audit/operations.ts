import { z } from 'zod';
import { type AnyOperation, operation } from '../../operation.ts';
import { instant } from '../../schemas/published.ts';
import { auditActionSchema, auditNumberSchema, auditPageSchema, auditVerificationSchema } from '../../schemas/review-audit.ts';
import { reviewIdSchema } from '../../schemas/review-decisions.ts';
import { submissionIdSchema } from '../../schemas/submission.ts';

const STANDARD_LIMIT = 50;

const listAudit = operation({
  id: 'listAudit',
  method: 'get',
  path: '/v1/review/audit',
  tag: 'review',
  summary: { zh: '审计日志，新的在前', en: 'The audit log, newest first' },
  scope: null,
  right: 'read-audit',
  query: z.strictObject({
    submission: submissionIdSchema.optional(),
    account: reviewIdSchema.optional(),
    action: auditActionSchema.optional(),
    from: instant.optional(),
    to: instant.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    before: auditNumberSchema.optional().describe('上一页的 nextBefore / nextBefore of the page before'),
  }),
  responses: { 200: { description: { zh: '一页日志', en: 'One page of the log' }, schema: auditPageSchema } },
  problems: [],
  async handle({ ports, query: { limit = STANDARD_LIMIT, before, from, to, ...filter } }) {
    const found = await ports.database.audit.list(
      {
        ...filter,
        ...(from !== undefined && { from: new Date(from) }),
        ...(to !== undefined && { to: new Date(to) }),
      },
      { limit: limit + 1, ...(before !== undefined && { before }) },
    );
    const entries = found.slice(0, limit);
    const nextBefore = found.length > limit ? (entries.at(-1)?.number ?? null) : null;
    return { status: 200, body: { entries, nextBefore } };
  },
});

const verifyAudit = operation({
  id: 'verifyAudit',
  method: 'get',
  path: '/v1/review/audit/verification',
  tag: 'review',
  summary: { zh: '核对审计日志的哈希链', en: 'Verify the chain of the audit log' },
  description: {
    zh: '从第一条起逐条重算。改动、插入、删除其中任何一条都会被发现；末尾整段被删须与另行留存的 head 对照。',
    en: 'Every entry is hashed again from the first on. Whatever was changed, put in or taken out is found; that the end was cut off shows against a head that was kept elsewhere.',
  },
  scope: null,
  right: 'read-audit',
  responses: { 200: { description: { zh: '核对结果', en: 'What came of it' }, schema: auditVerificationSchema } },
  problems: [],
  async handle({ ports }) {
    const verified = await ports.database.audit.verify();
    return { status: 200, body: { ...verified, checkedAt: ports.clock().toISOString() } };
  },
});

/** Who did what. */
export const AUDIT_OPERATIONS: readonly AnyOperation[] = [listAudit, verifyAudit];

import { z } from 'zod';
import { dayInChina } from '../../../../shared/domain/day.ts';
import { WAIVER_STATES } from '../../../../shared/platform/database/granted-waivers.ts';
import { type AnyOperation, operation } from '../../operation.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { reviewIdSchema } from '../../schemas/review-decisions.ts';
import { revocationSchema, waiverPageSchema, waiverSchema } from '../../schemas/review-waivers.ts';

const STANDARD_LIMIT = 100;

const listWaivers = operation({
  id: 'listGrantedWaivers',
  method: 'get',
  path: '/v1/review/waivers',
  tag: 'review',
  summary: { zh: '审核员授予的豁免，新的在前', en: 'Waivers that reviewers have granted, newest first' },
  scope: null,
  right: 'read',
  query: z.strictObject({
    store: reviewIdSchema.optional(),
    app: z.string().min(1).max(1_000).optional(),
    state: z.enum(WAIVER_STATES).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  }),
  responses: { 200: { description: { zh: '豁免', en: 'The waivers' }, schema: waiverPageSchema } },
  problems: [],
  async handle({ ports, query: { limit = STANDARD_LIMIT, offset = 0, ...filter } }) {
    const asOf = dayInChina(ports.clock());
    const { rows, total } = await ports.database.waivers.list(filter, asOf, { limit, offset });
    return { status: 200, body: { waivers: rows, total, asOf } };
  },
});

const revokeWaiver = operation({
  id: 'revokeGrantedWaiver',
  method: 'post',
  path: '/v1/review/waivers/{id}/revoke',
  tag: 'review',
  summary: { zh: '取消豁免', en: 'Revoke a waiver' },
  description: {
    zh: '对其后的送审即不再有效；已作出的结论不变。',
    en: 'It no longer holds for what is submitted afterwards; verdicts that were made stay as they are.',
  },
  scope: null,
  right: 'waive',
  params: z.object({ id: reviewIdSchema }),
  body: revocationSchema,
  responses: { 200: { description: { zh: '豁免', en: 'The waiver' }, schema: waiverSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id }, body: { reason } }) {
    const waiver = await ports.database.waivers.revoke(id, account, reason);
    if (waiver === null) throw notFound({ zh: '豁免', en: 'waiver' });
    if (waiver === 'already') throw new Problem('conflict', { zh: '此豁免已被取消', en: 'The waiver was revoked before' });
    return { status: 200, body: waiver };
  },
});

/** What reviewers no longer want to be told of an app. */
export const WAIVER_OPERATIONS: readonly AnyOperation[] = [listWaivers, revokeWaiver];

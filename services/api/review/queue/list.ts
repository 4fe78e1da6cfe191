import { z } from 'zod';
import { InputError } from '../../../../shared/domain/errors.ts';
import { DOSSIER_ORDERS } from '../../../../shared/domain/review/dossier.ts';
import { operation } from '../../operation.ts';
import { invalidRequest } from '../../problems/problem.ts';
import { dossierPageSchema } from '../../schemas/review-queue.ts';
import { filterFields, filterOf } from './filter-query.ts';

const STANDARD_LIMIT = 50;
const MOST = 200;

const query = z.strictObject({
  ...filterFields,
  order: z
    .enum(DOSSIER_ORDERS)
    .optional()
    .describe('默认 urgent：最先到期的在前 / urgent by default: what is due first comes first'),
  limit: z.coerce.number().int().min(1).max(MOST).optional().describe(`默认 ${STANDARD_LIMIT} / ${STANDARD_LIMIT} by default`),
  cursor: z.string().max(1_024).optional().describe('上一页的 nextCursor / nextCursor of the page before'),
});

export const listDossiers = operation({
  id: 'listDossiers',
  method: 'get',
  path: '/v1/review/dossiers',
  tag: 'review',
  summary: { zh: '案卷队列', en: 'The queue of dossiers' },
  description: {
    zh: '机审驳回或转人工的送审。到期时间为开立时间加服务时限（自然小时，节假日照计；儿童应用较短），有申诉的按申诉期限。参数可重复，也可用逗号分隔。应用与开发者的文字不可信，展示时须转义。',
    en: 'What the machine rejected or held. Due is the opening plus the service level (hours of the clock, holidays included; shorter for children’s apps), or the appeal’s deadline. Parameters may be repeated or have commas. Text of app and developer is untrusted: escape it where it is shown.',
  },
  scope: null,
  right: 'read',
  query,
  responses: { 200: { description: { zh: '一页案卷', en: 'One page of dossiers' }, schema: dossierPageSchema } },
  problems: [],
  async handle({ ports, account, query: { order, limit, cursor, ...filter } }) {
    const page = { order: order ?? 'urgent', limit: limit ?? STANDARD_LIMIT, ...(cursor !== undefined && { cursor }) };
    const body = await ports.database.dossiers.list(filterOf(filter, account), page).catch((error: unknown) => {
      // The one input that only the database can judge is the cursor.
      if (!(error instanceof InputError)) throw error;
      throw invalidRequest([{ pointer: 'query/cursor', code: 'bad-cursor', text: error.text }]);
    });
    return { status: 200, body };
  },
});

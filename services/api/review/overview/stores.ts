import { operation } from '../../operation.ts';
import { storeNamesSchema } from '../../schemas/review-overview.ts';

export const listStores = operation({
  id: 'listStores',
  method: 'get',
  path: '/v1/review/stores',
  tag: 'review',
  summary: { zh: '商店名单', en: 'The stores, by name' },
  scope: null,
  right: 'read',
  responses: { 200: { description: { zh: '全部商店', en: 'All stores' }, schema: storeNamesSchema } },
  problems: [],
  async handle({ ports }) {
    return { status: 200, body: { stores: await ports.database.stores.names() } };
  },
});

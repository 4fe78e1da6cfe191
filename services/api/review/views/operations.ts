import { z } from 'zod';
import { newId } from '../../new-id.ts';
import { type AnyOperation, operation } from '../../operation.ts';
import { notFound, Problem } from '../../problems/problem.ts';
import { newViewSchema, savedViewSchema, savedViewsSchema, viewDeletedSchema } from '../../schemas/review-queue.ts';

const listViews = operation({
  id: 'listViews',
  method: 'get',
  path: '/v1/review/views',
  tag: 'review',
  summary: { zh: '保存的视图：自己的，以及他人共享的', en: 'Saved views: one’s own, and those that others share' },
  scope: null,
  right: 'read',
  responses: { 200: { description: { zh: '视图', en: 'The views' }, schema: savedViewsSchema } },
  problems: [],
  async handle({ ports, account }) {
    return { status: 200, body: await ports.database.savedViews.list(account.id) };
  },
});

const saveView = operation({
  id: 'saveView',
  method: 'post',
  path: '/v1/review/views',
  tag: 'review',
  summary: { zh: '保存视图', en: 'Save a view' },
  scope: null,
  right: 'read',
  body: newViewSchema,
  responses: { 201: { description: { zh: '已保存', en: 'Saved' }, schema: savedViewSchema } },
  problems: ['conflict'],
  async handle({ ports, account, body }) {
    const view = { id: newId('view'), name: body.name, query: body.query, shared: body.shared ?? false };
    const saved = await ports.database.savedViews.create(view, account);
    if (saved === null)
      throw new Problem('conflict', { zh: '保存的视图已达上限（100 个）', en: 'There are a hundred views already' });
    return { status: 201, body: saved };
  },
});

const deleteView = operation({
  id: 'deleteView',
  method: 'delete',
  path: '/v1/review/views/{id}',
  tag: 'review',
  summary: { zh: '删除自己的视图', en: 'Delete a view of one’s own' },
  scope: null,
  right: 'read',
  params: z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
  responses: { 200: { description: { zh: '已删除', en: 'Deleted' }, schema: viewDeletedSchema } },
  problems: ['not-found'],
  async handle({ ports, account, params }) {
    if (!(await ports.database.savedViews.remove(params.id, account))) throw notFound({ zh: '视图', en: 'view' });
    return { status: 200, body: { deleted: true } };
  },
});

/** Filters of the queue with names. */
export const VIEW_OPERATIONS: readonly AnyOperation[] = [listViews, saveView, deleteView];

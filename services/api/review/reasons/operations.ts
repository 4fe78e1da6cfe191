import { z } from 'zod';
import type { CannedReason } from '../../../../shared/domain/review/reason.ts';
import type { WrittenReason } from '../../../../shared/platform/database/canned-reasons.ts';
import { newId } from '../../new-id.ts';
import { type AnyOperation, operation } from '../../operation.ts';
import type { ApiPorts } from '../../ports.ts';
import { invalidRequest, notFound, Problem } from '../../problems/problem.ts';
import { reviewIdSchema } from '../../schemas/review-decisions.ts';
import {
  cannedReasonSchema,
  cannedReasonsSchema,
  newReasonSchema,
  reasonChangeSchema,
  reasonRemovedSchema,
} from '../../schemas/review-reasons.ts';

const params = z.object({ id: reviewIdSchema });
const one = { description: { zh: '常用理由', en: 'The reason' }, schema: cannedReasonSchema };

const listReasons = operation({
  id: 'listCannedReasons',
  method: 'get',
  path: '/v1/review/reasons',
  tag: 'review',
  summary: { zh: '常用理由', en: 'Canned reasons' },
  scope: null,
  right: 'read',
  responses: {
    200: { description: { zh: '全部常用理由，通用者在前', en: 'All of them, general ones first' }, schema: cannedReasonsSchema },
  },
  problems: [],
  async handle({ ports }) {
    return { status: 200, body: await ports.database.reasons.list() };
  },
});

const addReason = operation({
  id: 'addCannedReason',
  method: 'post',
  path: '/v1/review/reasons',
  tag: 'review',
  summary: { zh: '添加常用理由', en: 'Add a canned reason' },
  scope: null,
  right: 'edit-reasons',
  body: newReasonSchema,
  responses: { 201: one },
  problems: [],
  async handle({ ports, account, body }) {
    const added = await ports.database.reasons.add(newId('reason'), wellFormed(ports, body), account);
    return { status: 201, body: added };
  },
});

const changeReason = operation({
  id: 'changeCannedReason',
  method: 'put',
  path: '/v1/review/reasons/{id}',
  tag: 'review',
  summary: { zh: '修改常用理由', en: 'Change a canned reason' },
  scope: null,
  right: 'edit-reasons',
  params,
  body: reasonChangeSchema,
  responses: { 200: one },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id }, body: { version, ...words } }) {
    return { status: 200, body: present(await ports.database.reasons.change(id, version, wellFormed(ports, words), account)) };
  },
});

const removeReason = operation({
  id: 'removeCannedReason',
  method: 'delete',
  path: '/v1/review/reasons/{id}',
  tag: 'review',
  summary: {
    zh: '删除常用理由；已作出的决定不受影响',
    en: 'Remove a canned reason; decisions that were made with it stay as they are',
  },
  scope: null,
  right: 'edit-reasons',
  params,
  query: z.strictObject({ version: z.coerce.number().int().min(1) }),
  responses: { 200: { description: { zh: '已删除', en: 'It is gone' }, schema: reasonRemovedSchema } },
  problems: ['not-found', 'conflict'],
  async handle({ ports, account, params: { id }, query: { version } }) {
    present(await ports.database.reasons.remove(id, version, account));
    return { status: 200, body: { id } };
  },
});

/** @throws Problem `invalid-request` for a clause that there is not */
function wellFormed({ knowledge }: ApiPorts, reason: WrittenReason): WrittenReason {
  if (reason.clause !== null && !knowledge.clauses.some(({ id }) => id === reason.clause)) {
    const text = { zh: `没有条款 ${reason.clause}`, en: `there is no clause ${reason.clause}` };
    throw invalidRequest([{ pointer: '/clause', code: 'unknown-clause', text }]);
  }
  return { ...reason, kinds: [...new Set(reason.kinds)] };
}

/** @throws Problem `not-found`; `conflict` when somebody else was faster */
function present(result: CannedReason | { readonly stale: CannedReason } | null): CannedReason {
  if (result === null) throw notFound({ zh: '常用理由', en: 'canned reason' });
  if (!('stale' in result)) return result;
  throw new Problem('conflict', {
    zh: `已有人修改（现为第 ${result.stale.version} 版），请刷新后再改`,
    en: `Somebody has changed it (it is at version ${result.stale.version} now): reload it and change it again`,
  });
}

/** Words that reviewers use again and again. */
export const REASON_OPERATIONS: readonly AnyOperation[] = [listReasons, addReason, changeReason, removeReason];
